// Of text.hpp what maps letters or compares them without their case.
#include <cstddef>

#include <utf8proc.h>

#include "base/utf8_code.hpp"
#include "value/text.hpp"

namespace fluxi::value::text {
namespace {

constexpr char32_t kSharpS = 0xDF;

// utf8proc maps ß to the capital ẞ; the Unicode data that Go follows do not.
char32_t upper_of(char32_t code) {
    if (code == kSharpS) return code;
    return static_cast<char32_t>(utf8proc_toupper(static_cast<utf8proc_int32_t>(code)));
}
char32_t lower_of(char32_t code) {
    return static_cast<char32_t>(utf8proc_tolower(static_cast<utf8proc_int32_t>(code)));
}
char32_t title_of(char32_t code) {
    if (code == kSharpS) return code;
    return static_cast<char32_t>(utf8proc_totitle(static_cast<utf8proc_int32_t>(code)));
}

/// One representative of all code points that are equal under simple case folding.
char32_t fold(char32_t code) {
    if (code < 0x80) return code >= 'A' && code <= 'Z' ? code + 32 : code;
    // The Turkish dotted and dotless i are equal to nothing else without a locale.
    if (code == 0x130 || code == 0x131) return code;
    return lower_of(upper_of(code));
}

template <typename Map>
void append_mapped(std::string& out, std::string_view text, Map map) {
    while (!text.empty()) {
        const Rune rune = first_rune(text);
        base::append_encoded(out, map(rune.code));
        text.remove_prefix(rune.size);
    }
}

void append_ascii_case(std::string& out, std::string_view text, char first, char last) {
    const std::size_t before = out.size();
    out.append(text);
    for (char* p = out.data() + before; p != out.data() + out.size(); ++p)
        *p = static_cast<char>(*p ^ (*p >= first && *p <= last ? 0x20 : 0));
}

/// Whether a character ends a word for Go's Title.
bool separates(char32_t code) {
    if (code < 0x80)
        return !((code >= '0' && code <= '9') || (code >= 'a' && code <= 'z') ||
                 (code >= 'A' && code <= 'Z') || code == '_');
    if (is_letter(code) || is_digit(code)) return false;
    return is_space(code);
}

}  // namespace

void append_upper(std::string& out, std::string_view text) {
    if (is_ascii(text)) return append_ascii_case(out, text, 'a', 'z');
    append_mapped(out, text, upper_of);
}

void append_lower(std::string& out, std::string_view text) {
    if (is_ascii(text)) return append_ascii_case(out, text, 'A', 'Z');
    append_mapped(out, text, lower_of);
}

void append_title_case(std::string& out, std::string_view text) {
    if (is_ascii(text)) return append_ascii_case(out, text, 'a', 'z');
    append_mapped(out, text, title_of);
}

void append_title(std::string& out, std::string_view text) {
    bool at_start = true;
    if (is_ascii(text)) {
        for (const char c : text) {
            out += at_start && c >= 'a' && c <= 'z' ? static_cast<char>(c ^ 0x20) : c;
            at_start = separates(static_cast<unsigned char>(c));
        }
        return;
    }
    append_mapped(out, text, [&](char32_t code) {
        const char32_t mapped = at_start ? title_of(code) : code;
        at_start = separates(code);
        return mapped;
    });
}

bool equal_fold(std::string_view a, std::string_view b) {
    while (!a.empty() && !b.empty()) {
        const Rune left = first_rune(a);
        const Rune right = first_rune(b);
        if (left.code != right.code && fold(left.code) != fold(right.code)) return false;
        a.remove_prefix(left.size);
        b.remove_prefix(right.size);
    }
    return a.empty() && b.empty();
}

}  // namespace fluxi::value::text
