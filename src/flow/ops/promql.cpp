#include "flow/ops/promql.hpp"

#include <algorithm>
#include <cmath>
#include <optional>
#include <vector>

#include "flow/ops/per_table.hpp"
#include "flow/ops/tables.hpp"
#include "table/builder.hpp"
#include "value/regexp.hpp"

namespace fluxi::flow::ops::promql {

using table::Batch;
using table::Column;
using table::ColumnType;
using value::Value;

namespace {

using Leaving = PerTable::Leaving;

/// Whole seconds and the rest are converted apart, which decides the last digit of a result.
double seconds(std::int64_t ns) {
    constexpr std::int64_t kSecond = 1'000'000'000;
    return static_cast<double>(ns / kSecond) + static_cast<double>(ns % kSecond) / 1e9;
}

exec::View<double> floats(const Batch& whole, std::string_view label, std::string_view user) {
    const std::size_t i = exec::require_column(*whole.schema(), label, user);
    const Column column = whole.column(i);
    if (column.type() != ColumnType::floating) {
        base::fail_with(base::Code::table, "{}: column \"{}\" is of type {}, expected float", user,
                        label, table::type_name(column.type()));
    }
    return exec::View<double>(column);
}

exec::View<std::int64_t> times(const Batch& whole, std::string_view label, std::string_view user) {
    return exec::View<std::int64_t>(
        whole.column(exec::require_time_column(*whole.schema(), label, user)));
}

/// The time that is the same for the whole table because it is part of the key.
std::int64_t key_time(const Batch& whole, std::string_view label, std::string_view user) {
    const std::size_t i = exec::require_time_column(*whole.schema(), label, user);
    if (!whole.schema()->is_key(i)) {
        base::fail_with(base::Code::table, "{}: column \"{}\" is not part of the group key", user,
                        label);
    }
    return whole.key_value(i, 0).as_time().nanoseconds;
}

/// In nanoseconds; as unsigned, so that times at both ends of the range do not overflow.
std::int64_t distance(std::int64_t from, std::int64_t to) {
    return static_cast<std::int64_t>(static_cast<std::uint64_t>(to) -
                                     static_cast<std::uint64_t>(from));
}

/// The samples of a table that have both a time and a value.
struct Samples {
    exec::View<std::int64_t> time;
    exec::View<double> value;
    base::SpillingVector<std::uint32_t> rows{};

    Samples(const Batch& whole, std::string_view user)
        : time(times(whole, "_time", user)), value(floats(whole, "_value", user)) {
        for (std::uint32_t row = 0; row < whole.rows(); ++row) {
            if (time.valid(row) && value.valid(row)) rows.push_back(row);
        }
    }
    [[nodiscard]] std::size_t size() const { return rows.size(); }
    [[nodiscard]] double at(std::size_t i) const { return value[rows[i]]; }
    [[nodiscard]] std::int64_t time_at(std::size_t i) const { return time[rows[i]]; }
};

/// The key columns, and the value in `column` if there is one.
Batch result_of(const Batch& whole, std::string_view column, std::optional<double> result) {
    exec::TableEdit edit = exec::TableEdit::key_only(whole, result ? 1 : 0);
    if (result)
        edit.set(column, Column::constant(ColumnType::floating, 1, Value::floating(*result)));
    return edit.finish();
}

/// An operation that makes one value of each table.
template <typename Function>
OperationRef one_value(std::string name, Function function) {
    return per_table(name, Leaving::by_key, name, [function](const Batch& whole, const Emit& emit) {
        emit(result_of(whole, "_value", function(whole)));
    });
}

/// Counts the neighbours that are as `differ` says.
template <typename Differ>
OperationRef count_neighbours(const char* name, Differ differ) {
    return one_value(name, [name, differ](const Batch& whole) -> std::optional<double> {
        const exec::View<double> values = floats(whole, "_value", name);
        std::optional<double> before;
        double count = 0;
        for (std::uint32_t row = 0; row < whole.rows(); ++row) {
            if (!values.valid(row)) continue;
            if (before && differ(*before, values[row])) ++count;
            before = values[row];
        }
        if (!before) return std::nullopt;
        return count;
    });
}

std::optional<double> rate_of(const Batch& whole, const RateSettings& settings) {
    constexpr std::string_view kUser = "extrapolatedRate";
    const Samples samples(whole, kUser);
    const std::int64_t start = key_time(whole, "_start", kUser);
    const std::int64_t stop = key_time(whole, "_stop", kUser);
    if (samples.size() < 2) return std::nullopt;

    const std::size_t last = samples.size() - 1;
    const double first_value = samples.at(0);
    double growth = samples.at(last) - first_value;
    if (settings.is_counter) {
        // What a counter had reached before it fell is growth too.
        double correction = 0;
        for (std::size_t i = 1; i <= last; ++i) {
            if (samples.at(i) < samples.at(i - 1)) correction += samples.at(i - 1);
        }
        growth += correction;
    }
    const auto sampled = static_cast<double>(distance(samples.time_at(0), samples.time_at(last)));
    const double between = sampled / static_cast<double>(last);
    auto before = static_cast<double>(distance(start, samples.time_at(0)));
    const auto after = static_cast<double>(distance(samples.time_at(last), stop));
    if (settings.is_counter && growth > 0 && first_value >= 0) {
        // A counter was never below zero: it did not grow earlier than its line leaves zero.
        before = std::min(before, sampled * (first_value / growth));
    }
    const auto reach = [between](double gap) { return gap < between * 1.1 ? gap : between / 2; };
    const double covered = sampled + reach(before) + reach(after);
    double result = growth * (covered / sampled);
    if (settings.is_rate) result /= seconds(distance(start, stop));
    return result;
}

std::optional<double> smoothed(const Batch& whole, double smoothing, double trend_factor) {
    const Samples samples(whole, "holtWinters");
    if (samples.size() < 2) return std::nullopt;
    double level_before = 0;
    double level = samples.at(0);
    double trend = samples.at(1) - level;
    for (std::size_t i = 1; i < samples.size(); ++i) {
        if (i > 1) trend = trend_factor * (level - level_before) + (1 - trend_factor) * trend;
        const double next = smoothing * samples.at(i) + (1 - smoothing) * (level + trend);
        level_before = level;
        level = next;
    }
    return level;
}

void check_factor(double factor, std::string_view which, std::string_view abbreviation) {
    if (factor > 0 && factor < 1) return;
    base::fail_with(base::Code::table,
                    "holtWinters: invalid {} factor. Expected: 0 < {} < 1, got: {:f}", which,
                    abbreviation, factor);
}

std::optional<double> regression(const Batch& whole, bool predict, double from_now) {
    constexpr std::string_view kUser = "linearRegression";
    const Samples samples(whole, kUser);
    const std::int64_t stop = key_time(whole, "_stop", kUser);
    if (samples.size() < 2) return std::nullopt;
    const std::int64_t origin = predict ? stop : samples.time_at(0);
    double sum_x = 0;
    double sum_y = 0;
    double sum_xy = 0;
    double sum_xx = 0;
    for (std::size_t i = 0; i < samples.size(); ++i) {
        const double x = seconds(distance(origin, samples.time_at(i)));
        const double y = samples.at(i);
        sum_x += x;
        sum_y += y;
        sum_xy += x * y;
        sum_xx += x * x;
    }
    const auto n = static_cast<double>(samples.size());
    const double slope = (sum_xy - sum_x * sum_y / n) / (sum_xx - sum_x * sum_x / n);
    if (!predict) return slope;
    return slope * from_now + (sum_y / n - slope * sum_x / n);
}

void set_timestamps(const Batch& whole, const Emit& emit) {
    constexpr std::string_view kUser = "timestamp";
    const table::Schema& schema = *whole.schema();
    const bool has_time = schema.find("_time") != table::Schema::npos;
    const exec::View<std::int64_t> time = times(whole, has_time ? "_time" : "_stop", kUser);
    (void)floats(whole, "_value", kUser);
    table::Builder seconds(ColumnType::floating);
    seconds.reserve(whole.rows());
    for (std::uint32_t row = 0; row < whole.rows(); ++row) {
        if (time.valid(row)) {
            seconds.append_stored(static_cast<double>(time[row] / 1'000'000) / 1e3);
        } else {
            seconds.append_null();
        }
    }
    exec::TableEdit edit(whole);
    edit.set("_value", seconds.finish());
    emit(edit.finish());
}

class LabelReplacement {
  public:
    explicit LabelReplacement(LabelSettings settings)
        : settings_(std::move(settings)),
          regexp_(value::Regexp::compile("^(?:" + settings_.regex + ")$")),
          replacement_(*regexp_, settings_.replacement) {}

    void operator()(const Batch& whole, const Emit& emit) const {
        const table::Schema& schema = *whole.schema();
        const std::size_t value = exec::require_column(schema, "_value", kUser);
        (void)floats(whole, "_value", kUser);
        exec::TableEdit edit = exec::TableEdit::key_only(whole, whole.rows());
        const std::string source = source_of(whole);
        if (regexp_->match(source)) {
            std::string label;
            regexp_->append_replaced(label, source, replacement_);
            edit.remove(settings_.destination);
            if (!label.empty()) {
                edit.set_key(settings_.destination, ColumnType::string, Value::string(label));
            }
        }
        edit.set("_value", whole.column(value));
        emit(edit.finish());
    }

  private:
    static constexpr std::string_view kUser = "labelReplace";

    [[nodiscard]] std::string source_of(const Batch& whole) const {
        const table::Schema& schema = *whole.schema();
        const std::size_t i = schema.find(settings_.source);
        if (i == table::Schema::npos || !schema.is_key(i)) return {};
        const Value label = whole.key_value(i, 0);
        if (label.is_null()) return {};
        if (!label.is(value::Nature::string)) {
            base::fail_with(base::Code::table,
                            "labelReplace: column \"{}\" is of type {}, expected string",
                            settings_.source, table::type_name(schema.fields()[i].type));
        }
        return std::string(label.as_text());
    }

    LabelSettings settings_;
    std::shared_ptr<const value::Regexp> regexp_;
    value::Regexp::Replacement replacement_;
};

}  // namespace

OperationRef changes() {
    return count_neighbours("changes", [](double before, double now) {
        return before != now && !(std::isnan(before) && std::isnan(now));
    });
}

OperationRef resets() {
    return count_neighbours("resets", [](double before, double now) { return now < before; });
}

OperationRef extrapolated_rate(RateSettings settings) {
    return one_value("extrapolatedRate",
                     [settings](const Batch& whole) { return rate_of(whole, settings); });
}

OperationRef instant_rate(bool is_rate) {
    return one_value("instantRate", [is_rate](const Batch& whole) -> std::optional<double> {
        const Samples samples(whole, "instantRate");
        if (samples.size() < 2) return std::nullopt;
        const std::size_t last = samples.size() - 1;
        const std::int64_t elapsed = distance(samples.time_at(last - 1), samples.time_at(last));
        if (elapsed == 0) return std::nullopt;
        const double before = samples.at(last - 1);
        const double now = samples.at(last);
        // A counter that fell has started again from zero.
        const double growth = is_rate && now < before ? now : now - before;
        return is_rate ? growth / seconds(elapsed) : growth;
    });
}

OperationRef holt_winters(double smoothing_factor, double trend_factor) {
    return one_value("holtWinters", [smoothing_factor, trend_factor](const Batch& whole) {
        check_factor(smoothing_factor, "smoothing", "sf");
        check_factor(trend_factor, "trend", "tf");
        return smoothed(whole, smoothing_factor, trend_factor);
    });
}

OperationRef linear_regression(bool predict, double from_now) {
    return one_value("linearRegression", [predict, from_now](const Batch& whole) {
        return regression(whole, predict, from_now);
    });
}

OperationRef timestamp() {
    return per_table("timestamp", Leaving::by_key, "timestamp", set_timestamps);
}

OperationRef label_replace(LabelSettings settings) {
    return per_table("labelReplace", Leaving::by_key, "labelReplace",
                     LabelReplacement(std::move(settings)));
}

OperationRef empty_table() {
    // The time that stands for "no time" where times are counted from year 1 and cut to 64 bits.
    constexpr std::int64_t kNoTime = -6'795'364'578'871'345'152;
    const auto schema = table::make_schema({{"_start", ColumnType::time},
                                            {"_stop", ColumnType::time},
                                            {"_time", ColumnType::time},
                                            {"_value", ColumnType::floating}},
                                           {0, 1});
    std::vector<Column> columns;
    for (const table::Field& field : schema->fields()) {
        columns.push_back(Column::nulls(field.type, 0));
    }
    const Value none = Value::time({kNoTime});
    return std::make_shared<Tables>(
        "emptyTable",
        std::vector<Batch>{Batch::single(schema, std::move(columns), 0, 0, {none, none})});
}

}  // namespace fluxi::flow::ops::promql
