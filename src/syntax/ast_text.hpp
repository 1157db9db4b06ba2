// The syntax tree as an indented text for people: one node a line, its detail, its place
// (line:column, end exclusive). For `fluxi ast` and the parser's tests.
#pragma once

#include <string>

#include "base/source.hpp"
#include "syntax/ast.hpp"

namespace fluxi::syntax {

std::string ast_text(const base::SourceMap& sources, const File& file);
std::string ast_text(const base::SourceMap& sources, const Expr& expr);
std::string ast_text(const base::SourceMap& sources, const ConstrainedType& type);

}  // namespace fluxi::syntax
