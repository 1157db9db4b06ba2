#include "flow/ops/interpolate.hpp"

#include <utility>
#include <vector>

#include "flow/exec/steps.hpp"
#include "flow/exec/table_operator.hpp"
#include "table/builder.hpp"
#include "value/time.hpp"
#include "value/wrap.hpp"

namespace fluxi::flow::ops {
namespace {

using table::ColumnType;

class LinearOperator final : public exec::TableOperator {
  public:
    LinearOperator(const exec::Context& context, const value::Window& window)
        : TableOperator(context, Leaving::by_key, "interpolate.linear"),
          window_(window),
          steps_(context) {}

  private:
    void table(const table::Batch& whole) override {
        const table::Schema& schema = *whole.schema();
        check(schema);
        const std::size_t time = exec::require_time_column(schema, "_time", "interpolate.linear");
        const std::size_t value = exec::require_column(schema, "_value", "interpolate.linear");
        if (schema.fields()[value].type != ColumnType::floating) {
            base::fail("cannot interpolate {} values; expected float values",
                       table::type_name(schema.fields()[value].type));
        }
        table::Builder times(ColumnType::time);
        table::Builder values(ColumnType::floating);
        fill(whole.column(time), whole.column(value), times, values);
        const std::uint32_t rows = times.size();
        std::vector<table::Column> columns;
        for (std::size_t i = 0; i < schema.size(); ++i) {
            if (i == time) {
                columns.push_back(times.finish());
            } else if (i == value) {
                columns.push_back(values.finish());
            } else {
                columns.push_back(
                    table::Column::constant(schema.fields()[i].type, rows, whole.key_value(i, 0)));
            }
        }
        emit_table(table::Batch::single(whole.schema(), std::move(columns), rows, 0,
                                        exec::key_values(whole, 0)));
    }

    static void check(const table::Schema& schema) {
        for (std::size_t i = 0; i < schema.size(); ++i) {
            const std::string& label = schema.fields()[i].label;
            if (!schema.is_key(i) && label != "_time" && label != "_value") {
                base::fail("interpolate.linear requires column \"{}\" to be in group key", label);
            }
        }
    }

    void fill(const table::Column& time_column, const table::Column& value_column,
              table::Builder& times, table::Builder& values) {
        const exec::View<std::int64_t> xs(time_column);
        const exec::View<double> ys(value_column);
        for (std::uint32_t row = 0; row < time_column.size(); ++row) {
            if (!xs.valid(row)) base::fail("null _time found during linear interpolation");
            if (!ys.valid(row)) base::fail("null _value found during linear interpolation");
            if (row > 0) between(xs[row - 1], ys[row - 1], xs[row], ys[row], times, values);
            times.append_stored(xs[row]);
            values.append_stored(ys[row]);
        }
    }

    /// The points strictly after the start of the line and before its end.
    void between(std::int64_t x0, double y0, std::int64_t x1, double y1, table::Builder& times,
                 table::Builder& values) {
        const double slope = (y1 - y0) / static_cast<double>(value::wrap_sub(x1, x0));
        std::int64_t x = window_.bounds(window_.index_of(x0)).stop;
        while (x < x1) {
            steps_();
            times.append_stored(x);
            values.append_stored(y0 + slope * static_cast<double>(value::wrap_sub(x, x0)));
            const std::int64_t next = value::add_duration(x, window_.every());
            if (next <= x) break;  // the end of time
            x = next;
        }
    }

    const value::Window& window_;
    exec::Steps steps_;
};

}  // namespace

std::unique_ptr<exec::Operator> InterpolateLinear::make(exec::Context& context) const {
    return std::make_unique<LinearOperator>(context, window_);
}

}  // namespace fluxi::flow::ops
