#include "flow/ops/filter.hpp"

#include "flow/exec/context.hpp"
#include "flow/exec/drop_empty.hpp"
#include "flow/exec/operator.hpp"
#include "vec/row_function.hpp"

namespace fluxi::flow::ops {

namespace {

class FilterOperator final : public exec::UnaryOperator {
  public:
    FilterOperator(exec::Context& context, const value::Value& fn, bool keep_empty)
        : predicate_(context.evaluator(), fn, "r", "filter"), keep_empty_(keep_empty) {}

    exec::Demand push(table::Batch batch) override {
        rows_.clear();
        predicate_.select(batch, rows_);
        if (rows_.size() != batch.rows()) batch = batch.take(rows_);
        if (!keep_empty_) batch = empty_.without_empty(std::move(batch));
        if (batch.runs().empty()) return exec::Demand::more;
        return emit(std::move(batch));
    }

  private:
    vec::RowFunction predicate_;
    bool keep_empty_;
    exec::DropEmpty empty_{};
    std::vector<std::uint32_t> rows_{};
};

}  // namespace

std::unique_ptr<exec::Operator> Filter::make(exec::Context& context) const {
    return std::make_unique<FilterOperator>(context, fn_, keep_empty_);
}

}  // namespace fluxi::flow::ops
