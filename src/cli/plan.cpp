// `fluxi plan`: what a script would run, after the source has taken its part of the plan.
#include <cstdio>

#include "cli/command.hpp"
#include "cli/input.hpp"
#include "cli/report.hpp"
#include "cli/run_options.hpp"

namespace fluxi::cli {

namespace {

struct PlanCommand {
    RunOptions options{};
    std::string file{};

    int run() {
        const ReportOptions reporting{options.error_format == "json", options.quiet};
        try {
            Script script = read_script(file);
            engine::SessionOptions settings = options.session(script.folder);
            settings.variables.defaults = true;
            engine::Session session(std::move(settings));
            const bool accepted = session.load(std::move(script.name), std::move(script.text));
            for (const std::string& text : session.notes()) note(text, reporting);
            const auto plan = accepted ? session.plan() : std::nullopt;
            if (plan) std::fwrite(plan->data(), 1, plan->size(), stdout);
            report(session, reporting);
            return plan ? kOk : accepted ? kFailed : kRejected;
        } catch (const base::RuntimeError& error) {
            report_error(error.what(), reporting);
            return kUsage;
        }
    }
};

}  // namespace

Command add_plan(CLI::App& app) {
    CLI::App* command = app.add_subcommand(
        "plan", "Show what a script would run and what its buckets do by themselves");
    auto state = std::make_shared<PlanCommand>();
    state->options.declare(*command);
    command->add_option("FILE", state->file, "A script, - for standard input")->required();
    return [state]() { return state->run(); };
}

}  // namespace fluxi::cli
