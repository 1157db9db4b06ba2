#include "syntax/lexis.hpp"

#include <algorithm>
#include <array>

#include <fmt/core.h>

#include "base/utf8.hpp"

namespace fluxi::syntax {

namespace {

using namespace std::string_view_literals;

constexpr std::array kKeywords = {"and"sv,    "or"sv,     "not"sv,     "import"sv,   "package"sv,
                                  "return"sv, "option"sv, "builtin"sv, "testcase"sv, "if"sv,
                                  "then"sv,   "else"sv,   "exists"sv};
constexpr std::array kTwoByteTokens = {"=="sv, "!="sv, "<="sv, ">="sv, "=~"sv, "!~"sv,
                                       "=>"sv, "<-"sv, "|>"sv, "&&"sv, "||"sv};
constexpr std::string_view kOneByteTokens = "+-*/%^<>=()[]{},.:?@";

bool digit(char c) {
    return c >= '0' && c <= '9';
}
bool blank(char c) {
    return c == ' ' || (c >= '\t' && c <= '\r');
}

/// Bytes of the word (letters, digits, underscores of any script) at `at`; 0 if none is there.
std::size_t word_size(std::string_view text, std::size_t at, bool first) {
    std::size_t size = 0;
    while (at + size < text.size()) {
        const base::CodePoint next = base::decode_utf8(text.substr(at + size));
        const bool good = base::is_word_character(next.value) &&
                          (size > 0 || !first || !base::is_decimal_digit(next.value));
        if (!next.valid || !good) break;
        size += next.size;
    }
    return size;
}

std::size_t string_size(std::string_view text, std::size_t at) {
    for (std::size_t i = at + 1; i < text.size(); ++i) {
        if (text[i] == '\\') {
            ++i;
        } else if (text[i] == '"') {
            return i + 1 - at;
        }
    }
    return std::min(text.find('\n', at), text.size()) - at;
}

std::size_t number_size(std::string_view text, std::size_t at) {
    std::size_t size = 0;
    while (at + size < text.size() && (digit(text[at + size]) || text[at + size] == '.')) ++size;
    return size;
}

}  // namespace

Token token_at(std::string_view text, std::uint32_t at) {
    const auto token = [&](TokenKind kind, std::size_t size) {
        return Token{kind, at, static_cast<std::uint32_t>(std::min(at + size, text.size()))};
    };
    if (at >= text.size()) return token(TokenKind::end, 0);
    const char c = text[at];
    if (c == '"') return token(TokenKind::string, string_size(text, at));
    if (digit(c) || (c == '.' && at + 1 < text.size() && digit(text[at + 1]))) {
        return token(TokenKind::number, number_size(text, at));
    }
    if (const std::size_t size = word_size(text, at, true); size > 0) {
        return token(is_keyword(text.substr(at, size)) ? TokenKind::keyword : TokenKind::name,
                     size);
    }
    for (const std::string_view two : kTwoByteTokens) {
        if (text.substr(at, 2) == two) return token(TokenKind::punctuation, 2);
    }
    if (kOneByteTokens.find(c) != std::string_view::npos) return token(TokenKind::punctuation, 1);
    return token(TokenKind::unknown,
                 std::max<std::size_t>(base::decode_utf8(text.substr(at)).size, 1));
}

std::uint32_t skip_blanks(std::string_view text, std::uint32_t at) {
    std::size_t i = at;
    while (i < text.size()) {
        if (blank(text[i])) {
            ++i;
        } else if (text.substr(i, 2) == "//") {
            i = std::min(text.find('\n', i), text.size());
        } else {
            break;
        }
    }
    return static_cast<std::uint32_t>(i);
}

bool is_keyword(std::string_view word) {
    return std::find(kKeywords.begin(), kKeywords.end(), word) != kKeywords.end();
}

bool is_identifier(std::string_view word) {
    return !word.empty() && word_size(word, 0, true) == word.size() && !is_keyword(word);
}

std::string describe(std::string_view text, Token token) {
    const std::string_view found = text.substr(token.begin, token.end - token.begin);
    switch (token.kind) {
        case TokenKind::end:
            return "the end of the text";
        case TokenKind::keyword:
            return fmt::format("the keyword `{}`", found);
        case TokenKind::string:
            return "a string";
        case TokenKind::regex:
            return "a regular expression";
        case TokenKind::name:
        case TokenKind::number:
        case TokenKind::punctuation:
            return fmt::format("`{}`", found);
        case TokenKind::unknown:
            break;
    }
    const base::CodePoint character = base::decode_utf8(found);
    if (!character.valid)
        return fmt::format("the byte 0x{:02x}", static_cast<unsigned char>(found[0]));
    if (found == "\n" || found == "\r") return "the end of the line";
    if (found == " ") return "a space";
    if (base::is_printable(character.value)) return fmt::format("`{}`", found);
    return fmt::format("the character U+{:04X}", static_cast<std::uint32_t>(character.value));
}

}  // namespace fluxi::syntax
