#include "flow/ops/fill.hpp"

#include "flow/exec/table_operator.hpp"
#include "table/sort.hpp"

namespace fluxi::flow::ops {

using table::Batch;
using table::Column;
using table::Schema;
using value::Value;

namespace {

/// The column with each null replaced by the value before it; nulls at the beginning stay.
Column with_previous(const Column& column) {
    if (!column.may_have_nulls()) return column;
    table::Rows rows(column.size());
    std::uint32_t last = 0;
    for (std::uint32_t row = 0; row < column.size(); ++row) {
        if (!column.is_null(row)) last = row;
        rows[row] = column.is_null(last) ? row : last;
    }
    return column.take(rows);
}

Column with_value(const Column& column, const Value& v) {
    if (!column.may_have_nulls()) return column;
    const Column flat = column.flattened();
    table::Builder builder(column.type());
    builder.reserve(flat.size());
    std::uint32_t from = 0;
    for (std::uint32_t row = 0; row <= flat.size(); ++row) {
        if (row < flat.size() && !flat.is_null(row)) continue;
        builder.append_rows(flat, from, row - from);
        if (row < flat.size()) builder.append(v);
        from = row + 1;
    }
    return builder.finish();
}

class FillOperator final : public exec::TableOperator {
  public:
    FillOperator(const exec::Context& context, const std::string& column, const Value& v)
        : TableOperator(context, Leaving::arrival), column_(column), value_(v) {}

  private:
    void table(const Batch& whole) override {
        const std::size_t i = whole.schema()->find(column_);
        const bool previous = value_.is_absent();
        if (i == Schema::npos) {
            if (previous) return emit_table(whole);
            const auto type = table::column_type_of(value_.nature());
            if (!type) {
                base::fail("fill: a {} cannot be a value of a column",
                           value::nature_name(value_.nature()));
            }
            exec::TableEdit edit(whole);
            edit.set(column_, Column::constant(*type, whole.rows(), value_));
            return emit_table(edit.finish());
        }
        const table::ColumnType type = whole.schema()->fields()[i].type;
        if (!previous && value_.nature() != table::nature_of(type)) {
            base::fail_with(base::Code::table,
                            "fill: fill column type mismatch: {}/{}: column \"{}\" is a {}, the "
                            "value is a {}",
                            table::type_name(type), value::nature_name(value_.nature()), column_,
                            table::type_name(type), value::nature_name(value_.nature()));
        }
        exec::TableEdit edit(whole);
        if (whole.schema()->is_key(i)) {
            if (previous || !whole.key_value(i, 0).is_null()) return emit_table(whole);
            edit.set_key(column_, type, value_);
        } else {
            edit.set(column_, previous ? with_previous(whole.stored(i).simple())
                                       : with_value(whole.stored(i), value_));
        }
        emit_table(edit.finish());
    }

    const std::string& column_;
    const Value& value_;
};

}  // namespace

std::unique_ptr<exec::Operator> Fill::make(exec::Context& context) const {
    return std::make_unique<FillOperator>(context, column_, value_);
}

}  // namespace fluxi::flow::ops
