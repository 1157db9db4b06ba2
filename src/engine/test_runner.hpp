// Finds and runs testcases (semantics G.4). Each is a script of its own, run in a session of its
// own. It passes if it runs without an error and its result `errorOutput`, which testing.diff and
// its like yield, has no tables. The runner decides nothing about how a report looks.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "engine/coverage.hpp"
#include "engine/session.hpp"
#include "engine/test_case.hpp"
#include "engine/test_tree.hpp"

namespace fluxi::engine {

struct TestSettings {
    SessionOptions session{};  ///< what every testcase is run with
    /// Where the tests themselves are read from, whatever files a testcase may open.
    std::shared_ptr<host::FileSystem> files = std::make_shared<host::LocalFileSystem>();
    std::vector<std::string> paths{};  ///< folders and .flux files
    std::string filter{};              ///< regular expression for the names of testcases
    std::vector<std::string> tags{};   ///< a testcase with tags runs if all of them are here
    bool skip_untagged = false;
    std::size_t jobs = 1;  ///< testcases that run at the same time
    /// Where to add what ran of the tested files; null: nothing is measured.
    std::shared_ptr<Coverage> coverage{};

    /// The switches of the language that are on in tests.
    static base::Features features();
    /// `own` and the secrets that every test can read: `password` and `token`.
    static std::shared_ptr<const host::Secrets> secrets(std::shared_ptr<const host::Secrets> own);
};

enum class TestStatus { passed, failed, skipped };

struct TestOutcome {
    std::string file{};
    std::string name{};
    TestStatus status = TestStatus::passed;
    std::string message{};  ///< why it failed or was skipped, or that it asserts nothing
    bool filtered = false;  ///< skipped because its name does not match the filter
    double duration_ms = 0;
};

struct TestSummary {
    std::size_t passed = 0;
    std::size_t failed = 0;
    std::size_t skipped = 0;
};

class TestRunner {
  public:
    explicit TestRunner(TestSettings settings);

    /// Reads all test files.
    /// @throws base::RuntimeError for paths, roots, tags or a filter that cannot be used, and for
    /// two testcases of one name in a package
    void gather();
    /// Runs what `gather` found and calls `report` for each testcase, in the order in which they
    /// stand in the files, on the calling thread.
    TestSummary run(const std::function<void(const TestOutcome&)>& report) const;

    /// What would make a testcase pass whose comparison failed: a change of its file.
    struct Update {
        base::Span place{};     ///< bytes of the file
        std::string text{};     ///< what is to stand there
        std::string problem{};  ///< why there is none; then nothing else is set
    };
    [[nodiscard]] Update golden_update(const TestOutcome& failed) const;

  private:
    struct Case {
        std::size_t file = 0;
        std::string name{};
        std::string problem{};  ///< why it cannot be run
        std::string skipped{};  ///< why it is not to be run
        bool filtered = false;
    };
    void gather_file(std::size_t file);
    [[nodiscard]] std::string why_skipped(const std::string& name,
                                          const std::vector<std::string>& tags) const;
    [[nodiscard]] TestOutcome run_case(const Case& test) const;
    void run_session(const Case& test, TestOutcome& outcome) const;
    [[nodiscard]] SessionOptions options_for(const TestFile& file) const;
    void update(const TestFile& file, const std::string& name, Update& result) const;

    TestSettings settings_;
    TestTree tree_;
    std::shared_ptr<const value::Regexp> filter_{};
    std::vector<Case> cases_{};
};

}  // namespace fluxi::engine
