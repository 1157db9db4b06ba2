// `option task`: what a script says about when it is to be run. fluxi reads and checks it; running
// scripts on a schedule is up to whatever calls fluxi.
#pragma once

#include <optional>
#include <string>

#include "base/diagnostic.hpp"
#include "base/source.hpp"
#include "syntax/ast.hpp"

namespace fluxi::engine {

/// Reads the option and describes it, `task "hourly": every 1h, offset 5m`; nothing if the script
/// has none. What a scheduler would refuse becomes a warning.
std::optional<std::string> task_of(const syntax::File& file, const base::SourceMap& sources,
                                   base::Diagnostics& warnings);

}  // namespace fluxi::engine
