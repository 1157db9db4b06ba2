// The conversions of the language (semantics C.7): what `string(v:)`, `int(v:)` … do to a value.
// Null gives a null of the target type; a dynamic value is converted by its content. Everything
// else that does not fit throws an error that says which value or type cannot be converted to what.
#pragma once

#include <string>
#include <string_view>

#include "value/value.hpp"

namespace fluxi::value {

Value to_string_value(const Value& v);
Value to_int_value(const Value& v);
Value to_uint_value(const Value& v);
Value to_float_value(const Value& v);
Value to_bool_value(const Value& v);
Value to_time_value(const Value& v);
Value to_duration_value(const Value& v);
/// Strings only; null is refused.
Value to_bytes_value(const Value& v);

/// Appends what `string(v: v)` gives; `v` is not null. Throws for what has no text (arrays,
/// records, regexps …).
void append_string(std::string& text, const Value& v);
/// Appends what `string(v:)` gives for bytes. Throws if they are not UTF-8.
void append_decoded(std::string& text, std::string_view bytes);

/// The type of a value as messages name it: "int", "[int]", "{a: int}", "[string: int]".
std::string type_text(const Value& v);

}  // namespace fluxi::value
