// The Test Anything Protocol, version 13: a line per testcase as it ends, the plan last.
// Nothing in it needs version 14, which the `prove` of Perl 5 does not read.
#include <cstdio>

#include <fmt/core.h>

#include "cli/test/report.hpp"

namespace fluxi::cli {

namespace {

using engine::TestStatus;

/// As a part of one line, in which `#` would begin a directive.
std::string escaped(std::string_view text) {
    std::string result;
    for (const char c : text) {
        if (c == '#' || c == '\\') result.push_back('\\');
        result.push_back(c == '\n' || c == '\r' ? ' ' : c);
    }
    return result;
}

class TapReport final : public TestReporter {
  public:
    TapReport() { std::printf("TAP version 13\n"); }

    void tell(const engine::TestOutcome& outcome) override {
        const bool failed = outcome.status == TestStatus::failed;
        std::string line = fmt::format("{} {} - {}: {}", failed ? "not ok" : "ok", ++count_,
                                       escaped(outcome.file), escaped(outcome.name));
        if (outcome.status == TestStatus::skipped)
            line += fmt::format(" # SKIP {}", escaped(outcome.message));
        std::printf("%s\n", line.c_str());
        if (failed) {
            std::printf("  ---\n  duration_ms: %.3f\n  message: |\n%s\n  ...\n",
                        outcome.duration_ms, indented(outcome.message).c_str());
        } else if (outcome.status == TestStatus::passed && !outcome.message.empty()) {
            std::printf("# %s\n", escaped(outcome.message).c_str());
        }
        std::fflush(stdout);
    }
    void finish(const engine::TestSummary& /*summary*/) override {
        std::printf("1..%zu\n", count_);
    }

  private:
    std::size_t count_ = 0;
};

}  // namespace

std::unique_ptr<TestReporter> make_tap_report() {
    return std::make_unique<TapReport>();
}

}  // namespace fluxi::cli
