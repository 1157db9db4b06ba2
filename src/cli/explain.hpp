// The codes that `fluxi explain` has a page for.
#pragma once

#include <string>
#include <vector>

namespace fluxi::cli {

/// `E0100`, a tab and what it is called; in the order of docs/errors.md.
std::vector<std::string> explained_codes();

}  // namespace fluxi::cli
