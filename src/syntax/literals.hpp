// From the text of a literal to its value. Each function gets text that the grammar has matched
// already; what can still be wrong with it comes back as a sentence in `error`, with a value that
// lets the parser go on.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "syntax/ast.hpp"

namespace fluxi::syntax {

template <typename T>
struct Converted {
    T value{};
    std::string error{};   ///< empty: all is well
    std::string help{};    ///< a hint for the error, may be empty
    std::size_t at = 0;    ///< offset of the fault in the text
    std::size_t size = 0;  ///< its bytes; 0: the whole text
};

/// Decimal digits; a leading zero or more than int64 holds is an error (SPEC int_lit).
Converted<std::int64_t> parse_integer(std::string_view text);
/// Digits with a point; what is too large is infinite.
double parse_float(std::string_view text);
/// `{ int_lit unit }`; a magnitude above int64 is an error.
Converted<DurationLit> parse_duration(std::string_view text);
/// RFC 3339 or a date; nanoseconds since the epoch wrap outside of int64.
Converted<std::int64_t> parse_date_time(std::string_view text);
/// The text between the quotes of a string. Unknown escapes and bytes that are not UTF-8 are
/// errors.
Converted<std::string> unescape_string(std::string_view text);
/// The text between the slashes of a regular expression; checks that RE2 compiles it.
Converted<std::string> parse_regex(std::string_view text);

/// "y", "mo", … as written.
std::string_view unit_text(DurationUnit unit);

}  // namespace fluxi::syntax
