#include "cli/doc_pages.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "base/source.hpp"
#include "cli/doc_text.hpp"
#include "syntax/format.hpp"
#include "syntax/parser.hpp"

namespace fluxi::cli {

namespace {

using engine::Documentation;

constexpr std::size_t kWidth = 118;
constexpr std::string_view kFence = "```";
constexpr std::string_view kFlux = "```flux";

bool is_heading(std::string_view line) {
    const std::size_t level = line.find_first_not_of('#');
    return level != 0 && level != std::string_view::npos && line[level] == ' ';
}

/// Words in lines of a width; those after the first begin with `indent`.
std::string wrapped(std::string_view text, std::string_view indent) {
    std::string result;
    std::size_t used = 0;
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = std::min(text.find(' ', begin), text.size());
        const std::string_view word = text.substr(begin, end - begin);
        begin = end + 1;
        if (used != 0 && used + 1 + word.size() > kWidth) {
            result += fmt::format("\n{}", indent);
            used = indent.size();
        } else if (used != 0) {
            result += ' ';
            ++used;
        }
        result += word;
        used += word.size();
    }
    return result + "\n";
}

/// `type` of a member in lines as `fluxi fmt` breaks them.
std::string formatted_type(const Documentation& member, const std::string& type) {
    base::SourceMap sources;
    base::Diagnostics faults;
    const std::string declared = fmt::format("builtin {} : ", member.name);
    const auto id = sources.add(member.name, "package p\n\n" + declared + type + "\n");
    const auto parsed = syntax::parse(sources, id, faults);
    if (faults.has_errors()) return member.type;
    std::string text = syntax::format(sources, id, *parsed.file);
    text.erase(0, text.find(declared) + declared.size());
    while (text.ends_with('\n')) text.pop_back();
    return text;
}

/// Whether a script is one for `fluxi test`.
bool has_testcase(const std::vector<std::string_view>& script) {
    return std::any_of(script.begin(), script.end(),
                       [](std::string_view line) { return line.starts_with("testcase "); });
}

/// The text of a comment with its headings `levels` deeper; arguments of an example stand before
/// it.
std::string section(const std::string& text, std::size_t levels) {
    std::string result;
    bool inside = false;
    const std::vector<std::string_view> lines = lines_of(text);
    for (auto at = lines.begin(); at != lines.end(); ++at) {
        const std::string_view line = *at;
        const bool opens = line.starts_with(kFlux) && line.size() > kFlux.size() + 1;
        if (opens && line.substr(kFlux.size() + 1) != "check") {
            std::string arguments(line.substr(kFlux.size() + 1));
            if (const auto dry = arguments.find("--dry-run"); dry != std::string::npos)
                arguments.replace(dry, std::string_view("--dry-run").size(), "--http=dry-run");
            const bool tests = has_testcase({at + 1, std::find(at + 1, lines.end(), kFence)});
            result += fmt::format("With `fluxi {} {}`:\n\n", tests ? "test" : "run", arguments);
        }
        if (line.starts_with(kFence)) inside = !inside;
        if (!inside && is_heading(line)) result += std::string(levels, '#');
        result += opens ? kFlux : line;
        result += '\n';
    }
    return result;
}

std::string member_section(const Documentation& member, std::size_t level) {
    return fmt::format("{} {}\n\n```\n{}{} : {}\n```\n\n{}", std::string(level, '#'), member.name,
                       member.kind == "option" ? "option " : "", member.name, laid_out_type(member),
                       section(member.text, level - 1));
}

/// The lines of the comment below a heading of the second level.
std::vector<std::string_view> below(const std::string& text, std::string_view heading) {
    std::vector<std::string_view> found;
    bool there = false;
    bool inside = false;
    for (const std::string_view line : lines_of(text)) {
        if (line.starts_with(kFence)) inside = !inside;
        if (!inside && line.starts_with("## ")) {
            there = line.substr(3) == heading;
        } else if (there) {
            found.push_back(line);
        }
    }
    return found;
}

void append_line(std::string& text, std::string_view line) {
    if (!text.empty()) text += '\n';
    text += line;
}

}  // namespace

std::string laid_out_type(const Documentation& member) {
    return formatted_type(member, member.type);
}

std::string spread_type(const Documentation& member) {
    const bool parameters = member.type.starts_with('(') && !member.type.starts_with("()");
    return formatted_type(member, parameters ? "(\n" + member.type.substr(1) : member.type);
}

std::vector<DescribedParameter> parameters_of(const Documentation& doc) {
    std::vector<DescribedParameter> found;
    for (const std::string_view line : below(doc.text, "Parameters")) {
        const auto colon = line.find(": ");
        if (line.starts_with("- ") && colon != std::string_view::npos) {
            found.push_back(
                {std::string(line.substr(2, colon - 2)), std::string(line.substr(colon + 2))});
        } else if (!found.empty() && line.starts_with("  ")) {
            found.back().description += ' ';
            found.back().description += line.substr(line.find_first_not_of(' '));
        }
    }
    return found;
}

std::vector<DocumentedExample> examples_of(const Documentation& doc) {
    std::vector<DocumentedExample> found;
    std::string title;
    std::string* block = nullptr;
    for (const std::string_view line : below(doc.text, "Examples")) {
        if (block != nullptr) {
            if (line == kFence) {
                block = nullptr;
            } else {
                append_line(*block, line);
            }
        } else if (line.starts_with("### ")) {
            title = line.substr(4);
        } else if (line.starts_with(kFlux)) {
            found.push_back(
                {title, std::string(line.substr(std::min(line.size(), kFlux.size() + 1))), {}, {}});
            title.clear();
            block = &found.back().script;
        } else if (line.starts_with(kFence) && !found.empty()) {
            block = &found.back().output;
        }
    }
    return found;
}

std::string markdown_of(const Documentation& member) {
    return member_section(member, 1);
}

std::string markdown_of(const Documentation& package, const std::vector<Documentation>& members) {
    std::string links = "Members:";
    for (const Documentation& member : members) {
        links += fmt::format("{} [`{}`](#{})", links.back() == ':' ? "" : ",", member.name,
                             lower_case(member.name));
    }
    std::string page = fmt::format("# {}\n\n{}\n{}", package.package, section(package.text, 1),
                                   wrapped(links, ""));
    for (const Documentation& member : members) page += "\n" + member_section(member, 2);
    return page;
}

std::string markdown_index(const std::vector<Documentation>& packages, std::string_view extension) {
    std::string page =
        "# The standard library\n\n"
        "Each package has a page with its members, their types, parameters and examples with what "
        "they print. The pages are\n"
        "made from the sources in `stdlib`; `fluxi doc NAME` shows the same.\n\n";
    for (const Documentation& package : packages) {
        std::string_view said = package.headline;
        if (said.starts_with("Package ")) {
            said.remove_prefix(std::string_view("Package ").size());
            said.remove_prefix(std::min(said.find(' ') + 1, said.size()));
        }
        page +=
            wrapped(fmt::format("- [`{0}`]({0}{1}) {2}", package.package, extension, said), "  ");
    }
    return page;
}

}  // namespace fluxi::cli
