#include "flow/ops/group_top.hpp"

#include <algorithm>
#include <optional>
#include <vector>

#include "flow/exec/columns.hpp"
#include "flow/exec/context.hpp"
#include "flow/exec/operator.hpp"
#include "table/concat.hpp"
#include "table/sort.hpp"

namespace fluxi::flow::ops {

using table::Batch;
using table::Column;
using table::Schema;

namespace {

class GroupTopOperator final : public exec::UnaryOperator {
  public:
    explicit GroupTopOperator(const Sort& sort)
        : sort_(sort), limit_(static_cast<std::uint32_t>(sort.limit())) {}

    exec::Demand push(Batch batch) override {
        if (batch.runs().empty()) return exec::Demand::more;
        Batch ungrouped = without_key(batch);
        rows_.clear();
        if (const std::size_t first = decisive(*ungrouped.schema()); first != Schema::npos) {
            table::append_not_after(ungrouped.stored(first), 0, ungrouped.rows(),
                                    best_->column(bound_), limit_ - 1, sort_.descending(), rows_);
        } else {
            for (std::uint32_t row = 0; row < ungrouped.rows(); ++row) rows_.push_back(row);
        }
        // A table without candidates still says which columns there are.
        if (rows_.empty() && seen_ == batch.schema()) return exec::Demand::more;
        seen_ = batch.schema();
        parts_.add(rows_.size() == ungrouped.rows() ? ungrouped : ungrouped.take(rows_), 0);
        if (parts_.rows() >= kept() + limit_ + kSlack) choose();
        return exec::Demand::more;
    }

    void finish() override {
        if (!parts_.empty()) choose();
        if (best_ && best_->rows() != 0) emit(std::move(*best_));
        emit_finish();
    }

  private:
    /// So many candidates beyond the best ones are kept before they are looked through.
    static constexpr std::uint32_t kSlack = 4096;

    [[nodiscard]] std::uint32_t kept() const { return best_ ? best_->rows() : 0; }

    /// All rows of a batch as one table without a group key.
    Batch without_key(const Batch& batch) {
        if (input_ != batch.schema()) {
            input_ = batch.schema();
            output_ = table::make_schema(input_->fields(), {});
        }
        std::vector<Column> columns;
        for (std::size_t i = 0; i < batch.stored().size(); ++i) columns.push_back(batch.column(i));
        return {output_, std::move(columns), {table::Run{0, 0, batch.rows(), true, true}}};
    }

    /// The column by which candidates can be told, in a batch; npos while all are: fewer rows than
    /// wanted are there, or the batch has other columns.
    [[nodiscard]] std::size_t decisive(const Schema& schema) {
        if (!best_ || best_->rows() < limit_) return Schema::npos;
        for (const std::string& label : sort_.columns()) {
            bound_ = best_->schema()->find(label);
            const std::size_t here = schema.find(label);
            if (bound_ == Schema::npos && here == Schema::npos) continue;
            if (bound_ == Schema::npos || here == Schema::npos) return Schema::npos;
            const bool same = best_->schema()->fields()[bound_].type == schema.fields()[here].type;
            return same ? here : Schema::npos;
        }
        return Schema::npos;
    }

    /// Keeps the first rows of those kept so far and the candidates.
    void choose() {
        table::TableParts all;
        if (best_) all.add(*best_, 0);
        const Batch candidates = parts_.finish(0);
        all.add(candidates, 0);
        const Batch whole = all.finish(0);
        std::vector<table::SortColumn> columns;
        for (const std::string& label : sort_.columns()) {
            const std::size_t i = whole.schema()->find(label);
            if (i != Schema::npos)
                columns.push_back({whole.stored(i).simple(), sort_.descending()});
        }
        const std::uint32_t count = std::min(limit_, whole.rows());
        exec::TableEdit edit(whole);
        edit.take(table::top_permutation(columns, whole.rows(), count));
        best_ = edit.finish();
    }

    const Sort& sort_;
    std::uint32_t limit_;
    table::SchemaRef input_{};
    table::SchemaRef output_{};
    table::SchemaRef seen_{};
    table::TableParts parts_{};  ///< candidates since the last choice
    std::optional<Batch> best_{};
    std::size_t bound_ = 0;  ///< the decisive column in `best_`
    table::Rows rows_{};
};

}  // namespace

std::unique_ptr<exec::Operator> GroupTop::make(exec::Context&) const {
    return std::make_unique<GroupTopOperator>(sort_);
}

}  // namespace fluxi::flow::ops
