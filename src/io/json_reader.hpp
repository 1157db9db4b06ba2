// JSON text to Flux values: what `json.parse` of package experimental/json and `dynamic.jsonParse`
// give. Errors have the texts of Go's decoder, which scripts match on. The reader keeps its own
// stack, so that nesting costs heap and not call depth.
#pragma once

#include <string_view>

#include "value/value.hpp"

namespace fluxi::io {

/// How the elements of arrays and the properties of objects come out.
enum class JsonElements {
    typed,    ///< as they are; the elements of an array must have one type
    dynamic,  ///< each wrapped as a dynamic value; types may differ
};

/// Deepest nesting of arrays and objects, as in Go's decoder.
inline constexpr std::size_t kJsonMaxDepth = 10'000;

/// Numbers become floats, objects records (properties in the order of the text, of a repeated one
/// the last counts), `null` the untyped null. Invalid UTF-8 becomes U+FFFD.
/// @throws base::RuntimeError with Code::format if the text is not JSON, or if an array of
/// JsonElements::typed mixes types
value::Value read_json(std::string_view text, JsonElements elements);

}  // namespace fluxi::io
