// Running Flux tests from inside a program: what `fluxi test` does, as a function. No exception
// leaves it; what cannot be run is in TestReport::error.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "fluxi.hpp"

namespace fluxi {

struct TestSelection {
    std::vector<std::string> paths{};  ///< folders with files `*_test.flux`, and .flux files
    std::string filter{};              ///< a regular expression that names of testcases match
    std::vector<std::string> tags{};   ///< a testcase with tags runs if all of them are here
    bool skip_untagged = false;
    std::size_t jobs = 1;  ///< testcases that run at the same time
    /// Send HTTP requests as Options::http says; otherwise a mock answers them, with status 200 and
    /// the body of the request.
    bool live_http = false;
};

enum class TestStatus { passed, failed, skipped };

struct TestResult {
    std::string file{};
    std::string name{};
    TestStatus status = TestStatus::passed;
    std::string message{};  ///< why it failed or was skipped, or `asserts nothing`
    double duration_ms = 0;
};

struct TestReport {
    std::vector<TestResult> tests{};  ///< in the order in which they stand in the files
    std::size_t passed = 0;
    std::size_t failed = 0;
    std::size_t skipped = 0;
    std::string error{};  ///< why no test ran: a path, root, tag or filter that cannot be used

    [[nodiscard]] bool ok() const noexcept { return error.empty() && failed == 0; }
};

/// Runs the testcases of test files. The secrets `password` and `token` and the switches
/// `labelPolymorphism` and `strictNullLogicalOps` are there beside what `options` give.
[[nodiscard]] TestReport run_tests(const Options& options, const TestSelection& selection);

}  // namespace fluxi
