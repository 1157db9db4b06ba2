#include "flow/exec/selector.hpp"

#include <utility>
#include <vector>

#include <fmt/core.h>

#include "base/counted.hpp"
#include "base/error.hpp"
#include "flow/exec/columns.hpp"
#include "flow/exec/key_order.hpp"

namespace fluxi::flow::exec {

using table::Batch;

namespace {

class SelectorOperator final : public UnaryOperator {
  public:
    SelectorOperator(const Selector& selector, const Context& context)
        : name_(selector.name()),
          column_(selector.column()),
          kernel_(selector.kernel()),
          merging_(context.loose_input()),
          batch_rows_(context.settings().batch_rows) {}

    Demand push(Batch pushed) override {
        const std::size_t column = column_of(pushed.schema());
        table::Column chosen_by = pushed.column(column).simple();
        const auto held =
            std::make_shared<const Held>(Held{std::move(pushed), std::move(chosen_by)});
        const Batch& batch = held->batch;
        const table::Column& values = held->values;
        keys_.assign_runs(batch, ids_);
        for (std::uint32_t i = 0; i < ids_.size(); ++i) {
            const table::Run& run = batch.runs()[i];
            const std::uint32_t row = kernel_.pick(values, run.begin, run.end);
            if (ids_[i] == best_.size()) {
                best_.push_back({held, i, row});
                continue;
            }
            if (run.opens && !merging_) fail_duplicate({}, keys_.key(ids_[i]));
            Best& best = best_[ids_[i]];
            if (row == SelectorKernel::kNone) continue;
            if (best.row == SelectorKernel::kNone ||
                kernel_.replaces(values, row, best.held->values, best.row)) {
                best = {held, i, row};
            }
        }
        return Demand::more;
    }

    void finish() override {
        TableWriter writer(batch_rows_);
        for (const std::uint32_t id : keys_.sorted()) {
            const Best& best = best_[id];
            const bool none = best.row == SelectorKernel::kNone;
            const std::uint32_t row = none ? best.held->batch.runs()[best.run].begin : best.row;
            writer.append(output(), best.held->batch, best.run, row, none ? row : row + 1, true,
                          true);
        }
        writer.flush(output());
        emit_finish();
    }

  private:
    /// A batch with rows that are the best so far, and the column that they are chosen by.
    struct Held {
        Batch batch;
        table::Column values;
    };
    struct Best {
        std::shared_ptr<const Held> held;
        std::uint32_t run;
        std::uint32_t row;
    };

    std::size_t column_of(const table::SchemaRef& schema) {
        if (schema == schema_) return position_;
        position_ = require_column(*schema, column_, name_);
        const table::ColumnType type = schema->fields()[position_].type;
        if (!kernel_.takes(type)) {
            base::RuntimeError error(
                base::Code::table,
                fmt::format("{}: invalid use of function: *universe.{}Selector has no "
                            "implementation for type {}",
                            name_, name_ == "max" ? "Max" : "Min", table::type_name(type)));
            error.diagnostic().help.push_back(
                fmt::format("column \"{}\" is of type {}, which has no order", column_,
                            table::type_name(type)));
            throw error;
        }
        schema_ = schema;
        return position_;
    }

    std::string name_;
    std::string column_;
    const SelectorKernel& kernel_;
    bool merging_;
    std::uint32_t batch_rows_;
    KeyIndex keys_{};
    base::CountedVector<Best> best_{};
    table::Rows ids_{};
    table::SchemaRef schema_{};
    std::size_t position_ = 0;
};

}  // namespace

std::unique_ptr<Operator> Selector::make(Context& context) const {
    return std::make_unique<SelectorOperator>(*this, context);
}

}  // namespace fluxi::flow::exec
