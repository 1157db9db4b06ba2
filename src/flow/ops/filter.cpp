#include "flow/ops/filter.hpp"

#include <fmt/core.h>

#include "flow/exec/ahead.hpp"
#include "flow/exec/context.hpp"
#include "flow/exec/drop_empty.hpp"
#include "flow/exec/merged_calls.hpp"
#include "vec/row_function.hpp"

namespace fluxi::flow::ops {

namespace {

using Rows = std::vector<std::uint32_t>;

class FilterOperator final : public exec::AheadOperator<Rows>, public exec::MergedCalls {
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

    [[nodiscard]] const base::CallFrame* at_work() const noexcept override {
        return at_work_ != nullptr && parts_.size() > 1 ? &at_work_->call : nullptr;
    }

  private:
    struct Part {
        std::unique_ptr<vec::RowFunction> predicate;
        base::CallFrame call;
    };

    Work work_on(const table::Batch& batch) override {
        std::vector<std::shared_ptr<const vec::RowProgram>> programs;
        for (const Part& part : parts_) {
            programs.push_back(part.predicate->program_for(batch));
            if (!programs.back() || !programs.back()->any_thread()) return {};
        }
        return
            [programs = std::move(programs)](const table::Batch& rows_of) -> std::optional<Rows> {
                Rows rows;
                if (!programs.front()->select(rows_of, rows)) return std::nullopt;
                for (std::size_t i = 1; i < programs.size() && !rows.empty(); ++i)
                    if (!programs[i]->narrow(rows_of, rows)) return std::nullopt;
                return rows;
            };
    }
    Rows here(const table::Batch& batch) override {
        Rows rows;
        at_work_ = &parts_.front();
        at_work_->predicate->select(batch, rows);
        for (std::size_t i = 1; i < parts_.size() && !rows.empty(); ++i) {
            at_work_ = &parts_[i];
            at_work_->predicate->narrow(batch, rows);
        }
        at_work_ = nullptr;
        return rows;
    }
    exec::Demand hand_on(table::Batch batch, Rows rows) override {
        if (rows.size() != batch.rows()) batch = batch.take(rows);
        if (!keep_empty_) batch = empty_.without_empty(std::move(batch));
        return batch.runs().empty() ? exec::Demand::more : emit(std::move(batch));
    }

    std::vector<Part> parts_{};
    bool keep_empty_;
    const Part* at_work_ = nullptr;
    exec::DropEmpty empty_{};
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
