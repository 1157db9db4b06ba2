// Times: nanoseconds since 1970-01-01T00:00:00Z as std::int64_t (1677-09-21 to 2262-04-11),
// wrapping like the reference. Civil dates are proleptic Gregorian. Pure functions on plain numbers
// and caller's buffers.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "value/duration.hpp"

namespace fluxi::value {

/// A calendar day.
struct Date {
    std::int64_t year = 1970;
    std::int32_t month = 1;  ///< 1..12
    std::int32_t day = 1;    ///< 1..31
    friend constexpr bool operator==(const Date&, const Date&) = default;
};

/// A calendar day with a clock reading.
struct DateTime {
    Date date;
    std::int32_t hour = 0;
    std::int32_t minute = 0;
    std::int32_t second = 0;
    std::int32_t nanosecond = 0;
};

constexpr bool is_leap_year(std::int64_t year) {
    return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

constexpr std::int32_t days_in_month(std::int64_t year, std::int32_t month) {
    if (month == 2) return is_leap_year(year) ? 29 : 28;
    return 30 + (0x15AA >> month & 1);
}

/// Days from 1970-01-01 to a date. The month must be 1..12; any day number is accepted.
constexpr std::int64_t days_from_date(std::int64_t year, std::int32_t month, std::int32_t day) {
    // The year begins in March, so that the leap day is its last: 400 years always have 146097
    // days.
    const std::int64_t shifted = year - static_cast<std::int64_t>(month <= 2);
    const std::int64_t era = floor_div(shifted, 400);
    const std::int64_t year_of_era = shifted - era * 400;
    const std::int64_t day_of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    return era * 146097 + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year -
           719468;
}

/// The date that lies `days` after 1970-01-01.
constexpr Date date_from_days(std::int64_t days) {
    const std::int64_t shifted = days + 719468;
    const std::int64_t era = floor_div(shifted, 146097);
    const auto day_of_era = static_cast<std::uint32_t>(shifted - era * 146097);
    const std::uint32_t year_of_era =
        (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
    const std::uint32_t day_of_year =
        day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    const std::uint32_t march_month = (5 * day_of_year + 2) / 153;
    const std::uint32_t day = day_of_year - (153 * march_month + 2) / 5 + 1;
    const std::uint32_t month = march_month < 10 ? march_month + 3 : march_month - 9;
    return {
        static_cast<std::int64_t>(year_of_era) + era * 400 + static_cast<std::int64_t>(month <= 2),
        static_cast<std::int32_t>(month), static_cast<std::int32_t>(day)};
}

constexpr std::int64_t days_of_time(std::int64_t time) {
    return floor_div(time, kNsPerDay);
}
constexpr Date date_of_time(std::int64_t time) {
    return date_from_days(days_of_time(time));
}
DateTime date_time_of(std::int64_t time);
/// The instant of a date and clock reading in UTC; wraps when it does not fit.
std::int64_t time_of(const DateTime& reading);

/// Sunday 0 … Saturday 6.
constexpr std::int32_t weekday_of_days(std::int64_t days) {
    return static_cast<std::int32_t>(floor_mod(days + 4, 7));
}
/// The day of the year, 1..366.
std::int32_t year_day_of_days(std::int64_t days);
/// The ISO 8601 week number, 1..53.
std::int32_t iso_week_of_days(std::int64_t days);

/// Months since January 1970 of the month that holds `time`.
std::int64_t months_of_time(std::int64_t time);

/// Months first, the day clamped to the end of its month, then nanoseconds; wraps (C.4).
std::int64_t add_duration(std::int64_t time, Duration duration);

/// The longest text of a time, `2018-05-22T19:53:26.000000000Z`.
inline constexpr std::size_t kTimeTextMax = 30;
/// Writes all nine digits of the fraction (`string(v:)`, display); returns the end.
char* write_time(char* out, std::int64_t time);
/// Writes RFC 3339 with the fraction trimmed (CSV, JSON); returns the end.
char* write_time_trimmed(char* out, std::int64_t time);
void append_time(std::string& out, std::int64_t time);
void append_time_trimmed(std::string& out, std::int64_t time);
std::string time_to_string(std::int64_t time);

/// Reads RFC 3339 as Go does: any number of fraction digits (kept to nanoseconds), `.` or `,`
/// before them, `Z` or an offset. A date alone is refused. Years beyond int64 wrap.
std::optional<std::int64_t> parse_rfc3339(std::string_view text);
/// Reads `2006-01-02` as midnight UTC.
std::optional<std::int64_t> parse_date(std::string_view text);
/// Reads a literal of a script: a date, or a date and a time with an offset; second 60 rolls over
/// (A.1).
std::optional<std::int64_t> parse_time_literal(std::string_view text);
/// The conversion `time(v: text)`: RFC 3339 or a date, else a RuntimeError (C.7).
std::int64_t time_from_text(std::string_view text);

/// Reads a column of RFC 3339 cells. Neighbouring rows mostly share the day, which is then compared
/// and not parsed again.
class TimeParser {
  public:
    /// Whether `text` is a time; if so it is in `out`.
    bool parse(std::string_view text, std::int64_t& out) {
        if (text.size() >= 20 && text.substr(0, 11) == std::string_view(day_text_, 11))
            return parse_clock(text, out);
        return parse_with_day(text, out);
    }

  private:
    bool parse_with_day(std::string_view text, std::int64_t& out);
    bool parse_clock(std::string_view text, std::int64_t& out) const;

    char day_text_[11] = {};      ///< `2006-01-02T`, or zeros before the first
    std::int64_t day_start_ = 0;  ///< midnight of that day
};

/// Writes a column of times with the fraction trimmed; the day of neighbouring rows is written once
/// and then copied.
class TimeWriter {
  public:
    /// Writes to `out`, which has kTimeTextMax bytes; returns the end.
    char* write(char* out, std::int64_t time);

  private:
    char day_text_[11] = {};
    std::int64_t day_start_ = 1;  ///< no multiple of a day, so that the first time is a new day
};

}  // namespace fluxi::value
