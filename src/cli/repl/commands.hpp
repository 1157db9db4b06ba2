// The commands of the REPL: `.help` and what it lists.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace fluxi::cli::repl {

class Shell;

/// Runs an entry that begins with a dot. What goes wrong is written to standard error.
void run_command(Shell& shell, const std::string& entry);

/// What stands behind a command.
enum class CommandArgument : std::uint8_t { none, expression, name, file, format, on_off };
struct CommandWord {
    std::string name{};  ///< with the dot
    CommandArgument argument = CommandArgument::none;
};
/// All of them, for completion.
std::vector<CommandWord> command_words();

}  // namespace fluxi::cli::repl
