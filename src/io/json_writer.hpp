// Flux values to JSON text: what `json.encode` gives, byte for byte as Go's encoder in the
// reference (semantics E.4). Keys are sorted; what has no JSON form is an error.
#pragma once

#include <string>
#include <string_view>

#include "value/value.hpp"

namespace fluxi::io {

/// Appends a value. Times, durations, regular expressions and bytes (base64) become strings,
/// dictionaries objects, a dynamic value is its content.
/// @throws RuntimeError for functions, streams, NaN and infinities
void append_json(std::string& out, const value::Value& v);
/// Appends bytes as append_json does.
void append_json_bytes(std::string& out, std::string_view bytes);

}  // namespace fluxi::io
