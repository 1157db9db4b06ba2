#include "value/text.hpp"

#include <algorithm>
#include <cstring>
#include <limits>
#include <vector>

#include <utf8proc.h>

namespace fluxi::value::text {
namespace {

constexpr char32_t kSharpS = 0xDF;

constexpr unsigned byte_at(std::string_view text, std::size_t i) {
    return static_cast<unsigned char>(text[i]);
}
constexpr bool is_continuation(unsigned byte) {
    return (byte & 0xC0) == 0x80;
}

utf8proc_category_t category(char32_t code) {
    return utf8proc_category(static_cast<utf8proc_int32_t>(code));
}

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
        append_rune(out, map(rune.code));
        text.remove_prefix(rune.size);
    }
}

void append_ascii_case(std::string& out, std::string_view text, char first, char last) {
    const std::size_t before = out.size();
    out.append(text);
    for (char* p = out.data() + before; p != out.data() + out.size(); ++p)
        *p = static_cast<char>(*p ^ (*p >= first && *p <= last ? 0x20 : 0));
}

/// A search from the left that takes time linear in the texts, whatever they are: glibc's memmem.
std::size_t find(std::string_view text, std::string_view part) {
    if (part.empty()) return 0;
    if (part.size() > text.size()) return std::string_view::npos;
    const void* found = memmem(text.data(), text.size(), part.data(), part.size());
    if (found == nullptr) return std::string_view::npos;
    return static_cast<std::size_t>(static_cast<const char*>(found) - text.data());
}

/// The same from the right. Comparing at each place takes the product of both lengths where a text
/// repeats itself, so long ones are searched by Knuth, Morris and Pratt's way, read backwards.
std::size_t find_last(std::string_view text, std::string_view part) {
    constexpr std::size_t kShort = 32;
    if (part.size() <= kShort || part.size() > text.size()) return text.rfind(part);
    const auto back = [part](std::size_t i) { return part[part.size() - 1 - i]; };
    // For each length of a matched end of `part`, the longest shorter one that also fits there.
    std::vector<std::size_t> shorter(part.size() + 1);
    std::size_t length = 0;
    for (std::size_t i = 1; i < part.size(); ++i) {
        while (length > 0 && back(i) != back(length)) length = shorter[length];
        if (back(i) == back(length)) ++length;
        shorter[i + 1] = length;
    }
    length = 0;
    for (std::size_t at = text.size(); at-- > 0;) {
        while (length > 0 && text[at] != back(length)) length = shorter[length];
        if (text[at] == back(length)) ++length;
        if (length == part.size()) return at;
    }
    return std::string_view::npos;
}

/// A set of code points, asked for each character of a text.
class RuneSet {
  public:
    explicit RuneSet(std::string_view members) : members_(members) {
        for (const char c : members) {
            const auto byte = static_cast<unsigned char>(c);
            if (byte < 0x80)
                ascii_[byte / 64] |= std::uint64_t{1} << byte % 64;
            else
                only_ascii_ = false;
        }
        if (only_ascii_ || members.size() <= kFew) return;
        others_.resize(kLastRune + 1);
        for (; !members.empty(); members.remove_prefix(first_rune(members).size))
            others_[first_rune(members).code] = true;
    }
    [[nodiscard]] bool contains(char32_t code) const {
        if (code < 0x80) return (ascii_[code / 64] >> code % 64 & 1) != 0;
        if (only_ascii_) return false;
        if (!others_.empty()) return others_[code];
        for (std::string_view rest = members_; !rest.empty();) {
            const Rune rune = first_rune(rest);
            if (rune.code == code) return true;
            rest.remove_prefix(rune.size);
        }
        return false;
    }

  private:
    static constexpr std::size_t kFew = 256;  ///< bytes that are compared one after the other
    static constexpr char32_t kLastRune = 0x10FFFF;

    std::string_view members_;
    std::uint64_t ascii_[2] = {};
    bool only_ascii_ = true;
    std::vector<bool> others_{};  ///< by code point, for a large set only
};

template <typename Member>
std::string_view trim_left_if(std::string_view text, Member member) {
    while (!text.empty()) {
        const Rune rune = first_rune(text);
        if (!member(rune.code)) break;
        text.remove_prefix(rune.size);
    }
    return text;
}

template <typename Member>
std::string_view trim_right_if(std::string_view text, Member member) {
    while (!text.empty()) {
        const Rune rune = last_rune(text);
        if (!member(rune.code)) break;
        text.remove_suffix(rune.size);
    }
    return text;
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

Rune first_rune(std::string_view text) {
    const unsigned lead = byte_at(text, 0);
    if (lead < 0x80) return {static_cast<char32_t>(lead), 1};
    if (lead < 0xC2 || lead > 0xF4) return {};
    const std::uint32_t size = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    if (text.size() < size) return {};
    char32_t code = lead & (0x7FU >> size);
    for (std::size_t i = 1; i < size; ++i) {
        const unsigned byte = byte_at(text, i);
        if (!is_continuation(byte)) return {};
        code = code << 6 | (byte & 0x3F);
    }
    const bool overlong = (size == 3 && code < 0x800) || (size == 4 && code < 0x10000);
    if (overlong || code > 0x10FFFF || (code >= 0xD800 && code <= 0xDFFF)) return {};
    return {code, size};
}

Rune last_rune(std::string_view text) {
    const std::size_t most = std::min<std::size_t>(text.size(), 4);
    for (std::size_t size = 1; size <= most; ++size) {
        const std::string_view tail = text.substr(text.size() - size);
        if (is_continuation(byte_at(tail, 0))) continue;
        const Rune rune = first_rune(tail);
        return rune.size == size ? rune : Rune{};
    }
    return {};
}

void append_rune(std::string& out, char32_t code) {
    if (code < 0x80) {
        out += static_cast<char>(code);
        return;
    }
    char bytes[4];
    int size = 0;
    if (code < 0x800) {
        bytes[size++] = static_cast<char>(0xC0 | code >> 6);
    } else {
        if (code < 0x10000) {
            bytes[size++] = static_cast<char>(0xE0 | code >> 12);
        } else {
            bytes[size++] = static_cast<char>(0xF0 | code >> 18);
            bytes[size++] = static_cast<char>(0x80 | (code >> 12 & 0x3F));
        }
        bytes[size++] = static_cast<char>(0x80 | (code >> 6 & 0x3F));
    }
    bytes[size++] = static_cast<char>(0x80 | (code & 0x3F));
    out.append(bytes, static_cast<std::size_t>(size));
}

bool is_ascii(std::string_view text) {
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

bool is_valid_utf8(std::string_view text) {
    if (is_ascii(text)) return true;
    while (!text.empty()) {
        const Rune rune = first_rune(text);
        if (rune.invalid()) return false;
        text.remove_prefix(rune.size);
    }
    return true;
}

std::size_t rune_count(std::string_view text) {
    if (is_ascii(text)) return text.size();
    std::size_t runes = 0;
    for (; !text.empty(); ++runes) text.remove_prefix(first_rune(text).size);
    return runes;
}

bool is_letter(char32_t code) {
    const auto kind = category(code);
    return kind >= UTF8PROC_CATEGORY_LU && kind <= UTF8PROC_CATEGORY_LO;
}
bool is_digit(char32_t code) {
    return category(code) == UTF8PROC_CATEGORY_ND;
}
bool is_upper(char32_t code) {
    return category(code) == UTF8PROC_CATEGORY_LU;
}
bool is_lower(char32_t code) {
    return category(code) == UTF8PROC_CATEGORY_LL;
}

bool is_space(char32_t code) {
    if (code < 0x100)
        return code == ' ' || (code >= '\t' && code <= '\r') || code == 0x85 || code == 0xA0;
    return code == 0x1680 || (code >= 0x2000 && code <= 0x200A) || code == 0x2028 ||
           code == 0x2029 || code == 0x202F || code == 0x205F || code == 0x3000;
}

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

std::string_view trim(std::string_view text, std::string_view cutset) {
    const RuneSet set(cutset);
    const auto member = [&set](char32_t code) { return set.contains(code); };
    return trim_right_if(trim_left_if(text, member), member);
}

std::string_view trim_left(std::string_view text, std::string_view cutset) {
    const RuneSet set(cutset);
    return trim_left_if(text, [&set](char32_t code) { return set.contains(code); });
}

std::string_view trim_right(std::string_view text, std::string_view cutset) {
    const RuneSet set(cutset);
    return trim_right_if(text, [&set](char32_t code) { return set.contains(code); });
}

std::string_view trim_space(std::string_view text) {
    return trim_right_if(trim_left_if(text, is_space), is_space);
}

std::string_view trim_prefix(std::string_view text, std::string_view prefix) {
    return has_prefix(text, prefix) ? text.substr(prefix.size()) : text;
}

std::string_view trim_suffix(std::string_view text, std::string_view suffix) {
    return has_suffix(text, suffix) ? text.substr(0, text.size() - suffix.size()) : text;
}

std::int64_t index(std::string_view text, std::string_view part) {
    return static_cast<std::int64_t>(find(text, part));
}

std::int64_t last_index(std::string_view text, std::string_view part) {
    return static_cast<std::int64_t>(find_last(text, part));
}

std::int64_t index_any(std::string_view text, std::string_view chars) {
    const RuneSet set(chars);
    for (std::size_t at = 0; at < text.size();) {
        const Rune rune = first_rune(text.substr(at));
        if (set.contains(rune.code)) return static_cast<std::int64_t>(at);
        at += rune.size;
    }
    return -1;
}

std::int64_t last_index_any(std::string_view text, std::string_view chars) {
    const RuneSet set(chars);
    while (!text.empty()) {
        const Rune rune = last_rune(text);
        text.remove_suffix(rune.size);
        if (set.contains(rune.code)) return static_cast<std::int64_t>(text.size());
    }
    return -1;
}

std::int64_t count(std::string_view text, std::string_view part) {
    if (part.empty()) return static_cast<std::int64_t>(rune_count(text)) + 1;
    std::int64_t found = 0;
    for (std::size_t at = 0; (at = find(text, part)) != std::string_view::npos; ++found)
        text.remove_prefix(at + part.size());
    return found;
}

int compare(std::string_view a, std::string_view b) {
    const int order = a.compare(b);
    return static_cast<int>(order > 0) - static_cast<int>(order < 0);
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

void append_substring(std::string& out, std::string_view text, std::int64_t start,
                      std::int64_t end) {
    start = std::max<std::int64_t>(start, 0);
    if (is_ascii(text)) {
        const auto size = static_cast<std::int64_t>(text.size());
        start = std::min(start, size);
        end = std::min(end, size);
        if (start < end)
            out.append(text.substr(static_cast<std::size_t>(start),
                                   static_cast<std::size_t>(end - start)));
        return;
    }
    for (std::int64_t at = 0; at < end && !text.empty(); ++at) {
        const Rune rune = first_rune(text);
        if (at >= start) append_rune(out, rune.code);
        text.remove_prefix(rune.size);
    }
}

void append_replaced(std::string& out, std::string_view text, std::string_view from,
                     std::string_view to, std::int64_t limit) {
    // The least of all ints has nothing below it to count down to.
    if (limit < 0) limit = std::numeric_limits<std::int64_t>::max();
    if (from.empty()) {
        for (; limit != 0; --limit) {
            out.append(to);
            if (text.empty()) return;
            const std::size_t size = first_rune(text).size;
            out.append(text.substr(0, size));
            text.remove_prefix(size);
        }
        out.append(text);
        return;
    }
    for (; limit != 0; --limit) {
        const std::size_t at = find(text, from);
        if (at == std::string_view::npos) break;
        out.append(text.substr(0, at)).append(to);
        text.remove_prefix(at + from.size());
    }
    out.append(text);
}

void append_repeated(std::string& out, std::string_view text, std::int64_t times) {
    if (text.empty()) return;
    out.reserve(out.size() + text.size() * static_cast<std::size_t>(times));
    for (std::int64_t i = 0; i < times; ++i) out.append(text);
}

}  // namespace fluxi::value::text
