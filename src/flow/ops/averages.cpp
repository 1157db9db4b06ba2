// Moving averages and the indicators of technical analysis that are made of them.
#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

#include "flow/exec/steps.hpp"
#include "flow/ops/per_table.hpp"
#include "flow/ops/series.hpp"
#include "table/builder.hpp"

namespace fluxi::flow::ops {

using table::Batch;
using table::Column;
using table::ColumnType;
using table::Schema;

namespace {

using Leaving = PerTable::Leaving;

/// The values of a column as floats, and which of them are there.
struct Series {
    base::SpillingVector<double> values{};
    base::SpillingVector<std::uint8_t> valid{};
    [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(values.size()); }
    void push(double v, bool is_valid = true) {
        values.push_back(v);
        valid.push_back(is_valid ? 1 : 0);
    }
    [[nodiscard]] Column column() const {
        table::Builder out(ColumnType::floating);
        out.reserve(size());
        for (std::uint32_t i = 0; i < size(); ++i) {
            if (valid[i] != 0) {
                out.append_stored(values[i]);
            } else {
                out.append_null();
            }
        }
        return out.finish();
    }
};

Series series_of(const Batch& whole, std::string_view label, std::string_view user) {
    const std::size_t i = exec::require_column(*whole.schema(), label, user);
    const Column column = whole.column(i);
    if (column.type() != ColumnType::integer && column.type() != ColumnType::uinteger &&
        column.type() != ColumnType::floating) {
        base::fail_with(base::Code::table, "{}: column \"{}\" must be a number, it is of type {}",
                        user, label, table::type_name(column.type()));
    }
    Series series{exec::as_floats(column), base::SpillingVector<std::uint8_t>(column.size(), 1)};
    for (std::uint32_t row = 0; row < column.size() && column.may_have_nulls(); ++row) {
        if (column.is_null(row)) {
            series.valid[row] = 0;
            series.values[row] = 0;
        }
    }
    return series;
}

/// Puts a series in the place of a column. A column of the group key stays: it says which table
/// this is.
void set_column(exec::TableEdit& edit, const Batch& whole, std::string_view label,
                const Series& out) {
    const std::size_t i = whole.schema()->find(label);
    if (i == Schema::npos || !whole.schema()->is_key(i)) edit.set(label, out.column());
}

/// The last rows of a table, with a new column of as many values.
void emit_tail(const Batch& whole, std::string_view label, const Series& out, const Emit& emit) {
    exec::TableEdit edit(whole);
    edit.slice(whole.rows() - out.size(), out.size());
    set_column(edit, whole, label, out);
    emit(edit.finish());
}

/// The sums of the last n values of each row. A sum is added up anew, so that no value leaves a
/// trace in sums that it is not part of (0.1 after 1e10, NaN), and in the order of a ring of n
/// places, as the reference does: first those of the row's own stretch of n rows, then those of the
/// stretch before. All sums of a stretch take a value at once, which the compiler makes vectors of.
base::SpillingVector<double> ring_sums(const base::SpillingVector<double>& values, std::size_t n,
                                       exec::Steps& steps) {
    base::SpillingVector<double> sums(values.size());
    for (std::size_t begin = 0; begin < values.size(); begin += n) {
        const std::size_t size = std::min(n, values.size() - begin);
        double* const stretch = sums.data() + begin;
        std::partial_sum(values.data() + begin, values.data() + begin + size, stretch);
        for (std::size_t place = 1; begin != 0 && place < n; ++place) {
            const double old = values[begin - n + place];
            const std::size_t before = std::min(place, size);
            for (std::size_t row = 0; row < before; ++row) stretch[row] += old;
            steps(static_cast<std::uint32_t>(before));
        }
    }
    return sums;
}

Series moving_averages(const Series& in, std::size_t n, exec::Steps& steps) {
    Series out;
    const base::SpillingVector<double> sums = ring_sums(in.values, n, steps);
    std::size_t count = 0;
    for (std::size_t row = 0; row < in.size(); ++row) {
        count += in.valid[row];
        if (row >= n) count -= in.valid[row - n];
        const bool last_of_few = in.size() < n && row + 1 == in.size();
        if (row + 1 >= n || last_of_few)
            out.push(count != 0 ? sums[row] / static_cast<double>(count) : 0, count != 0);
    }
    return out;
}

Series exponential_averages(const Series& in, std::size_t n, const exec::Steps& steps) {
    Series out;
    const double factor = 2.0 / (static_cast<double>(n) + 1);
    double average = 0;
    double count = 0;
    for (std::uint32_t row = 0; row < in.size(); ++row) {
        steps.row(row);
        const bool valid = in.valid[row] != 0;
        if (row < n) {
            if (valid) {
                average += in.values[row];
                ++count;
            }
            if (row + 1 != n && row + 1 != in.size()) continue;
            average = count != 0 ? average / count : 0;
        } else if (valid) {
            average =
                count == 0 ? in.values[row] : in.values[row] * factor + average * (1 - factor);
            ++count;
        }
        out.push(average, count != 0);
    }
    return out;
}

}  // namespace

OperationRef moving_average(std::int64_t n) {
    const auto maker = [n](exec::Context& context) -> TableFunction {
        return [n, &context](const Batch& whole, const Emit& emit) {
            exec::Steps steps(context);
            const Series averages = moving_averages(series_of(whole, "_value", "movingAverage"),
                                                    static_cast<std::size_t>(n), steps);
            emit_tail(whole, "_value", averages, emit);
        };
    };
    return std::make_shared<PerTable>("movingAverage", Leaving::arrival, std::string(), maker);
}

OperationRef exponential_moving_average(std::int64_t n) {
    const auto function = [n](const Batch& whole, const Emit& emit) {
        emit_tail(whole, "_value",
                  exponential_averages(series_of(whole, "_value", "exponentialMovingAverage"),
                                       static_cast<std::size_t>(n), emit.steps),
                  emit);
    };
    return per_table("exponentialMovingAverage", Leaving::by_key, "moving average", function);
}

OperationRef triple_exponential_derivative(std::int64_t n) {
    const auto function = [n](const Batch& whole, const Emit& emit) {
        Series smooth = series_of(whole, "_value", "tripleExponentialDerivative");
        Series out;
        const auto size = static_cast<std::size_t>(n);
        if (size < smooth.size() && 3 * (size - 1) + 1 < smooth.size()) {
            for (int i = 0; i < 3; ++i) smooth = exponential_averages(smooth, size, emit.steps);
            for (std::size_t i = 1; i < smooth.size(); ++i)
                out.push((smooth.values[i] / smooth.values[i - 1] - 1) * 100);
        } else if (smooth.size() != 0) {
            out.push(0, false);
        }
        emit_tail(whole, "_value", out, emit);
    };
    return per_table("tripleExponentialDerivative", Leaving::by_key,
                     "triple exponential derivative", function);
}

namespace {

/// The mean of the first values, then each new one with a weight. A null changes nothing, but
/// counts for the end of the first ones, which are `n` rows.
struct Smoothed {
    double value = 0;
    double count = 0;
    void add(double v, bool first_ones, double weight) {
        if (count == 0) {
            value = v;
        } else if (first_ones) {
            value = (value * count + v) / (count + 1);
        } else {
            value = v * weight + value * (1 - weight);
        }
        ++count;
    }
};

Series strength_index(const Series& in, std::size_t n, const exec::Steps& steps) {
    Series out;
    Smoothed up;
    Smoothed down;
    double previous = 0;
    const double weight = 1.0 / static_cast<double>(n);
    for (std::uint32_t row = 0; row < in.size(); ++row) {
        steps.row(row);
        if (in.valid[row] != 0) {
            const double now = in.values[row];
            up.add(now > previous ? now - previous : 0, row < n, weight);
            down.add(now < previous ? previous - now : 0, row < n, weight);
            previous = now;
        }
        const bool last_of_few = in.size() <= n && row + 1 == in.size();
        if (row >= n || last_of_few)
            out.push(100 - 100 / (1 + up.value / down.value), last_of_few || up.count != 0);
    }
    return out;
}

/// Chande's oscillator of each row that has n differences before it.
Series momentum(const Series& in, std::size_t n, const exec::Steps& steps) {
    Series out;
    double up = 0;
    double down = 0;
    const auto move = [&](std::size_t row) { return in.values[row] - in.values[row - 1]; };
    for (std::uint32_t row = 1; row < in.size(); ++row) {
        steps.row(row);
        const double comes = move(row);
        // NaN is no move when it comes, and makes all NaN when it leaves, as in the reference.
        if (!std::isnan(comes)) (comes > 0 ? up : down) += std::abs(comes);
        if (row < n) continue;
        out.push(100 * (up - down) / (up + down));
        // One leaves before the next comes: the order decides the rounding.
        const double leaves = move(row - n + 1);
        (leaves > 0 ? up : down) -= std::abs(leaves);
    }
    return out;
}

/// How many rows are left of a table: without its first n, and what is left of no more than n.
struct RowsLeft {
    std::size_t n;
    std::uint32_t of_few;
    [[nodiscard]] std::uint32_t of(std::uint32_t rows) const {
        return rows > n ? static_cast<std::uint32_t>(rows - n) : std::min(rows, of_few);
    }
};

/// Applies a function of series to several columns of a table. Columns that the table lacks are
/// left out, as the reference does: the others lose their first rows all the same.
template <typename F>
TableFunction over_columns(std::vector<std::string> columns, std::string user, RowsLeft left, F f) {
    return [columns = std::move(columns), user = std::move(user), left, f](const Batch& whole,
                                                                           const Emit& emit) {
        exec::TableEdit edit(whole);
        const std::uint32_t rows = left.of(whole.rows());
        edit.slice(whole.rows() - rows, rows);
        for (const std::string& label : columns) {
            if (whole.schema()->find(label) == Schema::npos) continue;
            set_column(edit, whole, label, f(series_of(whole, label, user), emit.steps));
        }
        emit(edit.finish());
    };
}

}  // namespace

OperationRef relative_strength_index(std::int64_t n, std::vector<std::string> columns) {
    return per_table("relativeStrengthIndex", Leaving::by_key, "moving average",
                     over_columns(std::move(columns), "relativeStrengthIndex",
                                  RowsLeft{static_cast<std::size_t>(n), 1},
                                  [n](const Series& in, const exec::Steps& steps) {
                                      return strength_index(in, static_cast<std::size_t>(n), steps);
                                  }));
}

OperationRef chande_momentum_oscillator(std::int64_t n, std::vector<std::string> columns) {
    return per_table("chandeMomentumOscillator", Leaving::by_key, "chande momentum oscillator",
                     over_columns(std::move(columns), "chandeMomentumOscillator",
                                  RowsLeft{static_cast<std::size_t>(n), 0},
                                  [n](const Series& in, const exec::Steps& steps) {
                                      return momentum(in, static_cast<std::size_t>(n), steps);
                                  }));
}

OperationRef kaufmans_ama(std::int64_t n, std::string column) {
    const auto average = [size = static_cast<std::size_t>(n)](const Series& in,
                                                              const exec::Steps& steps) {
        constexpr double kSlow = 2.0 / (30 + 1);
        constexpr double kFastLessSlow = 56.0 / 93;  // 2/3 - 2/31, rounded once
        Series out;
        if (in.size() <= size) return out;
        const Series moves = momentum(in, size, steps);
        double result = in.values[size - 1];
        for (std::uint32_t i = 0; i < moves.size(); ++i) {
            steps.row(i);
            const double ratio = std::abs(moves.values[i]) / 100;
            const double smoothing = std::pow(ratio * kFastLessSlow + kSlow, 2);
            result += smoothing * (in.values[i + size] - result);
            out.push(result);
        }
        return out;
    };
    return per_table("kaufmansAMA", Leaving::by_key, "KAMA",
                     over_columns({std::move(column)}, "kaufmansAMA",
                                  RowsLeft{static_cast<std::size_t>(n), 0}, average));
}

}  // namespace fluxi::flow::ops
