// Natives of package date: parts of a time, truncation and addition on the clock of a place.
#include <string_view>

#include "native/adapter.hpp"
#include "native/timeable.hpp"
#include "value/time.hpp"
#include "value/window.hpp"

namespace fluxi::stdlib::date {
namespace {

using native::Arguments;
using value::Value;

/// A part of the wall clock in a location.
template <typename Part>
void part(native::PackageNatives& package, std::string_view name, Part of) {
    package.raw(name, {"t", "location"},
                [of](eval::Evaluator& evaluator, const Arguments& arguments) {
                    const std::int64_t time = native::time_of(evaluator, arguments.at(0));
                    const value::Location location =
                        native::location_of(evaluator, arguments.get<value::Record>(1));
                    return Value::integer(of(value::wall_clock(time, location)));
                });
}

/// The fraction of the second in units of `unit` nanoseconds, which is the same everywhere.
void fraction(native::PackageNatives& package, std::string_view name, std::int64_t unit) {
    package.raw(name, {"t"}, [unit](eval::Evaluator& evaluator, const Arguments& arguments) {
        const std::int64_t time = native::time_of(evaluator, arguments.at(0));
        return Value::integer(value::floor_mod(time, value::kNsPerSecond) / unit);
    });
}

void register_parts(native::PackageNatives& package) {
    using value::date_of_time;
    using value::date_time_of;
    using value::days_of_time;
    package.raw("second", {"t"}, [](eval::Evaluator& evaluator, const Arguments& arguments) {
        return Value::integer(date_time_of(native::time_of(evaluator, arguments.at(0))).second);
    });
    fraction(package, "millisecond", value::kNsPerMs);
    fraction(package, "microsecond", value::kNsPerUs);
    fraction(package, "nanosecond", 1);
    part(package, "_minute", [](std::int64_t t) { return date_time_of(t).minute; });
    part(package, "_hour", [](std::int64_t t) { return date_time_of(t).hour; });
    part(package, "_weekDay",
         [](std::int64_t t) { return value::weekday_of_days(days_of_time(t)); });
    part(package, "_monthDay", [](std::int64_t t) { return date_of_time(t).day; });
    part(package, "_yearDay",
         [](std::int64_t t) { return value::year_day_of_days(days_of_time(t)); });
    part(package, "_month", [](std::int64_t t) { return date_of_time(t).month; });
    part(package, "_year", [](std::int64_t t) { return date_of_time(t).year; });
    part(package, "_week", [](std::int64_t t) { return value::iso_week_of_days(days_of_time(t)); });
    part(package, "_quarter", [](std::int64_t t) { return (date_of_time(t).month + 2) / 3; });
}

/// `date.add` for a factor of 1, `date.sub` for -1.
void sum(native::PackageNatives& package, std::string_view name, std::string_view base,
         std::int64_t factor) {
    package.raw(name, {base, "d", "location"},
                [factor](eval::Evaluator& evaluator, const Arguments& arguments) {
                    const std::int64_t time = native::time_of(evaluator, arguments.at(0));
                    const value::Duration step = arguments.get<value::Duration>(1).scaled(factor);
                    const value::Location location =
                        native::location_of(evaluator, arguments.get<value::Record>(2));
                    return Value::time({value::add_in_location(time, step, location)});
                });
}

}  // namespace

void register_natives(native::Registry& registry) {
    native::PackageNatives package = registry.package("date");
    register_parts(package);
    sum(package, "_add", "to", 1);
    sum(package, "_sub", "from", -1);
    package.function("scale", {"d", "n"},
                     [](value::Duration d, std::int64_t n) { return d.scaled(n); });
    package.raw("_time", {"t", "location"},
                [](eval::Evaluator& evaluator, const Arguments& arguments) {
                    const std::int64_t time = native::time_of(evaluator, arguments.at(0));
                    const value::Location location =
                        native::location_of(evaluator, arguments.get<value::Record>(1));
                    return Value::time({value::wall_clock(time, location)});
                });
    package.raw("_truncate", {"t", "unit", "location"},
                [](eval::Evaluator& evaluator, const Arguments& arguments) {
                    const std::int64_t time = native::time_of(evaluator, arguments.at(0));
                    const value::Location location =
                        native::location_of(evaluator, arguments.get<value::Record>(2));
                    const auto unit = arguments.get<value::Duration>(1);
                    return Value::time({value::truncate(time, unit, location)});
                });
}

}  // namespace fluxi::stdlib::date
