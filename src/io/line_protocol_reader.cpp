#include "io/line_protocol.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include <fmt/core.h>

#include "io/line_number.hpp"
#include "value/number.hpp"

namespace fluxi::io {

namespace {

constexpr std::size_t kShownOfLine = 200;
constexpr std::int64_t kLatest = 9223372036854775806;

/// What characters mean between the parts of a line.
enum CharClass : std::uint8_t {
    kComma = 1,
    kSpace = 2,
    kEquals = 4,
    kLineEnd = 8,  ///< or may be: a CR that is none is data
    kBackslash = 16,
};

constexpr std::array<std::uint8_t, 256> make_classes() {
    std::array<std::uint8_t, 256> classes{};
    classes[','] = kComma;
    classes[' '] = kSpace;
    classes['='] = kEquals;
    classes['\n'] = classes['\r'] = kLineEnd;
    classes['\\'] = kBackslash;
    return classes;
}
constexpr auto kClasses = make_classes();

std::uint8_t class_of(char c) {
    return kClasses[static_cast<unsigned char>(c)];
}

std::int64_t scale_of(LinePrecision precision) {
    switch (precision) {
        case LinePrecision::ns:
            return 1;
        case LinePrecision::us:
            return 1'000;
        case LinePrecision::ms:
            return 1'000'000;
        case LinePrecision::s:
            break;
    }
    return 1'000'000'000;
}

}  // namespace

std::optional<LinePrecision> line_precision(std::string_view name) {
    if (name == "ns") return LinePrecision::ns;
    if (name == "us") return LinePrecision::us;
    if (name == "ms") return LinePrecision::ms;
    if (name == "s") return LinePrecision::s;
    return std::nullopt;
}

LineProtocolReader::LineProtocolReader(std::string_view text, LinePrecision precision,
                                       std::int64_t now)
    : LineProtocolReader(text, precision, now, 1, true) {}

LineProtocolReader::LineProtocolReader(std::string_view text, LinePrecision precision,
                                       std::int64_t now, std::uint64_t first_line, bool last)
    : text_(text), precision_(precision), now_(now), line_(first_line), last_(last) {
    if (first_line == 1 && text_.starts_with("\xEF\xBB\xBF")) at_ = 3;
}

bool LineProtocolReader::at_line_end() const {
    if (text_[at_] == '\n') return true;
    return text_[at_] == '\r' && (at_ + 1 == text_.size() || text_[at_ + 1] == '\n');
}

void LineProtocolReader::skip_spaces() {
    while (at_ < text_.size() && text_[at_] == ' ') ++at_;
}

bool LineProtocolReader::bad(std::string reason) {
    return bad_from(at_, std::move(reason));
}

bool LineProtocolReader::bad_from(std::size_t place, std::string reason) {
    wrong_ = place;
    reason_ = std::move(reason);
    return false;
}

void LineProtocolReader::note_problem(std::size_t start) {
    if (++problem_count_ > kKeptProblems) return;
    // An unbalanced quote swallows what follows; the line shown ends where it ends on the screen.
    std::string_view line = text_.substr(start);
    line = line.substr(
        0, std::min(line.find('\n', std::min(at_, text_.size()) - start), kShownOfLine));
    problems_.push_back({line_, wrong_ - start + 1, std::string(line), reason_});
}

bool LineProtocolReader::next(LinePoint& point) {
    while (at_ < text_.size()) {
        const std::size_t start = at_;
        while (at_ < text_.size() && (text_[at_] == ' ' || text_[at_] == '\t')) ++at_;
        const std::size_t begin = at_;
        inner_lines_ = 0;
        const bool blank = at_end() || text_[at_] == '#';
        const bool good = !blank && parse(point);
        const std::size_t end = at_ < text_.size() ? text_.find('\n', at_) : std::string_view::npos;
        if (end == std::string_view::npos && !last_) {
            at_ = start;
            return false;
        }
        if (!blank && !good) note_problem(begin);
        at_ = end == std::string_view::npos ? text_.size() : end + 1;
        point_line_ = line_;
        line_ += 1 + inner_lines_;
        if (good) return true;
    }
    return false;
}

/// Without the backslashes before the characters that are escaped in this place.
std::string_view LineProtocolReader::unescaped(std::string_view raw, std::string_view escaped) {
    std::string& text = unescaped_.emplace_back();
    for (std::size_t i = 0; i < raw.size(); ++i) {
        const bool escape = raw[i] == '\\' && i + 1 < raw.size() &&
                            escaped.find(raw[i + 1]) != std::string_view::npos;
        text += raw[escape ? ++i : i];
    }
    return text;
}

/// The text up to one of the stops or the end of the line, without escapes.
std::string_view LineProtocolReader::take(std::uint8_t stops) {
    static constexpr std::string_view kEscaped = ", =";
    const std::size_t begin = at_;
    const auto special = static_cast<std::uint8_t>(stops | kLineEnd | kBackslash);
    bool escapes = false;
    for (;;) {
        while (at_ < text_.size() && (class_of(text_[at_]) & special) == 0) ++at_;
        if (at_ == text_.size() || (class_of(text_[at_]) & stops) != 0) break;
        if (text_[at_] == '\\') {
            const bool escape = at_ + 1 < text_.size() &&
                                (class_of(text_[at_ + 1]) & (kComma | kSpace | kEquals)) != 0;
            escapes = escapes || escape;
            at_ += escape ? 2 : 1;
        } else if (at_line_end()) {
            break;
        } else {
            ++at_;
        }
    }
    const std::string_view raw = text_.substr(begin, at_ - begin);
    return escapes ? unescaped(raw, kEscaped) : raw;
}

bool LineProtocolReader::parse(LinePoint& point) {
    if (!unescaped_.empty()) unescaped_.clear();
    point.tags.clear();
    point.fields.clear();
    point.measurement = take(kComma | kSpace);
    if (point.measurement.empty()) return bad("missing measurement");
    if (!parse_tags(point) || !check_tags(point)) return false;
    return parse_fields(point) && parse_time(point);
}

bool LineProtocolReader::parse_tags(LinePoint& point) {
    while (!at_end() && text_[at_] == ',') {
        ++at_;
        LineTag tag;
        tag.key = take(kEquals | kComma | kSpace);
        if (tag.key.empty()) return bad("missing tag key");
        if (at_end() || text_[at_] != '=') return bad("missing tag value");
        ++at_;
        tag.value = take(kEquals | kComma | kSpace);
        if (!at_end() && text_[at_] == '=') return bad("invalid tag format");
        if (tag.value.empty()) return bad("missing tag value");
        point.tags.push_back(tag);
    }
    return true;
}

bool LineProtocolReader::check_tags(LinePoint& point) {
    const auto by_key = [](const LineTag& a, const LineTag& b) { return a.key < b.key; };
    if (!std::is_sorted(point.tags.begin(), point.tags.end(), by_key)) {
        std::sort(point.tags.begin(), point.tags.end(), by_key);
    }
    for (std::size_t i = 0; i < point.tags.size(); ++i) {
        const std::string_view key = point.tags[i].key;
        if (i != 0 && point.tags[i - 1].key == key) return bad("duplicate tags");
        if (key == "time" || key == "_measurement" || key == "_field") {
            return bad(fmt::format("cannot use reserved tag key \"{}\"", key));
        }
    }
    return true;
}

bool LineProtocolReader::parse_fields(LinePoint& point) {
    skip_spaces();
    if (at_end()) return bad("missing fields");
    for (;;) {
        if (!parse_field(point)) return false;
        if (at_end() || text_[at_] != ',') return true;
        ++at_;
    }
}

bool LineProtocolReader::parse_field(LinePoint& point) {
    LineField field;
    field.key = take(kEquals | kComma | kSpace);
    if (at_end() || text_[at_] != '=') return bad("invalid field format");
    if (field.key.empty()) return bad("missing field key");
    ++at_;
    if (at_end() || text_[at_] == ',' || text_[at_] == ' ') return bad("missing field value");
    const bool good = text_[at_] == '"' ? parse_text(field.value) : parse_bare(field.value);
    if (good) point.fields.push_back(field);
    return good;
}

bool LineProtocolReader::parse_text(LineValue& value) {
    const std::size_t begin = ++at_;
    bool escapes = false;
    while (at_ < text_.size() && text_[at_] != '"') {
        const bool escape = text_[at_] == '\\' && at_ + 1 < text_.size() &&
                            (text_[at_ + 1] == '"' || text_[at_ + 1] == '\\');
        escapes = escapes || escape;
        at_ += escape ? 2 : 1;
    }
    if (at_ >= text_.size()) {
        at_ = text_.size();
        inner_lines_ += static_cast<std::uint64_t>(
            std::count(text_.begin() + static_cast<std::ptrdiff_t>(begin), text_.end(), '\n'));
        return bad_from(begin - 1, "unbalanced quotes");
    }
    const std::string_view text = text_.substr(begin, at_ - begin);
    ++at_;
    if (!at_end() && text_[at_] != ',' && text_[at_] != ' ') {
        return bad("invalid field format: text after the closing quote");
    }
    inner_lines_ += static_cast<std::uint64_t>(std::count(text.begin(), text.end(), '\n'));
    value = escapes ? unescaped(text, "\"\\") : text;
    return true;
}

bool LineProtocolReader::parse_bare(LineValue& value) {
    const std::size_t begin = at_;
    while (at_ < text_.size() && (class_of(text_[at_]) & (kComma | kSpace)) == 0 &&
           !at_line_end()) {
        ++at_;
    }
    const std::string_view token = text_.substr(begin, at_ - begin);
    if (is_digit(token[0]) || token[0] == '-' || token[0] == '.') return parse_number(token, value);
    for (const std::string_view yes : {"t", "T", "true", "True", "TRUE"}) {
        if (token == yes) {
            value = true;
            return true;
        }
    }
    for (const std::string_view no : {"f", "F", "false", "False", "FALSE"}) {
        if (token == no) {
            value = false;
            return true;
        }
    }
    return bad_from(begin, "invalid boolean");
}

bool LineProtocolReader::parse_number(std::string_view token, LineValue& value) {
    const std::size_t begin = at_ - token.size();
    const char suffix = token.back();
    const std::string_view digits = token.substr(0, token.size() - 1);
    if (suffix == 'i') {
        std::int64_t v = 0;
        if (read_integer(digits, v)) {
            value = v;
            return true;
        }
        const std::string_view plain = digits.starts_with('-') ? digits.substr(1) : digits;
        if (!all_digits(plain)) return bad_from(begin, "invalid number");
        if (value::parse_int(digits, v) != value::NumberError::none) {
            return bad_from(begin,
                            fmt::format("unable to parse integer {}: value out of range", digits));
        }
        value = v;
        return true;
    }
    if (suffix == 'u') {
        std::uint64_t v = 0;
        if (!all_digits(digits)) return bad_from(begin, "invalid number");
        if (value::parse_uint(digits, v) != value::NumberError::none) {
            return bad_from(begin,
                            fmt::format("unable to parse unsigned {}: value out of range", digits));
        }
        value = v;
        return true;
    }
    double v = 0;
    if (read_short_float(token, v)) {
        value = v;
        return true;
    }
    if (!is_float(token)) {
        const bool unfinished =
            token.find_first_not_of("-.0123456789eE+") == std::string_view::npos;
        return bad_from(begin, unfinished && token.find_first_of("eE") != std::string_view::npos
                                   ? "invalid float"
                                   : "invalid number");
    }
    if (value::parse_float(token, v) != value::NumberError::none)
        return bad_from(begin, "invalid float");
    value = v;
    return true;
}

bool LineProtocolReader::parse_time(LinePoint& point) {
    point.time = now_ - now_ % scale_of(precision_);
    skip_spaces();
    if (at_end()) return true;
    const std::size_t begin = at_;
    while (!at_end() && text_[at_] != ' ') ++at_;
    const std::string_view token = text_.substr(begin, at_ - begin);
    if (at_end() && read_integer(token, point.time) && precision_ == LinePrecision::ns &&
        point.time >= -kLatest && point.time <= kLatest) {
        return true;
    }
    skip_spaces();
    if (!at_end()) return bad("point is invalid: text after the timestamp");
    std::int64_t time = 0;
    if (!all_digits(token.starts_with('-') ? token.substr(1) : token))
        return bad_from(begin, "bad timestamp");
    if (value::parse_int(token, time) != value::NumberError::none ||
        __builtin_mul_overflow(time, scale_of(precision_), &point.time) || point.time > kLatest ||
        point.time < -kLatest) {
        return bad_from(begin, fmt::format("time outside range {} - {}", -kLatest, kLatest));
    }
    return true;
}

}  // namespace fluxi::io
