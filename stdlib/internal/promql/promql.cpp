// Natives of package internal/promql that work on single values: parts of a time that is given in
// seconds since the epoch, all in UTC. They are typed, so that they run over columns as well.
#include <cstdint>
#include <string_view>

#include "native/adapter.hpp"
#include "value/number.hpp"
#include "value/time.hpp"

namespace fluxi::stdlib::internal_promql {
namespace {

/// Registers a part of the calendar date and clock reading.
template <typename Part>
void part(native::PackageNatives& package, std::string_view name, Part of) {
    package.function(name, {"timestamp"}, [of](double timestamp) {
        const std::int64_t time = value::float_to_int(timestamp * 1e9);
        return static_cast<double>(of(value::date_time_of(time)));
    });
}

}  // namespace

void register_natives(native::Registry& registry) {
    using value::DateTime;
    native::PackageNatives package = registry.package("internal/promql");
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
