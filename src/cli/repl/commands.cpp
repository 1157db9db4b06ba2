#include "cli/repl/commands.hpp"

#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string_view>

#include <fmt/format.h>

#include "base/nearest.hpp"
#include "cli/command.hpp"
#include "cli/doc_view.hpp"
#include "cli/input.hpp"
#include "cli/repl/script_file.hpp"
#include "cli/repl/shell.hpp"
#include "cli/report.hpp"
#include "engine/documentation.hpp"
#include "io/writer_factory.hpp"
#include "types/print.hpp"

namespace fluxi::cli::repl {

namespace {

struct Entry {
    std::string_view name;
    std::string_view arguments;
    std::string_view help;
    CommandArgument argument;
    void (*run)(Shell& shell, const std::string& argument);
};

void help(Shell& shell, const std::string& argument);

void type(Shell& shell, const std::string& argument) {
    if (argument.empty()) base::fail(".type needs an expression");
    const auto found = shell.session().type_of(argument);
    if (!found && !shell.session().diagnostics().has_errors())
        base::fail(".type needs an expression, {} is none", argument);
    if (found) fmt::print("{}\n", types::signature(*found));
    shell.report_found();
}

void doc(Shell& shell, const std::string& argument) {
    if (argument.empty()) base::fail(".doc needs the name of a function or package");
    const auto found = engine::find_documentation(shell.session(), argument);
    if (!found && shell.session().names().find(argument) != nullptr) {
        const auto own = shell.session().type_of(argument);
        shell.session().clear_diagnostics();
        shell.show(fmt::format("{}\n{}\ndefined in this session\n", argument,
                               own ? fmt::format("  {}\n", types::signature(*own)) : ""));
        return;
    }
    if (!found) {
        const std::string near = engine::nearest_documented(shell.session(), argument);
        base::fail("nothing is called {}{}", argument,
                   near.empty() ? "" : fmt::format("; did you mean {}?", near));
    }
    shell.show(doc_text(shell.session(), *found, DocView::of(STDOUT_FILENO)));
}

void time(Shell& shell, const std::string& argument) {
    if (argument == "on" || argument == "off") {
        shell.set_timing(argument == "on");
    } else if (argument.empty()) {
        fmt::print("{}\n", shell.timing() ? "on" : "off");
    } else {
        base::fail(".time is on or off, not {}", argument);
    }
}

void profile(Shell& shell, const std::string& argument) {
    if (argument == "on" || argument == "off") {
        shell.set_profiling(argument == "on");
    } else if (argument.empty()) {
        fmt::print("{}\n", shell.profiling() ? "on" : "off");
    } else {
        base::fail(".profile is on or off, not {}", argument);
    }
}

void plan(Shell& shell, const std::string& argument) {
    shell.show_plan(argument);
}

void format(Shell& shell, const std::string& argument) {
    if (argument.empty()) {
        fmt::print("{}\n", shell.format());
        return;
    }
    shell.set_format(argument);
}

void save(Shell& shell, const std::string& argument) {
    if (argument.empty()) base::fail(".save needs the name of a file");
    const SavedScript script = script_of(shell.accepted());
    std::ofstream file(argument);
    file << script.text;
    file.close();
    if (!file) base::fail("{} cannot be written", argument);
    fmt::print(stderr, "{} entries written to {}\n", shell.accepted().size(), argument);
    for (const std::string& name : script.twice)
        note(fmt::format("{} is defined more than once, which .load takes and `fluxi run` does not",
                         name),
             {shell.options().error_format == "json", shell.options().quiet});
}

void load(Shell& shell, const std::string& argument) {
    if (argument.empty()) base::fail(".load needs the name of a file");
    shell.run_file(argument, read_script(argument).text);
}

/// Opens the editor of the user with the last entry in it and runs what is left there.
void edit(Shell& shell, const std::string&) {
    const char* editor = std::getenv("VISUAL");
    if (editor == nullptr) editor = std::getenv("EDITOR");
    std::string path = (std::filesystem::temp_directory_path() / "fluxi-XXXXXX.flux").string();
    constexpr int kSuffix = 5;
    const int descriptor = mkstemps(path.data(), kSuffix);
    if (descriptor < 0) base::fail("no temporary file can be made");
    close(descriptor);
    if (!shell.accepted().empty()) std::ofstream(path) << shell.accepted().back() << "\n";
    const std::string command = fmt::format("{} '{}'", editor == nullptr ? "editor" : editor, path);
    const int status = std::system(command.c_str());
    std::ifstream file(path);
    const std::string text{std::istreambuf_iterator<char>(file), {}};
    std::filesystem::remove(path);
    if (status != 0) base::fail("`{}` failed; set EDITOR to the editor you use", command);
    shell.run_statements(text, true);
}

void reset(Shell& shell, const std::string&) {
    shell.reset();
}

void history(Shell& shell, const std::string&) {
    std::string text;
    for (const std::string& entry : shell.accepted()) text += entry + "\n";
    shell.show(text);
}

void leave(Shell& shell, const std::string&) {
    shell.leave();
}

constexpr std::array kCommands = {
    Entry{".help", "", "this list", CommandArgument::none, help},
    Entry{".type", "EXPR", "the type of an expression, without running it",
          CommandArgument::expression, type},
    Entry{".doc", "NAME", "the documentation of a function or package", CommandArgument::name, doc},
    Entry{".plan", "EXPR", "what would run for an expression, or for the last one",
          CommandArgument::expression, plan},
    Entry{".profile", "on|off", "show what each step of an entry did", CommandArgument::on_off,
          profile},
    Entry{".time", "on|off", "show how long each entry takes", CommandArgument::on_off, time},
    Entry{".format", "NAME", "how tables are shown: pretty, csv, json, plot …",
          CommandArgument::format, format},
    Entry{".save", "FILE", "write what was accepted so far as a script", CommandArgument::file,
          save},
    Entry{".load", "FILE", "run a script as if it was typed here", CommandArgument::file, load},
    Entry{".edit", "", "change the last entry in $EDITOR and run it", CommandArgument::none, edit},
    Entry{".history", "", "what was accepted so far", CommandArgument::none, history},
    Entry{".reset", "", "forget all definitions and imports", CommandArgument::none, reset},
    Entry{".quit", "", "leave, as Ctrl-D does", CommandArgument::none, leave},
};

void help(Shell&, const std::string&) {
    for (const Entry& command : kCommands) {
        fmt::print("{:<16} {}\n", fmt::format("{} {}", command.name, command.arguments),
                   command.help);
    }
    fmt::print(
        "\n`_` is the last value. A line that begins with |> continues the last expression.\n");
}

}  // namespace

std::vector<CommandWord> command_words() {
    std::vector<CommandWord> words;
    for (const Entry& command : kCommands)
        words.push_back({std::string(command.name), command.argument});
    return words;
}

void run_command(Shell& shell, const std::string& entry) {
    const std::size_t end = entry.find_first_of(" \t\n");
    const std::string name = entry.substr(0, end);
    std::string argument = end == std::string::npos ? "" : entry.substr(end);
    const std::size_t begin = argument.find_first_not_of(" \t\n");
    argument = begin == std::string::npos
                   ? ""
                   : argument.substr(begin, argument.find_last_not_of(" \t\n") + 1 - begin);
    const ReportOptions reporting{shell.options().error_format == "json", false};
    for (const Entry& command : kCommands) {
        if (command.name != name) continue;
        try {
            command.run(shell, argument);
            std::fflush(stdout);
        } catch (const base::RuntimeError& error) {
            report_error(error.what(), reporting);
            shell.failed(kFailed);
        }
        return;
    }
    std::vector<std::string_view> names;
    for (const Entry& command : kCommands) names.push_back(command.name);
    const std::string_view near = base::nearest(name, names);
    report_error(
        fmt::format("there is no command {}{}", name,
                    near.empty() ? "; .help lists them" : fmt::format("; did you mean {}?", near)),
        reporting);
    shell.failed(kUsage);
}

}  // namespace fluxi::cli::repl
