#include "cli/pages/man.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <string_view>
#include <utility>
#include <vector>

#include <fmt/core.h>
#include <CLI/CLI.hpp>

#include "base/version.hpp"
#include "cli/exit_status.hpp"
#include "cli/pages/option_info.hpp"

namespace fluxi::cli {

namespace {

using Pair = std::pair<std::string_view, std::string_view>;

constexpr std::array kEnvironment = {
    Pair{"FLUXI_DATA", "The file of the store, where --data does not tell."},
    Pair{"FLUXI_PATH",
         "Folders with packages, separated by colons, searched after those of --path."},
    Pair{"NO_COLOR", "If it is set and not empty, nothing is written in colours."},
    Pair{"VISUAL, EDITOR", "What .edit starts in the REPL; the first that is set."},
    Pair{"FLUXI_HISTORY", "The file for what was entered in the REPL."},
    Pair{"XDG_CONFIG_HOME, XDG_DATA_HOME, XDG_STATE_HOME",
         "The user's folders for settings, data and history, where they are others than ~/.config, "
         "~/.local/share and ~/.local/state."},
};
constexpr std::array kFiles = {
    Pair{"fluxi.toml",
         "Settings: where the store is and which files stand for buckets. Looked for beside the "
         "script, "
         "or in the working folder, then in ~/.config/fluxi."},
    Pair{"~/.local/share/fluxi/data.db", "The store of buckets, if nothing else is said."},
    Pair{"~/.local/state/fluxi/history", "What was entered in the REPL."},
};

/// A command line, what it does, for the page of a command.
struct Example {
    std::string_view command;
    std::string_view line;
    std::string_view text;
};
constexpr std::array kExamples = {
    Example{"run", "fluxi -e '1 + 1'", "Evaluate an expression."},
    Example{"run", "fluxi run report.flux --param 'days=7' -o report.csv",
            "Run a script with another value for one of its variables; the results are CSV."},
    Example{"run", "fluxi run --mount telegraf=data/ --watch --format plot load.flux",
            "Draw what a script finds in files that stand for a bucket, again after each change."},
    Example{"run", "fluxi run --http=dry-run alert.flux",
            "Show the requests that a script would send."},
    Example{"check", "fluxi check --fix *.flux", "Mend what is sure to be a mistake."},
    Example{"import", "fluxi import --bucket telegraf --create-buckets cpu.lp.gz",
            "Write a file of line protocol into a bucket."},
    Example{"export", "fluxi export --bucket telegraf --range=-30d -o month.lp",
            "Save the points of the last 30 days."},
    Example{"bucket", "fluxi bucket create telegraf --retention 30d",
            "Make a bucket whose points are kept for 30 days."},
    Example{"describe", "fluxi describe big.csv.gz", "See what is in a file before reading it."},
    Example{"plan", "fluxi plan -e 'from(bucket: \"b\") |> range(start: -1h) |> mean()'",
            "See which part of a script the store does."},
    Example{"test", "fluxi test --tag slow packages/", "Run the testcases of a folder."},
    Example{"explain", "fluxi explain E0300", "Read what a message means."},
    Example{"doc", "fluxi doc --search moving average", "Find a function."},
    Example{"completion", "source <(fluxi completion bash)", "Complete command lines in bash."},
};

/// Text in which troff changes nothing.
std::string escaped(std::string_view text) {
    std::string out;
    for (const char c : text) {
        if (c == '\\') {
            out += "\\e";
        } else if (c == '-') {
            out += "\\-";
        } else if (c == '\'') {
            out += "\\(aq";  // troff would make a curly one of it, which no shell takes
        } else if (c == '`') {
            out += "\\(ga";
        } else {
            out += c;
        }
    }
    // A line that begins with a dot would be a command.
    if (!out.empty() && out.front() == '.') out.insert(0, "\\&");
    return out;
}

std::string sentence(std::string text) {
    if (!text.empty() && text.back() != '.') text += '.';
    return text;
}

std::string capital(std::string text) {
    if (!text.empty()) {
        text.front() = static_cast<char>(std::toupper(static_cast<unsigned char>(text.front())));
    }
    return text;
}

std::string upper(std::string text) {
    std::transform(text.begin(), text.end(), text.begin(),
                   [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
    return text;
}

/// The first line of a description as a paragraph, further ones as they stand.
void append_description(std::string& out, const OptionInfo& option) {
    const std::size_t line = option.description.find('\n');
    std::string first = option.description.substr(0, line);
    std::string more;
    const auto add = [&more](const std::string& part) {
        more += (more.empty() ? "" : ", ") + part;
    };
    if (option.required && !option.positional) add("required");
    if (!option.fallback.empty()) add("default: " + option.fallback);
    for (const std::string& other : option.excludes) add("not with " + other);
    if (!more.empty()) first += fmt::format(" ({})", more);
    out += escaped(line == std::string::npos ? sentence(first) : first) + "\n";
    if (line == std::string::npos) return;
    out += ".nf\n.ft CR\n";
    for (std::size_t begin = line + 1; begin < option.description.size();) {
        const std::size_t end =
            std::min(option.description.find('\n', begin), option.description.size());
        out += escaped(option.description.substr(begin, end - begin)) + "\n";
        begin = end + 1;
    }
    out += ".ft\n.fi\n";
}

void append_option(std::string& out, const OptionInfo& option) {
    out += ".TP\n";
    std::string names;
    for (const std::string& name : option.names) {
        names += fmt::format("{}\\fB{}\\fR", names.empty() ? "" : ", ", escaped(name));
    }
    if (!option.argument_text().empty()) {
        names += option.choices.empty() ? fmt::format(" \\fI{}\\fR", escaped(option.argument))
                                        : " " + escaped(option.argument_text());
    }
    if (!option.value.empty()) names += escaped(fmt::format("[={}]", option.value));
    if (option.repeatable) names += " ...";
    out += names + "\n";
    append_description(out, option);
}

void append_options(std::string& out, const CLI::App& command) {
    const std::vector<OptionInfo> options = options_of(command);
    std::vector<std::string> groups;
    for (const OptionInfo& option : options) {
        const std::string group = option.positional ? "Arguments" : option.group;
        if (std::find(groups.begin(), groups.end(), group) == groups.end()) groups.push_back(group);
    }
    out += ".SH OPTIONS\n";
    for (const std::string& group : groups) {
        if (groups.size() > 1) out += fmt::format(".SS {}\n", escaped(group));
        for (const OptionInfo& option : options) {
            if ((option.positional ? "Arguments" : option.group) == group)
                append_option(out, option);
        }
    }
}

void append_commands(std::string& out, const CLI::App& command) {
    const auto subs = subcommands_of(command);
    if (subs.empty()) return;
    out += ".SH COMMANDS\n";
    for (const CLI::App* sub : subs) {
        const bool program = command.get_parent() == nullptr;
        const std::string name = program ? man_name(*sub) : full_name(*sub);
        out += fmt::format(".TP\n\\fB{}\\fR{}\n{}\n", escaped(name), program ? "(1)" : "",
                           escaped(sentence(sub->get_description())));
        if (program) continue;
        // A command of a command has no page of its own.
        for (const OptionInfo& option : options_of(*sub)) {
            if (option.has_name("--help")) continue;
            out += ".RS\n";
            append_option(out, option);
            out += ".RE\n";
        }
    }
}

void append_examples(std::string& out, const std::string& command) {
    bool any = false;
    for (const Example& example : kExamples) {
        if (example.command != command) continue;
        if (!any) out += ".SH EXAMPLES\n";
        any = true;
        out += fmt::format(".TP\n\\fB{}\\fR\n{}\n", escaped(example.line), escaped(example.text));
    }
}

template <typename Pairs>
void append_pairs(std::string& out, std::string_view heading, const Pairs& pairs) {
    out += fmt::format(".SH {}\n", heading);
    for (const auto& [name, text] : pairs) {
        out += fmt::format(".TP\n\\fB{}\\fR\n{}\n", escaped(name), escaped(text));
    }
}

}  // namespace

std::string man_name(const CLI::App& command) {
    std::string name = full_name(command);
    std::replace(name.begin(), name.end(), ' ', '-');
    return name;
}

std::string man_page(const CLI::App& command) {
    const bool program = command.get_parent() == nullptr;
    const std::string name = man_name(command);
    std::string description = command.get_description();
    std::string out = fmt::format(".TH {} 1 \"\" \"fluxi {}\" \"User Commands\"\n",
                                  escaped(upper(name)), base::version());
    std::string headline =
        program ? "run scripts in Flux, the data scripting language" : description;
    if (!program) {
        const auto first = static_cast<unsigned char>(headline.front());
        headline.front() = static_cast<char>(std::tolower(first));
    }
    out += fmt::format(".SH NAME\n{} \\- {}\n", escaped(name), escaped(headline));
    out += ".SH SYNOPSIS\n";
    if (program) {
        out +=
            ".B fluxi\n.I COMMAND\n[\\fIOPTIONS\\fR] ...\n.br\n.B fluxi\n[\\fIOPTIONS\\fR] "
            "\\fIFILE\\fR...\n.br\n.B fluxi\n";
    } else {
        out += fmt::format(".B {}\n{}\n", escaped(full_name(command)), escaped(usage_of(command)));
    }
    out += fmt::format(".SH DESCRIPTION\n{}\n", escaped(sentence(description)));
    if (program) {
        out += fmt::format(".PP\n{}\n",
                           escaped("`fluxi FILE` is `fluxi run FILE`; `fluxi` alone starts the "
                                   "REPL. Each command has a page of its own."));
        append_commands(out, command);
    } else {
        append_commands(out, command);
    }
    append_options(out, command);
    out += ".SH EXIT STATUS\n";
    for (const ExitStatus& status : kExitStatus) {
        out += fmt::format(".TP\n.B {}\n{}\n", static_cast<int>(status.code),
                           escaped(sentence(capital(std::string(status.meaning)))));
    }
    append_examples(out, command.get_name());
    if (program) {
        append_pairs(out, "ENVIRONMENT", kEnvironment);
        append_pairs(out, "FILES", kFiles);
    } else {
        out += ".SH SEE ALSO\n.BR fluxi (1)\n";
    }
    return out;
}

}  // namespace fluxi::cli
