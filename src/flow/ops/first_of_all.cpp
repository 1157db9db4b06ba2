#include "flow/ops/first_of_all.hpp"

#include <algorithm>
#include <map>
#include <vector>

#include "flow/exec/operator.hpp"
#include "table/group_table.hpp"

namespace fluxi::flow::ops {

using table::ColumnType;
using table::GroupTable;

namespace {

class FirstOfAllOperator final : public exec::UnaryOperator {
  public:
    explicit FirstOfAllOperator(const std::string& column) : column_(column) {}

    exec::Demand push(table::Batch batch) override {
        const std::size_t place = batch.schema()->find(column_);
        // Without the column all rows are alike, and whoever comes next sees to that.
        if (place == table::Schema::npos || batch.rows() == 0) return emit(std::move(batch));
        const table::Column values = batch.column(place);
        GroupTable& known = known_
                                .try_emplace(values.type(), std::vector<ColumnType>{values.type()},
                                             GroupTable::Nan::distinct)
                                .first->second;
        std::uint32_t seen = known.size();
        ids_.resize(batch.rows());
        known.assign({&values, 1}, ids_);
        rows_.clear();
        for (std::uint32_t row = 0; row < ids_.size(); ++row) {
            if (ids_[row] != seen) continue;
            rows_.push_back(row);
            ++seen;
        }
        if (rows_.size() != batch.rows()) batch = batch.take(rows_);
        return emit(std::move(batch));
    }

  private:
    const std::string& column_;
    std::map<ColumnType, GroupTable> known_{};  ///< values seen so far, in order of appearance
    std::vector<std::uint32_t> ids_{};
    std::vector<std::uint32_t> rows_{};
};

}  // namespace

std::unique_ptr<exec::Operator> FirstOfAll::make(exec::Context&) const {
    return std::make_unique<FirstOfAllOperator>(column_);
}

}  // namespace fluxi::flow::ops
