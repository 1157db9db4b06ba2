// How the outcomes of `fluxi test` are written: one report, told of each testcase in order and of
// the end. Each format is a file of its own; all write to standard output.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "engine/test_runner.hpp"

namespace fluxi::cli {

class TestReporter {
  public:
    virtual ~TestReporter() = default;
    virtual void tell(const engine::TestOutcome& outcome) = 0;
    virtual void finish(const engine::TestSummary& summary) = 0;
};

/// `passed`, `failed` or `skipped`.
std::string_view status_name(engine::TestStatus status);
/// The lines of a text behind four blanks; empty ones stay empty. No line end at the end.
std::string indented(std::string_view text);

/// The names that `make_test_reporter` knows.
std::vector<std::string> test_report_names();
/// `all`: the text names the testcases that pass or are skipped, too.
std::unique_ptr<TestReporter> make_test_reporter(const std::string& name, bool all);

// Of make_test_reporter.
std::unique_ptr<TestReporter> make_text_report(bool all);
std::unique_ptr<TestReporter> make_json_report();
std::unique_ptr<TestReporter> make_junit_report();
std::unique_ptr<TestReporter> make_tap_report();

}  // namespace fluxi::cli
