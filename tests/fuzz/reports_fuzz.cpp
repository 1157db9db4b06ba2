// The reports of `fluxi test` about tests of any name with any message: JUnit's is well-formed,
// TAP's has a line per test and nothing that could be taken for one, the JSON is JSON.
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <iostream>
#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json.hpp>

#include "cli/test/report.hpp"
#include "tests/fuzz/well_formed.hpp"

namespace {

using namespace fluxi;

/// What a reporter prints. Reporters write to stdout, which is a variable in glibc.
std::string printed(const std::string& format, const std::vector<engine::TestOutcome>& outcomes) {
    char* text = nullptr;
    std::size_t size = 0;
    std::FILE* const before = stdout;
    stdout = open_memstream(&text, &size);
    {
        const auto reporter = cli::make_test_reporter(format, true);
        engine::TestSummary summary;
        for (const auto& outcome : outcomes) reporter->tell(outcome);
        reporter->finish(summary);
    }
    std::fclose(stdout);
    stdout = before;
    std::string result(text, size);
    std::free(text);
    return result;
}

void require(bool good, std::string_view what, const std::string& text) {
    if (good) return;
    std::cerr << what << "\n" << text << "\n";
    std::abort();
}

/// Lines that say how a test went, in order from 1, the version first and the plan last; all others
/// are remarks or belong to a block of YAML.
void check_tap(const std::string& text, std::size_t tests) {
    std::size_t count = 0;
    std::size_t begin = 0;
    bool yaml = false;
    bool plan = false;
    for (std::size_t line = 0; begin < text.size(); ++line) {
        const std::size_t end = text.find('\n', begin);
        require(end != text.npos, "the last line has no end", text);
        const std::string_view words = std::string_view(text).substr(begin, end - begin);
        begin = end + 1;
        if (line == 0) {
            require(words == "TAP version 13", "no version", text);
        } else if (yaml) {
            if (words == "  ...") yaml = false;
            require(words.empty() || words.starts_with("  "), "YAML that is not indented", text);
        } else if (words == "  ---") {
            yaml = true;
        } else if (words.starts_with("ok ") || words.starts_with("not ok ")) {
            const std::string_view number = words.substr(words.find("ok ") + 3);
            require(number.starts_with(std::to_string(++count) + " - "), "a wrong number", text);
            require(words.find('\r') == words.npos, "a line end in a line", text);
        } else if (words.starts_with("1..")) {
            plan = true;
        } else {
            require(words.starts_with("# "), "a line of no kind", text);
        }
    }
    require(plan && count == tests, "not all tests are there", text);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    std::vector<engine::TestOutcome> outcomes;
    std::size_t at = 0;
    const auto piece = [&] {
        std::string text;
        while (at < size && data[at] != 0) text.push_back(static_cast<char>(data[at++]));
        ++at;
        return text;
    };
    while (at + 1 < size && outcomes.size() < 20) {
        engine::TestOutcome outcome;
        const auto kind = data[at++];
        outcome.status = static_cast<engine::TestStatus>(kind % 3);
        outcome.file = piece();
        outcome.name = piece();
        outcome.message = piece();
        if (outcome.status == engine::TestStatus::failed && outcome.message.empty())
            outcome.message = "failed";
        outcomes.push_back(std::move(outcome));
    }
    if (outcomes.empty()) return 0;
    require(test::well_formed(printed("junit", outcomes)), "the report is not well-formed",
            printed("junit", outcomes));
    check_tap(printed("tap", outcomes), outcomes.size());
    const std::string json = printed("json", outcomes);
    require(nlohmann::json::accept(json), "the report is no JSON", json);
    return 0;
}
