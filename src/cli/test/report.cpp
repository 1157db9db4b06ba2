#include "cli/test/report.hpp"

#include <algorithm>

namespace fluxi::cli {

using engine::TestStatus;

std::string_view status_name(TestStatus status) {
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

std::string indented(std::string_view text) {
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

std::vector<std::string> test_report_names() {
    return {"text", "json", "junit", "tap"};
}

std::unique_ptr<TestReporter> make_test_reporter(const std::string& name, bool all) {
    if (name == "json") return make_json_report();
    if (name == "junit") return make_junit_report();
    if (name == "tap") return make_tap_report();
    return make_text_report(all);
}

}  // namespace fluxi::cli
