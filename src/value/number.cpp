#include "value/number.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <limits>

#include "base/error.hpp"

namespace fluxi::value {
namespace {

constexpr bool is_digit(char c) {
    return c >= '0' && c <= '9';
}
constexpr char lower(char c) {
    return static_cast<char>(c | 0x20);
}

/// Whether underscores stand only between digits (or after a base prefix).
bool underscores_fit(std::string_view text) {
    char before = '^';  // 0 for a digit or prefix, _ for an underscore, ! for anything else
    std::size_t i = !text.empty() && (text[0] == '-' || text[0] == '+') ? 1 : 0;
    bool hex = false;
    if (text.size() >= i + 2 && text[i] == '0' && lower(text[i + 1]) == 'x') {
        hex = true;
        before = '0';
        i += 2;
    }
    for (; i < text.size(); ++i) {
        const char c = text[i];
        if (is_digit(c) || (hex && lower(c) >= 'a' && lower(c) <= 'f')) {
            before = '0';
        } else if (c == '_') {
            if (before != '0') return false;
            before = '_';
        } else {
            if (before == '_') return false;
            before = '!';
        }
    }
    return before != '_';
}

bool equal_ignoring_case(std::string_view text, std::string_view wanted) {
    return text.size() == wanted.size() && std::equal(text.begin(), text.end(), wanted.begin(),
                                                      [](char a, char b) { return lower(a) == b; });
}

/// Whether a number beyond the range of floats is large and not small: where its first digit that
/// is not zero stands, with the exponent, decides.
bool is_huge(std::string_view digits, char exponent_mark) {
    const std::size_t mark =
        std::min(digits.find_first_of(exponent_mark == 'p' ? "pP" : "eE"), digits.size());
    long exponent = 0;
    if (mark < digits.size()) {
        std::string_view text = digits.substr(mark + 1);
        if (!text.empty() && text[0] == '+') text.remove_prefix(1);
        if (std::from_chars(text.data(), text.data() + text.size(), exponent).ec != std::errc())
            exponent = !text.empty() && text[0] == '-' ? -1'000'000'000 : 1'000'000'000;
    }
    const std::string_view number = digits.substr(0, mark);
    const std::size_t point = std::min(number.find('.'), number.size());
    const std::size_t first = std::min(number.find_first_not_of("0."), number.size());
    const long places =
        first < point ? static_cast<long>(point - first) : -static_cast<long>(first - point) + 1;
    return exponent + places * (exponent_mark == 'p' ? 4 : 1) > 0;
}

/// Reads an unsigned number, decimal or (without its 0x) hexadecimal, the whole text.
NumberError parse_digits(std::string_view text, bool hex, double& value) {
    const bool starts = !text.empty() && (is_digit(text[0]) || text[0] == '.' ||
                                          (hex && lower(text[0]) >= 'a' && lower(text[0]) <= 'f'));
    if (!starts) return NumberError::syntax;
    // A hexadecimal float without an exponent is none in Go.
    if (hex && text.find_first_of("pP") == std::string_view::npos) return NumberError::syntax;
    const auto [end, error] =
        std::from_chars(text.data(), text.data() + text.size(), value,
                        hex ? std::chars_format::hex : std::chars_format::general);
    if (error == std::errc::invalid_argument || end != text.data() + text.size())
        return NumberError::syntax;
    if (error == std::errc::result_out_of_range) {
        if (is_huge(text, hex ? 'p' : 'e')) return NumberError::range;
        value = 0.0;
    } else if (std::isinf(value)) {
        return NumberError::range;
    }
    return NumberError::none;
}

}  // namespace

std::string_view number_error_text(NumberError error) {
    switch (error) {
        case NumberError::none:
            return "";
        case NumberError::syntax:
            return "invalid syntax";
        case NumberError::range:
            return "value out of range";
    }
    return "";
}

NumberError parse_int(std::string_view text, std::int64_t& value) {
    if (!text.empty() && text[0] == '+') {
        text.remove_prefix(1);
        if (!text.empty() && text[0] == '-') return NumberError::syntax;
    }
    const char* const last = text.data() + text.size();
    const auto [end, error] = std::from_chars(text.data(), last, value);
    if (error == std::errc::invalid_argument || end != last) return NumberError::syntax;
    return error == std::errc() ? NumberError::none : NumberError::range;
}

NumberError parse_uint(std::string_view text, std::uint64_t& value) {
    const char* const last = text.data() + text.size();
    const auto [end, error] = std::from_chars(text.data(), last, value);
    if (error == std::errc::invalid_argument || end != last) return NumberError::syntax;
    return error == std::errc() ? NumberError::none : NumberError::range;
}

NumberError parse_float(std::string_view text, double& value) {
    std::string_view rest = text;
    const bool negative = !rest.empty() && rest[0] == '-';
    const bool signed_text = negative || (!rest.empty() && rest[0] == '+');
    if (signed_text) rest.remove_prefix(1);
    if (rest.empty()) return NumberError::syntax;
    NumberError error = NumberError::none;
    if (rest.find('_') != std::string_view::npos) {
        if (!underscores_fit(text)) return NumberError::syntax;
        std::string plain(text);
        std::erase(plain, '_');
        return parse_float(plain, value);
    }
    const char first = lower(rest[0]);
    if (first == 'i' || first == 'n') {
        const bool infinite =
            equal_ignoring_case(rest, "inf") || equal_ignoring_case(rest, "infinity");
        if (!infinite && (signed_text || !equal_ignoring_case(rest, "nan")))
            return NumberError::syntax;
        value = infinite ? std::numeric_limits<double>::infinity()
                         : std::numeric_limits<double>::quiet_NaN();
    } else if (rest.size() > 1 && rest[0] == '0' && lower(rest[1]) == 'x') {
        error = parse_digits(rest.substr(2), true, value);
    } else {
        error = parse_digits(rest, false, value);
    }
    if (negative) value = -value;
    return error;
}

std::optional<bool> parse_bool(std::string_view text) {
    for (const std::string_view yes : {"true", "1", "t", "T", "TRUE", "True"})
        if (text == yes) return true;
    for (const std::string_view no : {"false", "0", "f", "F", "FALSE", "False"})
        if (text == no) return false;
    return std::nullopt;
}

std::int64_t float_to_int(double value) {
    if (value >= -0x1p63 && value < 0x1p63) return static_cast<std::int64_t>(value);
    return std::numeric_limits<std::int64_t>::min();
}

std::uint64_t float_to_uint(double value) {
    constexpr std::uint64_t kTopBit = std::uint64_t{1} << 63;
    if (value < 0x1p63) return static_cast<std::uint64_t>(float_to_int(value));
    return static_cast<std::uint64_t>(float_to_int(value - 0x1p63)) | kTopBit;
}

std::int64_t int_from_text(std::string_view text) {
    std::int64_t value = 0;
    if (parse_int(text, value) != NumberError::none)
        base::fail("cannot convert string \"{}\" to int due to invalid syntax", text);
    return value;
}

std::uint64_t uint_from_text(std::string_view text) {
    std::uint64_t value = 0;
    if (parse_uint(text, value) != NumberError::none)
        base::fail("cannot convert string \"{}\" to uint due to invalid syntax", text);
    return value;
}

double float_from_text(std::string_view text) {
    double value = 0;
    if (parse_float(text, value) != NumberError::none)
        base::fail("cannot convert string \"{}\" to float due to invalid syntax", text);
    return value;
}

bool bool_from_text(std::string_view text) {
    if (text == "true") return true;
    if (text != "false") base::fail("cannot convert string \"{}\" to bool", text);
    return false;
}

}  // namespace fluxi::value
