// UTF-8: decoding, checking, width on a terminal, classes of characters. Unicode data come from
// utf8proc; ASCII never asks it. Functions take any bytes: what is not UTF-8 is reported, not
// assumed away.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace fluxi::base {

struct CodePoint {
    char32_t value = 0xFFFD;  ///< U+FFFD if invalid
    std::size_t size = 0;     ///< bytes used: 0 at the end of the text, 1 for an invalid byte
    bool valid = false;
};

/// The first code point of `text` (no surrogates, nothing overlong, nothing above U+10FFFF).
CodePoint decode_utf8(std::string_view text);

/// Appends `value`; U+FFFD for what is no code point.
void append_utf8(std::string& text, char32_t value);

/// Offset of the first byte that is not UTF-8, npos if all is well.
std::size_t find_invalid_utf8(std::string_view text);
inline bool is_valid_utf8(std::string_view text) {
    return find_invalid_utf8(text) == std::string_view::npos;
}

/// `text` with every invalid byte replaced by U+FFFD.
std::string to_valid_utf8(std::string_view text);

/// Number of code points; an invalid byte counts as one.
std::size_t count_code_points(std::string_view text);

/// Bytes of the first grapheme cluster (what a person takes for one character); 0 at the end.
std::size_t grapheme_size(std::string_view text);

/// Cells that `text` takes on a terminal, by grapheme clusters. Controls and tabs count as nothing:
/// the caller expands tabs first.
std::size_t display_width(std::string_view text);

bool is_word_character(char32_t value);  ///< letter, decimal digit or `_`
bool is_decimal_digit(char32_t value);
bool is_printable(char32_t value);

}  // namespace fluxi::base
