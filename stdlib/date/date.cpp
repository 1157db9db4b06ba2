// Natives of package date: parts of a time, truncation and addition on the clock of a place.
#include <memory>
#include <optional>
#include <string_view>

#include "date/time_kernels.hpp"
#include "native/adapter.hpp"
#include "native/overloads.hpp"
#include "native/timeable.hpp"
#include "value/time.hpp"
#include "value/window.hpp"

namespace fluxi::stdlib::date {
namespace {

using native::Arguments;
using table::ColumnType;
using value::Value;

using Zones = std::shared_ptr<value::ZoneDatabase>;
using Constants = std::span<const vec::KernelArgument>;

/// Registers a function of a time (its first parameter) and of values that `prepare` reads: it gets
/// the other arguments by position, as pointers to values, and gives a function from nanoseconds to
/// `type`.
template <typename Prepare>
void of_time(native::PackageNatives& package, std::string_view name,
             std::initializer_list<std::string_view> parameters, ColumnType type, Prepare prepare) {
    package.raw(
        name, parameters, [prepare, type](eval::Evaluator& evaluator, const Arguments& arguments) {
            const std::int64_t time = native::time_of(evaluator, arguments, 0);
            auto f = prepare([&](std::size_t i) -> const Value& { return arguments.at(i); });
            const std::int64_t result = f(time);
            return type == ColumnType::time ? Value::time({result}) : Value::integer(result);
        });
    auto from_constants = [prepare](Constants constants) {
        return prepare([&](std::size_t i) -> const Value& { return *constants[i - 1].constant; });
    };
    package.kernels(name, std::make_shared<TimeKernels<decltype(from_constants)>>(
                              type, std::move(from_constants)));
}

const value::Record& record_in(const Value& v) {
    if (!v.is(value::Nature::record))
        base::fail("argument location must be a record, found {}",
                   v.is_null() ? std::string_view("null") : value::nature_name(v.nature()));
    return v.as_record();
}

value::Duration duration_in(const Value& v, std::string_view name) {
    if (!v.is(value::Nature::duration))
        base::fail("argument {} must be a duration, found {}", name,
                   v.is_null() ? std::string_view("null") : value::nature_name(v.nature()));
    return v.as_duration();
}

/// The wall clock of a location down a column of times.
class WallClock {
  public:
    explicit WallClock(const value::Location& location) : offset_(location.offset) {
        if (location.has_zone()) zone_.emplace(*location.zone);
    }
    std::int64_t operator()(std::int64_t time) {
        if (zone_) time = zone_->to_wall(time);
        return offset_.is_zero() ? time : value::add_duration(time, offset_);
    }

  private:
    std::optional<value::ZoneCursor> zone_{};
    value::Duration offset_;
};

/// A part of the wall clock in a location.
template <typename Part>
void part(native::PackageNatives& package, const Zones& zones, std::string_view name, Part of) {
    of_time(package, name, {"t", "location"}, ColumnType::integer, [zones, of](auto argument) {
        WallClock clock(native::location_of(*zones, record_in(argument(1))));
        return [clock, of](std::int64_t time) mutable -> std::int64_t { return of(clock(time)); };
    });
}

/// A part that is the same everywhere.
template <typename Part>
void plain_part(native::PackageNatives& package, std::string_view name, Part of) {
    of_time(package, name, {"t"}, ColumnType::integer,
            [of](auto) { return [of](std::int64_t time) -> std::int64_t { return of(time); }; });
}

void register_parts(native::PackageNatives& package, const Zones& zones) {
    using value::date_of_time;
    using value::days_of_time;
    using value::floor_div;
    using value::floor_mod;
    // The fractions of a second are whole: microsecond is 123456 where millisecond is 123.
    const auto fraction = [](std::int64_t unit) {
        return [unit](std::int64_t t) { return floor_mod(t, value::kNsPerSecond) / unit; };
    };
    plain_part(package, "second",
               [](std::int64_t t) { return floor_mod(floor_div(t, value::kNsPerSecond), 60); });
    plain_part(package, "millisecond", fraction(value::kNsPerMs));
    plain_part(package, "microsecond", fraction(value::kNsPerUs));
    plain_part(package, "nanosecond", fraction(1));
    part(package, zones, "_minute",
         [](std::int64_t t) { return floor_mod(floor_div(t, value::kNsPerMinute), 60); });
    part(package, zones, "_hour",
         [](std::int64_t t) { return floor_mod(floor_div(t, value::kNsPerHour), 24); });
    part(package, zones, "_weekDay",
         [](std::int64_t t) { return value::weekday_of_days(days_of_time(t)); });
    part(package, zones, "_monthDay", [](std::int64_t t) { return date_of_time(t).day; });
    part(package, zones, "_yearDay",
         [](std::int64_t t) { return value::year_day_of_days(days_of_time(t)); });
    part(package, zones, "_month", [](std::int64_t t) { return date_of_time(t).month; });
    part(package, zones, "_year", [](std::int64_t t) { return date_of_time(t).year; });
    part(package, zones, "_week",
         [](std::int64_t t) { return value::iso_week_of_days(days_of_time(t)); });
    part(package, zones, "_quarter",
         [](std::int64_t t) { return (date_of_time(t).month + 2) / 3; });
}

/// The column-wise form of `date.add` and `date.sub` where the duration is another one in each row;
/// the location is known.
class StepKernels final : public vec::KernelFactory {
  public:
    StepKernels(Zones zones, std::int64_t factor) : zones_(std::move(zones)), factor_(factor) {}
    [[nodiscard]] vec::KernelRef bind(Constants arguments) const override {
        const Value* place = arguments[2].constant;
        if (place == nullptr || !place->is(value::Nature::record)) return nullptr;
        const auto add = [location = native::location_of(*zones_, place->as_record()),
                          factor = factor_](value::Time time, value::Duration step,
                                            const value::Record&) {
            return value::Time{
                value::add_in_location(time.nanoseconds, step.scaled(factor), location)};
        };
        return native::adapter::FunctionKernels<decltype(add), false>(add).bind(arguments);
    }

  private:
    Zones zones_;
    std::int64_t factor_;
};

/// `date.add` for a factor of 1, `date.sub` for -1.
void sum(native::PackageNatives& package, const Zones& zones, std::string_view name,
         std::string_view base, std::int64_t factor) {
    of_time(
        package, name, {base, "d", "location"}, ColumnType::time, [zones, factor](auto argument) {
            const value::Duration step = duration_in(argument(1), "d").scaled(factor);
            const value::Location location = native::location_of(*zones, record_in(argument(2)));
            return [step, location](std::int64_t time) {
                return value::add_in_location(time, step, location);
            };
        });
    const auto time_kernels = package.kernels(name);
    auto overloads = std::make_shared<native::Overloads>();
    overloads->factory(time_kernels).factory(std::make_shared<StepKernels>(zones, factor));
    package.kernels(name, std::move(overloads));
}

}  // namespace

void register_natives(native::Registry& registry) {
    native::PackageNatives package = registry.package("date");
    const Zones zones = registry.zones();
    register_parts(package, zones);
    sum(package, zones, "_add", "to", 1);
    sum(package, zones, "_sub", "from", -1);
    package.function("scale", {"d", "n"},
                     [](value::Duration d, std::int64_t n) { return d.scaled(n); });
    of_time(package, "_time", {"t", "location"}, ColumnType::time, [zones](auto argument) {
        return WallClock(native::location_of(*zones, record_in(argument(1))));
    });
    of_time(
        package, "_truncate", {"t", "unit", "location"}, ColumnType::time, [zones](auto argument) {
            const value::Location location = native::location_of(*zones, record_in(argument(2)));
            return value::Truncation(duration_in(argument(1), "unit"), location);
        });
}

}  // namespace fluxi::stdlib::date
