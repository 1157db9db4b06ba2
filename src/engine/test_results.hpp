// Keeps what a testcase yields, to be shown if it failed: the tables of `errorOutput`, which say
// what was wrong, and then the other results.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "flow/exec/execute.hpp"

namespace fluxi::engine {

/// The result that testing.diff and its like yield: it has tables only where something is wrong.
inline constexpr std::string_view kErrorOutput = "errorOutput";

class TestResults final : public flow::exec::ResultReceiver {
  public:
    void begin_result(const std::string& name) override { results_.push_back({name, {}}); }
    void push(const table::Batch& batch) override { results_.back().batches.push_back(batch); }
    void end_result() override {}

    /// Whether `errorOutput` has a table, be it an empty one.
    [[nodiscard]] bool has_errors() const;
    [[nodiscard]] std::string text() const;

  private:
    struct Result {
        std::string name;
        std::vector<table::Batch> batches;
    };
    std::vector<Result> results_{};
};

}  // namespace fluxi::engine
