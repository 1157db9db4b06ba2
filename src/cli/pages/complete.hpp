// What may stand at a place of the command line: the answer that the completion functions of the
// shells ask the program itself for, so that they know what --help knows.
#pragma once

#include <string>
#include <vector>

namespace CLI {
class App;
}  // namespace CLI

namespace fluxi::cli {

/// Completes `words[current]`, the words behind the program's name. A line of the answer is a word,
/// or a word, a tab and what it is; or `:files`, `:dirs` or `:scripts` (files .flux and folders),
/// for which the shell looks itself.
std::vector<std::string> completions(const CLI::App& program, const std::vector<std::string>& words,
                                     std::size_t current);

/// The function that makes a shell ask: `bash`, `zsh` or `fish`; empty for another name.
std::string completion_script(const std::string& shell);

}  // namespace fluxi::cli
