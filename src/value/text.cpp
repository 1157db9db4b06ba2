// Of text.hpp what searches, cuts and replaces.
#include "value/text.hpp"

#include <algorithm>
#include <cstring>
#include <limits>
#include <vector>

#include "base/utf8.hpp"

namespace fluxi::value::text {
namespace {

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

}  // namespace

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
        if (at >= start) base::append_utf8(out, rune.code);
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
