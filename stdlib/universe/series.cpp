// Natives of universe that look at each row with those before it.
#include "flow/ops/series.hpp"

#include "flow/ops/state_tracking.hpp"
#include "native/adapter.hpp"
#include "native/stream.hpp"
#include "universe/streams.hpp"

namespace fluxi::stdlib::universe {

using eval::Evaluator;
using native::Arguments;
using value::Duration;
using value::Value;

namespace {

/// A number of rows that must be positive.
std::int64_t positive_rows(const Arguments& arguments, std::size_t i, std::string_view what) {
    const auto n = arguments.get<std::int64_t>(i);
    if (n <= 0) {
        base::fail("{}: cannot take {} with a period of {} (must be greater than 0)",
                   arguments.function(), what, n);
    }
    return n;
}

/// A unit of time in nanoseconds, one second if it was not given.
std::int64_t unit(const Arguments& arguments, std::size_t i) {
    const Duration given = arguments.get_or<Duration>(i, Duration{value::kNsPerSecond, 0});
    const std::int64_t ns = given.approximate_ns();
    if (ns <= 0) {
        base::fail("{}: unit must be greater than zero, found {}", arguments.function(),
                   value::to_string(given));
    }
    return ns;
}

Value derivative(Evaluator& evaluator, const Arguments& arguments) {
    flow::ops::DerivativeSettings settings;
    settings.columns = arguments.strings_or(1, {"_value"});
    settings.initial_zero = arguments.get_or<bool>(2, false);
    settings.non_negative = arguments.get_or<bool>(3, false);
    settings.time_column = native::text_or(arguments, 4, "_time");
    settings.unit = unit(arguments, 5);
    return native::apply(evaluator, flow::ops::derivative(std::move(settings)),
                         {native::stream(arguments, 0)});
}

Value difference(Evaluator& evaluator, const Arguments& arguments) {
    flow::ops::DifferenceSettings settings;
    settings.columns = arguments.strings_or(1, {"_value"});
    settings.initial_zero = arguments.get_or<bool>(2, false);
    settings.keep_first = arguments.get_or<bool>(3, false);
    settings.non_negative = arguments.get_or<bool>(4, false);
    return native::apply(evaluator, flow::ops::difference(std::move(settings)),
                         {native::stream(arguments, 0)});
}

Value elapsed(Evaluator& evaluator, const Arguments& arguments) {
    return native::apply(
        evaluator,
        flow::ops::elapsed(unit(arguments, 3), native::text_or(arguments, 2, "_time"),
                           native::text_or(arguments, 1, "elapsed")),
        {native::stream(arguments, 0)});
}

Value state_tracking(Evaluator& evaluator, const Arguments& arguments) {
    flow::ops::StateTrackingSettings settings{native::function(arguments, 1)};
    settings.count_column = native::text_or(arguments, 2, "");
    settings.duration_column = native::text_or(arguments, 3, "");
    settings.unit = unit(arguments, 4);
    settings.time_column = native::text_or(arguments, 5, "_time");
    return native::apply(evaluator, flow::ops::state_tracking(std::move(settings)),
                         {native::stream(arguments, 0)});
}

}  // namespace

void register_series(native::PackageNatives& package) {
    package.raw("derivative",
                {"<-tables", "?columns", "?initialZero", "?nonNegative", "?timeColumn", "?unit"},
                derivative);
    package.raw("difference",
                {"<-tables", "?columns", "?initialZero", "?keepFirst", "?nonNegative"}, difference);
    package.raw("elapsed", {"<-tables", "?columnName", "?timeColumn", "?unit"}, elapsed);
    package.raw(
        "stateTracking",
        {"<-tables", "fn", "?countColumn", "?durationColumn", "?durationUnit", "?timeColumn"},
        state_tracking);
    package.raw("cumulativeSum", {"<-tables", "?columns"}, [](Evaluator& e, const Arguments& a) {
        return native::apply(e, flow::ops::cumulative_sum(a.strings_or(1, {"_value"})),
                             {native::stream(a, 0)});
    });
    using Average = flow::ops::OperationRef (*)(std::int64_t);
    const std::pair<std::string_view, Average> averages[] = {
        {"movingAverage", flow::ops::moving_average},
        {"exponentialMovingAverage", flow::ops::exponential_moving_average},
        {"tripleExponentialDerivative", flow::ops::triple_exponential_derivative},
    };
    for (const auto& entry : averages) {
        package.raw(entry.first, {"<-tables", "n"},
                    [average = entry.second](Evaluator& e, const Arguments& a) {
                        return native::apply(e, average(positive_rows(a, 1, "moving average")),
                                             {native::stream(a, 0)});
                    });
    }
    using Indicator = flow::ops::OperationRef (*)(std::int64_t, std::vector<std::string>);
    const std::pair<std::string_view, Indicator> indicators[] = {
        {"relativeStrengthIndex", flow::ops::relative_strength_index},
        {"chandeMomentumOscillator", flow::ops::chande_momentum_oscillator},
    };
    for (const auto& entry : indicators) {
        package.raw(entry.first, {"<-tables", "n", "?columns"},
                    [indicator = entry.second](Evaluator& e, const Arguments& a) {
                        return native::apply(e,
                                             indicator(positive_rows(a, 1, "moving average"),
                                                       a.strings_or(2, {"_value"})),
                                             {native::stream(a, 0)});
                    });
    }
    package.raw("kaufmansAMA", {"<-tables", "n", "?column"}, [](Evaluator& e, const Arguments& a) {
        return native::apply(e,
                             flow::ops::kaufmans_ama(positive_rows(a, 1, "moving average"),
                                                     native::text_or(a, 2, "_value")),
                             {native::stream(a, 0)});
    });
}

}  // namespace fluxi::stdlib::universe
