// The code points of a text, read as Go reads them: a byte that belongs to none counts as U+FFFD
// and is one byte long. Inline, for loops over the characters of many texts. Nothing here fails.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

#include "base/utf8_code.hpp"

namespace fluxi::value::text {

inline constexpr char32_t kReplacement = 0xFFFD;

struct Rune {
    char32_t code = kReplacement;
    std::uint32_t size = 1;  ///< in bytes

    /// Whether the bytes were no code point.
    [[nodiscard]] bool invalid() const { return code == kReplacement && size == 1; }
};

/// The code point that `text` (not empty) begins with.
inline Rune first_rune(std::string_view text) {
    const base::CodePoint first = base::decoded(text);
    return {first.value, static_cast<std::uint32_t>(first.size)};
}

/// The code point that `text` (not empty) ends with.
inline Rune last_rune(std::string_view text) {
    const std::size_t most = std::min<std::size_t>(text.size(), 4);
    for (std::size_t size = 1; size <= most; ++size) {
        const std::string_view tail = text.substr(text.size() - size);
        if (base::continues_utf8(tail.front())) continue;
        const Rune rune = first_rune(tail);
        return rune.size == size ? rune : Rune{};
    }
    return {};
}

inline bool is_ascii(std::string_view text) {
    constexpr std::uint64_t kHighBits = 0x8080808080808080U;
    const char* p = text.data();
    std::size_t left = text.size();
    for (; left >= 8; p += 8, left -= 8) {
        std::uint64_t word = 0;
        std::memcpy(&word, p, 8);
        if ((word & kHighBits) != 0) return false;
    }
    unsigned seen = 0;
    for (std::size_t i = 0; i < left; ++i) seen |= static_cast<unsigned char>(p[i]);
    return seen < 0x80;
}

/// The number of code points; each invalid byte is one.
std::size_t rune_count(std::string_view text);

bool is_letter(char32_t code);
bool is_digit(char32_t code);  ///< decimal digits of any script
bool is_upper(char32_t code);
bool is_lower(char32_t code);
inline bool is_space(char32_t code) {
    if (code < 0x100)
        return code == ' ' || (code >= '\t' && code <= '\r') || code == 0x85 || code == 0xA0;
    return code == 0x1680 || (code >= 0x2000 && code <= 0x200A) || code == 0x2028 ||
           code == 0x2029 || code == 0x202F || code == 0x205F || code == 0x3000;
}

}  // namespace fluxi::value::text
