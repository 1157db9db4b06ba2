// Natives of universe: those that compare or average successive rows.
#include <string>
#include <utility>
#include <vector>

#include "base/error.hpp"
#include "flow/ops/averages.hpp"
#include "flow/ops/differences.hpp"
#include "flow/ops/state_tracking.hpp"
#include "native/adapter.hpp"
#include "native/stream.hpp"
#include "universe/streams.hpp"
#include "value/duration.hpp"

namespace fluxi::stdlib::universe {
namespace {

using eval::Evaluator;
using flow::ops::Indicator;
using native::Arguments;
using value::Value;

std::vector<std::string> value_column() {
    return {"_value"};
}

/// A unit of time in nanoseconds.
std::int64_t unit_or(const Arguments& arguments, std::size_t i, std::int64_t fallback) {
    if (!arguments.has(i)) return fallback;
    const auto unit = arguments.get<value::Duration>(i);
    if (!unit.is_positive()) {
        base::fail("{}: the unit must be greater than zero, but it is {}", arguments.function(),
                   value::to_string(unit));
    }
    return unit.approximate_ns();
}

std::int64_t period(const Arguments& arguments, std::size_t i, std::string_view what) {
    const auto n = arguments.get<std::int64_t>(i);
    if (n <= 0) {
        base::fail("cannot take {} with a period of {} (must be greater than 0)", what, n);
    }
    return n;
}

Value difference(Evaluator& evaluator, const Arguments& arguments) {
    flow::ops::Difference::Settings settings;
    settings.non_negative = arguments.get_or<bool>(1, false);
    settings.columns = arguments.strings_or(2, value_column());
    settings.keep_first = arguments.get_or<bool>(3, false);
    settings.initial_zero = arguments.get_or<bool>(4, false);
    return native::apply_to<flow::ops::Difference>(evaluator, arguments, 0, std::move(settings));
}

Value derivative(Evaluator& evaluator, const Arguments& arguments) {
    flow::ops::Derivative::Settings settings;
    settings.unit = static_cast<double>(unit_or(arguments, 1, value::kNsPerSecond));
    settings.non_negative = arguments.get_or<bool>(2, false);
    settings.columns = arguments.strings_or(3, value_column());
    settings.time_column = native::text_or(arguments, 4, "_time");
    settings.initial_zero = arguments.get_or<bool>(5, false);
    return native::apply_to<flow::ops::Derivative>(evaluator, arguments, 0, std::move(settings));
}

Value cumulative_sum(Evaluator& evaluator, const Arguments& arguments) {
    return native::apply_to<flow::ops::CumulativeSum>(evaluator, arguments, 0,
                                                      arguments.strings_or(1, value_column()));
}

Value elapsed(Evaluator& evaluator, const Arguments& arguments) {
    return native::apply_to<flow::ops::Elapsed>(
        evaluator, arguments, 0, unit_or(arguments, 1, value::kNsPerSecond),
        native::text_or(arguments, 2, "_time"), native::text_or(arguments, 3, "elapsed"));
}

Value moving_average(Evaluator& evaluator, const Arguments& arguments) {
    return native::apply_to<flow::ops::MovingAverage>(evaluator, arguments, 0,
                                                      period(arguments, 1, "moving average"));
}

native::Implementation indicator(Indicator::Kind kind, std::string what) {
    return [kind, what = std::move(what)](Evaluator& evaluator, const Arguments& arguments) {
        return native::apply_to<Indicator>(evaluator, arguments, 0, kind,
                                           period(arguments, 1, what), value_column());
    };
}

/// An indicator whose columns are named by the third argument.
native::Implementation indicator_of_columns(Indicator::Kind kind, std::string what) {
    return [kind, what = std::move(what)](Evaluator& evaluator, const Arguments& arguments) {
        return native::apply_to<Indicator>(evaluator, arguments, 0, kind,
                                           period(arguments, 1, what),
                                           arguments.strings_or(2, value_column()));
    };
}

Value kaufmans_ama(Evaluator& evaluator, const Arguments& arguments) {
    return native::apply_to<Indicator>(
        evaluator, arguments, 0, Indicator::Kind::adaptive_average,
        period(arguments, 1, "KaufmansAMA"),
        std::vector<std::string>{native::text_or(arguments, 2, "_value")});
}

Value state_tracking(Evaluator& evaluator, const Arguments& arguments) {
    flow::ops::StateTracking::Settings settings;
    settings.count_column = native::text_or(arguments, 2, "");
    settings.duration_column = native::text_or(arguments, 3, "");
    settings.unit = unit_or(arguments, 4, value::kNsPerSecond);
    settings.time_column = native::text_or(arguments, 5, "_time");
    return native::apply_to<flow::ops::StateTracking>(
        evaluator, arguments, 0, native::function(arguments, 1), std::move(settings));
}

}  // namespace

void register_series(native::PackageNatives& package) {
    package.raw("difference",
                {"<-tables", "?nonNegative", "?columns", "?keepFirst", "?initialZero"}, difference);
    package.raw("derivative",
                {"<-tables", "?unit", "?nonNegative", "?columns", "?timeColumn", "?initialZero"},
                derivative);
    package.raw("cumulativeSum", {"<-tables", "?columns"}, cumulative_sum);
    package.raw("elapsed", {"<-tables", "?unit", "?timeColumn", "?columnName"}, elapsed);
    package.raw("movingAverage", {"<-tables", "n"}, moving_average);
    package.raw("exponentialMovingAverage", {"<-tables", "n"},
                indicator(Indicator::Kind::exponential_average, "moving average"));
    package.raw("tripleExponentialDerivative", {"<-tables", "n"},
                indicator(Indicator::Kind::triple_derivative, "moving average"));
    package.raw(
        "relativeStrengthIndex", {"<-tables", "n", "?columns"},
        indicator_of_columns(Indicator::Kind::relative_strength, "relative strength index"));
    package.raw("chandeMomentumOscillator", {"<-tables", "n", "?columns"},
                indicator_of_columns(Indicator::Kind::momentum, "chande momentum oscillator"));
    package.raw("kaufmansAMA", {"<-tables", "n", "?column"}, kaufmans_ama);
    package.raw(
        "stateTracking",
        {"<-tables", "fn", "?countColumn", "?durationColumn", "?durationUnit", "?timeColumn"},
        state_tracking);
}

}  // namespace fluxi::stdlib::universe
