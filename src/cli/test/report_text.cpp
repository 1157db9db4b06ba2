// The report for people: what failed and why, what asserts nothing, how many there were.
#include <cstdio>

#include <fmt/core.h>

#include "cli/report.hpp"
#include "cli/test/report.hpp"

#include <unistd.h>

namespace fluxi::cli {

namespace {

using engine::TestOutcome;
using engine::TestStatus;

/// Colours the rows of the tables of a comparison by their first column, `_diff`.
class DiffColors {
  public:
    std::string line(std::string_view text) {
        constexpr std::string_view kSide = "│ ";
        if (text.starts_with("└")) in_table_ = false;
        if (!text.starts_with(kSide)) return std::string(text);
        const std::string_view cell = text.substr(kSide.size());
        if (cell.starts_with("_diff ")) in_table_ = true;
        if (!in_table_ || cell.size() < 2 || cell[1] != ' ') return std::string(text);
        if (cell[0] == '+') return fmt::format("\x1b[32m{}\x1b[0m", text);
        if (cell[0] == '-') return fmt::format("\x1b[31m{}\x1b[0m", text);
        return std::string(text);
    }

  private:
    bool in_table_ = false;
};

std::string colored_diffs(std::string_view text) {
    DiffColors colors;
    std::string result;
    while (!text.empty()) {
        const auto end = std::min(text.find('\n'), text.size());
        result += colors.line(text.substr(0, end));
        if (end < text.size()) result.push_back('\n');
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return result;
}

class TextReport final : public TestReporter {
  public:
    explicit TextReport(bool all) : all_(all), color_(color_wanted(STDOUT_FILENO)) {}

    void tell(const TestOutcome& outcome) override {
        const bool failed = outcome.status == TestStatus::failed;
        if (!all_ && !failed && (outcome.status == TestStatus::skipped || outcome.message.empty()))
            return;
        std::printf("%s: %s ... %s", outcome.file.c_str(), outcome.name.c_str(),
                    status(outcome.status).c_str());
        if (failed) {
            const std::string message = color_ ? colored_diffs(outcome.message) : outcome.message;
            std::printf("\n%s\n", indented(message).c_str());
        } else if (!outcome.message.empty()) {
            const char* link = outcome.status == TestStatus::skipped ? ": " : ", but ";
            std::printf("%s%s\n", link, outcome.message.c_str());
        } else {
            std::printf("\n");
        }
        std::fflush(stdout);
    }
    void finish(const engine::TestSummary& summary) override {
        std::printf("---\nFound %zu tests: passed %zu, failed %zu, skipped %zu\n",
                    summary.passed + summary.failed + summary.skipped, summary.passed,
                    summary.failed, summary.skipped);
        std::fflush(stdout);
    }

  private:
    [[nodiscard]] std::string status(TestStatus status) const {
        const std::string_view word = status_name(status);
        if (!color_) return std::string(word);
        const char* code = status == TestStatus::passed   ? "32"
                           : status == TestStatus::failed ? "31"
                                                          : "33";
        return fmt::format("\x1b[{}m{}\x1b[0m", code, word);
    }

    bool all_;
    bool color_;
};

}  // namespace

std::unique_ptr<TestReporter> make_text_report(bool all) {
    return std::make_unique<TextReport>(all);
}

}  // namespace fluxi::cli
