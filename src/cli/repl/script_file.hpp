// Files of the REPL: a script that is run as if its statements were typed one after the other, and
// what was typed as a script.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace fluxi::cli::repl {

/// A part of a script that can be entered by itself: all that stands before the first statement, or
/// a statement with the comments above it.
struct Piece {
    std::string text{};
    /// The same below as many lines as stand above it in the script, so that errors tell its place.
    std::string placed{};
};

/// The pieces of a script, in order; all of it in one where it has mistakes of syntax.
std::vector<Piece> pieces_of(std::string_view script);

struct SavedScript {
    std::string text{};
    std::vector<std::string> twice{};  ///< names that it defines more than once
};

/// What was entered as one script: imports are at its top, and of a name that was defined again the
/// definitions before are left out unless something between used them.
SavedScript script_of(const std::vector<std::string>& entries);

/// Whether a line goes on with what was entered before it.
bool begins_with_pipe(std::string_view text);
/// The last statement of an entry if a line that begins with |> can continue it, else nothing.
std::string continued_by_pipe(std::string_view entry);

}  // namespace fluxi::cli::repl
