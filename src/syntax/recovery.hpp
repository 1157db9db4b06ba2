// Where to go on behind a broken statement. Newlines end nothing in Flux, so a good place is a line
// that, outside of the statement's brackets, begins like a statement: with a keyword or with `name
// =`. These functions only look at the text, in one pass; they never recurse.
#pragma once

#include <cstdint>
#include <string_view>

namespace fluxi::syntax {

struct BrokenStatement {
    std::uint32_t begin = 0;  ///< its first token
    std::uint32_t fault = 0;  ///< the token that could not be used
    bool in_block = false;    ///< the `}` of the block around it also ends it
};

/// The offset at which parsing resumes, behind statement.begin: the beginning of a statement, the
/// `}` of the block, or the end of the text.
std::uint32_t find_resume_point(std::string_view text, const BrokenStatement& statement);

/// Whether the token at `at` is the first of its line and begins a statement as `x = 1` or `option
/// …` do.
bool begins_statement_line(std::string_view text, std::uint32_t at);

/// Whether the token at `at` is a name that begins its line behind an empty line: most likely a
/// statement such as `from(bucket: "a")`.
bool begins_paragraph(std::string_view text, std::uint32_t at);

/// If an `=` stands at `at` and before it a name that begins its line, the place of the name: the
/// statement before was not finished and took it for an operand. Otherwise `at`.
std::uint32_t assigned_name(std::string_view text, std::uint32_t at);

/// Blanks between the beginning of the line and `at`, or all of the line's if `at` is not its first
/// token.
std::uint32_t indentation(std::string_view text, std::uint32_t at);

}  // namespace fluxi::syntax
