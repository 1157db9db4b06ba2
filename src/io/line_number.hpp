// Numbers as line protocol writes them. Inline: each field of each line has one.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <limits>
#include <string_view>

namespace fluxi::io {

inline bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

inline bool all_digits(std::string_view text) {
    return !text.empty() && std::all_of(text.begin(), text.end(), is_digit);
}

/// Digits with at most one point, and an exponent: what line protocol takes for a float.
inline bool is_float(std::string_view text) {
    if (text.starts_with('-')) text.remove_prefix(1);
    const std::size_t exponent = text.find_first_of("eE");
    std::string_view mantissa = text.substr(0, exponent);
    const std::size_t point = mantissa.find('.');
    const std::string_view whole = mantissa.substr(0, point);
    const std::string_view fraction =
        point == std::string_view::npos ? std::string_view() : mantissa.substr(point + 1);
    if (whole.empty() && fraction.empty()) return false;
    if (!whole.empty() && !all_digits(whole)) return false;
    if (!fraction.empty() && !all_digits(fraction)) return false;
    if (exponent == std::string_view::npos) return true;
    std::string_view digits = text.substr(exponent + 1);
    if (digits.starts_with('+') || digits.starts_with('-')) digits.remove_prefix(1);
    return all_digits(digits);
}

inline constexpr std::array kPowersOfTen = {1e0, 1e1, 1e2,  1e3,  1e4,  1e5,  1e6,  1e7,
                                            1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15};

/// Reads `-12.345` with at most 15 digits, which one division rounds correctly; false for any other
/// form.
inline bool read_short_float(std::string_view token, double& out) {
    const bool negative = token[0] == '-';
    if (negative) token.remove_prefix(1);
    if (token.empty() || token.size() > kPowersOfTen.size()) return false;
    std::uint64_t digits = 0;
    std::size_t after_point = 0;
    bool point = false;
    for (const char c : token) {
        if (is_digit(c)) {
            digits = digits * 10 + static_cast<std::uint64_t>(c - '0');
            after_point += point ? 1 : 0;
        } else if (c == '.' && !point) {
            point = true;
        } else {
            return false;
        }
    }
    if (point && token.size() == 1) return false;
    const double size = static_cast<double>(digits) / kPowersOfTen[after_point];
    out = negative ? -size : size;
    return true;
}

/// Reads digits with an optional '-'; false for another form or a number beyond int64.
inline bool read_integer(std::string_view token, std::int64_t& out) {
    const bool negative = !token.empty() && token[0] == '-';
    if (negative) token.remove_prefix(1);
    if (token.empty() || token.size() > 19) return false;
    std::uint64_t digits = 0;  // 19 of them fit
    for (const char c : token) {
        if (!is_digit(c)) return false;
        digits = digits * 10 + static_cast<std::uint64_t>(c - '0');
    }
    if (digits > static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max())) return false;
    out = static_cast<std::int64_t>(negative ? 0 - digits : digits);
    return true;
}

}  // namespace fluxi::io
