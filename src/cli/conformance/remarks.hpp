// Remarks in an example that say what an expression gives: `// Returns 42` behind an expression
// statement, `// Error: …` where it fails, or just the value, `// 42`, on the line of a call. They
// split the example into parts, each of which ends with the expression that the remark is about.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace fluxi::cli::conformance {

struct Remark {
    bool error = false;  ///< the expression must fail
    std::string text{};  ///< the value as the page writes it
};

struct Part {
    std::string code{};
    std::optional<Remark> remark{};  ///< about the value of the last statement
};

/// The parts of an example, in order; one part without a remark where there are none.
std::vector<Part> split_at_remarks(std::string_view code);

/// The lines, from 1, that have a comment which speaks of an error.
std::set<std::size_t> lines_said_to_fail(std::string_view code);

/// Whether the text that `display` gives for a value says the same as a remark. Quotes, blanks and
/// line ends do not count, nor zeros that end the fraction of a time, nor a type in parentheses
/// behind the value, nor the slashes of a regular expression; numbers are compared as numbers, and
/// bytes may be written as the list of them.
bool says_the_same(std::string_view display, std::string_view remark);

}  // namespace fluxi::cli::conformance
