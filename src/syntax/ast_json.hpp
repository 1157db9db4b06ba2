// The syntax tree as JSON, in the shape that the reference emits: `type` and `location` in every
// node, empty lists left out, integers as strings. Locations lack the source text, which would make
// deep trees quadratic in size. Lines and columns are 1-based, columns count bytes, ends are
// exclusive.
#pragma once

#include <string>

#include "base/source.hpp"
#include "syntax/ast.hpp"

namespace fluxi::syntax {

/// A File node; indented by `indent` blanks a level, on one line if it is negative.
std::string ast_json(const base::SourceMap& sources, const File& file, int indent = -1);
std::string ast_json(const base::SourceMap& sources, const Expr& expr, int indent = -1);

}  // namespace fluxi::syntax
