#include "value/time.hpp"

#include <cstring>

#include "base/error.hpp"
#include "value/time_layout.hpp"

namespace fluxi::value {
namespace {

constexpr bool is_digit(char c) {
    return static_cast<unsigned char>(c - '0') < 10;
}

/// Two digits at `text`, or a number above 99 if they are no digits.
unsigned two_digits(const char* text) {
    const unsigned high = static_cast<unsigned char>(text[0] - '0');
    const unsigned low = static_cast<unsigned char>(text[1] - '0');
    return high > 9 || low > 9 ? 1000 : high * 10 + low;
}

char* write_digits(char* out, std::uint32_t value, int width) {
    for (int i = width - 1; i >= 0; --i) {
        out[i] = static_cast<char>('0' + value % 10);
        value /= 10;
    }
    return out + width;
}

char* write_date(char* out, const Date& date) {
    out = write_digits(out, static_cast<std::uint32_t>(date.year), 4);
    *out++ = '-';
    out = write_digits(out, static_cast<std::uint32_t>(date.month), 2);
    *out++ = '-';
    out = write_digits(out, static_cast<std::uint32_t>(date.day), 2);
    *out++ = 'T';
    return out;
}

/// `hh:mm:ss` of the nanoseconds since midnight; the fraction is left over.
char* write_clock(char* out, std::int64_t in_day, std::uint32_t& fraction) {
    const auto seconds = static_cast<std::uint32_t>(in_day / kNsPerSecond);
    fraction = static_cast<std::uint32_t>(in_day % kNsPerSecond);
    out = write_digits(out, seconds / 3600, 2);
    *out++ = ':';
    out = write_digits(out, seconds / 60 % 60, 2);
    *out++ = ':';
    return write_digits(out, seconds % 60, 2);
}

char* write_trimmed_clock(char* out, std::int64_t in_day) {
    std::uint32_t fraction = 0;
    out = write_clock(out, in_day, fraction);
    if (fraction != 0) {
        *out++ = '.';
        out = write_digits(out, fraction, 9);
        while (out[-1] == '0') --out;
    }
    *out++ = 'Z';
    return out;
}

/// Reads the strict `2006-01-02` at the start of `text`; returns days or nothing.
std::optional<std::int64_t> days_at(std::string_view text) {
    if (text.size() < 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
    const unsigned century = two_digits(text.data());
    const unsigned years = two_digits(text.data() + 2);
    const unsigned month = two_digits(text.data() + 5);
    const unsigned day = two_digits(text.data() + 8);
    if (century > 99 || years > 99 || month < 1 || month > 12 || day < 1 || day > 31)
        return std::nullopt;
    const std::int64_t year = century * 100 + years;
    if (static_cast<std::int32_t>(day) > days_in_month(year, static_cast<std::int32_t>(month)))
        return std::nullopt;
    return days_from_date(year, static_cast<std::int32_t>(month), static_cast<std::int32_t>(day));
}

/// Reads `hh:mm:ss` at `text` into nanoseconds, with seconds up to `last_second`; negative if it is
/// none.
std::int64_t clock_at(const char* text, unsigned last_second) {
    const unsigned hour = two_digits(text);
    const unsigned minute = two_digits(text + 3);
    const unsigned second = two_digits(text + 6);
    if (hour > 23 || minute > 59 || second > last_second || text[2] != ':' || text[5] != ':')
        return -1;
    return static_cast<std::int64_t>(hour * 3600 + minute * 60 + second) * kNsPerSecond;
}

/// Reads digits at the front of `text` as the fraction of a second, dropping those past the ninth.
std::int64_t take_fraction(std::string_view& text) {
    std::int64_t fraction = 0;
    std::int64_t scale = kNsPerSecond;
    std::size_t i = 0;
    for (; i < text.size() && is_digit(text[i]); ++i) {
        if (scale == 1) continue;
        scale /= 10;
        fraction = fraction * 10 + (text[i] - '0');
    }
    text.remove_prefix(i);
    return fraction * scale;
}

/// Reads `Z` or `±hh:mm` (all of `text`) into nanoseconds east of UTC.
std::optional<std::int64_t> offset_of(std::string_view text) {
    if (text == "Z") return 0;
    if (text.size() != 6 || (text[0] != '+' && text[0] != '-') || text[3] != ':')
        return std::nullopt;
    const unsigned hours = two_digits(text.data() + 1);
    const unsigned minutes = two_digits(text.data() + 4);
    if (hours > 23 || minutes > 59) return std::nullopt;
    const std::int64_t offset = static_cast<std::int64_t>(hours * 60 + minutes) * kNsPerMinute;
    return text[0] == '-' ? -offset : offset;
}

/// Reads the rest after `2006-01-02T`, which is strict RFC 3339, into nanoseconds since midnight
/// UTC.
std::optional<std::int64_t> clock_and_offset(std::string_view rest, unsigned last_second) {
    if (rest.size() < 9) return std::nullopt;
    std::int64_t in_day = clock_at(rest.data(), last_second);
    if (in_day < 0) return std::nullopt;
    rest.remove_prefix(8);
    if (rest.size() > 1 && rest[0] == '.' && is_digit(rest[1])) {
        rest.remove_prefix(1);
        in_day += take_fraction(rest);
    }
    const auto offset = offset_of(rest);
    if (!offset) return std::nullopt;
    return in_day - *offset;
}

}  // namespace

DateTime date_time_of(std::int64_t time) {
    const std::int64_t days = days_of_time(time);
    const std::int64_t in_day = wrap_sub(time, wrap_mul(days, kNsPerDay));
    const auto seconds = static_cast<std::int32_t>(in_day / kNsPerSecond);
    return {date_from_days(days), seconds / 3600, seconds / 60 % 60, seconds % 60,
            static_cast<std::int32_t>(in_day % kNsPerSecond)};
}

std::int64_t time_of(const DateTime& reading) {
    const std::int64_t days =
        days_from_date(reading.date.year, reading.date.month, reading.date.day);
    const std::int64_t seconds =
        std::int64_t{reading.hour} * 3600 + reading.minute * 60 + reading.second;
    return wrap_add(wrap_mul(days, kNsPerDay), seconds * kNsPerSecond + reading.nanosecond);
}

std::int32_t year_day_of_days(std::int64_t days) {
    return static_cast<std::int32_t>(days - days_from_date(date_from_days(days).year, 1, 1)) + 1;
}

std::int32_t iso_week_of_days(std::int64_t days) {
    // A week belongs to the year that its Thursday lies in.
    const std::int64_t thursday = days - floor_mod(days + 3, 7) + 3;
    return (year_day_of_days(thursday) - 1) / 7 + 1;
}

std::int64_t months_of_time(std::int64_t time) {
    const Date date = date_of_time(time);
    return (date.year - 1970) * 12 + date.month - 1;
}

std::int64_t add_duration(std::int64_t time, Duration duration) {
    if (duration.months != 0) {
        const std::int64_t days = days_of_time(time);
        const std::int64_t in_day = wrap_sub(time, wrap_mul(days, kNsPerDay));
        const Date date = date_from_days(days);
        const std::int64_t months = date.year * 12 + (date.month - 1) + duration.months;
        const std::int64_t year = floor_div(months, 12);
        const auto month = static_cast<std::int32_t>(floor_mod(months, 12)) + 1;
        const std::int32_t last = days_in_month(year, month);
        const std::int64_t target = days_from_date(year, month, date.day < last ? date.day : last);
        time = wrap_add(wrap_mul(target, kNsPerDay), in_day);
    }
    return wrap_add(time, duration.nanoseconds);
}

char* write_time(char* out, std::int64_t time) {
    const std::int64_t days = days_of_time(time);
    std::uint32_t fraction = 0;
    out = write_date(out, date_from_days(days));
    out = write_clock(out, wrap_sub(time, wrap_mul(days, kNsPerDay)), fraction);
    *out++ = '.';
    out = write_digits(out, fraction, 9);
    *out++ = 'Z';
    return out;
}

char* write_time_trimmed(char* out, std::int64_t time) {
    const std::int64_t days = days_of_time(time);
    out = write_date(out, date_from_days(days));
    return write_trimmed_clock(out, wrap_sub(time, wrap_mul(days, kNsPerDay)));
}

void append_time(std::string& out, std::int64_t time) {
    char text[kTimeTextMax];
    out.append(text, write_time(text, time));
}

void append_time_trimmed(std::string& out, std::int64_t time) {
    char text[kTimeTextMax];
    out.append(text, write_time_trimmed(text, time));
}

std::string time_to_string(std::int64_t time) {
    std::string out;
    append_time(out, time);
    return out;
}

std::optional<std::int64_t> parse_rfc3339(std::string_view text) {
    TimeParser parser;
    std::int64_t time = 0;
    if (parser.parse(text, time)) return time;
    return std::nullopt;
}

std::optional<std::int64_t> parse_date(std::string_view text) {
    const auto days = days_at(text);
    if (!days || text.size() != 10) return std::nullopt;
    return wrap_mul(*days, kNsPerDay);
}

std::optional<std::int64_t> parse_time_literal(std::string_view text) {
    const auto days = days_at(text);
    if (!days) return std::nullopt;
    const std::int64_t midnight = wrap_mul(*days, kNsPerDay);
    if (text.size() == 10) return midnight;
    if (text[10] != 'T') return std::nullopt;
    const auto in_day = clock_and_offset(text.substr(11), 60);
    if (!in_day) return std::nullopt;
    return wrap_add(midnight, *in_day);
}

std::int64_t time_from_text(std::string_view text) {
    const bool has_clock = text.find('T') != std::string_view::npos;
    const auto time = has_clock ? parse_rfc3339(text) : parse_date(text);
    if (!time)
        base::fail("cannot convert string \"{}\" to time due to invalid syntax: cannot parse {}",
                   text, has_clock ? "date time" : "date");
    return *time;
}

bool TimeParser::parse_with_day(std::string_view text, std::int64_t& out) {
    const auto days = days_at(text);
    if (days && text.size() >= 20 && text[10] == 'T') {
        std::memcpy(day_text_, text.data(), sizeof day_text_);
        day_start_ = wrap_mul(*days, kNsPerDay);
        return parse_clock(text, out);
    }
    return TimeLayout(kRfc3339Layout).parse(text, out);
}

bool TimeParser::parse_clock(std::string_view text, std::int64_t& out) const {
    if (const auto in_day = clock_and_offset(text.substr(11), 59)) {
        out = wrap_add(day_start_, *in_day);
        return true;
    }
    // What strict RFC 3339 does not cover but Go accepts, e.g. an hour of one digit.
    return TimeLayout(kRfc3339Layout).parse(text, out);
}

char* TimeWriter::write(char* out, std::int64_t time) {
    std::int64_t in_day = wrap_sub(time, day_start_);
    // The difference wraps between the far ends of the range, so the order is compared as well.
    const bool same_day = time >= day_start_ && in_day >= 0 && in_day < kNsPerDay;
    if (day_start_ % kNsPerDay != 0 || !same_day) {
        const std::int64_t days = days_of_time(time);
        day_start_ = wrap_mul(days, kNsPerDay);
        in_day = wrap_sub(time, day_start_);
        write_date(day_text_, date_from_days(days));
    }
    std::memcpy(out, day_text_, sizeof day_text_);
    return write_trimmed_clock(out + sizeof day_text_, in_day);
}

}  // namespace fluxi::value
