// `fluxi conformance suite`: the testcases of a checkout of the reference implementation, summed up
// by package.
#include <algorithm>
#include <filesystem>
#include <map>

#include "cli/conformance/expected_values.hpp"
#include "cli/conformance/settings.hpp"
#include "engine/test_runner.hpp"

namespace fluxi::cli::conformance {

namespace {

namespace fs = std::filesystem;

/// The folder that holds the packages: a checkout has them in `stdlib`.
fs::path packages_of(const std::string& path) {
    const fs::path whole = fs::weakly_canonical(path);
    if (!fs::is_directory(whole)) return whole.parent_path();
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

/// The files of the machine, but one of them with another text.
class FilesBut final : public host::FileSystem {
  public:
    FilesBut(const std::string& path, const std::string& text)
        : one_(std::map<std::string, std::string>{{path, text}}) {}
    [[nodiscard]] std::unique_ptr<host::InputFile> open(const std::string& path) const override {
        return at(path).open(path);
    }
    void write(const std::string& path, std::string_view bytes) override {
        others_.write(path, bytes);
    }
    [[nodiscard]] bool exists(const std::string& path) const override {
        return others_.exists(path);
    }
    [[nodiscard]] std::vector<host::DirectoryEntry> list(const std::string& path) const override {
        return others_.list(path);
    }

  private:
    [[nodiscard]] const host::FileSystem& at(const std::string& path) const {
        if (one_.exists(path)) return one_;
        return others_;
    }
    host::MemoryFileSystem one_;
    host::LocalFileSystem others_{};
};

bool fails(engine::TestSettings tests, const std::string& file, const std::string& name,
           const std::string& text) {
    tests.files = std::make_shared<FilesBut>(file, text);
    tests.paths = {file};
    tests.filter = "^" + name + "$";
    tests.jobs = 1;
    engine::TestRunner runner(std::move(tests));
    runner.gather();
    return runner.run([](const engine::TestOutcome&) {}).failed != 0;
}

/// What becomes of a testcase that passes when what it expects is altered.
CaseOutcome control(const engine::TestSettings& tests, const engine::TestOutcome& test) {
    CaseOutcome outcome;
    const auto texts = altered_tests(host::LocalFileSystem().read(test.file), test.name);
    const bool noticed = std::any_of(texts.begin(), texts.end(), [&](const std::string& text) {
        return fails(tests, test.file, test.name, text);
    });
    judge_control(outcome, test.status == engine::TestStatus::passed && test.message.empty(),
                  !texts.empty(), noticed);
    return outcome;
}

std::vector<CaseOutcome> run_controls(const Settings& settings, const engine::TestSettings& tests,
                                      const std::vector<engine::TestOutcome>& ran,
                                      const fs::path& top) {
    std::vector<Case> cases;
    for (const engine::TestOutcome& test : ran) {
        const CaseOutcome named = outcome_of(test, top);
        cases.push_back({named.kind, named.name, named.group,
                         [&tests, &test] { return control(tests, test); }});
    }
    Settings all = settings;
    all.filter.clear();  // it is for the names of testcases and was applied to them
    return run_cases(std::move(cases), all);
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
        tests.paths = {fs::is_directory(path) ? top.string() : path};
        tests.jobs = settings.jobs;
        tests.filter = settings.filter;
        engine::TestRunner runner(tests);
        runner.gather();
        std::vector<engine::TestOutcome> ran;
        runner.run([&](const engine::TestOutcome& test) {
            if (!test.filtered) ran.push_back(test);
        });
        std::vector<CaseOutcome> found;
        if (settings.negative_control) {
            found = run_controls(settings, tests, ran, top);
        } else {
            for (const engine::TestOutcome& test : ran) found.push_back(outcome_of(test, top));
        }
        outcomes.insert(outcomes.end(), found.begin(), found.end());
    }
    return outcomes;
}

}  // namespace fluxi::cli::conformance
