// difference, cumulativeSum, elapsed, derivative, hourSelection.
#include <algorithm>
#include <cmath>
#include <numeric>

#include "flow/ops/per_table.hpp"
#include "flow/ops/series.hpp"
#include "table/builder.hpp"
#include "table/sort.hpp"
#include "value/time.hpp"
#include "value/window.hpp"
#include "value/wrap.hpp"

namespace fluxi::flow::ops {

using exec::View;
using table::Batch;
using table::Column;
using table::ColumnType;
using table::Schema;

namespace {

using Leaving = PerTable::Leaving;

table::Rows all_but_first(std::uint32_t rows) {
    table::Rows kept(rows == 0 ? 0 : rows - 1);
    std::iota(kept.begin(), kept.end(), 1U);
    return kept;
}

/// a - b as the type of the difference; unsigned values give a signed one.
template <typename R, typename T>
R minus(T a, T b) {
    if constexpr (std::is_same_v<R, double>) {
        return a - b;
    } else {
        return value::wrap_sub(static_cast<std::int64_t>(a), static_cast<std::int64_t>(b));
    }
}

template <typename T, typename R>
Column differences(const Column& column, ColumnType type, const DifferenceSettings& settings,
                   const exec::Steps& steps) {
    const View<T> view(column);
    table::Builder out(type);
    out.reserve(column.size());
    bool any = false;
    T previous{};
    for (std::uint32_t row = 0; row < column.size(); ++row) {
        steps.row(row);
        const bool valid = view.valid(row);
        if (valid && !any && settings.initial_zero && settings.keep_first) {
            out.append_stored(R{});
        } else if (!valid || !any) {
            out.append_null();
        } else if (settings.non_negative && !(minus<R>(view[row], previous) >= R{})) {
            // A counter that began anew counts from zero, unless it is below zero or no number.
            if (settings.initial_zero && static_cast<R>(view[row]) >= R{}) {
                out.append_stored(static_cast<R>(view[row]));
            } else {
                out.append_null();
            }
        } else {
            out.append_stored(minus<R>(view[row], previous));
        }
        if (!valid) continue;
        previous = view[row];
        any = true;
    }
    return out.finish();
}

Column difference_of(const Schema& schema, std::size_t i, const Column& column,
                     const DifferenceSettings& settings, const exec::Steps& steps) {
    const table::Field& field = schema.fields()[i];
    switch (field.type) {
        case ColumnType::integer:
            return differences<std::int64_t, std::int64_t>(column, ColumnType::integer, settings,
                                                           steps);
        case ColumnType::uinteger:
            return differences<std::uint64_t, std::int64_t>(column, ColumnType::integer, settings,
                                                            steps);
        case ColumnType::floating:
            return differences<double, double>(column, ColumnType::floating, settings, steps);
        case ColumnType::time:
            base::fail_with(base::Code::table,
                            "difference: difference does not support time columns. Try the elapsed "
                            "function (column \"{}\")",
                            field.label);
        default:
            break;
    }
    base::fail_with(base::Code::table,
                    "difference: difference does not support column \"{}\" of type \"{}\"",
                    field.label, table::type_name(field.type));
}

}  // namespace

OperationRef difference(DifferenceSettings settings) {
    const auto function = [settings](const Batch& whole, const Emit& emit) {
        exec::TableEdit edit(whole);
        for (const std::string& label : settings.columns) {
            const std::size_t i = whole.schema()->find(label);
            if (i == Schema::npos) continue;
            const Column changes =
                difference_of(*whole.schema(), i, whole.column(i), settings, emit.steps);
            if (!whole.schema()->is_key(i)) edit.set(label, changes);
        }
        if (!settings.keep_first) edit.take(all_but_first(whole.rows()));
        emit(edit.finish());
    };
    return per_table("difference", Leaving::by_key, "difference", function);
}

namespace {

template <typename T>
Column running_sum(const Column& column, const exec::Steps& steps) {
    const View<T> view(column);
    table::Builder out(column.type());
    out.reserve(column.size());
    T sum{};
    for (std::uint32_t row = 0; row < column.size(); ++row) {
        steps.row(row);
        if (view.valid(row)) {
            if constexpr (std::is_same_v<T, std::int64_t>) {
                sum = value::wrap_add(sum, view[row]);
            } else {
                sum += view[row];
            }
        }
        out.append_stored(sum);
    }
    return out.finish();
}

}  // namespace

OperationRef cumulative_sum(std::vector<std::string> columns) {
    const auto function = [columns](const Batch& whole, const Emit& emit) {
        exec::TableEdit edit(whole);
        for (const std::string& label : columns) {
            const std::size_t i = whole.schema()->find(label);
            if (i == Schema::npos || whole.schema()->is_key(i)) continue;
            const Column& column = whole.stored(i);
            if (column.type() == ColumnType::integer) {
                edit.set(label, running_sum<std::int64_t>(column, emit.steps));
            } else if (column.type() == ColumnType::uinteger) {
                edit.set(label, running_sum<std::uint64_t>(column, emit.steps));
            } else if (column.type() == ColumnType::floating) {
                edit.set(label, running_sum<double>(column, emit.steps));
            }
        }
        emit(edit.finish());
    };
    return per_table("cumulativeSum", Leaving::arrival, {}, function);
}

OperationRef elapsed(std::int64_t unit, std::string time_column, std::string name) {
    const auto function = [unit, time_column, name](const Batch& whole, const Emit& emit) {
        const std::size_t i = exec::require_time_column(*whole.schema(), time_column, "elapsed");
        const View<std::int64_t> times(whole.column(i));
        table::Builder out(ColumnType::integer);
        out.reserve(whole.rows());
        for (std::uint32_t row = 1; row < whole.rows(); ++row) {
            emit.steps.row(row);
            out.append_stored(value::wrap_sub(times[row], times[row - 1]) / unit);
        }
        exec::TableEdit edit(whole);
        edit.take(all_but_first(whole.rows()));
        edit.set(name, out.finish());
        emit(edit.finish());
    };
    return per_table("elapsed", Leaving::by_key, {}, function);
}

namespace {

/// Rows that a derivative keeps: all but the first and those with the time of the row before.
table::Rows moving_rows(const View<std::int64_t>& times, std::uint32_t rows,
                        const exec::Steps& steps) {
    table::Rows kept;
    for (std::uint32_t row = 0; row < rows; ++row) {
        steps.row(row);
        if (!times.valid(row)) {
            base::fail_with(base::Code::table,
                            "derivative: derivative found null time in time column (row {})", row);
        }
        if (row == 0) continue;
        if (times[row] < times[row - 1]) {
            base::fail_with(base::Code::table,
                            "derivative: derivative found out-of-order times in time column: {} "
                            "comes after {}",
                            value::time_to_string(times[row]),
                            value::time_to_string(times[row - 1]));
        }
        if (times[row] > times[row - 1]) kept.push_back(row);
    }
    return kept;
}

template <typename T>
Column slopes(const Column& column, const View<std::int64_t>& times, const table::Rows& rows,
              const DerivativeSettings& settings, const exec::Steps& steps) {
    const View<T> view(column);
    table::Builder out(ColumnType::floating);
    out.reserve(static_cast<std::uint32_t>(rows.size()));
    bool any = column.size() != 0 && view.valid(0);
    T previous = any ? view[0] : T{};
    std::int64_t since = column.size() != 0 ? times[0] : 0;
    for (std::uint32_t i = 0; i < rows.size(); ++i) {
        steps.row(i);
        const std::uint32_t row = rows[i];
        if (!view.valid(row)) {
            out.append_null();
            continue;
        }
        const T now = view[row];
        const double span =
            static_cast<double>(times[row] - since) / static_cast<double>(settings.unit);
        if (!any) {
            out.append_null();
        } else if (settings.non_negative && now < previous) {
            if (settings.initial_zero) {
                out.append_stored(0.0);
            } else {
                out.append_null();
            }
        } else {
            double rise = 0;
            if constexpr (std::is_same_v<T, std::uint64_t>) {
                rise = now < previous ? -static_cast<double>(previous - now)
                                      : static_cast<double>(now - previous);
            } else {
                rise = static_cast<double>(now - previous);
            }
            out.append_stored(rise / span);
        }
        previous = now;
        since = times[row];
        any = true;
    }
    return out.finish();
}

Column slopes_of(const std::string& label, const Column& column, const View<std::int64_t>& times,
                 const table::Rows& rows, const DerivativeSettings& settings,
                 const exec::Steps& steps) {
    switch (column.type()) {
        case ColumnType::integer:
            return slopes<std::int64_t>(column, times, rows, settings, steps);
        case ColumnType::uinteger:
            return slopes<std::uint64_t>(column, times, rows, settings, steps);
        case ColumnType::floating:
            return slopes<double>(column, times, rows, settings, steps);
        default:
            break;
    }
    base::fail_with(base::Code::table, "derivative: unsupported derivative column type {}:{}",
                    label, table::type_name(column.type()));
}

}  // namespace

OperationRef derivative(DerivativeSettings settings) {
    const auto function = [settings](const Batch& whole, const Emit& emit) {
        const Schema& schema = *whole.schema();
        const std::size_t time =
            exec::require_time_column(schema, settings.time_column, "derivative");
        const View<std::int64_t> times(whole.column(time));
        const table::Rows rows = moving_rows(times, whole.rows(), emit.steps);
        exec::TableEdit edit(whole);
        edit.take(rows);
        for (const std::string& label : settings.columns) {
            const std::size_t i = schema.find(label);
            if (i == Schema::npos) continue;
            const Column changes =
                slopes_of(label, whole.column(i), times, rows, settings, emit.steps);
            if (!schema.is_key(i)) edit.set(label, changes);
        }
        emit(edit.finish());
    };
    return per_table("derivative", Leaving::arrival, {}, function);
}

OperationRef hour_selection(std::int64_t start, std::int64_t stop, value::Location location,
                            std::string time_column) {
    const auto function = [=](const Batch& whole, const Emit& emit) {
        const std::size_t i =
            exec::require_time_column(*whole.schema(), time_column, "hourSelection");
        const View<std::int64_t> times(whole.column(i));
        table::Rows rows;
        for (std::uint32_t row = 0; row < whole.rows(); ++row) {
            emit.steps.row(row);
            if (!times.valid(row)) continue;
            const std::int64_t wall = value::wall_clock(times[row], location);
            const std::int64_t hour =
                value::floor_mod(value::floor_div(wall, value::kNsPerHour), std::int64_t{24});
            const bool inside =
                start <= stop ? hour >= start && hour <= stop : hour >= start || hour <= stop;
            if (inside) rows.push_back(row);
        }
        exec::TableEdit edit(whole);
        edit.take(rows);
        emit(edit.finish());
    };
    return per_table("hourSelection", Leaving::by_key, "hour selection", function);
}

}  // namespace fluxi::flow::ops
