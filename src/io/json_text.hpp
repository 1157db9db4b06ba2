// Strings and numbers as JSON. Two ways to write a string: `plain` escapes what JSON demands,
// `html` also what Go's encoder escapes (<, >, & and the line separators U+2028 and U+2029).
// Invalid UTF-8 becomes U+FFFD in both.
#pragma once

#include <string>
#include <string_view>

namespace fluxi::io {

enum class JsonEscape : unsigned char { plain, html };

/// Appends the text as a JSON string, with its quotes.
void append_json_string(std::string& out, std::string_view text,
                        JsonEscape escape = JsonEscape::plain);

}  // namespace fluxi::io
