// Hands the results of a run to a RowsHandler, table by table, in the columns of the public API.
// The columns are views of the batch where it stores values one by one, else of copies that live
// until the handler returns. Throws `Stopped` when the handler has enough or fails; that ends the
// run.
#pragma once

#include <exception>
#include <optional>
#include <string>
#include <vector>

#include "engine/fluxi/rows.hpp"
#include "flow/exec/execute.hpp"

namespace fluxi::engine {

class RowReceiver final : public flow::exec::ResultReceiver {
  public:
    /// Says that the handler ended the run. No std::exception, so that nothing takes it for an
    /// error of the script.
    struct Stopped {};

    explicit RowReceiver(const RowsHandler& handler) : handler_(handler) {}
    void begin_result(const std::string& name) override;
    void push(const table::Batch& batch) override;
    void end_result() override {}
    /// What the handler threw, if it did.
    [[nodiscard]] const std::optional<std::string>& failure() const noexcept { return failure_; }

  private:
    void deliver(const table::Batch& batch, const table::Run& run);
    bool handle(const Rows& rows);

    const RowsHandler& handler_;
    std::string result_{};
    std::uint64_t tables_ = 0;  ///< opened in this result
    std::optional<std::string> failure_{};
};

}  // namespace fluxi::engine
