// `fluxi run`: runs scripts, results to standard output, everything else to standard error.
#include "cli/command.hpp"
#include "cli/run_options.hpp"
#include "value/display.hpp"

#include <cstdio>

namespace fluxi::cli {

Command add_run(CLI::App& app) {
    CLI::App* command = app.add_subcommand("run", "Run scripts");
    auto options = std::make_shared<RunOptions>();
    auto script = std::make_shared<std::string>();
    options->declare(*command);
    command->add_option("-e", *script, "Script text");
    return [options, script]() -> int {
        struct None : flow::exec::ResultReceiver {
            void begin_result(const std::string&) override {}
            void push(const table::Batch&) override {}
            void end_result() override {}
        } none;
        engine::Session session(options->session(""));
        session.load("-e", *script);
        if (!session.diagnostics().has_errors()) {
            auto report = session.run(none);
            if (report.value) std::printf("%s\n", value::display(*report.value).c_str());
        }
        for (const auto& d : session.diagnostics().all()) std::fprintf(stderr, "%s\n", d.message.c_str());
        return session.diagnostics().has_errors() ? 1 : 0;
    };
}

}  // namespace fluxi::cli
