// Diagnostics for people and for programs. The text form begins with FILE:LINE:COLUMN (what editors
// make a link of), then draws the lines in question with carets and labels, then notes, help and
// suggested changes. Colour only if the caller asks for it: this file knows nothing of terminals.
//
// The JSON form is one object per diagnostic:
//   {"severity": "error" | "warning" | "note", "code": "E0100", "message": text, "label"?: text,
//    "place"?: PLACE, "secondary"?: [{"place"?: PLACE, "text": text}], "notes"?: [text], "help"?:
//    [text], "fixits"?: [{"place"?: PLACE, "replacement": text, "description": text, "safe":
//    bool}], "stack"?: [{"function": text, "place"?: PLACE}]}
//   PLACE = {"file": name, "begin": offset, "end": offset, "start": {"line", "column"}, "stop":
//   {"line", "column"}}
// Lines and columns are 1-based, columns and offsets count bytes, ends are exclusive. Empty lists
// are left out.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "base/diagnostic.hpp"
#include "base/error.hpp"
#include "base/source.hpp"

namespace fluxi::base {

struct RenderOptions {
    bool color = false;
    std::size_t tab_width = 4;
    std::size_t max_width = 120;  ///< cells of source text shown of one line; longer lines are cut
};

/// "error", "warning" or "note".
std::string_view severity_text(Severity severity);

/// "FILE:LINE:COLUMN: error[E0100]: message", without a line end.
std::string render_line(const SourceMap& sources, const Diagnostic& diagnostic);

/// The whole drawing; ends with a line end.
std::string render(const SourceMap& sources, const Diagnostic& diagnostic,
                   const RenderOptions& options = {});
/// All of them, separated by empty lines.
std::string render(const SourceMap& sources, std::span<const Diagnostic> diagnostics,
                   const RenderOptions& options = {});
/// The drawing and the calls on the way to the failing place.
std::string render(const SourceMap& sources, const RuntimeError& error,
                   const RenderOptions& options = {});

/// One JSON object on one line, without a line end.
std::string to_json(const SourceMap& sources, const Diagnostic& diagnostic);
std::string to_json(const SourceMap& sources, const RuntimeError& error);
/// A JSON array of them.
std::string to_json(const SourceMap& sources, std::span<const Diagnostic> diagnostics);

}  // namespace fluxi::base
