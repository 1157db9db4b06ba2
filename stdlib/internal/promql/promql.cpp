// Natives of package internal/promql. Parts of a time, given in seconds since the epoch and taken
// in UTC, are typed, so that they run over columns as well; the rest makes nodes of the plan.
#include <cstdint>
#include <string_view>
#include <utility>

#include "flow/ops/promql.hpp"
#include "native/adapter.hpp"
#include "native/stream.hpp"
#include "value/number.hpp"
#include "value/time.hpp"

namespace fluxi::stdlib::internal_promql {
namespace {

namespace ops = flow::ops::promql;
using eval::Evaluator;
using native::Arguments;
using value::Value;

/// Registers a part of the calendar date and clock reading.
template <typename Part>
void part(native::PackageNatives& package, std::string_view name, Part of) {
    package.function(name, {"timestamp"}, [of](double timestamp) {
        const std::int64_t time = value::float_to_int(timestamp * 1e9);
        return static_cast<double>(of(value::date_time_of(time)));
    });
}

Value extrapolated_rate(Evaluator& evaluator, const Arguments& arguments) {
    const ops::RateSettings settings{arguments.get_or<bool>(1, false),
                                     arguments.get_or<bool>(2, false)};
    return native::apply(evaluator, ops::extrapolated_rate(settings),
                         {native::stream(arguments, 0)});
}

Value histogram_quantile(Evaluator& evaluator, const Arguments& arguments) {
    if (!arguments.has(2)) {
        base::fail("promHistogramQuantile: missing required keyword argument \"quantile\"");
    }
    ops::HistogramQuantileSettings settings;
    settings.count_column = native::text_or(arguments, 1, "_value");
    settings.quantile = arguments.get<double>(2);
    settings.upper_bound_column = native::text_or(arguments, 3, "le");
    settings.value_column = native::text_or(arguments, 4, "_value");
    return native::apply(evaluator, ops::histogram_quantile(std::move(settings)),
                         {native::stream(arguments, 0)});
}

Value label_replace(Evaluator& evaluator, const Arguments& arguments) {
    ops::LabelSettings settings;
    settings.destination = native::text(arguments, 1);
    settings.regex = native::text(arguments, 2);
    settings.replacement = native::text(arguments, 3);
    settings.source = native::text(arguments, 4);
    return native::apply(evaluator, ops::label_replace(std::move(settings)),
                         {native::stream(arguments, 0)});
}

/// Registers a function without further arguments.
template <typename Make>
void plain(native::PackageNatives& package, std::string_view name, Make make) {
    package.raw(name, {"<-tables"}, [make](Evaluator& evaluator, const Arguments& arguments) {
        return native::apply(evaluator, make(), {native::stream(arguments, 0)});
    });
}

void register_streams(native::PackageNatives& package) {
    plain(package, "changes", ops::changes);
    plain(package, "resets", ops::resets);
    plain(package, "timestamp", ops::timestamp);
    package.raw("emptyTable", {}, [](Evaluator& evaluator, const Arguments&) {
        return native::apply(evaluator, ops::empty_table(), {});
    });
    package.raw("extrapolatedRate", {"<-tables", "?isCounter", "?isRate"}, extrapolated_rate);
    package.raw("instantRate", {"<-tables", "?isRate"}, [](Evaluator& e, const Arguments& a) {
        return native::apply(e, ops::instant_rate(a.get_or<bool>(1, false)),
                             {native::stream(a, 0)});
    });
    package.raw("holtWinters", {"<-tables", "?smoothingFactor", "?trendFactor"},
                [](Evaluator& e, const Arguments& a) {
                    return native::apply(
                        e, ops::holt_winters(a.get_or<double>(1, 0), a.get_or<double>(2, 0)),
                        {native::stream(a, 0)});
                });
    package.raw("linearRegression", {"<-tables", "?fromNow", "?predict"},
                [](Evaluator& e, const Arguments& a) {
                    return native::apply(
                        e, ops::linear_regression(a.get_or<bool>(2, false), a.get_or<double>(1, 0)),
                        {native::stream(a, 0)});
                });
    package.raw("promHistogramQuantile",
                {"<-tables", "?countColumn", "?quantile", "?upperBoundColumn", "?valueColumn"},
                histogram_quantile);
    package.raw("labelReplace", {"<-tables", "destination", "regex", "replacement", "source"},
                label_replace);
}

}  // namespace

void register_natives(native::Registry& registry) {
    using value::DateTime;
    native::PackageNatives package = registry.package("internal/promql");
    register_streams(package);
    part(package, "promqlYear", [](const DateTime& t) { return t.date.year; });
    part(package, "promqlMonth", [](const DateTime& t) { return t.date.month; });
    part(package, "promqlDayOfMonth", [](const DateTime& t) { return t.date.day; });
    part(package, "promqlDaysInMonth",
         [](const DateTime& t) { return value::days_in_month(t.date.year, t.date.month); });
    part(package, "promqlDayOfWeek", [](const DateTime& t) {
        return value::weekday_of_days(value::days_from_date(t.date.year, t.date.month, t.date.day));
    });
    part(package, "promqlHour", [](const DateTime& t) { return t.hour; });
    part(package, "promqlMinute", [](const DateTime& t) { return t.minute; });
}

}  // namespace fluxi::stdlib::internal_promql
