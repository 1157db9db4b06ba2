#include "cli/command_line.hpp"

#include <utility>

#include <CLI/CLI.hpp>

namespace fluxi::cli {

Argument& Argument::type_name(const std::string& name) {
    option_->type_name(name);
    return *this;
}

Argument& Argument::required() {
    option_->required();
    return *this;
}

Argument& Argument::group(const std::string& heading) {
    option_->group(heading);
    return *this;
}

Argument& Argument::excludes(const Argument& other) {
    option_->excludes(other.option_);
    return *this;
}

Argument& Argument::one_value_each() {
    option_->allow_extra_args(false);
    return *this;
}

Argument& Argument::with_default() {
    option_->capture_default_str();
    return *this;
}

Argument& Argument::one_of(std::vector<std::string> choices) {
    option_->check(CLI::IsMember(std::move(choices)));
    return *this;
}

Argument& Argument::between(std::uint32_t least, std::uint32_t most) {
    option_->check(CLI::Range(least, most));
    return *this;
}

Argument& Argument::not_negative() {
    option_->check([](const std::string& text) {
        return !text.empty() && text.front() == '-' ? text + " is less than 0" : std::string();
    });
    return *this;
}

Argument& Argument::existing_folder() {
    option_->check(CLI::ExistingDirectory);
    return *this;
}

CommandLine CommandLine::add_subcommand(const std::string& name, const std::string& help) {
    return CommandLine(*app_->add_subcommand(name, help));
}

Argument CommandLine::add_flag(const std::string& names, bool& value, const std::string& help) {
    return Argument(*app_->add_flag(names, value, help));
}

Argument CommandLine::add_flag(const std::string& names, std::string& value,
                               const std::string& help) {
    return Argument(*app_->add_flag(names, value, help));
}

Argument CommandLine::add_option(const std::string& names, std::string& value,
                                 const std::string& help) {
    return Argument(*app_->add_option(names, value, help));
}

Argument CommandLine::add_option(const std::string& names, std::vector<std::string>& values,
                                 const std::string& help) {
    return Argument(*app_->add_option(names, values, help));
}

Argument CommandLine::add_option(const std::string& names, double& value, const std::string& help) {
    return Argument(*app_->add_option(names, value, help));
}

Argument CommandLine::add_option(const std::string& names, std::uint32_t& value,
                                 const std::string& help) {
    return Argument(*app_->add_option(names, value, help));
}

Argument CommandLine::add_option(const std::string& names, std::size_t& value,
                                 const std::string& help) {
    return Argument(*app_->add_option(names, value, help));
}

void CommandLine::footer(std::function<std::string()> text) {
    app_->footer(std::move(text));
}

void CommandLine::require_subcommand() {
    app_->require_subcommand(1);
}

void CommandLine::require_either(const Argument& first, const Argument& second,
                                 const std::string& what) {
    app_->callback([one = first.option_, other = second.option_, what] {
        if (one->empty() && other->empty()) throw CLI::RequiredError(what);
    });
}

void CommandLine::hide_and_keep_words() {
    app_->group("");
    app_->prefix_command();
}

bool CommandLine::parsed() const {
    return app_->parsed();
}

std::vector<std::string> CommandLine::remaining() const {
    return app_->remaining();
}

}  // namespace fluxi::cli
