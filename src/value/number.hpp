// Numbers as text and text as numbers, byte for byte as Go's strconv does it, and the conversions
// between kinds of numbers as they come out on amd64. Pure functions on caller's buffers; nothing
// depends on a locale and nothing allocates but the forms that return or extend a string.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace fluxi::value {

/// Room for any float in any of the forms below.
inline constexpr std::size_t kFloatTextMax = 352;
/// Room for any integer.
inline constexpr std::size_t kIntTextMax = 20;

/// The forms in which a float is written. All have the fewest digits that read back as the same
/// float, but `percent_f`. `NaN`, `+Inf`, `-Inf` in all of them; -0 keeps its sign.
enum class FloatForm : std::uint8_t {
    plain,    ///< never an exponent: `string(v:)`, CSV (Go 'f')
    display,  ///< an exponent below 1e-4 and from 1e6 on: `display`, interpolation of records (Go
              ///< %v)
    scientific,  ///< always an exponent, `1.5E+00`: column names of pivot (Go 'E')
    json,        ///< an exponent below 1e-6 and from 1e21 on, `1e-7`; NaN and Inf are no JSON
    percent_f,   ///< six digits after the point (Go %f)
};

/// Writes to `out`, which has kFloatTextMax bytes; returns the end.
char* write_float(char* out, double value, FloatForm form = FloatForm::plain);
void append_float(std::string& out, double value, FloatForm form = FloatForm::plain);
std::string float_to_string(double value, FloatForm form = FloatForm::plain);

char* write_int(char* out, std::int64_t value);
char* write_uint(char* out, std::uint64_t value);
void append_int(std::string& out, std::int64_t value);
void append_uint(std::string& out, std::uint64_t value);

/// Why a text is no number.
enum class NumberError : std::uint8_t { none, syntax, range };
/// Go's words: "invalid syntax", "value out of range".
std::string_view number_error_text(NumberError error);

/// Decimal digits with an optional sign, the whole text.
NumberError parse_int(std::string_view text, std::int64_t& value);
/// Decimal digits without any sign, the whole text.
NumberError parse_uint(std::string_view text, std::uint64_t& value);
/// Go's ParseFloat: decimal and hexadecimal floats, `inf`, `infinity`, `nan` in any case,
/// underscores between digits. Too large is a range error; too small is zero.
NumberError parse_float(std::string_view text, double& value);
/// Go's ParseBool: 1 t T TRUE true True, 0 f F FALSE false False.
std::optional<bool> parse_bool(std::string_view text);

/// Truncates; NaN, infinities and what does not fit give the smallest int, as on amd64.
std::int64_t float_to_int(double value);
/// Truncates; negative values wrap; NaN and what does not fit give 2^63, as on amd64.
std::uint64_t float_to_uint(double value);

/// The conversions of C.7 from text; they throw a RuntimeError `cannot convert string "x" to …`.
std::int64_t int_from_text(std::string_view text);
std::uint64_t uint_from_text(std::string_view text);
double float_from_text(std::string_view text);
bool bool_from_text(std::string_view text);

}  // namespace fluxi::value
