// `fluxi conformance suite`: the testcases of a checkout of the reference implementation, summed up
// by package.
#include <filesystem>

#include "cli/conformance/settings.hpp"
#include "engine/test_runner.hpp"

namespace fluxi::cli::conformance {

namespace {

namespace fs = std::filesystem;

/// The folder that holds the packages: a checkout has them in `stdlib`.
fs::path packages_of(const std::string& path) {
    const fs::path whole = fs::weakly_canonical(path);
    return fs::is_directory(whole / "stdlib") ? whole / "stdlib" : whole;
}

CaseOutcome outcome_of(const engine::TestOutcome& test, const fs::path& top) {
    CaseOutcome outcome;
    outcome.kind = "testcase";
    const fs::path file = fs::weakly_canonical(test.file).lexically_relative(top);
    outcome.name = file.string() + ":" + test.name;
    outcome.group = file.has_parent_path() ? file.parent_path().string() : ".";
    outcome.message = test.message;
    outcome.duration_ms = test.duration_ms;
    switch (test.status) {
        case engine::TestStatus::failed:
            outcome.status = Status::failed;
            break;
        case engine::TestStatus::skipped:
            outcome.status = Status::not_runnable;
            break;
        case engine::TestStatus::passed:
            // A message of a test that passes says that it compares nothing.
            outcome.status = test.message.empty() ? Status::passed : Status::ran;
            break;
    }
    return outcome;
}

}  // namespace

std::vector<CaseOutcome> run_suite(const Settings& settings) {
    std::vector<CaseOutcome> outcomes;
    for (const std::string& path : settings.paths) {
        const fs::path top = packages_of(path);
        engine::TestSettings tests;
        tests.session = settings.session("");
        tests.session.host.secrets =
            engine::TestSettings::secrets(std::move(tests.session.host.secrets));
        tests.paths = {top.string()};
        tests.jobs = settings.jobs;
        tests.filter = settings.filter;
        engine::TestRunner runner(tests);
        runner.gather();
        runner.run([&](const engine::TestOutcome& test) {
            if (!test.filtered) outcomes.push_back(outcome_of(test, top));
        });
    }
    return outcomes;
}

}  // namespace fluxi::cli::conformance
