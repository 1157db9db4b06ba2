// Natives of universe: _window, fill, timeShift, _hourSelection.
#include "flow/ops/fill.hpp"
#include "flow/ops/listing.hpp"
#include "flow/ops/series.hpp"
#include "flow/ops/window.hpp"
#include "native/adapter.hpp"
#include "native/stream.hpp"
#include "native/timeable.hpp"
#include "universe/streams.hpp"

namespace fluxi::stdlib::universe {

using eval::Evaluator;
using native::Arguments;
using value::Duration;
using value::Value;

namespace {

Value window(Evaluator& evaluator, const Arguments& arguments) {
    auto every = arguments.get<Duration>(2);
    auto period = arguments.get<Duration>(5);
    if (every.is_zero() && period.is_zero()) {
        base::fail(
            "window: window function requires at least one of \"every\" or \"period\" to be set "
            "and "
            "non-zero");
    }
    if (every.is_negative())
        base::fail("window: parameter \"every\" must be non-negative, found {}", to_string(every));
    if (every.is_zero()) every = period;
    if (period.is_zero()) period = every;
    const value::Location location = native::location_of(evaluator.extension<value::ZoneDatabase>(),
                                                         arguments.get<value::Record>(3));
    const auto offset = arguments.get<Duration>(4);
    flow::ops::WindowSettings settings{value::Window(every, period, offset, location)};
    settings.create_empty = arguments.get<bool>(1);
    settings.start_column = native::text(arguments, 6);
    settings.stop_column = native::text(arguments, 7);
    settings.time_column = native::text(arguments, 8);
    const flow::Node::Ref input = native::stream(arguments, 0);
    if (!input->bounds()) {
        base::fail(
            "window: nil bounds passed to window; use range to set the window range before it");
    }
    const bool usual = settings.time_column == "_time" && settings.start_column == "_start" &&
                       settings.stop_column == "_stop";
    settings.standard = usual && every == period && !offset.is_negative() && location.is_utc();
    const bool plain = usual && !settings.create_empty;
    if (settings.window.is_infinite() && plain) {
        flow::Node::Ref source;
        if (auto fused = flow::ops::fused_window(*input, source))
            return native::apply(evaluator, std::move(fused), {source});
    }
    return native::apply(evaluator, std::make_shared<flow::ops::Window>(std::move(settings)),
                         {input});
}

Value fill(Evaluator& evaluator, const Arguments& arguments) {
    const bool previous = arguments.get_or<bool>(2, false);
    if (previous == arguments.has(3))
        base::fail("fill: fill requires exactly one of value or usePrevious");
    return native::apply_to<flow::ops::Fill>(evaluator, arguments, 0,
                                             native::text_or(arguments, 1, "_value"),
                                             previous ? Value::absent() : arguments.at(3));
}

Value hour_selection(Evaluator& evaluator, const Arguments& arguments) {
    const auto hour = [&](std::size_t i, std::string_view name) {
        const auto h = arguments.get<std::int64_t>(i);
        if (h < 0 || h > 23)
            base::fail("hourSelection: {} must be between 0 and 23, found {}", name, h);
        return h;
    };
    const std::int64_t start = hour(2, "start");
    const std::int64_t stop = hour(3, "stop");
    return native::apply(
        evaluator,
        flow::ops::hour_selection(start, stop,
                                  native::location_of(evaluator.extension<value::ZoneDatabase>(),
                                                      arguments.get<value::Record>(1)),
                                  native::text_or(arguments, 4, "_time")),
        {native::stream(arguments, 0)});
}

Value time_shift(Evaluator& evaluator, const Arguments& arguments) {
    return native::apply(
        evaluator,
        flow::ops::time_shift(arguments.get<Duration>(1),
                              arguments.strings_or(2, {"_start", "_stop", "_time"})),
        {native::stream(arguments, 0)});
}

}  // namespace

void register_windows(native::PackageNatives& package) {
    package.raw("_window",
                {"<-tables", "createEmpty", "every", "location", "offset", "period", "startColumn",
                 "stopColumn", "timeColumn"},
                window);
    package.raw("fill", {"<-tables", "?column", "?usePrevious", "?value"}, fill);
    package.raw("timeShift", {"<-tables", "duration", "?columns"}, time_shift);
    package.raw("_hourSelection", {"<-tables", "location", "start", "stop", "?timeColumn"},
                hour_selection);
}

}  // namespace fluxi::stdlib::universe
