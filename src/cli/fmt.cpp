// `fluxi fmt`: gives scripts the one layout. Files with syntax errors are reported and left as they
// are.
#include <algorithm>
#include <cstdio>
#include <filesystem>

#include <fmt/core.h>

#include "base/render.hpp"
#include "cli/command.hpp"
#include "cli/input.hpp"
#include "cli/report.hpp"
#include "syntax/format.hpp"
#include "syntax/parser.hpp"

#include <unistd.h>

namespace fluxi::cli {

namespace {

namespace fs = std::filesystem;

/// The files that a command line names; a folder stands for the .flux files below it.
std::vector<std::string> files_of(const std::vector<std::string>& names) {
    std::vector<std::string> files;
    for (const auto& name : names) {
        if (name == "-" || !fs::is_directory(name)) {
            files.push_back(name);
            continue;
        }
        std::vector<std::string> found;
        for (const auto& entry : fs::recursive_directory_iterator(name)) {
            if (entry.is_regular_file() && entry.path().extension() == ".flux")
                found.push_back(entry.path());
        }
        std::sort(found.begin(), found.end());
        files.insert(files.end(), found.begin(), found.end());
    }
    return files;
}

struct FmtCommand {
    std::vector<std::string> names{};
    bool write = false;
    bool check = false;

    int run() {
        int code = kOk;
        for (const auto& name : files_of(names.empty() ? std::vector<std::string>{"-"} : names)) {
            try {
                code = std::max(code, format_file(name));
            } catch (const base::RuntimeError& error) {
                report_error(error.what(), {});
                code = std::max<int>(code, kUsage);
            }
        }
        return code;
    }

  private:
    [[nodiscard]] int format_file(const std::string& name) const {
        base::SourceMap sources;
        base::Diagnostics diagnostics;
        const Script script = read_script(name);
        const base::FileId id = sources.add(script.name, script.text);
        const auto file = syntax::parse_file(sources, id, diagnostics);
        if (diagnostics.has_errors()) {
            base::RenderOptions options;
            options.color = color_wanted(STDERR_FILENO);
            const std::string errors = base::render(sources, diagnostics.all(), options);
            std::fwrite(errors.data(), 1, errors.size(), stderr);
            return kRejected;
        }
        const std::string text = syntax::format(sources, id, *file);
        if (check) {
            if (text == script.text) return kOk;
            std::printf("%s\n", script.name.c_str());
            return kFailed;
        }
        if (!write || name == "-") {
            std::fwrite(text.data(), 1, text.size(), stdout);
        } else if (text != script.text) {
            host::LocalFileSystem().write(name, text);
        }
        return kOk;
    }
};

}  // namespace

Command add_fmt(CLI::App& app) {
    CLI::App* command = app.add_subcommand("fmt", "Give scripts the one layout");
    auto state = std::make_shared<FmtCommand>();
    command->add_option("FILE", state->names,
                        "Scripts or folders of them; - (the default) is standard input");
    auto* write =
        command->add_flag("-w,--write", state->write, "Change the files instead of printing them");
    command
        ->add_flag("--check", state->check,
                   "Name the files that would change; exit status 1 if there are any")
        ->excludes(write);
    return [state]() { return state->run(); };
}

}  // namespace fluxi::cli
