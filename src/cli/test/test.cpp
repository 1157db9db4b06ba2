// `fluxi test`: runs the testcases of test files and reports them.
#include <cstdio>
#include <filesystem>

#include <fmt/core.h>

#include "cli/command.hpp"
#include "cli/report.hpp"
#include "cli/run_options.hpp"
#include "cli/test/coverage_report.hpp"
#include "cli/test/report.hpp"
#include "cli/test/update.hpp"
#include "cli/watch.hpp"
#include "engine/test_runner.hpp"

#include <unistd.h>

namespace fluxi::cli {

namespace {

using engine::TestOutcome;
using engine::TestSummary;

struct TestCommand {
    RunOptions options{};
    std::string report = "text";
    bool verbose = false;
    engine::TestSettings settings{};

    bool watch = false;
    bool update = false;
    std::string coverage{};  ///< a folder for the file of lcov, `text` or `lcov`; empty: none

    void declare(CommandLine& command);
    int run();

  private:
    [[nodiscard]] ReportOptions reporting() const {
        return {options.error_format == "json", options.quiet};
    }
    int run_once();
    void tell_coverage(const engine::Coverage& measured) const;
    int run_again_and_again();

    std::shared_ptr<WatchedFiles> watched_{};  ///< what the tests read, if that is watched
};

void TestCommand::declare(CommandLine& command) {
    options.http = "mock";
    options.default_features = engine::TestSettings::features();
    options.declare(command);
    command.add_option("PATH", settings.paths,
                       "Test files, or folders with files named *_test.flux (default: .)");
    command.add_option("--report", report, "How the outcome is written")
        .one_of(test_report_names());
    command
        .add_option("--filter", settings.filter,
                    "Run only testcases whose name this regular expression matches")
        .type_name("REGEX");
    command.add_option("--tag", settings.tags, "Run testcases with this tag, too (repeatable)")
        .one_value_each()
        .type_name("TAG");
    command.add_flag("--skip-untagged", settings.skip_untagged, "Skip testcases without tags");
    command.add_option("--jobs,-j", settings.jobs, "Testcases that run at the same time")
        .between(1U, 1024U);
    command
        .add_flag("--coverage{coverage}", coverage,
                  "Say which statements, branches and functions of the tested files ran; "
                  "--coverage=DIR writes DIR/lcov.info (default: coverage), =text only tells, "
                  "=lcov only writes")
        .type_name("DIR|text|lcov");
    const Argument golden = command.add_flag(
        "--update", update,
        "Write what testcases got into their files as what they expect, where that "
        "is a csv.from(csv:) or array.from(rows:)");
    command
        .add_flag("--watch", watch,
                  "Run again whenever a test, a package or a file that they read changes, until "
                  "Ctrl-C")
        .excludes(golden);
    command.add_flag("--verbose,-v", verbose, "Name the testcases that pass or are skipped, too");
}

int TestCommand::run_once() {
    engine::TestSettings now = settings;
    now.session = options.session("");
    now.session.host.secrets = engine::TestSettings::secrets(std::move(now.session.host.secrets));
    if (now.jobs > 1) now.session.execution.threads = 1;
    if (now.paths.empty()) now.paths = {"."};
    if (watched_) {
        now.files = std::make_shared<WatchedFileSystem>(now.files, watched_);
        now.session.host.files =
            std::make_shared<WatchedFileSystem>(now.session.host.files, watched_);
    }
    if (update) {
        // Before anything is measured: what runs here runs again below.
        engine::TestRunner runner(now);
        runner.gather();
        update_expected_tables(runner, reporting());
    }
    if (!coverage.empty()) now.coverage = std::make_shared<engine::Coverage>();
    engine::TestRunner runner(now);
    runner.gather();
    const auto out = make_test_reporter(report, verbose);
    const TestSummary summary = runner.run([&](const TestOutcome& outcome) { out->tell(outcome); });
    out->finish(summary);
    if (summary.passed + summary.failed + summary.skipped == 0) {
        note("there is no testcase: they stand in files named *_test.flux", reporting());
    }
    if (now.coverage) tell_coverage(*now.coverage);
    return summary.failed == 0 ? kOk : kTestsFailed;
}

void TestCommand::tell_coverage(const engine::Coverage& measured) const {
    if (coverage != "lcov") {
        // A report that programs read stays one document.
        std::fputs(coverage_summary(measured).c_str(), report == "text" ? stdout : stderr);
    }
    if (coverage == "text") return;
    const std::string folder = coverage == "lcov" ? "coverage" : coverage;
    std::error_code failed;
    std::filesystem::create_directories(folder, failed);
    if (failed) base::fail("--coverage: {} cannot be made: {}", folder, failed.message());
    const std::string file = folder + "/lcov.info";
    host::LocalFileSystem().write(file, coverage_lcov(measured));
    note(fmt::format("{} has the counts in the format of lcov", file), reporting());
}

/// Ends only by an interrupt, as the system does it.
int TestCommand::run_again_and_again() {
    const bool terminal = isatty(STDOUT_FILENO) != 0;
    for (;;) {
        watched_ = std::make_shared<WatchedFiles>();
        for (const std::string& path : settings.paths) watched_->add(path);
        // Clears the screen and what was scrolled away.
        if (terminal) std::printf("\x1b[2J\x1b[3J\x1b[H");
        try {
            (void)run_once();
        } catch (const base::RuntimeError& error) {
            report_error(error.what(), reporting());
        }
        std::fflush(stdout);
        note(fmt::format("watching {} files and folders; Ctrl-C ends", watched_->size()),
             reporting());
        note(fmt::format("{} has changed", watched_->wait_for_change()), reporting());
    }
}

int TestCommand::run() {
    try {
        return watch ? run_again_and_again() : run_once();
    } catch (const base::RuntimeError& error) {
        report_error(error.what(), reporting());
        return kUsage;
    }
}

}  // namespace

Command add_test(CommandLine& program) {
    CommandLine command = program.add_subcommand("test", "Run the testcases of test files");
    auto state = std::make_shared<TestCommand>();
    state->declare(command);
    return [state]() { return state->run(); };
}

}  // namespace fluxi::cli
