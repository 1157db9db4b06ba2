// `fluxi conformance`: how far fluxi agrees with what others say Flux does. Three sources: the
// examples of the documentation, the testcases of the reference implementation, scripts with their
// recorded outcome.
#include <cstdio>
#include <filesystem>
#include <fstream>

#include <fmt/format.h>

#include "base/error.hpp"
#include "cli/command.hpp"
#include "cli/conformance/deviations.hpp"
#include "cli/conformance/report.hpp"
#include "cli/conformance/settings.hpp"
#include "cli/report.hpp"
#include "engine/test_runner.hpp"

namespace fluxi::cli {

namespace {

namespace conf = conformance;

struct Kind {
    const char* name;
    const char* what;
    const char* paths;
    std::vector<conf::CaseOutcome> (*run)(const conf::Settings&);
};

constexpr std::array kKinds = {
    Kind{"docs", "Run the examples of documentation in Markdown, compare results and signatures",
         "Folders with Markdown, e.g. content/flux/v0 of a checkout of influxdata/docs-v2",
         conf::run_docs},
    Kind{"suite", "Run the testcases of the reference implementation",
         "A checkout of influxdata/flux, or a folder of it", conf::run_suite},
    Kind{"scripts", "Compare what scripts print with the .csv or .err beside them",
         "Folders with scripts, or scripts", conf::run_scripts},
};

struct ConformanceCommand {
    Kind kind{};
    conf::Settings settings{};
    std::string report = "text";
    std::string output{};
    std::string deviations{};
    bool verbose = false;

    void declare(CommandLine& command);
    int run();

  private:
    void write(const std::string& text) const;
};

void ConformanceCommand::declare(CommandLine& command) {
    // A dry run tells what would be sent, so that it is known which examples wait for an answer.
    settings.options.http = std::string_view(kind.name) == "docs" ? "dry-run" : "mock";
    if (std::string_view(kind.name) == "suite")
        settings.options.default_features = engine::TestSettings::features();
    settings.options.declare(command);
    command.add_option("PATH", settings.paths, kind.paths).required();
    command.add_option("--report", report, "How the outcome is written")
        .one_of({"text", "json", "html"});
    command.add_option("-o,--output", output, "File for the report (default: standard output)")
        .type_name("FILE");
    command
        .add_option("--deviations", deviations,
                    "Cases that are known to fail, with reasons (TOML); they are told apart")
        .type_name("FILE");
    command
        .add_option("--filter", settings.filter,
                    "Run only cases whose name this regular expression matches")
        .type_name("REGEX");
    command.add_flag("--negative-control", settings.negative_control,
                     "Alter one expected value of each case and demand that it is noticed");
    command.add_option("--jobs,-j", settings.jobs, "Cases that run at the same time")
        .between(1U, 1024U);
    command.add_flag("--verbose,-v", verbose, "Name the cases that pass or cannot run, too");
}

int ConformanceCommand::run() {
    conf::Report made;
    made.verbose = verbose;
    conf::Deviations known;
    const bool listed = !deviations.empty();
    if (listed) known = conf::Deviations::read(deviations);
    made.cases = kind.run(settings);
    if (made.cases.empty()) {
        base::fail("{}: {}", fmt::join(settings.paths, " "),
                   settings.filter.empty() ? "there is no case"
                                           : "no case has a name that --filter matches");
    }
    for (conf::CaseOutcome& outcome : made.cases) known.apply(outcome);
    if (listed && settings.filter.empty()) made.unused = known.unused();
    write(report == "json"   ? conf::json_report(made)
          : report == "html" ? conf::html_report(made)
                             : conf::text_report(made));
    return made.good() ? kOk : kTestsFailed;
}

void ConformanceCommand::write(const std::string& text) const {
    if (output.empty()) {
        std::fwrite(text.data(), 1, text.size(), stdout);
        return;
    }
    std::ofstream file(output, std::ios::binary | std::ios::trunc);
    file << text;
    file.close();
    if (!file) base::fail_with(base::Code::file, "{} cannot be written", output);
}

}  // namespace

Command add_conformance(CommandLine& program) {
    CommandLine command = program.add_subcommand(
        "conformance", "Hold fluxi against documentation, test suites and recorded outcomes");
    command.require_subcommand();
    auto states = std::make_shared<std::vector<std::pair<CommandLine, ConformanceCommand>>>();
    states->reserve(kKinds.size());
    for (const Kind& kind : kKinds) {
        CommandLine one = command.add_subcommand(kind.name, kind.what);
        states->emplace_back(one, ConformanceCommand{});
        states->back().second.kind = kind;
        states->back().second.declare(one);
    }
    return telling_errors(
        [states]() {
            for (auto& [one, state] : *states) {
                if (one.parsed()) return state.run();
            }
            return static_cast<int>(kUsage);
        },
        kUsage);
}

}  // namespace fluxi::cli
