// The XML that JUnit made the common language of test reports: a suite per file, a testcase per
// testcase.
#include <cstdio>

#include <fmt/core.h>

#include "base/markup.hpp"
#include "cli/test/report.hpp"

namespace fluxi::cli {

namespace {

using engine::TestOutcome;
using engine::TestStatus;

/// Text for an element or an attribute.
std::string escaped(std::string_view text, bool attribute) {
    std::string result;
    for (const char c : base::markup_characters(text)) {
        if (c == '<') {
            result += "&lt;";
        } else if (c == '>') {
            result += "&gt;";
        } else if (c == '&') {
            result += "&amp;";
        } else if (c == '"' && attribute) {
            result += "&quot;";
        } else if (c == '\n' && attribute) {
            result += "&#10;";
        } else {
            result.push_back(c);
        }
    }
    return result;
}

std::string seconds(double milliseconds) {
    constexpr double kThousand = 1000;
    return fmt::format("{:.6f}", milliseconds / kThousand);
}

struct Counts {
    std::size_t tests = 0;
    std::size_t failed = 0;
    std::size_t skipped = 0;
    double duration_ms = 0;

    void add(const TestOutcome& outcome) {
        ++tests;
        if (outcome.status == TestStatus::failed) ++failed;
        if (outcome.status == TestStatus::skipped) ++skipped;
        duration_ms += outcome.duration_ms;
    }
    [[nodiscard]] std::string text() const {
        return fmt::format(R"(tests="{}" failures="{}" errors="0" skipped="{}" time="{}")", tests,
                           failed, skipped, seconds(duration_ms));
    }
};

class JunitReport final : public TestReporter {
  public:
    void tell(const TestOutcome& outcome) override {
        if (outcome.file != file_) end_suite();
        file_ = outcome.file;
        suite_.add(outcome);
        all_.add(outcome);
        std::string_view test_class = outcome.file;
        if (test_class.ends_with(".flux")) test_class.remove_suffix(5);
        cases_ += fmt::format("    <testcase classname=\"{}\" name=\"{}\" file=\"{}\" time=\"{}\"",
                              escaped(test_class, true), escaped(outcome.name, true),
                              escaped(outcome.file, true), seconds(outcome.duration_ms));
        const std::string_view message = outcome.message;
        if (message.empty()) {
            cases_ += "/>\n";
            return;
        }
        const std::string first = escaped(message.substr(0, message.find('\n')), true);
        switch (outcome.status) {
            case TestStatus::failed:
                cases_ += fmt::format(">\n      <failure message=\"{}\">{}</failure>\n", first,
                                      escaped(message, false));
                break;
            case TestStatus::skipped:
                cases_ += fmt::format(">\n      <skipped message=\"{}\"/>\n", first);
                break;
            case TestStatus::passed:
                cases_ +=
                    fmt::format(">\n      <system-out>{}</system-out>\n", escaped(message, false));
                break;
        }
        cases_ += "    </testcase>\n";
    }
    void finish(const engine::TestSummary& /*summary*/) override {
        end_suite();
        std::printf(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
            "<testsuites name=\"fluxi test\" %s>\n%s</testsuites>\n",
            all_.text().c_str(), suites_.c_str());
    }

  private:
    void end_suite() {
        if (suite_.tests > 0) {
            suites_ += fmt::format("  <testsuite name=\"{}\" {}>\n{}  </testsuite>\n",
                                   escaped(file_, true), suite_.text(), cases_);
        }
        suite_ = {};
        cases_.clear();
    }

    std::string file_{};
    Counts suite_{};
    Counts all_{};
    std::string cases_{};
    std::string suites_{};
};

}  // namespace

std::unique_ptr<TestReporter> make_junit_report() {
    return std::make_unique<JunitReport>();
}

}  // namespace fluxi::cli
