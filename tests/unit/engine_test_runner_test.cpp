#include <doctest/doctest.h>

#include <map>

#include "engine/test_runner.hpp"

using fluxi::base::RuntimeError;
using fluxi::engine::TestOutcome;
using fluxi::engine::TestRunner;
using fluxi::engine::TestSettings;
using fluxi::engine::TestStatus;
using fluxi::engine::TestSummary;
using fluxi::engine::TestTree;
using fluxi::host::MemoryFileSystem;

namespace {

std::shared_ptr<MemoryFileSystem> files(std::map<std::string, std::string> texts) {
    return std::make_shared<MemoryFileSystem>(std::move(texts));
}

const std::string kImports = "package a_test\nimport \"array\"\nimport \"testing\"\n";

std::string testcase(const std::string& name, const std::string& body) {
    return "testcase " + name + " {\n" + body + "\n}\n";
}

const std::string kEqual =
    "testing.diff(got: array.from(rows: [{v: 1}]), want: array.from(rows: [{v: 1}]))";
const std::string kDifferent =
    "testing.diff(got: array.from(rows: [{v: 1}]), want: array.from(rows: [{v: 2}]))";

TestSettings settings(std::shared_ptr<MemoryFileSystem> system) {
    TestSettings result;
    result.files = std::move(system);
    result.paths = {"/t"};
    return result;
}

std::vector<TestOutcome> run(TestSettings chosen, TestSummary* summary = nullptr) {
    TestRunner runner(std::move(chosen));
    runner.gather();
    std::vector<TestOutcome> outcomes;
    const TestSummary found = runner.run([&](const TestOutcome& o) { outcomes.push_back(o); });
    if (summary != nullptr) *summary = found;
    return outcomes;
}

}  // namespace

TEST_CASE("a test passes, fails with tables, or asserts nothing") {
    const auto system = files(
        {{"/t/a_test.flux", kImports + testcase("good", kEqual) + testcase("bad", kDifferent) +
                                testcase("idle", "array.from(rows: [{v: 1}])")},
         {"/t/other.flux", "x = 1"}});
    TestSummary summary;
    const auto outcomes = run(settings(system), &summary);
    REQUIRE(outcomes.size() == 3);
    CHECK(outcomes[0].status == TestStatus::passed);
    CHECK(outcomes[0].message.empty());
    CHECK(outcomes[1].status == TestStatus::failed);
    CHECK(outcomes[1].message.find("_diff") != std::string::npos);
    CHECK(outcomes[2].status == TestStatus::passed);
    CHECK(outcomes[2].message == "asserts nothing");
    CHECK(summary.passed == 2);
    CHECK(summary.failed == 1);
}

TEST_CASE("a testcase without streams fails, one that cannot be checked too") {
    const auto system = files({{"/t/a_test.flux", kImports + testcase("none", "x = 1") +
                                                      testcase("wrong", "y = 1 + \"a\"")}});
    const auto outcomes = run(settings(system));
    REQUIRE(outcomes.size() == 2);
    CHECK(outcomes[0].status == TestStatus::failed);
    CHECK(outcomes[0].message.find("asserts nothing") != std::string::npos);
    CHECK(outcomes[1].status == TestStatus::failed);
    CHECK(outcomes[1].message.find("/t/a_test.flux:8:") != std::string::npos);
}

TEST_CASE("several jobs report in the order of the files") {
    std::string text = kImports;
    for (int i = 0; i < 20; ++i) text += testcase("t" + std::to_string(i), kEqual);
    TestSettings chosen = settings(files({{"/t/a_test.flux", text}}));
    chosen.jobs = 4;
    const auto outcomes = run(chosen);
    REQUIRE(outcomes.size() == 20);
    for (std::size_t i = 0; i < outcomes.size(); ++i)
        CHECK(outcomes[i].name == "t" + std::to_string(i));
}

TEST_CASE("a testcase extends one of another file of its module") {
    const auto system = files(
        {{"/t/fluxtest.root", "mine\n"},
         {"/t/p/base_test.flux",
          kImports + "option limitTo = 2\n" +
              testcase("base",
                       "got = array.from(rows: [{v: 1}, {v: 2}]) |> limit(n: limitTo)\n"
                       "testing.diff(got: got, want: array.from(rows: [{v: 1}]))")},
         {"/t/p/more_test.flux",
          "package a_test\nimport \"testing\"\n"
          "testcase more extends \"mine/p/base_test.base\" {\noption limitTo = 1\nsuper()\n}\n"}});
    const auto outcomes = run(settings(system));
    REQUIRE(outcomes.size() == 2);
    CHECK(outcomes[0].name == "base");
    CHECK(outcomes[0].status == TestStatus::failed);
    // A second `option` of one name is an error, as in the reference.
    CHECK(outcomes[1].message.find("reassigned") != std::string::npos);
}

TEST_CASE("an extending testcase sets options of packages before the body it extends") {
    const std::string base =
        "package a_test\nimport \"array\"\nimport \"testing\"\n"
        "import \"internal/debug\"\n" +
        testcase("off",
                 "got = array.from(rows: [{v: debug.vectorize}])\n"
                 "testing.diff(got: got, want: array.from(rows: [{v: false}]))");
    const std::string more =
        "package a_test\nimport \"internal/debug\"\n"
        "testcase on extends \"mine/base_test.off\" {\noption debug.vectorize = true\nsuper()\n}\n";
    const auto outcomes = run(settings(files({{"/t/fluxtest.root", "{\"name\": \"mine\"}"},
                                              {"/t/base_test.flux", base},
                                              {"/t/more_test.flux", more}})));
    REQUIRE(outcomes.size() == 2);
    CHECK(outcomes[0].status == TestStatus::passed);
    CHECK(outcomes[1].status == TestStatus::failed);
    CHECK(outcomes[1].message.find("true") != std::string::npos);
}

TEST_CASE("tags choose testcases and must be known to the root") {
    const std::string slow = kImports +
                             testcase("slow", "option testing.tags = [\"slow\"]\n" + kEqual) +
                             testcase("plain", kEqual);
    const auto system =
        files({{"/t/fluxtest.root", "{\"name\": \"m\", \"tags\": [\"slow\", \"big\"]}"},
               {"/t/a_test.flux", slow}});
    auto outcomes = run(settings(system));
    CHECK(outcomes[0].status == TestStatus::skipped);
    CHECK(outcomes[1].status == TestStatus::passed);

    TestSettings chosen = settings(system);
    chosen.tags = {"slow"};
    chosen.skip_untagged = true;
    outcomes = run(chosen);
    CHECK(outcomes[0].status == TestStatus::passed);
    CHECK(outcomes[1].status == TestStatus::skipped);

    chosen.tags = {"fast"};
    CHECK_THROWS_WITH_AS(
        run(chosen), "provided tags are invalid: [fast], valid tags are [big slow]", RuntimeError);
    const auto rootless = files({{"/t/a_test.flux", slow}});
    CHECK_THROWS_WITH_AS(run(settings(rootless)),
                         "testcase \"slow\", contains invalid tags [slow], valid tags are: []",
                         RuntimeError);
}

TEST_CASE("a filter searches in the name") {
    const auto system = files(
        {{"/t/a_test.flux", kImports + testcase("sum_int", kEqual) + testcase("mean", kEqual)}});
    TestSettings chosen = settings(system);
    chosen.filter = "^sum";
    TestSummary summary;
    run(chosen, &summary);
    CHECK(summary.passed == 1);
    CHECK(summary.skipped == 1);
    chosen.filter = "(";
    CHECK_THROWS_AS(run(chosen), RuntimeError);
}

TEST_CASE("two testcases of one name are refused") {
    const auto system =
        files({{"/t/a_test.flux", kImports + testcase("x", kEqual) + testcase("x", kEqual)}});
    CHECK_THROWS_AS(run(settings(system)), RuntimeError);
}

TEST_CASE("planner rules that a test expects are counted") {
    const std::string text =
        "package a_test\nimport \"array\"\nimport \"testing\"\n"
        "import \"testing/expect\"\n" +
        testcase("rules", "expect.planner(rules: [\"noSuchRule\": 1])\n" + kEqual);
    const auto outcomes = run(settings(files({{"/t/a_test.flux", text}})));
    REQUIRE(outcomes.size() == 1);
    CHECK(outcomes[0].status == TestStatus::failed);
    CHECK(outcomes[0].message.find("noSuchRule") != std::string::npos);
}

TEST_CASE("the roots above a path and below it are found") {
    TestTree tree(files({{"/a/fluxtest.root", "outer"},
                         {"/a/b/in/fluxtest.root", "inner"},
                         {"/a/b/in/x_test.flux", ""},
                         {"/a/b/y_test.flux", ""}}));
    tree.add("/a/b");
    tree.add("/a/b/y_test.flux");
    REQUIRE(tree.files().size() == 2);
    CHECK(tree.root_of(tree.files()[0])->name == "inner");
    CHECK(tree.root_of(tree.files()[1])->name == "outer");
    CHECK(tree.resolve("inner/x_test.case").file == "/a/b/in/x_test.flux");
    CHECK(tree.resolve("inner/x_test.case").testcase == "case");
    CHECK_THROWS_AS((void)tree.resolve("x_test.case"), RuntimeError);
    CHECK_THROWS_AS((void)tree.resolve("iner/x_test.case"), RuntimeError);
    CHECK_THROWS_AS(tree.add("/nowhere"), RuntimeError);
}

TEST_CASE("a root has a name, and no two the same") {
    TestTree unnamed(files({{"/a/fluxtest.root", "{\"name\": \"\"}"}, {"/a/x_test.flux", ""}}));
    CHECK_THROWS_AS(unnamed.add("/a"), RuntimeError);
    TestTree wrong(files({{"/a/fluxtest.root", "{\"tags\": 1}"}, {"/a/x_test.flux", ""}}));
    CHECK_THROWS_AS(wrong.add("/a"), RuntimeError);
    TestTree twice(files({{"/a/p/fluxtest.root", "m"}, {"/a/q/fluxtest.root", "m"}}));
    CHECK_THROWS_AS(twice.add("/a"), RuntimeError);
}
