#include "io/json_scanner.hpp"

#include <charconv>
#include <cmath>

#include "base/error.hpp"
#include "base/utf8.hpp"

namespace fluxi::io {
namespace {

using base::Code;
using base::fail_with;

bool is_space(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/// A byte as Go shows it in its messages.
std::string quoted(unsigned char c) {
    if (c == '\'') return R"('\'')";
    if (c == '"') return "'\"'";
    if (c == '\\') return R"('\\')";
    if (c == '\n') return R"('\n')";
    if (c == '\r') return R"('\r')";
    if (c == '\t') return R"('\t')";
    if (c < 0x20 || c == 0x7F) return fmt::format("'\\x{:02x}'", c);
    if (c >= 0x80 && c < 0xA0) return fmt::format("'\\u{:04x}'", c);
    std::string text = "'";
    base::append_utf8(text, c);
    return text + "'";
}

}  // namespace

void JsonScanner::unexpected(std::string_view context) const {
    if (!more()) fail_with(Code::format, "unexpected end of JSON input");
    fail_with(Code::format, "invalid character {} {}",
              quoted(static_cast<unsigned char>(text_[position_])), context);
}

char JsonScanner::peek() {
    while (more() && is_space(text_[position_])) ++position_;
    if (!more()) unexpected("");
    return text_[position_];
}

bool JsonScanner::at_end() {
    while (more() && is_space(text_[position_])) ++position_;
    return !more();
}

void JsonScanner::literal(std::string_view word) {
    for (std::size_t i = 0; i < word.size(); ++i, ++position_) {
        if (!more() || text_[position_] != word[i]) {
            unexpected(fmt::format("in literal {} (expecting '{}')", word, word[i]));
        }
    }
}

bool JsonScanner::digit() const {
    return more() && text_[position_] >= '0' && text_[position_] <= '9';
}

void JsonScanner::digits(std::string_view context) {
    if (!digit()) unexpected(context);
    while (digit()) ++position_;
}

double JsonScanner::number() {
    const std::size_t start = position_;
    if (text_[position_] == '-') ++position_;
    if (more() && text_[position_] == '0') {
        ++position_;
    } else {
        digits("in numeric literal");
    }
    if (more() && text_[position_] == '.') {
        ++position_;
        digits("after decimal point in numeric literal");
    }
    if (more() && (text_[position_] == 'e' || text_[position_] == 'E')) {
        ++position_;
        if (more() && (text_[position_] == '+' || text_[position_] == '-')) ++position_;
        digits("in exponent of numeric literal");
    }
    const std::string_view literal = text_.substr(start, position_ - start);
    double value = 0;
    const auto result = std::from_chars(literal.data(), literal.data() + literal.size(), value);
    if (result.ec == std::errc()) return value;
    // Out of range: too small is zero, too large is an error.
    const auto exponent = literal.find_first_of("eE");
    if (exponent != std::string_view::npos && literal[exponent + 1] == '-') {
        return literal[0] == '-' ? -0.0 : 0.0;
    }
    fail_with(Code::format, "json: cannot unmarshal number {} into Go value of type float64",
              literal);
}

std::string JsonScanner::string() {
    ++position_;
    std::string out;
    while (true) {
        if (!more()) unexpected("");
        const char c = text_[position_];
        if (c == '"') break;
        if (static_cast<unsigned char>(c) < 0x20) unexpected("in string literal");
        if (c == '\\') {
            ++position_;
            escape(out);
            continue;
        }
        const base::CodePoint point = base::decode_utf8(text_.substr(position_));
        base::append_utf8(out, point.value);
        position_ += point.size;
    }
    ++position_;
    return out;
}

void JsonScanner::escape(std::string& out) {
    static constexpr std::string_view kNames = "bfnrt\"\\/";
    static constexpr std::string_view kBytes = "\b\f\n\r\t\"\\/";
    if (!more()) unexpected("");
    const char c = text_[position_];
    if (c == 'u') {
        ++position_;
        surrogate(code_unit(), out);
        return;
    }
    const auto found = kNames.find(c);
    if (found == std::string_view::npos) unexpected("in string escape code");
    out.push_back(kBytes[found]);
    ++position_;
}

unsigned JsonScanner::code_unit() {
    unsigned unit = 0;
    for (int i = 0; i < 4; ++i, ++position_) {
        const char c = more() ? text_[position_] : '\0';
        if (c >= '0' && c <= '9') {
            unit = unit * 16 + static_cast<unsigned>(c - '0');
        } else if ((c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F')) {
            unit = unit * 16 + static_cast<unsigned>((c | 0x20) - 'a' + 10);
        } else {
            unexpected("in \\u hexadecimal character escape");
        }
    }
    return unit;
}

void JsonScanner::surrogate(unsigned first, std::string& out) {
    const bool high = first >= 0xD800 && first < 0xDC00;
    if (high && text_.substr(position_).starts_with("\\u")) {
        const std::size_t before = position_;
        position_ += 2;
        const unsigned second = code_unit();
        if (second >= 0xDC00 && second < 0xE000) {
            base::append_utf8(out, 0x10000 + (first - 0xD800) * 0x400 + (second - 0xDC00));
            return;
        }
        position_ = before;  // the second escape stands for itself
    }
    base::append_utf8(out, first);  // half a pair comes out as U+FFFD
}

}  // namespace fluxi::io
