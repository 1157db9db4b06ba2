// `fluxi doc`: type and documentation of a function, value or package.
#include <algorithm>
#include <cctype>
#include <cstdio>

#include <fmt/core.h>
#include <nlohmann/json.hpp>

#include "cli/command.hpp"
#include "cli/report.hpp"
#include "engine/documentation.hpp"

namespace fluxi::cli {

namespace {

using engine::Documentation;

std::string title_of(const Documentation& d) {
    return d.name.empty() ? d.package : d.package == "universe" ? d.name : d.package + "." + d.name;
}

nlohmann::ordered_json json_of(const Documentation& d) {
    return {{"package", d.package}, {"name", d.name},         {"kind", d.kind},
            {"type", d.type},       {"headline", d.headline}, {"doc", d.text}};
}

std::string text_of(const Documentation& d) {
    std::string text = title_of(d) + "\n";
    if (!d.type.empty()) text += "  " + d.type + "\n";
    return text + "\n" + d.text + "\n";
}

bool mentions(const Documentation& d, const std::vector<std::string>& words) {
    std::string text = title_of(d) + " " + d.text;
    const auto lower = [](std::string& s) {
        std::transform(s.begin(), s.end(), s.begin(),
                       [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    };
    lower(text);
    return std::all_of(words.begin(), words.end(), [&](std::string word) {
        lower(word);
        return text.find(word) != std::string::npos;
    });
}

struct DocCommand {
    std::vector<std::string> words{};
    bool json = false;
    bool search = false;

    int run() {
        engine::Session session({});
        if (search) return list(engine::list_documentation(session), words);
        if (words.empty()) return list(engine::list_documentation(session), {});
        const std::string& name = words.front();
        const auto found = engine::find_documentation(session, name);
        if (!found) {
            const std::string near = engine::nearest_documented(session, name);
            report_error(
                fmt::format("nothing is called {}{}", name,
                            near.empty() ? std::string() : fmt::format("; did you mean {}?", near)),
                {});
            return kFailed;
        }
        if (json) {
            std::printf("%s\n", json_of(*found).dump(2).c_str());
            return kOk;
        }
        std::printf("%s", text_of(*found).c_str());
        if (found->kind == "package") {
            std::printf("\n");
            return list(engine::list_documentation(session, found->package), {});
        }
        return kOk;
    }

  private:
    [[nodiscard]] int list(const std::vector<Documentation>& all,
                           const std::vector<std::string>& wanted) const {
        auto array = nlohmann::ordered_json::array();
        for (const auto& d : all) {
            if (!mentions(d, wanted)) continue;
            if (json) {
                array.push_back(json_of(d));
            } else {
                std::printf("%-34s %s\n", title_of(d).c_str(), d.headline.c_str());
            }
        }
        if (json) std::printf("%s\n", array.dump(2).c_str());
        return kOk;
    }
};

}  // namespace

Command add_doc(CLI::App& app) {
    CLI::App* command =
        app.add_subcommand("doc", "Show the documentation of a function or package");
    auto state = std::make_shared<DocCommand>();
    command->add_option("NAME", state->words,
                        "strings.toUpper, filter, or a package; all names when left out");
    command->add_flag("--json", state->json, "As JSON");
    command->add_flag("--search", state->search, "List what mentions all the words");
    return [state]() { return state->run(); };
}

}  // namespace fluxi::cli
