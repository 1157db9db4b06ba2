// `fluxi plan`: what a script asks for and what would run, as trees, also what its buckets do by
// themselves.
#include <cstdio>

#include "cli/command.hpp"
#include "cli/input.hpp"
#include "cli/plan_text.hpp"
#include "cli/report.hpp"
#include "cli/run_options.hpp"

namespace fluxi::cli {

namespace {

struct PlanCommand {
    RunOptions options{};
    std::string file{};
    std::string text{};

    int run() {
        const ReportOptions reporting{options.error_format == "json", options.quiet};
        try {
            return show(text.empty() ? read_script(file) : Script{"-e", text, ""}, reporting);
        } catch (const base::RuntimeError& error) {
            report_error(error.what(), reporting);
            return kUsage;
        }
    }

  private:
    [[nodiscard]] int show(Script script, const ReportOptions& reporting) const {
        engine::SessionOptions settings = options.session(script.folder);
        settings.variables.defaults = true;
        engine::Session session(std::move(settings));
        const bool accepted = session.load(std::move(script.name), std::move(script.text));
        for (const std::string& said : session.notes()) note(said, reporting);
        const auto texts = accepted ? session.plan() : std::nullopt;
        report(session, reporting);
        if (!texts) return accepted ? kFailed : kRejected;
        const std::string out = plan_text(*texts);
        if (out.empty()) {
            note("the script has no result, so there is no plan", reporting);
            return kOk;
        }
        std::fwrite(out.data(), 1, out.size(), stdout);
        return kOk;
    }
};

}  // namespace

Command add_plan(CommandLine& program) {
    CommandLine command =
        program.add_subcommand("plan", "Show what would run for a script, and how");
    auto state = std::make_shared<PlanCommand>();
    state->options.http = "mock";
    state->options.declare(command);
    const Argument file =
        command.add_option("FILE", state->file, "The script, - for standard input");
    const Argument text = command.add_option("-e", state->text, "The text of a script")
                              .type_name("SCRIPT")
                              .excludes(file);
    command.require_either(file, text, "FILE or -e");
    return [state]() { return state->run(); };
}

}  // namespace fluxi::cli
