// Rules of the language that the grammar does not express and that need no types: where `<-`,
// `return`, `option` and labels may stand, what may be assigned twice (semantics of SPEC "Blocks",
// "Variable assignment", "Options"). Runs over trees without syntax errors; undefined names and
// types are the business of later passes.
#pragma once

#include <span>

#include "base/diagnostic.hpp"
#include "base/features.hpp"
#include "syntax/ast.hpp"

namespace fluxi::syntax {

/// Checks the files of one package together: names are assigned once in a package, not once in a
/// file.
void check(std::span<const File* const> package, const base::Features& features,
           base::Diagnostics& diagnostics);
void check(const File& file, const base::Features& features, base::Diagnostics& diagnostics);

}  // namespace fluxi::syntax
