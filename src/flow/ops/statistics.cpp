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

/// The points of a table with values; repeated times count once.
base::SpillingVector<Point> points_of(const Batch& whole, const std::string& label,
                                      const std::string& time_label) {
    const Schema& schema = *whole.schema();
    const std::size_t time = exec::require_time_column(schema, time_label, "integral");
    const std::size_t column = exec::require_column(schema, label, "integral");
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
        if (!times.valid(row)) {
            base::fail_with(base::Code::table,
                            "integral: integral found null time in time column (row {})", row);
        }
        if (given.is_null(row)) continue;
        if (!points.empty() && times[row] < points.back().time) {
            base::fail_with(base::Code::table,
                            "integral: integral found out-of-order times in time column: {} comes "
                            "after {}",
                            value::time_to_string(times[row]),
                            value::time_to_string(points.back().time));
        }
        if (points.empty() || times[row] != points.back().time)
            points.push_back({times[row], values[row]});
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

double at(const Point& a, const Point& b, std::int64_t time) {
    return a.value + (b.value - a.value) * static_cast<double>(time - a.time) /
                         static_cast<double>(b.time - a.time);
}

}  // namespace

OperationRef integral(std::int64_t unit, std::string label, std::string time_label,
                      bool interpolate) {
    const auto function = [=](const Batch& whole, const Emit& emit) {
        const std::int64_t start = bound_of(whole, "_start");
        const std::int64_t stop = bound_of(whole, "_stop");
        base::SpillingVector<Point> points = points_of(whole, label, time_label);
        if (interpolate && points.size() == 1) {
            points = {{start, points[0].value}, {stop, points[0].value}};
        } else if (interpolate && points.size() > 1) {
            const Point first{start, at(points[0], points[1], start)};
            const std::size_t n = points.size();
            const Point last{stop, at(points[n - 2], points[n - 1], stop)};
            points.insert(points.begin(), first);
            points.push_back(last);
        }
        double sum = 0;
        for (std::size_t i = 1; i < points.size(); ++i) {
            const double span = static_cast<double>(points[i].time - points[i - 1].time) /
                                static_cast<double>(unit);
            sum += 0.5 * (points[i].value + points[i - 1].value) * span;
        }
        emit_number(whole, label, sum, emit);
    };
    return per_table("integral", Leaving::by_key, "integral", function);
}

}  // namespace fluxi::flow::ops
