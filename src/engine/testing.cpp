// The public face of the test runner.
#include "engine/fluxi/testing.hpp"

#include <exception>

#include "engine/session_options.hpp"
#include "engine/test_runner.hpp"

namespace fluxi {

namespace {

TestStatus status_of(engine::TestStatus status) {
    switch (status) {
        case engine::TestStatus::passed:
            return TestStatus::passed;
        case engine::TestStatus::failed:
            return TestStatus::failed;
        case engine::TestStatus::skipped:
            break;
    }
    return TestStatus::skipped;
}

engine::TestSettings settings_of(const Options& options, const TestSelection& selection) {
    engine::TestSettings settings;
    settings.session = engine::session_options(options, std::make_shared<host::BufferNotes>());
    settings.session.features = engine::TestSettings::features();
    settings.session.host.secrets = engine::TestSettings::secrets(settings.session.host.secrets);
    if (!selection.live_http) settings.session.host.network.http = host::HttpMode::mock;
    if (selection.jobs > 1) settings.session.execution.threads = 1;
    settings.paths = selection.paths;
    settings.filter = selection.filter;
    settings.tags = selection.tags;
    settings.skip_untagged = selection.skip_untagged;
    settings.jobs = selection.jobs;
    return settings;
}

}  // namespace

TestReport run_tests(const Options& options, const TestSelection& selection) {
    TestReport report;
    try {
        engine::TestRunner runner(settings_of(options, selection));
        runner.gather();
        const engine::TestSummary summary = runner.run([&](const engine::TestOutcome& outcome) {
            report.tests.push_back({outcome.file, outcome.name, status_of(outcome.status),
                                    outcome.message, outcome.duration_ms});
        });
        report.passed = summary.passed;
        report.failed = summary.failed;
        report.skipped = summary.skipped;
    } catch (const std::exception& error) {
        report.error = error.what();
    }
    return report;
}

}  // namespace fluxi
