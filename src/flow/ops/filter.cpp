#include "flow/ops/filter.hpp"

#include <fmt/core.h>

#include "flow/exec/context.hpp"
#include "flow/exec/drop_empty.hpp"
#include "flow/exec/merged_calls.hpp"
#include "flow/exec/operator.hpp"
#include "vec/row_function.hpp"

namespace fluxi::flow::ops {

namespace {

class FilterOperator final : public exec::UnaryOperator, public exec::MergedCalls {
  public:
    FilterOperator(exec::Context& context, const std::vector<Filter::Predicate>& predicates,
                   bool keep_empty)
        : keep_empty_(keep_empty) {
        for (const Filter::Predicate& predicate : predicates) {
            parts_.push_back({std::make_unique<vec::RowFunction>(context.evaluator(), predicate.fn,
                                                                 "r", "filter"),
                              predicate.call});
        }
    }

    exec::Demand push(table::Batch batch) override {
        at_work_ = &parts_.front();
        at_work_->predicate->select(batch, rows_);
        for (std::size_t i = 1; i < parts_.size() && !rows_.empty(); ++i) {
            at_work_ = &parts_[i];
            at_work_->predicate->narrow(batch, rows_);
        }
        if (rows_.size() != batch.rows()) batch = batch.take(rows_);
        if (!keep_empty_) batch = empty_.without_empty(std::move(batch));
        if (batch.runs().empty()) return exec::Demand::more;
        at_work_ = nullptr;
        return emit(std::move(batch));
    }

    [[nodiscard]] const base::CallFrame* at_work() const noexcept override {
        return at_work_ != nullptr && parts_.size() > 1 ? &at_work_->call : nullptr;
    }

  private:
    struct Part {
        std::unique_ptr<vec::RowFunction> predicate;
        base::CallFrame call;
    };
    std::vector<Part> parts_{};
    bool keep_empty_;
    const Part* at_work_ = nullptr;
    exec::DropEmpty empty_{};
    std::vector<std::uint32_t> rows_{};
};

}  // namespace

std::string Filter::describe() const {
    return predicates_.size() > 1 ? fmt::format("{} predicates", predicates_.size())
                                  : std::string();
}

std::unique_ptr<exec::Operator> Filter::make(exec::Context& context) const {
    return std::make_unique<FilterOperator>(context, predicates_, keep_empty_);
}

}  // namespace fluxi::flow::ops
