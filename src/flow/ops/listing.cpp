#include "flow/ops/listing.hpp"

#include <algorithm>
#include <numeric>
#include <random>

#include <fmt/core.h>

#include "flow/exec/group_rows.hpp"
#include "flow/exec/projection.hpp"
#include "flow/ops/per_table.hpp"
#include "table/builder.hpp"
#include "table/group_table.hpp"
#include "table/sort.hpp"
#include "value/time.hpp"
#include "value/window.hpp"

namespace fluxi::flow::ops {

using table::Batch;
using table::Column;
using table::ColumnType;
using table::GroupTable;
using table::Schema;
using value::Value;

namespace {

using Leaving = PerTable::Leaving;

/// Positions of the first row of each value of a column.
table::Rows first_rows(const Column& column, const exec::Steps& steps) {
    table::Rows rows;
    if (column.size() == 0) return rows;
    // One value in all rows, unless it is NaN, which differs from itself.
    if (column.encoding() == table::Encoding::constant && column.type() != ColumnType::floating) {
        rows.push_back(0);
        return rows;
    }
    GroupTable groups({column.type()}, GroupTable::Nan::distinct);
    const table::Rows ids = exec::group_rows(groups, column, steps);
    for (std::uint32_t row = 0; row < ids.size(); ++row) {
        if (ids[row] == rows.size()) rows.push_back(row);
    }
    return rows;
}

}  // namespace

OperationRef distinct(std::string label) {
    const auto function = [label](const Batch& whole, const Emit& emit) {
        const std::size_t i = whole.schema()->find(label);
        Column values;
        if (i == Schema::npos) {
            values = Column::constant(ColumnType::string, 1, Value::string(""));
        } else if (whole.schema()->is_key(i)) {
            values = whole.stored(i);
        } else {
            values = whole.stored(i).take(first_rows(whole.stored(i), emit.steps));
        }
        exec::TableEdit edit = exec::TableEdit::key_only(whole, values.size());
        edit.set("_value", values);
        emit(edit.finish());
    };
    return per_table("distinct", Leaving::by_key, "distinct", function, label);
}

OperationRef unique(std::string label) {
    const auto function = [label](const Batch& whole, const Emit& emit) {
        const std::size_t i = exec::require_column(*whole.schema(), label, "unique");
        exec::TableEdit edit(whole);
        edit.take(first_rows(whole.column(i), emit.steps));
        emit(edit.finish());
    };
    return per_table("unique", Leaving::by_key, "unique", function, label);
}

OperationRef sample(std::int64_t n, std::int64_t pos, std::string label) {
    const auto maker = [n, pos, label](exec::Context&) -> TableFunction {
        auto random = std::make_shared<std::mt19937_64>(std::random_device{}());
        return [n, pos, label, random](const Batch& whole, const Emit& emit) {
            (void)exec::require_column(*whole.schema(), label, "sample");
            std::int64_t row = pos;
            if (row < 0) row = std::uniform_int_distribution<std::int64_t>(0, n - 1)(*random);
            table::Rows rows;
            for (; row < static_cast<std::int64_t>(whole.rows()); row += n)
                rows.push_back(static_cast<std::uint32_t>(row));
            exec::TableEdit edit(whole);
            edit.take(rows);
            emit(edit.finish());
        };
    };
    return std::make_shared<PerTable>("sample", Leaving::by_key, "", maker);
}

namespace {

void emit_labels(const Batch& whole, const std::string& column,
                 const std::vector<std::string_view>& labels, const Emit& emit) {
    table::Builder out(ColumnType::string);
    for (const std::string_view label : labels) out.append_text(label);
    exec::TableEdit edit = exec::TableEdit::key_only(whole, out.size());
    edit.set(column, out.finish());
    emit(edit.finish());
}

}  // namespace

OperationRef columns(std::string column) {
    const auto function = [column](const Batch& whole, const Emit& emit) {
        std::vector<std::string_view> labels;
        for (const table::Field& field : whole.schema()->fields()) labels.push_back(field.label);
        emit_labels(whole, column, labels, emit);
    };
    return per_table("columns", Leaving::by_key, "columns", function);
}

OperationRef keys(std::string column) {
    const auto function = [column](const Batch& whole, const Emit& emit) {
        std::vector<std::string_view> labels;
        for (const std::uint32_t i : whole.schema()->key())
            labels.push_back(whole.schema()->fields()[i].label);
        emit_labels(whole, column, labels, emit);
    };
    return per_table("keys", Leaving::by_key, "keys", function, column);
}

namespace {

std::string listed(const std::vector<std::string>& labels) {
    std::string text = "[";
    for (const std::string& label : labels) {
        if (text.size() > 1) text += ' ';
        text += label;
    }
    return text + "]";
}

std::string labels_of(const Schema& schema) {
    std::vector<std::string> labels;
    for (const table::Field& field : schema.fields()) labels.push_back(field.label);
    return listed(labels);
}

/// The listed columns that a table has; all of one type.
std::vector<std::size_t> present_columns(const Schema& schema,
                                         const std::vector<std::string>& labels) {
    std::vector<std::size_t> found;
    for (const std::string& label : labels) {
        const std::size_t i = schema.find(label);
        if (i == Schema::npos) continue;
        if (!found.empty() && schema.fields()[i].type != schema.fields()[found[0]].type) {
            base::fail_with(base::Code::table,
                            "keyValues: keyColumns must all be the same type: \"{}\" is a {}, "
                            "\"{}\" a {}",
                            schema.fields()[found[0]].label,
                            table::type_name(schema.fields()[found[0]].type), label,
                            table::type_name(schema.fields()[i].type));
        }
        found.push_back(i);
    }
    if (found.empty()) {
        base::fail_with(base::Code::table,
                        "keyValues: received table with columns {} not having key columns {}",
                        labels_of(schema), listed(labels));
    }
    return found;
}

}  // namespace

OperationRef key_values(std::vector<std::string> key_columns) {
    const auto function = [key_columns](const Batch& whole, const Emit& emit) {
        const Schema& schema = *whole.schema();
        const std::vector<std::size_t> found = present_columns(schema, key_columns);
        const ColumnType type = schema.fields()[found[0]].type;
        // One column of labels and values after the other in row-major order, then the first of
        // each pair; a null value is the same whatever its column.
        table::Builder labels(ColumnType::string);
        table::Builder values(type);
        std::vector<Column> columns;
        for (const std::size_t i : found) columns.push_back(whole.column(i));
        for (std::uint32_t row = 0; row < whole.rows(); ++row) {
            for (std::size_t c = 0; c < columns.size(); ++c) {
                labels.append_text(schema.fields()[found[c]].label);
                values.append_rows(columns[c], row, 1);
            }
        }
        const Column pairs[] = {labels.finish(), values.finish()};
        GroupTable groups({ColumnType::string, type});
        table::Rows ids(pairs[0].size());
        groups.assign(pairs, ids);
        table::Rows rows;
        std::uint32_t seen = 0;
        bool null_seen = false;
        for (std::uint32_t row = 0; row < ids.size(); ++row) {
            if (ids[row] != seen) continue;
            ++seen;
            if (pairs[1].is_null(row) && std::exchange(null_seen, true)) continue;
            rows.push_back(row);
        }
        exec::TableEdit edit =
            exec::TableEdit::key_only(whole, static_cast<std::uint32_t>(rows.size()));
        edit.set("_key", pairs[0].take(rows));
        edit.set("_value", pairs[1].take(rows));
        emit(edit.finish());
    };
    return per_table("keyValues", Leaving::by_key, "distinct", function);
}

namespace {

class TimeShift final : public Operation {
  public:
    TimeShift(value::Duration duration, std::vector<std::string> columns)
        : duration_(duration), columns_(std::move(columns)) {}
    [[nodiscard]] std::string_view name() const override { return "timeShift"; }
    [[nodiscard]] MaybeBounds bounds(const std::vector<MaybeBounds>& inputs) const override {
        const MaybeBounds before = Operation::bounds(inputs);
        if (!before) return before;
        return Bounds{shifted(before->start), shifted(before->stop)};
    }
    [[nodiscard]] std::unique_ptr<exec::Operator> make(exec::Context& context) const override;
    [[nodiscard]] std::int64_t shifted(std::int64_t time) const {
        return value::add_in_location(time, duration_, value::Location{});
    }
    [[nodiscard]] const std::vector<std::string>& columns() const noexcept { return columns_; }

  private:
    value::Duration duration_;
    std::vector<std::string> columns_;
};

class TimeShiftOperator final : public exec::UnaryOperator {
  public:
    explicit TimeShiftOperator(const TimeShift& shift) : shift_(shift) {}
    exec::Demand push(Batch batch) override {
        std::vector<Column> columns = batch.stored();
        for (const std::string& label : shift_.columns()) {
            const std::size_t i = batch.schema()->find(label);
            if (i == Schema::npos) continue;
            if (columns[i].type() != ColumnType::time) {
                base::fail_with(base::Code::table,
                                "timeShift: column \"{}\" is not of type time but {}", label,
                                table::type_name(columns[i].type()));
            }
            columns[i] = moved(columns[i]);
        }
        return emit(Batch(batch.schema(), std::move(columns), batch.runs()));
    }
    [[nodiscard]] bool row_wise() const noexcept override { return true; }

  private:
    [[nodiscard]] Column moved(const Column& column) const {
        const exec::View<std::int64_t> times(column);
        table::Builder out(ColumnType::time);
        out.reserve(column.size());
        for (std::uint32_t row = 0; row < column.size(); ++row) {
            if (times.valid(row)) {
                out.append_stored(shift_.shifted(times[row]));
            } else {
                out.append_null();
            }
        }
        return out.finish();
    }
    const TimeShift& shift_;
};

std::unique_ptr<exec::Operator> TimeShift::make(exec::Context&) const {
    return std::make_unique<TimeShiftOperator>(*this);
}

}  // namespace

OperationRef time_shift(value::Duration duration, std::vector<std::string> columns) {
    return std::make_shared<TimeShift>(duration, std::move(columns));
}

}  // namespace fluxi::flow::ops
