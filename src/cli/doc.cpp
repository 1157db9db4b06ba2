// `fluxi doc`: type and documentation of a function, value or package.
#include <algorithm>
#include <cctype>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>

#include <fmt/core.h>
#include <nlohmann/json.hpp>

#include "cli/command.hpp"
#include "cli/doc_pages.hpp"
#include "cli/doc_view.hpp"
#include "cli/report.hpp"
#include "engine/documentation.hpp"

#include <unistd.h>

namespace fluxi::cli {

namespace {

using engine::Documentation;

nlohmann::ordered_json json_of(const Documentation& d) {
    auto parameters = nlohmann::ordered_json::array();
    for (const DescribedParameter& parameter : parameters_of(d))
        parameters.push_back({{"name", parameter.name}, {"description", parameter.description}});
    auto examples = nlohmann::ordered_json::array();
    for (const DocumentedExample& example : examples_of(d)) {
        examples.push_back({{"title", example.title},
                            {"arguments", example.arguments},
                            {"script", example.script},
                            {"output", example.output}});
    }
    return {{"package", d.package},     {"name", d.name},         {"kind", d.kind},
            {"type", d.type},           {"headline", d.headline}, {"doc", d.text},
            {"parameters", parameters}, {"examples", examples}};
}

/// With the members of a package, and the package of the same name behind a function.
nlohmann::ordered_json json_with_members(engine::Session& session, const Documentation& d) {
    nlohmann::ordered_json json = json_of(d);
    if (d.kind == "package") {
        auto members = nlohmann::ordered_json::array();
        for (const Documentation& member : engine::list_documentation(session, d.package))
            members.push_back(json_of(member));
        json["members"] = members;
    }
    if (const auto other = namesake(session, d))
        json["namesake"] = json_with_members(session, *other);
    return json;
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
    bool markdown = false;
    bool html = false;
    bool search = false;
    std::string folder{};

    int run() {
        engine::Session session({});
        if (!folder.empty()) return write_all(session);
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
            std::printf("%s\n", json_with_members(session, *found).dump(2).c_str());
            return kOk;
        }
        if (markdown || html) {
            std::fputs(page(session, *found).c_str(), stdout);
            return kOk;
        }
        std::fputs(doc_text(session, *found, DocView::of(STDOUT_FILENO)).c_str(), stdout);
        return kOk;
    }

  private:
    /// A page about a package or a member in the form that is asked for.
    [[nodiscard]] std::string page(engine::Session& session, const Documentation& doc) const {
        const auto about = [&session](const Documentation& d) {
            return d.kind == "package"
                       ? markdown_of(d, engine::list_documentation(session, d.package))
                       : markdown_of(d);
        };
        std::string text = about(doc);
        if (const auto other = namesake(session, doc)) {
            text += fmt::format("\n# package {}", other->package);
            text += about(*other).substr(2 + other->package.size());
        }
        return html ? html_of(title_of(doc), text) : text;
    }

    /// A page for each package that scripts use and one that lists them.
    int write_all(engine::Session& session) const {
        namespace fs = std::filesystem;
        const std::string extension = html ? ".html" : ".md";
        const auto write = [&](const std::string& name, const std::string& text) {
            const fs::path file = fs::path(folder) / (name + extension);
            fs::create_directories(file.parent_path());
            std::ofstream out(file, std::ios::binary);
            out << text;
            out.close();
            if (!out) throw fs::filesystem_error("cannot write", file, {});
        };
        try {
            std::vector<Documentation> packages;
            auto paths = session.packages().embedded_paths();
            std::sort(paths.begin(), paths.end());
            for (const std::string& path : paths) {
                if (path.starts_with("internal/")) continue;
                const auto found = engine::find_package_documentation(session, path);
                if (!found || engine::list_documentation(session, path).empty()) continue;
                packages.push_back(*found);
                write(path, page(session, *found));
            }
            const std::string index = markdown_index(packages, extension);
            write(html ? "index" : "README", html ? html_of("The standard library", index) : index);
        } catch (const fs::filesystem_error& error) {
            report_error(error.what(), {});
            return kUsage;
        }
        return kOk;
    }

    [[nodiscard]] int list(const std::vector<Documentation>& all,
                           const std::vector<std::string>& wanted) const {
        std::vector<Documentation> found;
        std::copy_if(all.begin(), all.end(), std::back_inserter(found),
                     [&](const Documentation& d) { return mentions(d, wanted); });
        if (json) {
            auto array = nlohmann::ordered_json::array();
            for (const Documentation& d : found) array.push_back(json_of(d));
            std::printf("%s\n", array.dump(2).c_str());
        } else {
            std::fputs(doc_list(found, DocView::of(STDOUT_FILENO)).c_str(), stdout);
        }
        return kOk;
    }
};

}  // namespace

Command add_doc(CommandLine& program) {
    CommandLine command =
        program.add_subcommand("doc", "Show the documentation of a function or package");
    auto state = std::make_shared<DocCommand>();
    command.add_option("NAME", state->words,
                       "strings.toUpper, filter, or a package; all names when left out");
    command.add_flag("--json", state->json, "As JSON");
    command.add_flag("--markdown", state->markdown, "As a page of Markdown");
    command.add_flag("--html", state->html, "As a page of HTML");
    command
        .add_option("-o,--output", state->folder,
                    "Write a page for each package into this folder, as Markdown or HTML")
        .type_name("DIR");
    command.add_flag("--search", state->search, "List what mentions all the words");
    return [state]() { return state->run(); };
}

}  // namespace fluxi::cli
