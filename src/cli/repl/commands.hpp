// The commands of the REPL: `.help` and what it lists.
#pragma once

#include <string>
#include <vector>

namespace fluxi::cli::repl {

class Shell;

/// Runs an entry that begins with a dot. What goes wrong is written to standard error.
void run_command(Shell& shell, const std::string& entry);
/// All of them with their dot, for completion.
std::vector<std::string> command_names();

}  // namespace fluxi::cli::repl
