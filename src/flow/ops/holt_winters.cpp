#include "flow/ops/holt_winters.hpp"

#include <cmath>
#include <limits>
#include <optional>
#include <vector>

#include "flow/exec/steps.hpp"
#include "flow/ops/nelder_mead.hpp"
#include "flow/ops/per_table.hpp"
#include "table/builder.hpp"
#include "value/window.hpp"

namespace fluxi::flow::ops {

using table::Batch;
using table::Column;
using table::ColumnType;

namespace {

using Optionals = base::SpillingVector<std::optional<double>>;

/// Values at even distances in time; an interval without one has none.
struct Even {
    Optionals values{};
    std::int64_t first = 0;
    std::int64_t last = 0;
};

std::int64_t rounded(std::int64_t time, std::int64_t interval) {
    const std::int64_t rest = value::floor_mod(time, interval);
    return rest < interval - rest ? time - rest : time + (interval - rest);
}

Even evenly(const Batch& whole, const HoltWintersSettings& settings, exec::Steps& steps) {
    const table::Schema& schema = *whole.schema();
    const exec::View<std::int64_t> times(
        whole.column(exec::require_time_column(schema, settings.time_column, "holtWinters")));
    const std::size_t column = exec::require_column(schema, settings.column, "holtWinters");
    const Column given = whole.column(column);
    if (given.type() != ColumnType::integer && given.type() != ColumnType::uinteger &&
        given.type() != ColumnType::floating) {
        base::fail_with(base::Code::table,
                        "holtWinters: holtWinters can work only on numerical types, column \"{}\" "
                        "is of type {}",
                        settings.column, table::type_name(given.type()));
    }
    const base::SpillingVector<double> numbers = exec::as_floats(given);
    const std::int64_t interval = settings.interval.approximate_ns();
    Even even;
    std::int64_t bucket = 0;  // where the present interval ends
    for (std::uint32_t row = 0; row < whole.rows(); ++row) {
        const bool null = given.is_null(row);
        if (!times.valid(row) || (even.values.empty() && null)) continue;
        const std::int64_t at = rounded(times[row], interval);
        if (even.values.empty()) {
            even.first = times[row];
            bucket = at;
        } else {
            if (at <= bucket) continue;  // a second value of the interval
            bucket += interval;
            for (; at > bucket; bucket += interval) {
                even.values.emplace_back();
                steps();
            }
            even.last = times[row];
        }
        if (!null && !std::isfinite(numbers[row]))
            base::fail_with(base::Code::table, "holtWinters: NaN/Inf in input (row {})", row);
        even.values.push_back(null ? std::nullopt : std::optional(numbers[row]));
    }
    return even;
}

/// base^exponent by squaring, as the reference rounds it: the optimiser's way depends on it.
double whole_power(double base, std::size_t exponent) {
    double result = 1;
    for (; exponent != 0; exponent >>= 1U, base *= base) {
        if ((exponent & 1U) != 0) result *= base;
    }
    return result;
}

class Model {
  public:
    Model(const Optionals& values, std::int64_t seasonality, exec::Steps& steps)
        : values_(values),
          steps_(steps),
          season_(seasonality >= 2 ? static_cast<std::size_t>(seasonality) : 0) {}

    [[nodiscard]] bool fits() const { return values_.size() >= 2 && values_.size() >= season_; }

    /// The parameters with the smallest error: smoothing of level, trend, season, damping, first
    /// level, first trend, first season.
    [[nodiscard]] Minimum best() const {
        base::SpillingVector<double> start = initial();
        const auto error = [this](const base::SpillingVector<double>& p) {
            return squared_error(p);
        };
        Minimum best;
        best.value = std::numeric_limits<double>::infinity();
        for (int i = 0; i < 16; ++i) {
            for (std::size_t p = 0; p < 4; ++p) start[p] = (i >> (3 - p) & 1) != 0 ? 0.7 : 0.3;
            Minimum found = minimise(error, start, 1e-4, 100);
            if (found.value < best.value || best.point.empty()) best = std::move(found);
        }
        return best;
    }

    /// The fitted values, one for each given, then `ahead` more.
    [[nodiscard]] base::SpillingVector<double> forecast(base::SpillingVector<double> p,
                                                        std::size_t ahead) const {
        for (std::size_t i = 0; i < 4; ++i) p[i] = p[i] < 0 ? 0 : p[i] > 1 ? 1 : p[i];
        const double damping = p[3];
        double* seasons = p.data() + 6;
        double value = values_[0].value_or(0);
        double level = p[4];
        double trend = p[5];
        double damped = damping;
        std::size_t offset = season_ - 1;
        base::SpillingVector<double> result{value};
        for (std::size_t t = 1; t < values_.size() + ahead; ++t) {
            double now = 1;
            double next = 1;
            if (season_ != 0) {
                now = seasons[(t - season_ + offset) % season_];
                next = seasons[(t - season_ + t % season_ + offset) % season_];
            }
            const double expected = level + damping * trend;
            const double new_level = p[0] * (value / now) + (1 - p[0]) * expected;
            const double new_trend = p[1] * (new_level - level) + (1 - p[1]) * damping * trend;
            const double new_season = p[2] * (value / expected) + (1 - p[2]) * now;
            level = new_level;
            trend = new_trend;
            value = (level + damped * trend) * next;
            damped += whole_power(damping, t);
            if (season_ != 0) seasons[(t + offset++) % season_] = new_season;
            result.push_back(value);
            steps_();
        }
        return result;
    }

  private:
    [[nodiscard]] base::SpillingVector<double> initial() const {
        base::SpillingVector<double> p(6 + season_, 0);
        if (season_ == 0) {
            p[4] = 0.5 * values_[0].value_or(0);
            if (values_[1]) p[5] = 0.5 * (*values_[1] - values_[0].value_or(0));
            return p;
        }
        const auto m = static_cast<double>(season_);
        for (std::size_t i = 0; i < season_; ++i) {
            if (values_[i]) p[4] += 1 / m * *values_[i];
            if (season_ + i < values_.size() && values_[i] && values_[season_ + i])
                p[5] += 1 / (m * m) * (*values_[season_ + i] - *values_[i]);
        }
        for (std::size_t i = 0; i < season_; ++i) p[6 + i] = values_[i] ? *values_[i] / p[4] : 1;
        return p;
    }

    [[nodiscard]] double squared_error(const base::SpillingVector<double>& p) const {
        const base::SpillingVector<double> fitted = forecast(p, 0);
        double sum = 0;
        for (std::size_t i = 0; i < fitted.size(); ++i) {
            if (values_[i]) sum += (fitted[i] - *values_[i]) * (fitted[i] - *values_[i]);
        }
        return sum;
    }

    const Optionals& values_;
    exec::Steps& steps_;
    std::size_t season_;
};

void forecast_table(const HoltWintersSettings& settings, const exec::Context& context,
                    const Batch& whole, const Emit& emit) {
    exec::Steps steps(context);
    const Even even = evenly(whole, settings, steps);
    const Model model(even.values, settings.seasonality, steps);
    table::Builder times(ColumnType::time);
    table::Builder values(ColumnType::floating);
    double error = 0;
    if (settings.n > 0 && model.fits()) {
        const Minimum best = model.best();
        error = best.value;
        const auto all = model.forecast(best.point, static_cast<std::size_t>(settings.n));
        const std::size_t begin = settings.with_fit ? 0 : even.values.size();
        std::int64_t time = even.first;
        if (!settings.with_fit)
            time = value::add_in_location(even.last, settings.interval, value::Location{});
        for (std::size_t i = begin; i < all.size(); ++i) {
            times.append_stored(time);
            values.append_stored(all[i]);
            time = value::add_in_location(time, settings.interval, value::Location{});
            steps();
        }
    }
    const std::uint32_t rows = values.size();
    exec::TableEdit edit = exec::TableEdit::key_only(whole, rows);
    edit.set("_time", times.finish());
    edit.set("_value", values.finish());
    if (settings.with_min_sse) {
        edit.set("minSSE",
                 Column::constant(ColumnType::floating, rows, value::Value::floating(error)));
    }
    emit(edit.finish());
}

}  // namespace

std::shared_ptr<const Operation> holt_winters(HoltWintersSettings settings) {
    const auto maker = [settings](exec::Context& context) -> TableFunction {
        return [settings, &context](const Batch& whole, const Emit& emit) {
            forecast_table(settings, context, whole, emit);
        };
    };
    return std::make_shared<PerTable>("holtWinters", PerTable::Leaving::by_key, "holtWinters",
                                      maker);
}

}  // namespace fluxi::flow::ops
