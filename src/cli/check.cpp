// `fluxi check`: everything that can be said about scripts without running them; `--fix` applies
// the changes that are sure to be meant.
#include <algorithm>
#include <cstdio>

#include <fmt/format.h>

#include "base/render.hpp"
#include "cli/command.hpp"
#include "cli/input.hpp"
#include "cli/report.hpp"
#include "cli/run_options.hpp"
#include "cli/sarif.hpp"

namespace fluxi::cli {

namespace {

struct CheckCommand {
    RunOptions options{};
    std::vector<std::string> files{};
    bool json = false;
    bool sarif = false;
    bool fix = false;

    int run();

  private:
    int check(const std::string& name, std::vector<std::string>& found);
    /// Applies the safe fix-its to the text; how many there were.
    static std::size_t apply_fixes(const engine::Session& session, std::string& text);
};

std::size_t CheckCommand::apply_fixes(const engine::Session& session, std::string& text) {
    std::vector<base::FixIt> fixes;
    for (const auto& diagnostic : session.diagnostics().all()) {
        for (const auto& fixit : diagnostic.fixits) {
            if (fixit.safe && fixit.span.known()) fixes.push_back(fixit);
        }
    }
    std::sort(fixes.begin(), fixes.end(), [](const base::FixIt& a, const base::FixIt& b) {
        return a.span.begin > b.span.begin;
    });
    std::size_t applied = 0;
    std::size_t limit = text.size() + 1;
    for (const auto& fixit : fixes) {
        if (fixit.span.end > limit || fixit.span.end > text.size()) continue;
        text.replace(fixit.span.begin, fixit.span.end - fixit.span.begin, fixit.replacement);
        limit = fixit.span.begin;
        ++applied;
    }
    return applied;
}

int CheckCommand::check(const std::string& name, std::vector<std::string>& found) {
    Script script = read_script(name);
    std::string text = script.text;
    engine::SessionOptions settings = options.session(script.folder);
    settings.warnings = true;
    auto session = std::make_unique<engine::Session>(settings);
    session->load(script.name, script.text);
    if (fix && name != "-") {
        // A change can make room for the next: a few rounds, each checked anew.
        constexpr int kRounds = 5;
        for (int round = 0; round < kRounds && apply_fixes(*session, text) > 0; ++round) {
            session = std::make_unique<engine::Session>(settings);
            session->load(script.name, text);
        }
        if (text != script.text) host::LocalFileSystem().write(name, text);
    }
    if (json || sarif) {
        for (const auto& diagnostic : session->diagnostics().all()) {
            found.push_back(base::to_json(session->sources(), diagnostic));
        }
    } else {
        report(*session, {options.error_format == "json", options.quiet});
        if (session->task() && !options.quiet && options.error_format != "json")
            std::printf("%s: %s\n", name.c_str(), session->task()->c_str());
    }
    return session->diagnostics().has_errors() ? kRejected : kOk;
}

int CheckCommand::run() {
    int code = kOk;
    std::vector<std::string> found;
    for (const auto& name : files) {
        try {
            code = std::max(code, check(name, found));
        } catch (const base::RuntimeError& error) {
            report_error(error.what(), {});
            code = std::max<int>(code, kUsage);
        }
    }
    if (sarif) {
        std::printf("%s\n", sarif_report(found).c_str());
    } else if (json) {
        std::printf("[%s]\n", fmt::format("{}", fmt::join(found, ",\n ")).c_str());
    }
    return code;
}

}  // namespace

Command add_check(CommandLine& program) {
    CommandLine command =
        program.add_subcommand("check", "Find mistakes in scripts without running them");
    auto state = std::make_shared<CheckCommand>();
    state->options.declare(command);
    command.add_option("FILE", state->files, "Scripts, - for standard input").required();
    command.add_flag("--json", state->json, "Print what is found as a JSON array");
    command.add_flag("--sarif", state->sarif, "Print what is found in SARIF 2.1.0");
    command.add_flag("--fix", state->fix,
                     "Apply the changes that are sure to be meant to the files");
    return [state]() { return state->run(); };
}

}  // namespace fluxi::cli
