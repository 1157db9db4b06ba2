#include "syntax/literals.hpp"

#include <array>
#include <charconv>
#include <limits>
#include <utility>

#include <fmt/core.h>

#include "base/codec.hpp"
#include "base/utf8.hpp"

namespace fluxi::syntax {

namespace {

using namespace std::string_view_literals;

constexpr std::array<std::pair<std::string_view, DurationUnit>, 11> kUnits = {{
    {"mo"sv, DurationUnit::mo},
    {"ms"sv, DurationUnit::ms},
    {"us"sv, DurationUnit::us},
    {"\xC2\xB5s"sv, DurationUnit::us},
    {"ns"sv, DurationUnit::ns},
    {"y"sv, DurationUnit::y},
    {"w"sv, DurationUnit::w},
    {"d"sv, DurationUnit::d},
    {"h"sv, DurationUnit::h},
    {"m"sv, DurationUnit::m},
    {"s"sv, DurationUnit::s},
}};

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

int number(std::string_view text, std::size_t at, std::size_t size) {
    int value = 0;
    std::from_chars(text.data() + at, text.data() + at + size, value);
    return value;
}

/// Days from 1970-01-01 to a day of the proleptic Gregorian calendar.
std::int64_t days_from_civil(int year, int month, int day) {
    // Years begin in March here, so that the leap day is the last one.
    const std::int64_t y = month <= 2 ? year - 1 : year;
    const std::int64_t era = (y >= 0 ? y : y - 399) / 400;
    const std::int64_t year_of_era = y - era * 400;
    const std::int64_t day_of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
    const std::int64_t day_of_era =
        year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    return era * 146097 + day_of_era - 719468;
}

int days_in_month(int year, int month) {
    constexpr std::array<int, 12> kDays = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    return month == 2 && leap ? 29 : kDays[static_cast<std::size_t>(month - 1)];
}

std::string calendar_error(int year, int month, int day) {
    if (month < 1 || month > 12) return fmt::format("there is no month {:02}", month);
    if (day < 1 || day > days_in_month(year, month)) {
        return fmt::format("{:04}-{:02} has no day {:02}", year, month, day);
    }
    return {};
}

/// Nanoseconds of `.digits`; digits behind the ninth are dropped.
std::int64_t fraction_nanoseconds(std::string_view digits) {
    std::int64_t value = 0;
    for (std::size_t i = 0; i < 9; ++i)
        value = value * 10 + (i < digits.size() ? digits[i] - '0' : 0);
    return value;
}

bool is_hex(char c) {
    return base::hex_digit(c) >= 0;
}

}  // namespace

std::string_view unit_text(DurationUnit unit) {
    for (const auto& [text, value] : kUnits) {
        if (value == unit) return text;
    }
    return {};
}

Converted<std::int64_t> parse_integer(std::string_view text) {
    if (text.size() > 1 && text[0] == '0') {
        const std::size_t first = text.find_first_not_of('0');
        const std::string_view rest = first == std::string_view::npos ? "0"sv : text.substr(first);
        return {0, fmt::format("the integer {} begins with a zero", text),
                fmt::format("write {}; Flux has no octal numbers", rest)};
    }
    std::int64_t value = 0;
    const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), value);
    (void)end;
    if (problem == std::errc::result_out_of_range) {
        Converted<std::int64_t> result{0, fmt::format("the integer {} is too large", text),
                                       "the largest integer is 9223372036854775807"};
        if (text == "9223372036854775808") {
            result.help = "the smallest integer cannot be written as a literal: use `math.minint`";
        }
        return result;
    }
    return {value};
}

double parse_float(std::string_view text) {
    double value = 0;
    const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), value);
    (void)end;
    // Only too many digits before the point can leave the range: what is too small is zero already.
    if (problem == std::errc::result_out_of_range) {
        return text.find_first_of("123456789") < text.find('.')
                   ? std::numeric_limits<double>::infinity()
                   : 0.0;
    }
    return value;
}

Converted<DurationLit> parse_duration(std::string_view text) {
    Converted<DurationLit> result;
    std::size_t at = 0;
    while (at < text.size()) {
        std::size_t digits = 0;
        while (at + digits < text.size() && is_digit(text[at + digits])) ++digits;
        DurationPart part;
        const auto [end, problem] =
            std::from_chars(text.data() + at, text.data() + at + digits, part.magnitude);
        (void)end;
        if (problem == std::errc::result_out_of_range) {
            result.error = fmt::format("the duration {} is too long", text);
            result.help = "the number before a unit must fit into 64 bits";
        }
        at += digits;
        for (const auto& [unit, value] : kUnits) {
            if (text.substr(at, unit.size()) == unit) {
                part.unit = value;
                at += unit.size();
                break;
            }
        }
        result.value.parts.push_back(part);
    }
    return result;
}

Converted<std::int64_t> parse_date_time(std::string_view text) {
    Converted<std::int64_t> result;
    const int year = number(text, 0, 4);
    const int month = number(text, 5, 2);
    const int day = number(text, 8, 2);
    result.error = calendar_error(year, month, day);
    if (!result.error.empty()) {
        result.help = "dates are written YYYY-MM-DD";
        return result;
    }
    std::int64_t seconds = days_from_civil(year, month, day) * 86400;
    std::int64_t fraction = 0;
    if (text.size() > 10) {
        const int hour = number(text, 11, 2);
        const int minute = number(text, 14, 2);
        const int second = number(text, 17, 2);
        std::size_t at = 19;
        if (at < text.size() && text[at] == '.') {
            const std::size_t digits = ++at;
            while (at < text.size() && is_digit(text[at])) ++at;
            fraction = fraction_nanoseconds(text.substr(digits, at - digits));
        }
        if (hour > 23 || minute > 59 || second > 60) {
            return {0, fmt::format("there is no time {}", text.substr(11, 8)),
                    "times are written HH:MM:SS, up to 23:59:59"};
        }
        if (at == text.size()) {
            return {0, fmt::format("the time {} has no offset from UTC", text),
                    fmt::format("write `{0}Z` for UTC, or an offset such as `{0}+02:00`", text)};
        }
        std::int64_t offset = 0;
        if (text[at] != 'Z') {
            const int hours = number(text, at + 1, 2);
            const int minutes = number(text, at + 4, 2);
            if (hours > 23 || minutes > 59) {
                return {0, fmt::format("there is no offset {}", text.substr(at)),
                        "offsets go up to 23:59"};
            }
            offset = (hours * 60 + minutes) * 60;
            if (text[at] == '-') offset = -offset;
        }
        seconds += (hour * 60 + minute) * 60 + second - offset;
    }
    // The reference wraps years that int64 nanoseconds do not reach, and so does unsigned
    // arithmetic.
    result.value = static_cast<std::int64_t>(static_cast<std::uint64_t>(seconds) * 1'000'000'000U +
                                             static_cast<std::uint64_t>(fraction));
    return result;
}

Converted<std::string> unescape_string(std::string_view text) {
    if (text.find('\\') == std::string_view::npos) return {std::string(text)};
    Converted<std::string> result;
    bool raw_bytes = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '\\' || i + 1 == text.size()) {
            result.value.push_back(text[i]);
            continue;
        }
        const char c = text[++i];
        switch (c) {
            case 'n':
                result.value.push_back('\n');
                continue;
            case 'r':
                result.value.push_back('\r');
                continue;
            case 't':
                result.value.push_back('\t');
                continue;
            case '\\':
            case '"':
                result.value.push_back(c);
                continue;
            case '$':
                if (text.substr(i + 1, 1) == "{") {
                    result.value.push_back('$');
                    continue;
                }
                break;
            case 'x':
                if (i + 2 < text.size() && is_hex(text[i + 1]) && is_hex(text[i + 2])) {
                    result.value.push_back(static_cast<char>(base::hex_digit(text[i + 1]) * 16 +
                                                             base::hex_digit(text[i + 2])));
                    raw_bytes = true;
                    i += 2;
                    continue;
                }
                break;
            default:
                break;
        }
        if (result.error.empty()) {
            const std::size_t size = base::decode_utf8(text.substr(i)).size;
            result.error = fmt::format("`\\{}` is not an escape", text.substr(i, size));
            result.help =
                "the escapes are \\n \\r \\t \\\\ \\\" \\${ and \\xHH (one byte in hexadecimal)";
            result.at = i - 1;
            result.size = size + 1;
        }
        result.value.push_back(c);
    }
    if (raw_bytes && result.error.empty() && !base::is_valid_utf8(result.value)) {
        result.error = "the bytes written with \\x do not form UTF-8";
        result.help = "a character beyond ASCII needs all of its bytes, e.g. \\xc3\\xa9 for é";
        result.value = base::to_valid_utf8(result.value);
    }
    return result;
}

}  // namespace fluxi::syntax
