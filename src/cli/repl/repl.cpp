// `fluxi repl`: statements one by one, from a terminal with a line editor, else line by line from
// standard input without prompts.
#include <poll.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <string>

#include <fmt/core.h>

#include "base/version.hpp"
#include "cli/command.hpp"
#include "cli/lineedit/line_editor.hpp"
#include "cli/repl/assistant.hpp"
#include "cli/repl/commands.hpp"
#include "cli/repl/script_file.hpp"
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
    repl::SessionAssistant assistant(shell.session());
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
        assistant.use(shell.session(), shell.continued(), shell.accepted());
    }
    return shell.code();
}

/// Lines of a descriptor, with a look at the one that comes next.
class Lines {
  public:
    explicit Lines(int descriptor) : descriptor_(descriptor) {}

    /// Waits for the next line; false at the end.
    bool next(std::string& line) {
        std::size_t end = text_.find('\n');
        while (end == std::string::npos && fill(kForEver)) end = text_.find('\n');
        if (text_.empty()) return false;
        line = text_.substr(0, end);
        text_.erase(0, end == std::string::npos ? end : end + 1);
        return true;
    }
    /// Whether the next line goes on with the statement before. Who writes a script writes it at
    /// once; who waits for an answer before he writes more gets it.
    bool next_begins_with_pipe() {
        constexpr int kSoonMs = 50;
        constexpr std::size_t kPipe = 2;
        for (;;) {
            const std::size_t first = text_.find_first_not_of(" \t\r");
            const bool seen = first != std::string::npos &&
                              (text_[first] == '\n' || text_.size() - first >= kPipe);
            if (seen || !fill(kSoonMs)) break;
        }
        return repl::begins_with_pipe(text_.substr(0, text_.find('\n')));
    }

  private:
    static constexpr int kForEver = -1;

    bool fill(int milliseconds) {
        pollfd ready{descriptor_, POLLIN, 0};
        int count = 0;
        do {
            count = poll(&ready, 1, milliseconds);
        } while (count < 0 && errno == EINTR);
        if (count <= 0) return false;
        std::array<char, 65536> block{};
        const ssize_t size = read(descriptor_, block.data(), block.size());
        if (size <= 0) return false;
        text_.append(block.data(), static_cast<std::size_t>(size));
        return true;
    }

    int descriptor_;
    std::string text_{};
};

int run_text(repl::Shell& shell) {
    Lines lines(STDIN_FILENO);
    std::string line;
    while (!shell.leaving() && lines.next(line)) {
        std::string more;
        while (!line.starts_with('.') && lines.next_begins_with_pipe() && lines.next(more))
            line += "\n" + more;
        shell.line(line);
    }
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
