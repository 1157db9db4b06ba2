#include "cli/usage.hpp"

#include <string_view>

#include <fmt/core.h>
#include <CLI/CLI.hpp>

#include "base/nearest.hpp"
#include "cli/pages/option_info.hpp"
#include "host/file_system.hpp"

namespace fluxi::cli {

namespace {

std::string nearest_of(const std::string& wanted, const std::vector<std::string>& names) {
    const std::vector<std::string_view> views(names.begin(), names.end());
    return std::string(base::nearest(wanted, views));
}

std::vector<std::string> command_names(const CLI::App& command) {
    std::vector<std::string> names;
    for (const CLI::App* sub : subcommands_of(command)) names.push_back(sub->get_name());
    return names;
}

std::string did_you_mean(const std::string& near) {
    return near.empty() ? "" : fmt::format("; did you mean {}?", near);
}

/// A word that the command does not know what to do with.
std::string about_extra(const CLI::App& command, const std::string& word) {
    if (word.starts_with("-")) {
        const std::string name = word.substr(0, word.find('='));
        std::vector<std::string> names;
        for (const OptionInfo& option : options_of(command)) {
            if (option.positional) continue;
            names.insert(names.end(), option.names.begin(), option.names.end());
        }
        return fmt::format("there is no option {}{}", name, did_you_mean(nearest_of(name, names)));
    }
    const std::vector<std::string> names = command_names(command);
    if (names.empty()) return fmt::format("there is no place for {}", word);
    return fmt::format("there is no command {}{}", word, did_you_mean(nearest_of(word, names)));
}

}  // namespace

std::string usage_error(const CLI::App& program, const CLI::ParseError& error) {
    const CLI::App* command = &program;
    while (!command->get_subcommands().empty()) command = command->get_subcommands().front();
    const std::vector<std::string> extras = command->remaining();
    const bool is_extras = error.get_exit_code() == static_cast<int>(CLI::ExitCodes::ExtrasError);
    const bool extra = !extras.empty() && (is_extras || !subcommands_of(*command).empty());
    const std::string what = extra ? about_extra(*command, extras.front()) : error.what();
    return fmt::format("fluxi: {}\n`{} --help` says what there is\n", what, full_name(*command));
}

std::vector<std::string> with_command(const CLI::App& program, std::vector<std::string> words) {
    if (words.empty()) return {"repl"};
    const std::string& first = words.front();
    if (first == "--help" || first == "-h" || first == "--version") return words;
    const auto named = [&first](const CLI::App* sub) { return sub->get_name() == first; };
    if (!program.get_subcommands(named).empty()) return words;
    if (first == "help" && !host::LocalFileSystem().exists(first)) {
        words.erase(words.begin());
        words.emplace_back("--help");
        return words;
    }
    words.insert(words.begin(), "run");
    return words;
}

std::string meant_command(const CLI::App& program, const std::string& word) {
    if (word.empty() || word.front() == '-' || word.find_first_of("./") != std::string::npos ||
        host::LocalFileSystem().exists(word)) {
        return "";
    }
    return nearest_of(word, command_names(program));
}

}  // namespace fluxi::cli
