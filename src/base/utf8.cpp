#include "base/utf8.hpp"

#include <cstring>

#include <utf8proc.h>

#include "base/utf8_code.hpp"

namespace fluxi::base {

namespace {

utf8proc_category_t category(char32_t value) {
    return utf8proc_category(static_cast<utf8proc_int32_t>(value));
}

bool emoji_presentation(char32_t value) {
    return value == 0xFE0F;
}

std::size_t cell_width(char32_t value) {
    if (value < 0x20 || value == 0x7F) return 0;
    if (value < 0x7F) return 1;
    const int width = utf8proc_charwidth(static_cast<utf8proc_int32_t>(value));
    return width > 0 ? static_cast<std::size_t>(width) : 0;
}

}  // namespace

CodePoint decode_utf8(std::string_view text) {
    return decoded(text);
}

void append_utf8(std::string& text, char32_t value) {
    append_encoded(text, value);
}

namespace {

/// Whether text begins with a code point from U+1000 to U+CFFF, of which all are valid: most
/// scripts of Asia, and the lines of tables.
bool is_common_triple(std::string_view text) {
    if (text.size() < 3) return false;
    const auto byte = [text](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    return byte(0) >= 0xE1 && byte(0) <= 0xEC && (byte(1) & 0xC0) == 0x80 &&
           (byte(2) & 0xC0) == 0x80;
}

}  // namespace

std::size_t find_invalid_utf8(std::string_view text) {
    std::size_t i = 0;
    while (i < text.size()) {
        // Eight ASCII bytes at a time: that is what nearly all text is.
        std::uint64_t block = 0;
        if (text.size() - i >= sizeof block) {
            std::memcpy(&block, text.data() + i, sizeof block);
            if ((block & 0x8080808080808080ULL) == 0) {
                i += sizeof block;
                continue;
            }
        }
        if (is_common_triple(text.substr(i))) {
            i += 3;
            continue;
        }
        const CodePoint next = decode_utf8(text.substr(i));
        if (!next.valid) return i;
        i += next.size;
    }
    return std::string_view::npos;
}

std::string to_valid_utf8(std::string_view text) {
    std::string result;
    result.reserve(text.size());
    while (!text.empty()) {
        const CodePoint next = decode_utf8(text);
        append_utf8(result, next.value);
        text.remove_prefix(next.size);
    }
    return result;
}

std::size_t count_code_points(std::string_view text) {
    std::size_t count = 0;
    while (!text.empty()) {
        text.remove_prefix(decode_utf8(text).size);
        ++count;
    }
    return count;
}

std::size_t grapheme_size(std::string_view text) {
    CodePoint previous = decode_utf8(text);
    std::size_t size = previous.size;
    utf8proc_int32_t state = 0;
    while (size < text.size() && size > 0) {
        const CodePoint next = decode_utf8(text.substr(size));
        // Two ASCII characters always break, but for CR LF.
        const bool plain = previous.value < 0x80 && next.value < 0x80;
        if (plain ? !(previous.value == '\r' && next.value == '\n')
                  : utf8proc_grapheme_break_stateful(static_cast<utf8proc_int32_t>(previous.value),
                                                     static_cast<utf8proc_int32_t>(next.value),
                                                     &state)) {
            break;
        }
        size += next.size;
        previous = next;
    }
    return size;
}

std::size_t display_width(std::string_view text) {
    std::size_t width = 0;
    while (!text.empty()) {
        const std::size_t size = grapheme_size(text);
        // A cluster is as wide as its widest part, so that a joined emoji takes two cells and not
        // eight.
        std::size_t widest = 0;
        for (std::string_view cluster = text.substr(0, size); !cluster.empty();) {
            const CodePoint part = decode_utf8(cluster);
            widest = std::max(widest, emoji_presentation(part.value) ? 2 : cell_width(part.value));
            cluster.remove_prefix(part.size);
        }
        width += widest;
        text.remove_prefix(size);
    }
    return width;
}

bool is_decimal_digit(char32_t value) {
    if (value < 0x80) return value >= '0' && value <= '9';
    return category(value) == UTF8PROC_CATEGORY_ND;
}

bool is_word_character(char32_t value) {
    if (value < 0x80) {
        return (value >= 'a' && value <= 'z') || (value >= 'A' && value <= 'Z') ||
               (value >= '0' && value <= '9') || value == '_';
    }
    const utf8proc_category_t kind = category(value);
    return (kind >= UTF8PROC_CATEGORY_LU && kind <= UTF8PROC_CATEGORY_LO) ||
           kind == UTF8PROC_CATEGORY_ND;
}

bool is_printable(char32_t value) {
    if (value < 0x80) return value >= 0x20 && value < 0x7F;
    const utf8proc_category_t kind = category(value);
    return kind != UTF8PROC_CATEGORY_CN && kind < UTF8PROC_CATEGORY_ZS;
}

}  // namespace fluxi::base
