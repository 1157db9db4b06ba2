// `fluxi explain`: what a diagnostic code means, from docs/errors.md, which is built into the
// program.
#include <algorithm>
#include <cctype>
#include <cstdio>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/core.h>

#include "base/nearest.hpp"
#include "cli/command.hpp"
#include "cli/explain.hpp"
#include "cli/report.hpp"

namespace fluxi::cli {

/// docs/errors.md: a section `## CODE title` for each code.
extern const std::string_view kErrorPages;

namespace {

constexpr std::string_view kHeading = "\n## ";

struct Section {
    std::string_view code;
    std::string_view title;  ///< with the code
    std::string_view body;
};

std::vector<Section> sections() {
    std::vector<Section> all;
    std::size_t at = kErrorPages.find(kHeading);
    while (at != std::string_view::npos) {
        const std::size_t begin = at + kHeading.size();
        at = kErrorPages.find(kHeading, begin);
        const std::string_view section = kErrorPages.substr(begin, at - begin);
        const std::size_t line = std::min(section.find('\n'), section.size());
        const std::string_view title = section.substr(0, line);
        all.push_back({title.substr(0, title.find(' ')), title, section.substr(line)});
    }
    return all;
}

/// The section as it is read in a terminal: blocks of code indented, without their fences.
void print(const Section& section) {
    std::string out = fmt::format("{}\n", section.title);
    bool code = false;
    std::size_t at = 0;
    const std::string_view body = section.body.substr(section.body.find_first_not_of('\n') - 1);
    while (at < body.size()) {
        const std::size_t end = std::min(body.find('\n', at), body.size());
        const std::string_view line = body.substr(at, end - at);
        at = end + 1;
        if (line.substr(0, 3) == "```") {
            if (!code) out += line == "```text" ? "  Not so:\n\n" : "  But so:\n\n";
            code = !code;
            continue;
        }
        out += fmt::format("{}{}\n", code && !line.empty() ? "    " : "", line);
    }
    std::fputs(out.c_str(), stdout);
}

struct ExplainCommand {
    std::string code{};

    int run() const {
        const std::vector<Section> all = sections();
        if (code.empty()) {
            for (const Section& section : all) fmt::print("{}\n", section.title);
            return kOk;
        }
        std::string wanted = code;
        std::transform(wanted.begin(), wanted.end(), wanted.begin(),
                       [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
        const auto found = std::find_if(all.begin(), all.end(),
                                        [&](const Section& s) { return s.code == wanted; });
        if (found != all.end()) {
            print(*found);
            return kOk;
        }
        std::vector<std::string_view> codes;
        for (const Section& section : all) codes.push_back(section.code);
        const std::string_view near = base::nearest(wanted, codes);
        report_error(fmt::format("there is no code {}{}; `fluxi explain` lists them all", code,
                                 near.empty() ? "" : fmt::format(", but {}", near)),
                     {});
        return kFailed;
    }
};

}  // namespace

std::vector<std::string> explained_codes() {
    std::vector<std::string> codes;
    for (const Section& section : sections()) {
        std::string_view title = section.title;
        title.remove_prefix(std::min(section.code.size() + 1, title.size()));
        codes.push_back(fmt::format("{}\t{}", section.code, title));
    }
    return codes;
}

Command add_explain(CommandLine& program) {
    CommandLine command =
        program.add_subcommand("explain", "Explain the code of an error or a warning");
    auto state = std::make_shared<ExplainCommand>();
    command.add_option("CODE", state->code, "For example E0300; without it all codes are listed");
    return [state]() { return state->run(); };
}

}  // namespace fluxi::cli
