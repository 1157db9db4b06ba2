// What a formatter must not change: the tree without places, comments and parentheses, as a text
// that two trees can be compared by.
#pragma once

#include <string>

#include "base/source.hpp"
#include "syntax/ast.hpp"

namespace fluxi::test {

/// One node a line, indented by its depth; made of `syntax::ast_text`.
std::string tree_meaning(const base::SourceMap& sources, const syntax::File& file);

}  // namespace fluxi::test
