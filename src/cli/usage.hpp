// What is said about a command line that is none: the word that is wrong and the nearest one that
// there is.
#pragma once

#include <string>
#include <vector>

namespace CLI {
class App;
class ParseError;
}  // namespace CLI

namespace fluxi::cli {

/// The line for standard error.
std::string usage_error(const CLI::App& program, const CLI::ParseError& error);

/// The words behind the program's name with `run`, `repl` or `--help` put in where no command is
/// named.
std::vector<std::string> with_command(const CLI::App& program, std::vector<std::string> words);

/// For a word that is neither a command nor a file: the command that may be meant, or empty.
std::string meant_command(const CLI::App& program, const std::string& word);

}  // namespace fluxi::cli
