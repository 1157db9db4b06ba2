// From text to tree. The parser never throws and never stops at the first fault: it reports each
// into the Diagnostics and goes on behind it, so the tree it returns is always usable (with Bad
// nodes where the text was wrong). The texts must stay in the SourceMap as long as spans are
// resolved. Input is any bytes.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "base/diagnostic.hpp"
#include "base/source.hpp"
#include "syntax/ast.hpp"

namespace fluxi::syntax {

struct ParseResult {
    std::unique_ptr<File> file;
    /// The only thing wrong is that the text stops too early (an open bracket, string or block, an
    /// operator without its right side): a REPL reads another line and tries again instead of
    /// showing the errors.
    bool incomplete = false;
};

/// Parses a whole file (SPEC "Packages", "Statements"). Never returns a null file.
ParseResult parse(const base::SourceMap& sources, base::FileId id, base::Diagnostics& diagnostics);
std::unique_ptr<File> parse_file(const base::SourceMap& sources, base::FileId id,
                                 base::Diagnostics& diagnostics);

/// Parses a text that is one expression; nullptr (and a diagnostic) if it is not.
ExprPtr parse_expression(const base::SourceMap& sources, base::FileId id,
                         base::Diagnostics& diagnostics);

/// Parses a text that is one type such as `(<-a: [A], ?b: int) => A where A: Addable`; nullptr (and
/// a diagnostic) if it is not.
std::unique_ptr<ConstrainedType> parse_type(const base::SourceMap& sources, base::FileId id,
                                            base::Diagnostics& diagnostics);

/// Rewrites named groups from `(?<n>` to RE2's `(?P<n>`; what the evaluator compiles a RegexLit
/// with.
std::string named_groups_to_re2(std::string_view pattern);

}  // namespace fluxi::syntax
