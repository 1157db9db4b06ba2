// What a command has to say on standard error: diagnostics and the error of a run, drawn for people
// or as JSON. Colour only on a terminal, and not where NO_COLOR is set.
#pragma once

#include <string>
#include <string_view>

#include "engine/session.hpp"

namespace fluxi::cli {

struct ReportOptions {
    bool json = false;
    bool quiet = false;  ///< errors only
};

/// Everything the session found: diagnostics, then the error of the run with its call stack.
void report(engine::Session& session, const ReportOptions& options);
/// An error outside every script, e.g. a file that cannot be read.
void report_error(std::string_view message, const ReportOptions& options);
/// A line about the run that is no error.
void note(std::string_view text, const ReportOptions& options);

[[nodiscard]] bool color_wanted(int descriptor);
/// Columns of the terminal behind a descriptor; `otherwise` when it is none.
[[nodiscard]] std::size_t terminal_width(int descriptor, std::size_t otherwise);

}  // namespace fluxi::cli
