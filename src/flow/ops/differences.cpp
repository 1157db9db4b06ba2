#include "flow/ops/differences.hpp"

#include <algorithm>
#include <optional>
#include <type_traits>

#include "base/error.hpp"
#include "flow/exec/table_operator.hpp"
#include "table/builder.hpp"
#include "value/wrap.hpp"

namespace fluxi::flow::ops {
namespace {

using table::Batch;
using table::Column;
using table::ColumnType;
using table::Schema;

bool listed(const std::vector<std::string>& columns, std::string_view label) {
    return std::find(columns.begin(), columns.end(), label) != columns.end();
}

bool is_number(ColumnType type) {
    return type == ColumnType::integer || type == ColumnType::uinteger ||
           type == ColumnType::floating;
}

/// Calls `f` with a value of the C++ type of a numeric column.
template <typename F>
Column with_number(ColumnType type, const F& f) {
    if (type == ColumnType::integer) return f(std::int64_t{});
    if (type == ColumnType::uinteger) return f(std::uint64_t{});
    return f(double{});
}

// ---- difference ----

/// Unsigned values give signed differences.
template <typename T>
using DifferenceOf = std::conditional_t<std::is_same_v<T, double>, double, std::int64_t>;

template <typename T>
DifferenceOf<T> subtract(T value, T before) {
    if constexpr (std::is_same_v<T, double>) {
        return value - before;
    } else {
        return value::wrap_sub(static_cast<std::int64_t>(value), static_cast<std::int64_t>(before));
    }
}

template <typename T>
Column differences(const Column& column, const Difference::Settings& settings) {
    constexpr bool kFloat = std::is_same_v<T, double>;
    table::Builder result(kFloat ? ColumnType::floating : ColumnType::integer);
    const exec::View<T> values(column);
    std::optional<T> before;
    for (std::uint32_t row = 0; row < column.size(); ++row) {
        std::optional<DifferenceOf<T>> difference;
        if (values.valid(row)) {
            const T value = values[row];
            if (!before) {
                if (settings.keep_first && settings.initial_zero) difference = 0;
            } else {
                difference = subtract(value, *before);
                if (settings.non_negative && !(*difference >= 0)) {
                    difference.reset();
                    const auto from_zero = static_cast<DifferenceOf<T>>(value);
                    if (settings.initial_zero && from_zero >= 0) difference = from_zero;
                }
            }
            before = value;
        }
        if (row == 0 && !settings.keep_first) continue;
        if (difference) {
            result.append_stored(*difference);
        } else {
            result.append_null();
        }
    }
    return result.finish();
}

class DifferenceOperator final : public exec::TableOperator {
  public:
    DifferenceOperator(const exec::Context& context, const Difference::Settings& settings)
        : TableOperator(context, Leaving::by_key, "difference"), settings_(settings) {}

  private:
    void table(const Batch& whole) override {
        const Schema& schema = *whole.schema();
        exec::TableEdit edit(whole);
        const std::uint32_t first = settings_.keep_first || whole.rows() == 0 ? 0 : 1;
        edit.slice(first, whole.rows() - first);
        for (std::size_t i = 0; i < schema.size(); ++i) {
            const table::Field& field = schema.fields()[i];
            if (!listed(settings_.columns, field.label)) continue;
            check(field);
            edit.set(field.label, with_number(field.type, [&](auto number) {
                         return differences<decltype(number)>(whole.column(i), settings_);
                     }));
        }
        emit_table(edit.finish());
    }

    static void check(const table::Field& field) {
        if (field.type == ColumnType::time) {
            base::fail_with(base::Code::table,
                            "difference does not support time columns. Try the elapsed function");
        }
        if (!is_number(field.type)) {
            base::fail_with(base::Code::table,
                            "difference does not support column \"{}\" of type \"{}\"", field.label,
                            table::type_name(field.type));
        }
    }

    const Difference::Settings& settings_;
};

// ---- derivative ----

template <typename T>
Column derivatives(const Column& column, const exec::View<std::int64_t>& times,
                   const std::vector<std::uint32_t>& rows, const Derivative::Settings& settings) {
    table::Builder result(ColumnType::floating);
    const exec::View<T> values(column);
    std::optional<std::uint32_t> before;  // the last row with a value
    for (const std::uint32_t row : rows) {
        const bool first = row == rows.front();
        if (!values.valid(row) || !before) {
            if (!first) result.append_null();
        } else if (settings.non_negative && values[*before] > values[row]) {
            if (settings.initial_zero) {
                result.append_stored(0.0);
            } else {
                result.append_null();
            }
        } else {
            const T a = values[*before];
            const T b = values[row];
            // The smaller is subtracted from the greater, as unsigned numbers need it.
            const double change = a > b ? -static_cast<double>(a - b) : static_cast<double>(b - a);
            const double time =
                static_cast<double>(value::wrap_sub(times[row], times[*before])) / settings.unit;
            result.append_stored(change / time);
        }
        if (values.valid(row)) before = row;
    }
    return result.finish();
}

class DerivativeOperator final : public exec::TableOperator {
  public:
    DerivativeOperator(const exec::Context& context, const Derivative::Settings& settings)
        : TableOperator(context, Leaving::arrival), settings_(settings) {}

  private:
    void table(const Batch& whole) override {
        const Schema& schema = *whole.schema();
        const std::size_t time =
            exec::require_time_column(schema, settings_.time_column, "derivative");
        const exec::View<std::int64_t> times(whole.column(time));
        const std::vector<std::uint32_t> rows = ascending(times, whole.rows());
        exec::TableEdit edit(whole);
        std::vector<std::uint32_t> kept = rows;
        if (!kept.empty()) kept.erase(kept.begin());
        edit.take(kept);
        for (std::size_t i = 0; i < schema.size(); ++i) {
            const table::Field& field = schema.fields()[i];
            if (!listed(settings_.columns, field.label)) continue;
            if (!is_number(field.type)) {
                base::fail_with(base::Code::table, "unsupported derivative column type {}:{}",
                                field.label, table::type_name(field.type));
            }
            edit.set(field.label, with_number(field.type, [&](auto number) {
                         return derivatives<decltype(number)>(whole.column(i), times, rows,
                                                              settings_);
                     }));
        }
        emit_table(edit.finish());
    }

    /// The rows whose time is later than that of the row before.
    static std::vector<std::uint32_t> ascending(const exec::View<std::int64_t>& times,
                                                std::uint32_t count) {
        std::vector<std::uint32_t> rows;
        for (std::uint32_t row = 0; row < count; ++row) {
            if (!times.valid(row)) {
                base::fail_with(base::Code::table, "derivative found null time in time column");
            }
            if (!rows.empty() && times[row] < times[rows.back()]) {
                base::fail_with(base::Code::table,
                                "derivative found out-of-order times in time column");
            }
            if (rows.empty() || times[row] > times[rows.back()]) rows.push_back(row);
        }
        return rows;
    }

    const Derivative::Settings& settings_;
};

// ---- cumulativeSum ----

template <typename T>
Column running_sums(const Column& column) {
    table::Builder result(column.type());
    result.reserve(column.size());
    const exec::View<T> values(column);
    T sum{};
    for (std::uint32_t row = 0; row < column.size(); ++row) {
        if (values.valid(row)) {
            if constexpr (std::is_same_v<T, std::int64_t>) {
                sum = value::wrap_add(sum, values[row]);
            } else {
                sum += values[row];
            }
        }
        result.append_stored(sum);
    }
    return result.finish();
}

class CumulativeSumOperator final : public exec::TableOperator {
  public:
    CumulativeSumOperator(const exec::Context& context, const std::vector<std::string>& columns)
        : TableOperator(context, Leaving::arrival), columns_(columns) {}

  private:
    void table(const Batch& whole) override {
        const Schema& schema = *whole.schema();
        exec::TableEdit edit(whole);
        for (std::size_t i = 0; i < schema.size(); ++i) {
            const table::Field& field = schema.fields()[i];
            if (!listed(columns_, field.label) || !is_number(field.type)) continue;
            edit.set(field.label, with_number(field.type, [&](auto number) {
                         return running_sums<decltype(number)>(whole.column(i));
                     }));
        }
        emit_table(edit.finish());
    }

    const std::vector<std::string>& columns_;
};

// ---- elapsed ----

class ElapsedOperator final : public exec::TableOperator {
  public:
    ElapsedOperator(const exec::Context& context, std::int64_t unit, const std::string& time_column,
                    const std::string& column_name)
        : TableOperator(context, Leaving::by_key),
          unit_(unit),
          time_column_(time_column),
          column_name_(column_name) {}

  private:
    void table(const Batch& whole) override {
        const std::size_t time =
            exec::require_time_column(*whole.schema(), time_column_, "elapsed");
        const exec::View<std::int64_t> times(whole.column(time));
        table::Builder result(ColumnType::integer);
        for (std::uint32_t row = 1; row < whole.rows(); ++row) {
            if (times.valid(row) && times.valid(row - 1)) {
                result.append_stored(value::wrap_sub(times[row], times[row - 1]) / unit_);
            } else {
                result.append_null();
            }
        }
        exec::TableEdit edit(whole);
        edit.slice(whole.rows() == 0 ? 0 : 1, result.size());
        edit.set(column_name_, result.finish());
        emit_table(edit.finish());
    }

    std::int64_t unit_;
    const std::string& time_column_;
    const std::string& column_name_;
};

}  // namespace

std::unique_ptr<exec::Operator> Difference::make(exec::Context& context) const {
    return std::make_unique<DifferenceOperator>(context, settings_);
}

std::unique_ptr<exec::Operator> Derivative::make(exec::Context& context) const {
    return std::make_unique<DerivativeOperator>(context, settings_);
}

std::unique_ptr<exec::Operator> CumulativeSum::make(exec::Context& context) const {
    return std::make_unique<CumulativeSumOperator>(context, columns_);
}

std::unique_ptr<exec::Operator> Elapsed::make(exec::Context& context) const {
    return std::make_unique<ElapsedOperator>(context, unit_, time_column_, column_name_);
}

}  // namespace fluxi::flow::ops
