// Colours for what is typed: which bytes are keywords, texts, numbers and so on, and the bracket
// that belongs to the one at the cursor. Looks at tokens only, so it also works on what is not
// finished.
#pragma once

#include <string_view>
#include <vector>

#include "cli/lineedit/screen.hpp"

namespace fluxi::cli::repl {

std::vector<lineedit::StyledSpan> highlight(std::string_view text, std::size_t cursor);

/// Where the regular expression that begins at `at` ends, or `at` if none can begin behind
/// `previous`, the token before it (empty at the beginning).
std::size_t regexp_end(std::string_view text, std::size_t at, std::string_view previous);

}  // namespace fluxi::cli::repl
