// `fluxi fmt`: gives scripts the one layout. Files with syntax errors are reported and left as they
// are.
#include <algorithm>
#include <cstdio>
#include <filesystem>

#include <fmt/core.h>

#include "base/render.hpp"
#include "cli/command.hpp"
#include "cli/input.hpp"
#include "cli/line_diff.hpp"
#include "cli/report.hpp"
#include "syntax/format.hpp"
#include "syntax/parser.hpp"

#include <unistd.h>

namespace fluxi::cli {

namespace {

namespace fs = std::filesystem;

/// The files that a command line names; a folder stands for the .flux files below it, but for those
/// in hidden folders.
std::vector<std::string> files_of(const std::vector<std::string>& names) {
    std::vector<std::string> files;
    for (const auto& name : names) {
        if (name == "-" || !fs::is_directory(name)) {
            files.push_back(name);
            continue;
        }
        std::vector<std::string> found;
        for (auto entry = fs::recursive_directory_iterator(name);
             entry != fs::recursive_directory_iterator(); ++entry) {
            const fs::path& path = entry->path();
            if (entry->is_directory() && path.filename().string().starts_with('.')) {
                entry.disable_recursion_pending();
            } else if (entry->is_regular_file() && path.extension() == ".flux") {
                found.push_back(path);
            }
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
    bool diff = false;

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
        if (diff) {
            const std::string lines =
                unified_diff(script.text, text, {script.name, script.name + " (formatted)"},
                             color_wanted(STDOUT_FILENO));
            std::fwrite(lines.data(), 1, lines.size(), stdout);
        } else if (check && text != script.text) {
            std::printf("%s\n", script.name.c_str());
        }
        if (check) return text == script.text ? kOk : kFailed;
        if (diff && !write) return kOk;
        if (name == "-" ? !diff : !write) {
            std::fwrite(text.data(), 1, text.size(), stdout);
        } else if (text != script.text) {
            host::LocalFileSystem().write(name, text);
        }
        return kOk;
    }
};

}  // namespace

Command add_fmt(CommandLine& program) {
    CommandLine command = program.add_subcommand("fmt", "Give scripts the one layout");
    auto state = std::make_shared<FmtCommand>();
    command.add_option("FILE", state->names,
                       "Scripts or folders of them; - (the default) is standard input");
    const Argument write =
        command.add_flag("-w,--write", state->write, "Change the files instead of printing them");
    command
        .add_flag("--check", state->check,
                  "Name the files that would change; exit status 1 if there are any")
        .excludes(write);
    command.add_flag("--diff", state->diff,
                     "Print what would change, or with -w what changed, as a diff");
    return [state]() { return state->run(); };
}

}  // namespace fluxi::cli
