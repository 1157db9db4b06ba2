// The one layout of Flux code, as `fluxi fmt` writes it: four blanks a level, lines of up to 100
// cells, lists of more than four items one a line, pipes one a line unless written on one,
// parentheses only where they are needed. Comments stay where they were; the meaning of the script
// never changes, and formatting twice changes nothing.
#pragma once

#include <string>

#include "base/source.hpp"
#include "syntax/ast.hpp"

namespace fluxi::syntax {

/// The formatted text of a file that was parsed without errors (what could not be parsed is copied
/// as it is).
std::string format(const base::SourceMap& sources, base::FileId id, const File& file);

}  // namespace fluxi::syntax
