// fluxi: the command line. Finds the subcommand (`run` when none is named) and runs it.
#include <unistd.h>

#include <array>
#include <cstdio>
#include <string_view>
#include <utility>
#include <vector>

#include <fmt/core.h>
#include <CLI/CLI.hpp>

#include "base/version.hpp"
#include "cli/command.hpp"
#include "cli/exit_status.hpp"
#include "cli/pages/option_info.hpp"
#include "cli/usage.hpp"

namespace {

using fluxi::cli::Command;

struct Entry {
    std::string_view name;
    Command (*add)(fluxi::cli::CommandLine&);
};

constexpr std::array kCommands = {
    Entry{"run", fluxi::cli::add_run},           Entry{"repl", fluxi::cli::add_repl},
    Entry{"check", fluxi::cli::add_check},       Entry{"types", fluxi::cli::add_types},
    Entry{"doc", fluxi::cli::add_doc},           Entry{"ast", fluxi::cli::add_ast},
    Entry{"import", fluxi::cli::add_import},     Entry{"export", fluxi::cli::add_export},
    Entry{"bucket", fluxi::cli::add_bucket},     Entry{"delete", fluxi::cli::add_delete},
    Entry{"fmt", fluxi::cli::add_fmt},           Entry{"explain", fluxi::cli::add_explain},
    Entry{"test", fluxi::cli::add_test},         Entry{"plan", fluxi::cli::add_plan},
    Entry{"describe", fluxi::cli::add_describe}, Entry{"conformance", fluxi::cli::add_conformance},
    Entry{"man", fluxi::cli::add_man},           Entry{"completion", fluxi::cli::add_completion},
    Entry{"complete", fluxi::cli::add_complete},
};

std::string footer() {
    std::string text =
        "`fluxi FILE` is `fluxi run FILE`; `fluxi` alone starts the REPL.\nExit status:";
    for (const fluxi::cli::ExitStatus& status : fluxi::cli::kExitStatus) {
        text += fmt::format("\n{:5} {}", static_cast<int>(status.code), status.meaning);
    }
    return text;
}

}  // namespace

int main(int argc, char** argv) {
    CLI::App app("fluxi runs scripts in Flux, the data scripting language, without a server.",
                 "fluxi");
    app.set_version_flag("--version", std::string("fluxi ") + std::string(fluxi::base::version()));
    app.require_subcommand(1);
    // Subcommands take it over, so it comes before them.
    app.formatter(std::make_shared<fluxi::cli::HelpFormatter>());
    app.footer(footer());
    fluxi::cli::CommandLine program(app);
    std::vector<std::pair<CLI::App*, Command>> commands;
    for (const Entry& entry : kCommands) {
        Command command = entry.add(program);
        commands.emplace_back(app.get_subcommand(std::string(entry.name)), std::move(command));
    }
    auto words = fluxi::cli::with_command(app, {argv + 1, argv + argc});
    if (argc > 1 && words.front() == "run" && words.size() == static_cast<std::size_t>(argc)) {
        const std::string near = fluxi::cli::meant_command(app, argv[1]);
        if (!near.empty()) {
            fmt::print(stderr, "fluxi: there is no command and no file {}; did you mean {}?\n",
                       argv[1], near);
            return fluxi::cli::kUsage;
        }
    }
    std::reverse(words.begin(), words.end());
    try {
        app.parse(words);
    } catch (const CLI::ParseError& error) {
        if (error.get_exit_code() == 0) {
            app.exit(error);  // Prints the help that was asked for.
            return fluxi::cli::kOk;
        }
        fmt::print(stderr, "{}", fluxi::cli::usage_error(app, error));
        return fluxi::cli::kUsage;
    }
    for (const auto& [subcommand, command] : commands) {
        if (subcommand->parsed()) return command();
    }
    return fluxi::cli::kUsage;
}
