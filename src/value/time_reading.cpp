#include "value/time_reading.hpp"

#include <cstdlib>
#include <string>

#include "value/time.hpp"

namespace fluxi::value::time_reading {

namespace {

constexpr std::array<std::string_view, 12> kMonths{"January",   "February", "March",    "April",
                                                   "May",       "June",     "July",     "August",
                                                   "September", "October",  "November", "December"};
constexpr std::array<std::string_view, 7> kDays{"Sunday",   "Monday", "Tuesday", "Wednesday",
                                                "Thursday", "Friday", "Saturday"};

}  // namespace

bool Reading::number(bool fixed, int& out) {
    if (!digit_at(rest, 0) || (fixed && !digit_at(rest, 1))) return false;
    const std::size_t width = digit_at(rest, 1) ? 2 : 1;
    out = rest[0] - '0';
    if (width == 2) out = out * 10 + (rest[1] - '0');
    rest.remove_prefix(width);
    return true;
}

bool Reading::number3(bool fixed, int& out) {
    std::size_t width = 0;
    out = 0;
    for (; width < 3 && digit_at(rest, width); ++width) out = out * 10 + (rest[width] - '0');
    if (width == 0 || (fixed && width != 3)) return false;
    rest.remove_prefix(width);
    return true;
}

bool equal_ignoring_case(std::string_view text, std::string_view name) {
    if (text.size() < name.size()) return false;
    for (std::size_t i = 0; i < name.size(); ++i)
        if ((text[i] | 0x20) != (name[i] | 0x20)) return false;
    return true;
}

template <std::size_t N>
bool Reading::name(const std::array<std::string_view, N>& names, bool whole, int& out) {
    for (std::size_t i = 0; i < N; ++i) {
        const std::string_view wanted = whole ? names[i] : names[i].substr(0, 3);
        if (!equal_ignoring_case(rest, wanted)) continue;
        out = static_cast<int>(i);
        rest.remove_prefix(wanted.size());
        return true;
    }
    return false;
}

/// Reads a mark and digits, `bytes` in all; digits past the ninth are dropped.
bool Reading::fraction(std::size_t bytes) {
    if (rest.size() < bytes || !is_mark(rest[0])) return false;
    nanosecond = 0;
    std::int64_t scale = kNsPerSecond;
    for (std::size_t i = 1; i < bytes; ++i) {
        if (!is_digit(rest[i])) return false;
        if (scale == 1) continue;
        scale /= 10;
        nanosecond += (rest[i] - '0') * scale;
    }
    rest.remove_prefix(bytes);
    return true;
}

bool Reading::half_day(std::string_view after, std::string_view before) {
    const std::string_view text = rest.substr(0, 2);
    if (text != after && text != before) return false;
    (text == after ? pm : am) = true;
    rest.remove_prefix(2);
    return true;
}

bool Reading::zone(const Chunk& chunk) {
    if (chunk.accepts_z && !rest.empty() && rest[0] == 'Z') {
        offset_seconds = 0;
        rest.remove_prefix(1);
        return true;
    }
    const Element kind = chunk.element;
    const bool colon = kind == Element::zone_colon || kind == Element::zone_colon_seconds;
    const bool seconds = kind == Element::zone_seconds || kind == Element::zone_colon_seconds;
    const bool minutes = kind != Element::zone_short;
    const std::size_t size = 3 + (minutes ? 2U + colon : 0U) + (seconds ? 2U + colon : 0U);
    if (rest.size() < size) return false;
    Reading part;
    part.rest = rest.substr(1, size - 1);
    int hour_part = 0;
    int minute_part = 0;
    int second_part = 0;
    const auto separator = [&] {
        if (!colon) return true;
        if (part.rest.empty() || part.rest[0] != ':') return false;
        part.rest.remove_prefix(1);
        return true;
    };
    if (!part.number(true, hour_part)) return false;
    if (minutes && !(separator() && part.number(true, minute_part))) return false;
    if (seconds && !(separator() && part.number(true, second_part))) return false;
    if (rest[0] != '+' && rest[0] != '-') return false;
    if (hour_part > 24) range = "time zone offset hour";
    if (minute_part > 60) range = "time zone offset minute";
    if (second_part > 60) range = "time zone offset second";
    offset_seconds = (hour_part * 60 + minute_part) * 60 + second_part;
    if (rest[0] == '-') offset_seconds = -offset_seconds;
    rest.remove_prefix(size);
    return true;
}

/// The length of `+7` or `-11` at the start of `text`, 0 if there is none.
std::size_t signed_hours(std::string_view text) {
    if (text.empty() || (text[0] != '+' && text[0] != '-')) return 0;
    std::size_t end = 1;
    int hours = 0;
    for (; end < 4 && digit_at(text, end); ++end) hours = hours * 10 + (text[end] - '0');
    return end == 1 || hours > 23 ? 0 : end;
}

/// Abbreviations carry no offset (as in Go when the zone is not the local one), but `GMT+3` does.
bool Reading::zone_name() {
    std::size_t size = 0;
    if (rest.substr(0, 4) == "ChST" || rest.substr(0, 4) == "MeST") {
        size = 4;
    } else if (rest.substr(0, 3) == "GMT") {
        const std::size_t hours = signed_hours(rest.substr(3));
        if (hours != 0)
            offset_seconds = 3600 * std::atol(std::string(rest.substr(3, hours)).c_str());
        size = 3 + hours;
    } else if (const std::size_t hours = signed_hours(rest); hours != 0) {
        size = hours;
    } else {
        while (size < 6 && size < rest.size() && rest[size] >= 'A' && rest[size] <= 'Z') ++size;
        const bool known = size == 3 ||
                           (size == 4 && (rest[3] == 'T' || rest.substr(0, 4) == "WITA")) ||
                           (size == 5 && rest[4] == 'T');
        if (!known) return false;
    }
    rest.remove_prefix(size);
    return true;
}

bool Reading::clock(const Chunk& chunk, const Chunk& next) {
    switch (chunk.element) {
        case Element::hour:
            if (!number(false, hour)) return false;
            if (hour >= 24) range = "hour";
            return true;
        case Element::hour12:
        case Element::zero_hour12:
            if (!number(chunk.element == Element::zero_hour12, hour)) return false;
            if (hour > 12) range = "hour";
            return true;
        case Element::minute:
        case Element::zero_minute:
            if (!number(chunk.element == Element::zero_minute, minute)) return false;
            if (minute >= 60) range = "minute";
            return true;
        default:
            break;
    }
    if (!number(chunk.element == Element::zero_second, second)) return false;
    if (second >= 60) {
        range = "second";
        return true;
    }
    // A fraction may follow the seconds even where the layout names none.
    const bool named = next.prefix.empty() && (next.element == Element::fraction_exact ||
                                               next.element == Element::fraction_trimmed);
    if (named || rest.size() < 2 || !is_mark(rest[0]) || !is_digit(rest[1])) return true;
    std::size_t end = 2;
    while (digit_at(rest, end)) ++end;
    return fraction(end);
}

bool Reading::calendar(const Chunk& chunk) {
    int number_read = 0;
    switch (chunk.element) {
        case Element::year:
            if (!digit_at(rest, 0) || !number(true, number_read)) return false;
            year = number_read + (number_read >= 69 ? 1900 : 2000);
            return true;
        case Element::long_year: {
            int low = 0;
            if (rest.size() < 4 || !number(true, number_read) || !number(true, low)) return false;
            year = number_read * 100 + low;
            return true;
        }
        case Element::month:
        case Element::long_month:
            if (!name(kMonths, chunk.element == Element::long_month, month)) return false;
            ++month;
            return true;
        case Element::number_month:
        case Element::zero_month:
            if (!number(chunk.element == Element::zero_month, month)) return false;
            if (month < 1 || month > 12) range = "month";
            return true;
        case Element::weekday:
        case Element::long_weekday:
            return name(kDays, chunk.element == Element::long_weekday, number_read);
        case Element::under_year_day:
        case Element::zero_year_day:
            for (int i = 0; i < 2; ++i)
                if (chunk.element == Element::under_year_day && !rest.empty() && rest[0] == ' ')
                    rest.remove_prefix(1);
            return number3(chunk.element == Element::zero_year_day, year_day);
        default:
            if (chunk.element == Element::under_day && !rest.empty() && rest[0] == ' ')
                rest.remove_prefix(1);
            return number(chunk.element == Element::zero_day, day);
    }
}

bool Reading::element(const Chunk& chunk, const Chunk& next) {
    switch (chunk.element) {
        case Element::hour:
        case Element::hour12:
        case Element::zero_hour12:
        case Element::minute:
        case Element::zero_minute:
        case Element::second:
        case Element::zero_second:
            return clock(chunk, next);
        case Element::upper_pm:
            return half_day("PM", "AM");
        case Element::lower_pm:
            return half_day("pm", "am");
        case Element::zone_name:
            return zone_name();
        case Element::zone:
        case Element::zone_short:
        case Element::zone_colon:
        case Element::zone_seconds:
        case Element::zone_colon_seconds:
            return zone(chunk);
        case Element::fraction_exact:
            return fraction(chunk.text.size());
        case Element::fraction_trimmed: {
            if (rest.size() < 2 || !is_mark(rest[0]) || !is_digit(rest[1])) return true;
            std::size_t end = 2;
            while (digit_at(rest, end)) ++end;
            return fraction(end);
        }
        default:
            return calendar(chunk);
    }
}

/// Checks the parts against each other; returns what is out of range, or null and the time.
const char* Reading::finish(std::int64_t& time) {
    if (pm && hour < 12) hour += 12;
    if (am && hour == 12) hour = 0;
    if (year_day >= 0) {
        if (year_day < 1 || year_day > (is_leap_year(year) ? 366 : 365))
            return ": day-of-year out of range";
        const Date date = date_from_days(days_from_date(year, 1, 1) + year_day - 1);
        if (month >= 0 && month != date.month) return ": day-of-year does not match month";
        if (day >= 0 && day != date.day) return ": day-of-year does not match day";
        month = date.month;
        day = date.day;
    }
    if (month < 0) month = 1;
    if (day < 0) day = 1;
    if (day < 1 || day > days_in_month(year, month)) return ": day out of range";
    const DateTime reading{{year, month, day}, hour, minute, second, 0};
    time = wrap_add(time_of(reading), nanosecond - offset_seconds * kNsPerSecond);
    return nullptr;
}

}  // namespace fluxi::value::time_reading
