#include "value/time_layout.hpp"

#include <algorithm>
#include <array>

#include <fmt/core.h>

#include "value/time_reading.hpp"

namespace fluxi::value {
namespace {

using time_reading::digit_at;
using time_reading::is_mark;
using time_reading::Reading;
using Element = TimeLayout::Element;

bool lower_at(std::string_view text, std::size_t i) {
    return i < text.size() && text[i] >= 'a' && text[i] <= 'z';
}

struct Spelling {
    std::string_view text;
    Element element;
};

/// Elements with one fixed spelling, longer ones before their beginnings.
constexpr std::array<Spelling, 34> kSpellings{{
    {"January", Element::long_month},
    {"Monday", Element::long_weekday},
    {"MST", Element::zone_name},
    {"002", Element::zero_year_day},
    {"01", Element::zero_month},
    {"02", Element::zero_day},
    {"03", Element::zero_hour12},
    {"04", Element::zero_minute},
    {"05", Element::zero_second},
    {"06", Element::year},
    {"15", Element::hour},
    {"1", Element::number_month},
    {"2006", Element::long_year},
    {"2", Element::day},
    {"__2", Element::under_year_day},
    {"_2", Element::under_day},
    {"3", Element::hour12},
    {"4", Element::minute},
    {"5", Element::second},
    {"PM", Element::upper_pm},
    {"pm", Element::lower_pm},
    {"-07:00:00", Element::zone_colon_seconds},
    {"-070000", Element::zone_seconds},
    {"-07:00", Element::zone_colon},
    {"-0700", Element::zone},
    {"-07", Element::zone_short},
    {"Z07:00:00", Element::zone_colon_seconds},
    {"Z070000", Element::zone_seconds},
    {"Z07:00", Element::zone_colon},
    {"Z0700", Element::zone},
    {"Z07", Element::zone_short},
    {"Jan", Element::month},
    {"Mon", Element::weekday},
    {"", Element::literal_end},
}};

/// The element that `rest` begins with, or literal_end.
Spelling element_at(std::string_view rest) {
    if (is_mark(rest[0]) && rest.size() > 1 && (rest[1] == '0' || rest[1] == '9')) {
        std::size_t end = 1;
        while (end < rest.size() && rest[end] == rest[1]) ++end;
        if (!digit_at(rest, end))
            return {rest.substr(0, end),
                    rest[1] == '0' ? Element::fraction_exact : Element::fraction_trimmed};
        return kSpellings.back();
    }
    // An underscore before a long year is a literal, and the year follows.
    if (rest.substr(0, 5) == "_2006") return kSpellings.back();
    for (const Spelling& spelling : kSpellings) {
        if (spelling.text.empty() || rest.substr(0, spelling.text.size()) != spelling.text)
            continue;
        const bool short_name =
            spelling.element == Element::month || spelling.element == Element::weekday;
        if (short_name && lower_at(rest, 3)) continue;
        return spelling;
    }
    return kSpellings.back();
}

/// Quotes as Go's time package does.
std::string quoted(std::string_view text) {
    std::string out = "\"";
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\') {
            out += '\\';
            out += c;
        } else if (byte < ' ' || byte >= 0x80) {
            out += fmt::format("\\x{:02x}", byte);
        } else {
            out += c;
        }
    }
    return out + '"';
}

/// Skips the literal `prefix`; a run of blanks matches any run of blanks.
bool skip(std::string_view& rest, std::string_view prefix) {
    while (!prefix.empty()) {
        if (prefix[0] == ' ') {
            if (!rest.empty() && rest[0] != ' ') return false;
            prefix.remove_prefix(std::min(prefix.find_first_not_of(' '), prefix.size()));
            rest.remove_prefix(std::min(rest.find_first_not_of(' '), rest.size()));
            continue;
        }
        if (rest.empty() || rest[0] != prefix[0]) return false;
        prefix.remove_prefix(1);
        rest.remove_prefix(1);
    }
    return true;
}

}  // namespace

TimeLayout::TimeLayout(std::string_view layout) : layout_(layout) {
    Chunk chunk;
    for (std::size_t i = 0; i < layout.size();) {
        const Spelling found = element_at(layout.substr(i));
        if (found.element == Element::literal_end) {
            chunk.prefix += layout[i++];
            continue;
        }
        chunk.text = found.text;
        chunk.element = found.element;
        chunk.accepts_z = found.text[0] == 'Z';
        chunks_.push_back(std::move(chunk));
        chunk = Chunk();
        i += found.text.size();
    }
    chunks_.push_back(std::move(chunk));
}

bool TimeLayout::parse(std::string_view text, std::int64_t& time, std::string* problem) const {
    Reading reading;
    reading.rest = text;
    const auto mismatch = [&](std::string_view rest, std::string_view wanted) {
        if (problem != nullptr)
            *problem = fmt::format("parsing time {} as {}: cannot parse {} as {}", quoted(text),
                                   quoted(layout_), quoted(rest), quoted(wanted));
        return false;
    };
    const auto wrong = [&](std::string_view what) {
        if (problem != nullptr) *problem = fmt::format("parsing time {}{}", quoted(text), what);
        return false;
    };
    for (std::size_t i = 0; i < chunks_.size(); ++i) {
        const Chunk& chunk = chunks_[i];
        if (!skip(reading.rest, chunk.prefix)) return mismatch(reading.rest, chunk.prefix);
        if (chunk.element == Element::literal_end) {
            if (reading.rest.empty()) continue;
            return wrong(": extra text: " + quoted(reading.rest));
        }
        const std::string_view before = reading.rest;
        const bool matched = reading.element(chunk, chunks_[i + 1]);
        if (reading.range != nullptr) return wrong(fmt::format(": {} out of range", reading.range));
        if (!matched) return mismatch(before, chunk.text);
    }
    const char* const trouble = reading.finish(time);
    return trouble == nullptr || wrong(trouble);
}

}  // namespace fluxi::value
