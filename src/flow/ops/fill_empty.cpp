#include "flow/ops/fill_empty.hpp"

#include <utility>
#include <vector>

#include "flow/exec/table_operator.hpp"

namespace fluxi::flow::ops {
namespace {

class FillEmptyOperator final : public exec::TableOperator {
  public:
    explicit FillEmptyOperator(const exec::Context& context)
        : TableOperator(context, Leaving::arrival) {}

  private:
    void table(const table::Batch& whole) override {
        if (whole.rows() != 0) {
            emit_table(whole);
            return;
        }
        const table::Schema& schema = *whole.schema();
        std::vector<table::Column> columns;
        for (std::size_t i = 0; i < schema.size(); ++i) {
            columns.push_back(schema.is_key(i) ? whole.stored(i)
                                               : table::Column::nulls(schema.fields()[i].type, 1));
        }
        emit_table(table::Batch::single(whole.schema(), std::move(columns), 1, 0));
    }
};

}  // namespace

std::unique_ptr<exec::Operator> FillEmpty::make(exec::Context& context) const {
    return std::make_unique<FillEmptyOperator>(context);
}

}  // namespace fluxi::flow::ops
