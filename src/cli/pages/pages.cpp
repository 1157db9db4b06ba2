// `fluxi man`, `fluxi completion` and what the completion functions call: manual pages and the
// completion of shells, made from the declared commands.
#include <charconv>
#include <cstdio>

#include <fmt/core.h>
#include <CLI/CLI.hpp>

#include "base/error.hpp"
#include "base/nearest.hpp"
#include "cli/command.hpp"
#include "cli/pages/complete.hpp"
#include "cli/pages/man.hpp"
#include "cli/pages/option_info.hpp"
#include "cli/report.hpp"
#include "host/file_system.hpp"

namespace fluxi::cli {

namespace {

struct ManCommand {
    const CLI::App* program = nullptr;
    std::string name{};
    std::string folder{};

    int run() const {
        if (!folder.empty()) {
            write(*program);
            for (const CLI::App* sub : subcommands_of(*program)) write(*sub);
            return kOk;
        }
        std::fputs(man_page(name.empty() ? *program : command()).c_str(), stdout);
        return kOk;
    }

  private:
    [[nodiscard]] const CLI::App& command() const {
        std::vector<std::string_view> names;
        for (const CLI::App* sub : subcommands_of(*program)) {
            if (sub->get_name() == name) return *sub;
            names.push_back(sub->get_name());
        }
        const std::string_view near = base::nearest(name, names);
        base::fail("there is no command {}{}", name,
                   near.empty() ? "" : fmt::format("; did you mean {}?", near));
    }

    void write(const CLI::App& command) const {
        host::LocalFileSystem().write(fmt::format("{}/{}.1", folder, man_name(command)),
                                      man_page(command));
    }
};

int complete(const CLI::App& program, const std::vector<std::string>& words) {
    std::size_t current = 0;
    if (words.empty()) return kUsage;
    const std::string& number = words.front();
    if (std::from_chars(number.data(), number.data() + number.size(), current).ec != std::errc())
        return kUsage;
    const std::vector<std::string> line(words.begin() + 1, words.end());
    for (const std::string& found : completions(program, line, current)) fmt::print("{}\n", found);
    return kOk;
}

}  // namespace

Command add_man(CommandLine& program) {
    CommandLine command = program.add_subcommand("man", "Print a manual page");
    auto state = std::make_shared<ManCommand>();
    state->program = &program.app();
    command.add_option("COMMAND", state->name,
                       "The command that the page is about; without it the page is about fluxi");
    command.add_option("--all", state->folder, "Write all pages into this folder")
        .type_name("DIR")
        .existing_folder();
    command.footer([] { return std::string("`fluxi man run | man -l -` shows a page."); });
    return telling_errors([state] { return state->run(); }, kUsage);
}

Command add_completion(CommandLine& program) {
    CommandLine command = program.add_subcommand(
        "completion", "Print what makes a shell complete fluxi's command line");
    auto shell = std::make_shared<std::string>();
    command.add_option("SHELL", *shell, "The shell").required().one_of({"bash", "zsh", "fish"});
    command.footer([] {
        return std::string(
            "In bash: source <(fluxi completion bash)\n"
            "In zsh: source <(fluxi completion zsh), after compinit\n"
            "In fish: fluxi completion fish | source");
    });
    return [shell] {
        std::fputs(completion_script(*shell).c_str(), stdout);
        return kOk;
    };
}

Command add_complete(CommandLine& program) {
    // For the completion functions only: not listed, and its words are not read as options.
    CommandLine command = program.add_subcommand("complete", "Complete a command line");
    command.hide_and_keep_words();
    return telling_errors(
        [program, command] { return complete(program.app(), command.remaining()); }, kUsage);
}

}  // namespace fluxi::cli
