#include "io/line_protocol.hpp"

#include <algorithm>
#include <utility>

#include <fmt/core.h>

#include "value/number.hpp"

namespace fluxi::io {

namespace {

constexpr std::size_t kShownOfLine = 200;
constexpr std::int64_t kLatest = 9223372036854775806;

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

bool all_digits(std::string_view text) {
    return !text.empty() && std::all_of(text.begin(), text.end(), is_digit);
}

/// Digits with at most one point, and an exponent: what line protocol takes for a float.
bool is_float(std::string_view text) {
    if (text.starts_with('-')) text.remove_prefix(1);
    const std::size_t exponent = text.find_first_of("eE");
    std::string_view mantissa = text.substr(0, exponent);
    const std::size_t point = mantissa.find('.');
    const std::string_view whole = mantissa.substr(0, point);
    const std::string_view fraction =
        point == std::string_view::npos ? std::string_view() : mantissa.substr(point + 1);
    if (whole.empty() && fraction.empty()) return false;
    if (!whole.empty() && !all_digits(whole)) return false;
    if (!fraction.empty() && !all_digits(fraction)) return false;
    if (exponent == std::string_view::npos) return true;
    std::string_view digits = text.substr(exponent + 1);
    if (digits.starts_with('+') || digits.starts_with('-')) digits.remove_prefix(1);
    return all_digits(digits);
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
    : text_(text), precision_(precision), now_(now) {
    if (text_.starts_with("\xEF\xBB\xBF")) text_.remove_prefix(3);
}

bool LineProtocolReader::at_line_end() const {
    const std::string_view rest = text_.substr(at_);
    return rest.starts_with('\n') || rest.starts_with("\r\n") || rest == "\r";
}

void LineProtocolReader::skip_spaces() {
    while (at_ < text_.size() && text_[at_] == ' ') ++at_;
}

void LineProtocolReader::skip_line() {
    const std::size_t end = text_.find('\n', at_);
    at_ = end == std::string_view::npos ? text_.size() : end + 1;
}

bool LineProtocolReader::bad(std::string reason) {
    reason_ = std::move(reason);
    return false;
}

bool LineProtocolReader::next(LinePoint& point) {
    while (at_ < text_.size()) {
        const std::size_t begin = text_.find_first_not_of(" \t", at_);
        at_ = begin == std::string_view::npos ? text_.size() : begin;
        const std::size_t start = at_;
        const bool blank = at_end() || text_[at_] == '#';
        const bool good = !blank && parse(point);
        if (!blank && !good) {
            std::string_view line = text_.substr(start);
            line = line.substr(0, std::min(line.find('\n', at_ - start), kShownOfLine));
            problems_.push_back({line_, std::string(line), reason_});
        }
        skip_line();
        const std::string_view passed = text_.substr(start, at_ - start);
        line_ += static_cast<std::uint64_t>(std::count(passed.begin(), passed.end(), '\n'));
        if (good) return true;
    }
    return false;
}

/// The text up to one of `stops` or the end of the line, without escapes.
std::string_view LineProtocolReader::take(std::string_view stops) {
    static constexpr std::string_view kEscaped = ", =";
    const std::size_t begin = at_;
    bool escapes = false;
    while (!at_end() && stops.find(text_[at_]) == std::string_view::npos) {
        const bool escape = text_[at_] == '\\' && at_ + 1 < text_.size() &&
                            kEscaped.find(text_[at_ + 1]) != std::string_view::npos;
        escapes = escapes || escape;
        at_ += escape ? 2 : 1;
    }
    const std::string_view raw = text_.substr(begin, at_ - begin);
    if (!escapes) return raw;
    std::string& text = unescaped_.emplace_back();
    for (std::size_t i = 0; i < raw.size(); ++i) {
        const bool escape = raw[i] == '\\' && i + 1 < raw.size() &&
                            kEscaped.find(raw[i + 1]) != std::string_view::npos;
        text += raw[escape ? ++i : i];
    }
    return text;
}

bool LineProtocolReader::parse(LinePoint& point) {
    unescaped_.clear();
    point.tags.clear();
    point.fields.clear();
    point.measurement = take(", ");
    if (point.measurement.empty()) return bad("missing measurement");
    if (!parse_tags(point) || !check_tags(point)) return false;
    return parse_fields(point) && parse_time(point);
}

bool LineProtocolReader::parse_tags(LinePoint& point) {
    while (!at_end() && text_[at_] == ',') {
        ++at_;
        LineTag tag;
        tag.key = take("=, ");
        if (tag.key.empty()) return bad("missing tag key");
        if (at_end() || text_[at_] != '=') return bad("missing tag value");
        ++at_;
        tag.value = take("=, ");
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
    field.key = take("=, ");
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
        return bad("unbalanced quotes");
    }
    std::string_view text = text_.substr(begin, at_ - begin);
    ++at_;
    if (!at_end() && text_[at_] != ',' && text_[at_] != ' ') {
        return bad("invalid field format: text after the closing quote");
    }
    if (escapes) {
        std::string& plain = unescaped_.emplace_back();
        for (std::size_t i = 0; i < text.size(); ++i) {
            const bool escape = text[i] == '\\' && i + 1 < text.size() &&
                                (text[i + 1] == '"' || text[i + 1] == '\\');
            plain += text[escape ? ++i : i];
        }
        text = plain;
    }
    value = text;
    return true;
}

bool LineProtocolReader::parse_bare(LineValue& value) {
    const std::size_t begin = at_;
    while (!at_end() && text_[at_] != ',' && text_[at_] != ' ') ++at_;
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
    return bad("invalid boolean");
}

bool LineProtocolReader::parse_number(std::string_view token, LineValue& value) {
    const char suffix = token.back();
    const std::string_view digits = token.substr(0, token.size() - 1);
    if (suffix == 'i') {
        std::int64_t v = 0;
        const std::string_view plain = digits.starts_with('-') ? digits.substr(1) : digits;
        if (!all_digits(plain)) return bad("invalid number");
        if (value::parse_int(digits, v) != value::NumberError::none) {
            return bad(fmt::format("unable to parse integer {}: value out of range", digits));
        }
        value = v;
        return true;
    }
    if (suffix == 'u') {
        std::uint64_t v = 0;
        if (!all_digits(digits)) return bad("invalid number");
        if (value::parse_uint(digits, v) != value::NumberError::none) {
            return bad(fmt::format("unable to parse unsigned {}: value out of range", digits));
        }
        value = v;
        return true;
    }
    double v = 0;
    if (!is_float(token)) {
        const bool unfinished =
            token.find_first_not_of("-.0123456789eE+") == std::string_view::npos;
        return bad(unfinished && token.find_first_of("eE") != std::string_view::npos
                       ? "invalid float"
                       : "invalid number");
    }
    if (value::parse_float(token, v) != value::NumberError::none) return bad("invalid float");
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
    skip_spaces();
    if (!at_end()) return bad("point is invalid: text after the timestamp");
    std::int64_t time = 0;
    if (!all_digits(token.starts_with('-') ? token.substr(1) : token)) return bad("bad timestamp");
    if (value::parse_int(token, time) != value::NumberError::none ||
        __builtin_mul_overflow(time, scale_of(precision_), &point.time) || point.time > kLatest ||
        point.time < -kLatest) {
        return bad(fmt::format("time outside range {} - {}", -kLatest, kLatest));
    }
    return true;
}

}  // namespace fluxi::io
