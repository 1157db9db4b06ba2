// `fluxi test`: runs the testcases of test files and reports them as text or as JSON.
#include <algorithm>
#include <cmath>
#include <cstdio>

#include <fmt/core.h>
#include <nlohmann/json.hpp>

#include "cli/command.hpp"
#include "cli/report.hpp"
#include "cli/run_options.hpp"
#include "engine/test_runner.hpp"

#include <unistd.h>

namespace fluxi::cli {

namespace {

using engine::TestOutcome;
using engine::TestStatus;
using engine::TestSummary;

class Report {
  public:
    virtual ~Report() = default;
    virtual void tell(const TestOutcome& outcome) = 0;
    virtual void finish(const TestSummary& summary) = 0;
};

/// What failed and why, what asserts nothing, how many there were.
class TextReport final : public Report {
  public:
    explicit TextReport(bool all) : all_(all), color_(color_wanted(STDOUT_FILENO)) {}
    void tell(const TestOutcome& outcome) override {
        const bool failed = outcome.status == TestStatus::failed;
        if (!all_ && !failed && (outcome.status == TestStatus::skipped || outcome.message.empty()))
            return;
        std::printf("%s: %s ... %s", outcome.file.c_str(), outcome.name.c_str(),
                    status(outcome.status).c_str());
        if (failed) {
            std::printf("\n%s\n", indented(outcome.message).c_str());
        } else if (!outcome.message.empty()) {
            const char* link = outcome.status == TestStatus::skipped ? ": " : ", but ";
            std::printf("%s%s\n", link, outcome.message.c_str());
        } else {
            std::printf("\n");
        }
        std::fflush(stdout);
    }
    void finish(const TestSummary& summary) override {
        std::printf("---\nFound %zu tests: passed %zu, failed %zu, skipped %zu\n",
                    summary.passed + summary.failed + summary.skipped, summary.passed,
                    summary.failed, summary.skipped);
    }

  private:
    [[nodiscard]] std::string status(TestStatus status) const {
        switch (status) {
            case TestStatus::passed:
                return colored("32", "passed");
            case TestStatus::failed:
                return colored("31", "failed");
            case TestStatus::skipped:
                break;
        }
        return colored("33", "skipped");
    }
    [[nodiscard]] std::string colored(std::string_view code, std::string_view word) const {
        return color_ ? fmt::format("\x1b[{}m{}\x1b[0m", code, word) : std::string(word);
    }
    static std::string indented(std::string_view text) {
        std::string result;
        while (!text.empty() && text.back() == '\n') text.remove_suffix(1);
        while (!text.empty()) {
            const auto end = std::min(text.find('\n'), text.size() - 1);
            const std::string_view line = text.substr(0, end + 1);
            if (line != "\n") result += "    ";
            result += line;
            text.remove_prefix(end + 1);
        }
        return result;
    }

    bool all_;
    bool color_;
};

/// One document when everything is over.
class JsonReport final : public Report {
  public:
    void tell(const TestOutcome& outcome) override {
        constexpr double kThousand = 1000;
        tests_.push_back(
            {{"file", outcome.file},
             {"name", outcome.name},
             {"status", status(outcome.status)},
             {"message", outcome.message},
             {"duration_ms", std::round(outcome.duration_ms * kThousand) / kThousand}});
    }
    void finish(const TestSummary& summary) override {
        const Json document = {{"tests", tests_},
                               {"summary",
                                {{"passed", summary.passed},
                                 {"failed", summary.failed},
                                 {"skipped", summary.skipped}}}};
        std::printf("%s\n", document.dump(2, ' ', false, Json::error_handler_t::replace).c_str());
    }

  private:
    using Json = nlohmann::ordered_json;
    static const char* status(TestStatus status) {
        switch (status) {
            case TestStatus::passed:
                return "passed";
            case TestStatus::failed:
                return "failed";
            case TestStatus::skipped:
                break;
        }
        return "skipped";
    }
    Json tests_ = Json::array();
};

struct TestCommand {
    RunOptions options{};
    std::string report = "text";
    bool verbose = false;
    engine::TestSettings settings{};

    void declare(CLI::App& command);
    int run();
};

void TestCommand::declare(CLI::App& command) {
    options.http = "mock";
    options.default_features = engine::TestSettings::features();
    options.declare(command);
    command.add_option("PATH", settings.paths,
                       "Test files, or folders with files named *_test.flux (default: .)");
    command.add_option("--report", report, "How the outcome is written")
        ->check(CLI::IsMember({"text", "json"}));
    command
        .add_option("--filter", settings.filter,
                    "Run only testcases whose name this regular expression matches")
        ->type_name("REGEX");
    command.add_option("--tag", settings.tags, "Run testcases with this tag, too (repeatable)")
        ->allow_extra_args(false)
        ->type_name("TAG");
    command.add_flag("--skip-untagged", settings.skip_untagged, "Skip testcases without tags");
    command.add_option("--jobs,-j", settings.jobs, "Testcases that run at the same time")
        ->check(CLI::Range(1U, 1024U));
    command.add_flag("--verbose,-v", verbose, "Name the testcases that pass or are skipped, too");
}

int TestCommand::run() {
    try {
        settings.session = options.session("");
        settings.session.host.secrets =
            engine::TestSettings::secrets(std::move(settings.session.host.secrets));
        if (settings.jobs > 1) settings.session.execution.threads = 1;
        if (settings.paths.empty()) settings.paths = {"."};
        engine::TestRunner runner(settings);
        runner.gather();
        std::unique_ptr<Report> out;
        if (report == "json") {
            out = std::make_unique<JsonReport>();
        } else {
            out = std::make_unique<TextReport>(verbose);
        }
        const TestSummary summary =
            runner.run([&](const TestOutcome& outcome) { out->tell(outcome); });
        out->finish(summary);
        return summary.failed == 0 ? kOk : kTestsFailed;
    } catch (const base::RuntimeError& error) {
        report_error(error.what(), {options.error_format == "json", options.quiet});
        return kUsage;
    }
}

}  // namespace

Command add_test(CLI::App& app) {
    CLI::App* command = app.add_subcommand("test", "Run the testcases of test files");
    auto state = std::make_shared<TestCommand>();
    state->declare(*command);
    return [state]() { return state->run(); };
}

}  // namespace fluxi::cli
