// Collects whole tables and gives them out sorted by group key (semantics D.2). Of tables with the
// same key either the rows are merged, in order of arrival (columns of the first, then those that
// others add), or the second one is an error. KeyOrderOperator puts this between a node whose
// tables come loosely and one that looks at their order.
#pragma once

#include <cstdint>
#include <string>

#include "flow/exec/kept_batches.hpp"
#include "flow/exec/key_index.hpp"
#include "flow/exec/operator.hpp"
#include "flow/exec/table_writer.hpp"

namespace fluxi::flow::exec {

class KeyOrder {
  public:
    enum class Repeated : std::uint8_t { merge, fail };
    /// `user` stands in the error: `USER found duplicate table with key: {…}`.
    explicit KeyOrder(Repeated repeated, std::string user = {})
        : repeated_(repeated), user_(std::move(user)) {}

    void add(table::Batch batch);
    /// Pushes all tables; nothing is left in here.
    void emit(Sink& out, std::uint32_t batch_rows);

  private:
    struct Part {
        std::uint32_t batch;
        std::uint32_t run;
        std::uint32_t next;
    };
    void emit_key(Sink& out, TableWriter& writer, std::uint32_t first) const;

    static constexpr std::uint32_t kEnd = static_cast<std::uint32_t>(-1);
    Repeated repeated_;
    std::string user_;
    KeyIndex keys_{};
    KeptBatches batches_{};
    base::SpillingVector<Part> parts_{};
    table::Rows first_{};  ///< part of each key
    table::Rows last_{};
    table::Rows ids_{};
};

class KeyOrderOperator final : public UnaryOperator {
  public:
    explicit KeyOrderOperator(std::uint32_t batch_rows) : batch_rows_(batch_rows) {}
    Demand push(table::Batch batch) override {
        tables_.add(std::move(batch));
        return Demand::more;
    }
    void finish() override {
        tables_.emit(output(), batch_rows_);
        emit_finish();
    }

  private:
    KeyOrder tables_{KeyOrder::Repeated::merge};
    std::uint32_t batch_rows_;
};

/// Throws the error of a second table with the key.
[[noreturn]] void fail_duplicate(const std::string& user, const table::GroupKey& key);

}  // namespace fluxi::flow::exec
