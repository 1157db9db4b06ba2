// The half of number.hpp that writes numbers.
#include <charconv>
#include <cmath>
#include <cstdlib>
#include <cstring>

#include "value/number.hpp"

namespace fluxi::value {
namespace {

/// The shortest digits d1 d2 … of a positive finite float, meaning 0.d1d2… × 10^point.
struct Digits {
    char digits[20];
    int count = 0;
    int point = 0;
};

Digits shortest(double value) {
    char text[32];
    const auto end =
        std::to_chars(text, text + sizeof text, value, std::chars_format::scientific).ptr;
    Digits result;
    const char* p = text;
    for (; p != end && *p != 'e'; ++p)
        if (*p != '.') result.digits[result.count++] = *p;
    ++p;
    const bool negative = *p == '-';
    int exponent = 0;
    for (++p; p != end; ++p) exponent = exponent * 10 + (*p - '0');
    result.point = (negative ? -exponent : exponent) + 1;
    return result;
}

char* put(char* out, const char* text, int size) {
    std::memcpy(out, text, static_cast<std::size_t>(size));
    return out + size;
}
char* put_zeros(char* out, int count) {
    std::memset(out, '0', static_cast<std::size_t>(count));
    return out + count;
}

char* write_plain(char* out, const Digits& d) {
    if (d.point <= 0) {
        out = put(out, "0.", 2);
        out = put_zeros(out, -d.point);
        return put(out, d.digits, d.count);
    }
    if (d.point >= d.count) {
        out = put(out, d.digits, d.count);
        return put_zeros(out, d.point - d.count);
    }
    out = put(out, d.digits, d.point);
    *out++ = '.';
    return put(out, d.digits + d.point, d.count - d.point);
}

char* write_exponent(char* out, const Digits& d, char mark, int least_digits) {
    *out++ = d.digits[0];
    if (d.count > 1) {
        *out++ = '.';
        out = put(out, d.digits + 1, d.count - 1);
    }
    *out++ = mark;
    const int exponent = d.point - 1;
    *out++ = exponent < 0 ? '-' : '+';
    const int size = std::abs(exponent);
    if (size < 10 && least_digits > 1) *out++ = '0';
    return std::to_chars(out, out + 4, size).ptr;
}

/// Writes a float of at most six decimal places, as measurements mostly are, or returns null. Up to
/// 15 digits no two decimals are the same float, so what reads back as the float is the shortest.
char* write_six_places(char* out, double value) {
    constexpr std::uint64_t kScale = 1'000'000;
    const auto scaled = static_cast<std::uint64_t>(value * kScale + 0.5);
    if (static_cast<double>(scaled) / kScale != value) return nullptr;
    char* end = std::to_chars(out, out + kIntTextMax, scaled / kScale).ptr;
    *end++ = '.';
    std::uint64_t fraction = scaled % kScale;
    for (int i = 5; i >= 0; --i) {
        end[i] = static_cast<char>('0' + fraction % 10);
        fraction /= 10;
    }
    end += 6;
    while (end[-1] == '0') --end;
    return end;
}

}  // namespace

char* write_float(char* out, double value, FloatForm form) {
    if (std::isnan(value)) return put(out, "NaN", 3);
    if (std::isinf(value)) return put(out, value < 0 ? "-Inf" : "+Inf", 4);
    if (form == FloatForm::percent_f)
        return std::to_chars(out, out + kFloatTextMax, value, std::chars_format::fixed, 6).ptr;
    if (std::signbit(value)) {
        *out++ = '-';
        value = -value;
    }
    // Whole numbers of a usual size need no search for the shortest digits.
    const bool whole = value < 1e15 && value == std::floor(value);
    if (whole && (form == FloatForm::plain || form == FloatForm::json ||
                  (form == FloatForm::display && value < 1e6)))
        return std::to_chars(out, out + kIntTextMax, static_cast<std::int64_t>(value)).ptr;
    if (value == 0) return put(out, "0E+00", 5);
    const bool no_exponent = value >= 1e-4 && value < (form == FloatForm::display ? 1e6 : 1e9);
    if (no_exponent && form != FloatForm::scientific) {
        if (char* const end = write_six_places(out, value)) return end;
    }
    const Digits digits = shortest(value);
    const int exponent = digits.point - 1;
    switch (form) {
        case FloatForm::scientific:
            return write_exponent(out, digits, 'E', 2);
        case FloatForm::display:
            if (exponent < -4 || exponent >= 6) return write_exponent(out, digits, 'e', 2);
            break;
        case FloatForm::json:
            if (value < 1e-6 || value >= 1e21) return write_exponent(out, digits, 'e', 1);
            break;
        case FloatForm::plain:
        case FloatForm::percent_f:
            break;
    }
    return write_plain(out, digits);
}

void append_float(std::string& out, double value, FloatForm form) {
    char text[kFloatTextMax];
    out.append(text, write_float(text, value, form));
}

std::string float_to_string(double value, FloatForm form) {
    char text[kFloatTextMax];
    return std::string(text, write_float(text, value, form));
}

char* write_int(char* out, std::int64_t value) {
    return std::to_chars(out, out + kIntTextMax, value).ptr;
}

char* write_uint(char* out, std::uint64_t value) {
    return std::to_chars(out, out + kIntTextMax, value).ptr;
}

void append_int(std::string& out, std::int64_t value) {
    char text[kIntTextMax];
    out.append(text, write_int(text, value));
}

void append_uint(std::string& out, std::uint64_t value) {
    char text[kIntTextMax];
    out.append(text, write_uint(text, value));
}

}  // namespace fluxi::value
