// covariance and integral.
#include "flow/ops/statistics.hpp"

#include <cmath>
#include <limits>
#include <optional>

#include "flow/ops/per_table.hpp"
#include "table/builder.hpp"
#include "value/time.hpp"

namespace fluxi::flow::ops {

using exec::View;
using table::Batch;
using table::Column;
using table::ColumnType;
using table::Schema;

namespace {

using Leaving = PerTable::Leaving;

void emit_number(const Batch& whole, const std::string& label, std::optional<double> v,
                 const Emit& emit) {
    exec::TableEdit edit = exec::TableEdit::key_only(whole, 1);
    edit.set(label, v ? Column::constant(ColumnType::floating, 1, value::Value::floating(*v))
                      : Column::nulls(ColumnType::floating, 1));
    emit(edit.finish());
}

Column float_column(const Batch& whole, const std::string& label, std::string_view user) {
    const std::size_t i = whole.schema()->find(label);
    if (i == Schema::npos) {
        exec::fail_missing_column(*whole.schema(), label,
                                  "{}: specified column does not exist in table: {}", user, label);
    }
    const ColumnType type = whole.schema()->fields()[i].type;
    if (type != ColumnType::floating) {
        base::fail_with(base::Code::table, "{}: {} does not support {} (column \"{}\")", user, user,
                        table::type_name(type), label);
    }
    return whole.column(i);
}

}  // namespace

OperationRef covariance(std::string x_label, std::string y_label, bool pearson,
                        std::string destination) {
    const auto function = [=](const Batch& whole, const Emit& emit) {
        const View<double> xs(float_column(whole, x_label, "covariance"));
        const View<double> ys(float_column(whole, y_label, "covariance"));
        double n = 0;
        double x_mean = 0;
        double y_mean = 0;
        double x_squares = 0;
        double y_squares = 0;
        double products = 0;
        for (std::uint32_t row = 0; row < whole.rows(); ++row) {
            emit.steps.row(row);
            if (!xs.valid(row) || !ys.valid(row)) continue;
            ++n;
            const double x_distance = xs[row] - x_mean;
            const double y_distance = ys[row] - y_mean;
            x_mean += x_distance / n;
            y_mean += y_distance / n;
            x_squares += x_distance * (xs[row] - x_mean);
            y_squares += y_distance * (ys[row] - y_mean);
            products += x_distance * (ys[row] - y_mean);
        }
        double result = std::numeric_limits<double>::quiet_NaN();
        if (n >= 2)
            result = pearson ? products / std::sqrt(x_squares * y_squares) : products / (n - 1);
        emit_number(whole, destination, result, emit);
    };
    return per_table("covariance", Leaving::by_key, "covariance", function);
}

namespace {

struct Point {
    std::int64_t time;
    double value;
};

/// The points of a table with values. Of rows with the same time only the first counts, even if it
/// has no value.
base::SpillingVector<Point> points_of(const Batch& whole, const std::string& label,
                                      const std::string& time_label, const exec::Steps& steps) {
    const Schema& schema = *whole.schema();
    const std::size_t time = exec::require_time_column(schema, time_label, "integral");
    const std::size_t column = exec::require_column(schema, label, "integral");
    if (schema.is_key(column)) {
        base::fail_with(base::Code::table,
                        "integral: cannot aggregate columns that are part of the group key: \"{}\"",
                        label);
    }
    const ColumnType type = schema.fields()[column].type;
    if (type != ColumnType::integer && type != ColumnType::uinteger &&
        type != ColumnType::floating) {
        base::fail_with(base::Code::table,
                        "integral: cannot perform integral over {} (column \"{}\")",
                        table::type_name(type), label);
    }
    const View<std::int64_t> times(whole.column(time));
    const Column given = whole.column(column);
    const base::SpillingVector<double> values = exec::as_floats(given);
    base::SpillingVector<Point> points;
    for (std::uint32_t row = 0; row < whole.rows(); ++row) {
        steps.row(row);
        if (!times.valid(row)) {
            base::fail_with(base::Code::table,
                            "integral: integral found null time in time column (row {})", row);
        }
        if (row != 0 && times[row] < times[row - 1]) {
            base::fail_with(base::Code::table,
                            "integral: integral found out-of-order times in time column: {} comes "
                            "after {}",
                            value::time_to_string(times[row]),
                            value::time_to_string(times[row - 1]));
        }
        if (row != 0 && times[row] == times[row - 1]) continue;
        if (!given.is_null(row)) points.push_back({times[row], values[row]});
    }
    return points;
}

std::int64_t bound_of(const Batch& whole, const std::string& label) {
    const std::size_t i = whole.schema()->find(label);
    if (i == Schema::npos || !whole.schema()->is_key(i) ||
        !whole.key_value(i, 0).is(value::Nature::time)) {
        base::fail_with(base::Code::table,
                        "integral: integral function needs {} column to be part of group key; use "
                        "range or window before it",
                        label);
    }
    return whole.key_value(i, 0).as_time().nanoseconds;
}

/// The area under a line from `from` to `to`, both times, whose ends are given.
double area(double from_value, std::int64_t from, double to_value, std::int64_t to,
            std::int64_t unit) {
    return 0.5 * (to_value + from_value) * static_cast<double>(to - from) /
           static_cast<double>(unit);
}

/// The area between the start of the range and the first point, on the line of the first two.
double area_before(const Point& a, const Point& b, std::int64_t start, std::int64_t unit) {
    if (start >= a.time) return 0;
    const double slope = (b.value - a.value) / static_cast<double>(b.time - a.time);
    return area(a.value - slope * static_cast<double>(a.time - start), start, a.value, a.time,
                unit);
}

/// The area between the last point and the end of the range, on the line of the last two.
double area_behind(const Point& a, const Point& b, std::int64_t stop, std::int64_t unit) {
    const double slope = (b.value - a.value) / static_cast<double>(b.time - a.time);
    return area(b.value, b.time, b.value + slope * static_cast<double>(stop - b.time), stop, unit);
}

/// The parts are added in the order of the reference: the order decides the rounding.
double integral_of(const base::SpillingVector<Point>& points, std::int64_t start, std::int64_t stop,
                   std::int64_t unit, bool interpolate) {
    const std::size_t n = points.size();
    if (n < 2) {
        if (n == 0 || !interpolate) return 0;
        return points[0].value * static_cast<double>(stop - start) / static_cast<double>(unit);
    }
    double sum = 0;
    for (std::size_t i = 1; i < n; ++i) {
        const Point& a = points[i - 1];
        const Point& b = points[i];
        sum += area(a.value, a.time, b.value, b.time, unit);
        if (i == 1 && interpolate) sum += area_before(a, b, start, unit);
    }
    if (interpolate) sum += area_behind(points[n - 2], points[n - 1], stop, unit);
    return sum;
}

}  // namespace

OperationRef integral(std::int64_t unit, std::string label, std::string time_label,
                      bool interpolate) {
    const auto function = [=](const Batch& whole, const Emit& emit) {
        const std::int64_t start = bound_of(whole, "_start");
        const std::int64_t stop = bound_of(whole, "_stop");
        const base::SpillingVector<Point> points = points_of(whole, label, time_label, emit.steps);
        const double sum = integral_of(points, start, stop, unit, interpolate);
        emit_number(whole, label, sum, emit);
    };
    return per_table("integral", Leaving::by_key, "integral", function);
}

}  // namespace fluxi::flow::ops
