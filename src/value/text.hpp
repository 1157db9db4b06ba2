// What the package `strings` does to text, with the meaning of Go's `strings`: text is bytes,
// mostly UTF-8; a byte that belongs to no code point counts as U+FFFD and is one byte long. Results
// are views into the argument where they can be, else they are appended to a caller's string, so
// that a column of them allocates nothing per row. Nothing here fails.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "value/rune.hpp"

namespace fluxi::value::text {

/// Simple, one-to-one case mapping of every code point; invalid bytes become U+FFFD.
void append_upper(std::string& out, std::string_view text);
void append_lower(std::string& out, std::string_view text);
/// Every letter in title case (`ǆ` becomes `ǅ`): Go's ToTitle.
void append_title_case(std::string& out, std::string_view text);
/// The first letter of each word in title case: Go's Title.
void append_title(std::string& out, std::string_view text);

/// Without the code points of `cutset` at both ends, at the start, at the end.
std::string_view trim(std::string_view text, std::string_view cutset);
std::string_view trim_left(std::string_view text, std::string_view cutset);
std::string_view trim_right(std::string_view text, std::string_view cutset);
/// Without Unicode white space at both ends.
std::string_view trim_space(std::string_view text);
/// Without `prefix` (`suffix`), once, if it is there.
std::string_view trim_prefix(std::string_view text, std::string_view prefix);
std::string_view trim_suffix(std::string_view text, std::string_view suffix);

constexpr bool has_prefix(std::string_view text, std::string_view prefix) {
    return text.substr(0, prefix.size()) == prefix;
}
constexpr bool has_suffix(std::string_view text, std::string_view suffix) {
    return text.size() >= suffix.size() && text.substr(text.size() - suffix.size()) == suffix;
}

/// Byte positions, or -1. An empty `part` is found at 0, or last at the end.
std::int64_t index(std::string_view text, std::string_view part);
std::int64_t last_index(std::string_view text, std::string_view part);
/// The byte position of the first (last) code point that is one of `chars`, or -1.
std::int64_t index_any(std::string_view text, std::string_view chars);
std::int64_t last_index_any(std::string_view text, std::string_view chars);
/// How often `part` occurs, without overlaps; an empty one occurs once more than there are code
/// points.
std::int64_t count(std::string_view text, std::string_view part);

/// -1, 0 or 1 by bytes.
int compare(std::string_view a, std::string_view b);
/// Equality under simple case folding: `K` is the Kelvin sign, `ß` is not `SS`.
bool equal_fold(std::string_view a, std::string_view b);

/// The code points from `start` to before `end`, both kept within the text (I.1); invalid bytes
/// become U+FFFD.
void append_substring(std::string& out, std::string_view text, std::int64_t start,
                      std::int64_t end);
/// `text` with the first `limit` occurrences of `from` replaced; all if `limit` is negative. An
/// empty `from` is found before each code point and at the end.
void append_replaced(std::string& out, std::string_view text, std::string_view from,
                     std::string_view to, std::int64_t limit);
/// `text` `times` times; `times` must not be negative.
void append_repeated(std::string& out, std::string_view text, std::int64_t times);

/// Calls `visit(std::string_view)` for the parts of `text` between `separator`s. At most `limit`
/// parts, the last holds the rest; all if it is negative, none if it is 0. An empty separator
/// splits into code points. With `keep` each part but the last ends with its separator.
template <typename Visit>
void split(std::string_view text, std::string_view separator, std::int64_t limit, bool keep,
           Visit&& visit) {
    if (limit == 0) return;
    if (separator.empty()) {
        for (std::int64_t done = 1; !text.empty(); ++done) {
            if (done == limit) {
                visit(text);
                return;
            }
            const std::size_t size = first_rune(text).size;
            visit(text.substr(0, size));
            text.remove_prefix(size);
        }
        return;
    }
    for (std::int64_t done = 1; done != limit; ++done) {
        const std::size_t at = text.find(separator);
        if (at == std::string_view::npos) break;
        visit(text.substr(0, keep ? at + separator.size() : at));
        text.remove_prefix(at + separator.size());
    }
    visit(text);
}

}  // namespace fluxi::value::text
