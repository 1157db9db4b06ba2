// A small scanner beside the grammar: it says what stands at a place of a text. Error messages name
// what was found with it, and recovery skips text with it. It never fails and never looks further
// than one token.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace fluxi::syntax {

enum class TokenKind : unsigned char {
    end,
    name,
    keyword,
    number,
    string,
    regex,
    punctuation,
    unknown
};

struct Token {
    TokenKind kind = TokenKind::end;
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
};

/// The token that begins exactly at `at`. An unclosed string reaches to the end of its line. `/` is
/// an operator; regular expressions are not recognised.
Token token_at(std::string_view text, std::uint32_t at);

/// The place of the first byte at or behind `at` that is neither blank nor in a comment.
std::uint32_t skip_blanks(std::string_view text, std::uint32_t at);

bool is_keyword(std::string_view word);
/// Whether `word` is one identifier (a keyword is not).
bool is_identifier(std::string_view word);

/// How a message names a token: "the end of the text", "`x`", "the keyword `if`", "a string".
std::string describe(std::string_view text, Token token);

}  // namespace fluxi::syntax
