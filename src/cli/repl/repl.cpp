// `fluxi repl`: statements one by one, from a terminal with a line editor, else line by line from
// standard input without prompts.
#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <iostream>
#include <string>

#include <fmt/core.h>

#include "base/version.hpp"
#include "cli/command.hpp"
#include "cli/lineedit/line_editor.hpp"
#include "cli/repl/assistant.hpp"
#include "cli/repl/commands.hpp"
#include "cli/repl/shell.hpp"
#include "cli/report.hpp"

namespace fluxi::cli {

namespace {

/// $FLUXI_HISTORY, or a file in the user's folder for what programs keep; none without a home.
std::string history_path() {
    if (const char* given = std::getenv("FLUXI_HISTORY")) return given;
    if (const char* state = std::getenv("XDG_STATE_HOME"); state != nullptr && *state != '\0') {
        return std::string(state) + "/fluxi/history";
    }
    const char* home = std::getenv("HOME");
    return home == nullptr ? "" : std::string(home) + "/.local/state/fluxi/history";
}

int run_terminal(repl::Shell& shell) {
    lineedit::History history(history_path());
    repl::SessionAssistant assistant(shell.session(), repl::command_names());
    lineedit::LineEditor editor(STDIN_FILENO, STDOUT_FILENO, history, assistant,
                                color_wanted(STDOUT_FILENO));
    fmt::print("fluxi {} – .help lists commands, Tab completes, Ctrl-D leaves\n", base::version());
    std::fflush(stdout);
    std::string entry;
    while (!shell.leaving()) {
        const auto outcome = editor.read("> ", "… ", entry);
        if (outcome == lineedit::LineEditor::Outcome::ended) break;
        if (outcome == lineedit::LineEditor::Outcome::interrupted) continue;
        shell.entry(entry);
        assistant.use(shell.session(), shell.last_expression());
    }
    return shell.code();
}

int run_text(repl::Shell& shell) {
    std::string line;
    while (!shell.leaving() && std::getline(std::cin, line)) shell.line(line);
    shell.end_of_text();
    return shell.code();
}

}  // namespace

Command add_repl(CommandLine& program) {
    CommandLine command = program.add_subcommand("repl", "Evaluate statements one by one");
    auto options = std::make_shared<RunOptions>();
    options->declare(command);
    return telling_errors(
        [options] {
            repl::Shell shell(*options);
            const bool terminal = isatty(STDIN_FILENO) != 0 && isatty(STDOUT_FILENO) != 0;
            return terminal ? run_terminal(shell) : run_text(shell);
        },
        kUsage);
}

}  // namespace fluxi::cli
