#include "cli/pages/option_info.hpp"

#include <algorithm>

#include <fmt/core.h>

namespace fluxi::cli {

namespace {

constexpr std::size_t kHelpWidth = 100;

/// Lines broken between words; line ends stay.
std::string wrapped(const std::string& text, std::size_t width) {
    std::string out;
    std::size_t used = 0;
    for (std::size_t begin = 0; begin < text.size();) {
        std::size_t end = std::min(text.find_first_of(" \n", begin + 1), text.size());
        if (text[begin] == '\n') {
            used = 0;
        } else if (used + (end - begin) > width && text[begin] == ' ') {
            out += '\n';
            ++begin;
            used = 0;
            end = std::max(begin, end);
        }
        out += text.substr(begin, end - begin);
        used += end - begin;
        begin = end;
    }
    return out;
}

/// The choices in `TEXT:{a,b}`.
std::vector<std::string> choices_in(const std::string& type) {
    const auto open = type.find('{');
    const auto close = type.find('}', open);
    if (open == std::string::npos || close == std::string::npos) return {};
    std::vector<std::string> choices;
    for (std::size_t begin = open + 1; begin < close;) {
        const std::size_t end = std::min(type.find(',', begin), close);
        choices.push_back(type.substr(begin, end - begin));
        begin = end + 1;
    }
    return choices;
}

/// `UINT` and `TEXT` are names of types; people want to know what to put there.
std::string argument_in(const std::string& type) {
    // What checks a value describes itself behind a colon; HOST[:PORT] is none.
    std::size_t end = type.find(':');
    while (end != std::string::npos && end > 0 && type[end - 1] == '[')
        end = type.find(':', end + 1);
    const std::string name = type.substr(0, end);
    if (name == "UINT" || name == "INT" || name == "FLOAT") return "N";
    return name == "TEXT" ? "TEXT" : name;
}

}  // namespace

bool OptionInfo::has_name(std::string_view name) const {
    return std::find(names.begin(), names.end(), name) != names.end();
}

std::string OptionInfo::argument_text() const {
    if (choices.empty()) return argument;
    std::string text;
    for (const std::string& choice : choices) text += (text.empty() ? "" : "|") + choice;
    return text;
}

OptionInfo option_info(const CLI::Option& option) {
    OptionInfo info;
    info.positional = option.get_positional();
    if (info.positional) {
        info.names.push_back(option.get_name(true, false));
    } else {
        for (const std::string& name : option.get_snames()) info.names.push_back("-" + name);
        for (const std::string& name : option.get_lnames()) info.names.push_back("--" + name);
    }
    if (!info.positional && option.get_expected_min() == 0) {
        info.value = option.get_type_name();
    } else if (option.get_type_size() != 0) {
        const std::string type = option.get_type_name();
        info.choices = choices_in(type);
        info.argument = info.positional ? "" : argument_in(type);
        info.fallback = option.get_default_str();
        info.repeatable = option.get_expected_max() == CLI::detail::expected_max_vector_size;
    }
    info.description = option.get_description();
    info.group = option.get_group();
    info.required = option.get_required();
    for (const CLI::Option* other : option.get_excludes()) {
        info.excludes.push_back(other->get_name());
    }
    return info;
}

std::vector<OptionInfo> options_of(const CLI::App& command) {
    std::vector<OptionInfo> infos;
    for (const CLI::Option* option : command.get_options()) {
        if (!option->get_group().empty()) infos.push_back(option_info(*option));
    }
    std::stable_partition(infos.begin(), infos.end(),
                          [](const OptionInfo& info) { return info.positional; });
    return infos;
}

std::vector<const CLI::App*> subcommands_of(const CLI::App& command) {
    return command.get_subcommands([](const CLI::App* sub) { return !sub->get_group().empty(); });
}

std::string full_name(const CLI::App& command) {
    const CLI::App* parent = command.get_parent();
    return (parent == nullptr ? "" : full_name(*parent) + " ") + command.get_name();
}

std::string usage_of(const CLI::App& command) {
    std::string text = "[OPTIONS]";
    for (const OptionInfo& info : options_of(command)) {
        if (!info.positional) continue;
        const std::string name = info.names.front() + (info.repeatable ? "..." : "");
        text += info.required ? " " + name : fmt::format(" [{}]", name);
    }
    if (!subcommands_of(command).empty()) text += " SUBCOMMAND";
    return text;
}

std::string HelpFormatter::make_option_name(const CLI::Option* option, bool positional) const {
    const OptionInfo info = option_info(*option);
    if (positional || info.value.empty())
        return CLI::Formatter::make_option_name(option, positional);
    std::string text;
    for (const std::string& name : info.names) text += (text.empty() ? "" : ",") + name;
    return fmt::format("{}[={}]", text, info.value);
}

std::string HelpFormatter::make_option_opts(const CLI::Option* option) const {
    const OptionInfo info = option_info(*option);
    std::string text;
    if (!info.argument_text().empty()) text += " " + info.argument_text();
    if (info.repeatable) text += " ...";
    return text;
}

std::string HelpFormatter::make_option_desc(const CLI::Option* option) const {
    const OptionInfo info = option_info(*option);
    std::string text = info.description;
    std::string more;
    const auto add = [&more](const std::string& part) {
        more += (more.empty() ? "" : ", ") + part;
    };
    if (info.required) add("required");
    if (!info.fallback.empty()) add("default: " + info.fallback);
    for (const std::string& other : info.excludes) add("not with " + other);
    // Behind the first line: further ones are a list.
    const std::size_t line = std::min(text.find('\n'), text.size());
    if (!more.empty()) text.insert(line, fmt::format(" ({})", more));
    return wrapped(text, kHelpWidth - get_column_width());
}

}  // namespace fluxi::cli
