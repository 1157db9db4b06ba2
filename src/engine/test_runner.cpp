#include "engine/test_runner.hpp"

#include <algorithm>
#include <condition_variable>
#include <filesystem>
#include <map>
#include <mutex>
#include <optional>
#include <thread>
#include <unordered_set>

#include <fmt/format.h>

#include "base/render.hpp"
#include "engine/test_results.hpp"
#include "flow/ops/diff.hpp"
#include "testing/expect/expectations.hpp"
#include "value/regexp.hpp"

namespace fluxi::engine {

namespace {

constexpr std::string_view kAssertsNothing = "asserts nothing";

std::string list_text(const std::vector<std::string>& tags) {
    return fmt::format("[{}]", fmt::join(tags, " "));
}

std::vector<std::string> not_in(const std::vector<std::string>& tags,
                                const std::vector<std::string>& valid) {
    std::vector<std::string> unknown;
    for (const std::string& tag : tags) {
        if (std::find(valid.begin(), valid.end(), tag) == valid.end()) unknown.push_back(tag);
    }
    return unknown;
}

/// Whether a plan has a step that compares or checks its input.
bool compares(const flow::Node& node, std::unordered_set<const flow::Node*>& seen) {
    if (!seen.insert(&node).second) return false;
    const flow::Operation& operation = node.operation();
    if (dynamic_cast<const flow::ops::Diff*>(&operation) != nullptr ||
        dynamic_cast<const flow::ops::AssertEquals*>(&operation) != nullptr ||
        dynamic_cast<const flow::ops::AssertEmpty*>(&operation) != nullptr) {
        return true;
    }
    return std::any_of(node.inputs().begin(), node.inputs().end(),
                       [&](const flow::Node::Ref& input) { return compares(*input, seen); });
}

/// A path as it is from the folder that the program runs in, if it lies below.
std::string from_here(const std::string& path) {
    std::error_code unknown;
    const std::string here = std::filesystem::current_path(unknown).string() + "/";
    return path.starts_with(here) ? path.substr(here.size()) : path;
}

/// Measured are the test, packages of the user, and a package of the library only if the test lies
/// in the folder of its sources.
CoverageNames measured_names(const TestFile& test) {
    const std::string folder = test.absolute.substr(0, test.absolute.rfind('/'));
    return [test, folder](std::string_view file, bool embedded) -> std::string {
        if (file == test.path) return from_here(test.absolute);
        if (!embedded) return from_here(std::string(file));
        const auto slash = file.rfind('/');
        const std::string package(file.substr(0, slash));
        if (!folder.ends_with("/" + package)) return {};
        return from_here(folder + std::string(file.substr(slash)));
    };
}

bool asserts_something(Session& session) {
    std::unordered_set<const flow::Node*> seen;
    for (const eval::Result& result : session.evaluator().results()) {
        if (result.name == kErrorOutput) return true;
        if (compares(*flow::Node::of(result.stream), seen)) return true;
    }
    return !session.evaluator().extension<stdlib::testing_expect::Expectations>().rules.empty();
}

}  // namespace

base::Features TestSettings::features() {
    base::Features features;
    features.label_polymorphism = true;
    features.strict_null_logical_ops = true;
    return features;
}

std::shared_ptr<const host::Secrets> TestSettings::secrets(
    std::shared_ptr<const host::Secrets> own) {
    const auto known = std::make_shared<host::MapSecrets>(std::map<std::string, std::string>{
        {"password", "mysecretpassword"}, {"token", "mysecrettoken"}});
    return std::make_shared<host::ChainedSecrets>(
        std::vector<std::shared_ptr<const host::Secrets>>{std::move(own), known});
}

TestRunner::TestRunner(TestSettings settings)
    : settings_(std::move(settings)), tree_(settings_.files) {}

void TestRunner::gather() {
    if (!settings_.filter.empty()) filter_ = value::Regexp::compile(settings_.filter);
    for (const std::string& path : settings_.paths) tree_.add(path);
    const std::vector<std::string> valid = tree_.tags();
    if (const auto unknown = not_in(settings_.tags, valid); !unknown.empty()) {
        base::fail("provided tags are invalid: {}, valid tags are {}", list_text(unknown),
                   list_text(valid));
    }
    for (std::size_t i = 0; i < tree_.files().size(); ++i) gather_file(i);
}

void TestRunner::gather_file(std::size_t number) {
    const TestFile& file = tree_.files()[number];
    const TestRoot* root = tree_.root_of(file);
    const std::vector<std::string> valid =
        root != nullptr ? root->tags : std::vector<std::string>{};
    const std::string text = tree_.read(file.path);
    base::SourceMap sources;
    base::Diagnostics diagnostics;
    const TestSource source = parse_tests(sources, file.path, text, diagnostics);
    const std::string problem =
        diagnostics.has_errors() ? base::render(sources, diagnostics.all()) : std::string();
    if (!problem.empty() && source.testcases.empty())
        cases_.push_back({number, "", problem, "", false});
    std::map<std::string, base::Span> seen;
    for (const auto& statement : source.testcases) {
        const syntax::Name& name = std::get<syntax::TestcaseStmt>(statement->node).name;
        Case test{number, name.text, problem, "", false};
        const auto [first, fresh] = seen.emplace(name.text, name.span);
        if (!fresh) {
            const base::Position a = sources.file(name.span.file).position(first->second.begin);
            const base::Position b = sources.file(name.span.file).position(name.span.begin);
            base::fail(
                "duplicate testcase name \"{}\", found in package \"{}\", at locations {}:{}:{} "
                "and {}:{}:{}",
                name.text, source.package(), file.path, a.line, a.column, file.path, b.line,
                b.column);
        }
        std::vector<std::string> tags;
        if (problem.empty()) {
            try {
                base::SourceMap own;
                base::Diagnostics ignored;
                tags = tags_of(
                    TestScript(tree_, own)
                        .make(parse_tests(own, file.path, text, ignored), name.text, ignored));
            } catch (const base::RuntimeError& error) {
                test.problem = base::render(sources, error);
            }
        }
        if (const auto unknown = not_in(tags, valid); !unknown.empty()) {
            base::fail("testcase \"{}\", contains invalid tags {}, valid tags are: {}", name.text,
                       list_text(unknown), list_text(valid));
        }
        test.skipped = why_skipped(name.text, tags);
        test.filtered = filter_ && !filter_->match(name.text);
        cases_.push_back(std::move(test));
    }
}

std::string TestRunner::why_skipped(const std::string& name,
                                    const std::vector<std::string>& tags) const {
    if (filter_ && !filter_->match(name)) return "its name does not match the filter";
    if (const auto missing = not_in(tags, settings_.tags); !missing.empty()) {
        return fmt::format("it has the tag \"{}\", which was not asked for", missing.front());
    }
    if (settings_.skip_untagged && tags.empty()) return "it has no tags";
    return {};
}

TestOutcome TestRunner::run_case(const Case& test) const {
    TestOutcome outcome;
    outcome.file = tree_.files()[test.file].path;
    outcome.name = test.name;
    if (!test.skipped.empty()) {
        outcome.status = TestStatus::skipped;
        outcome.message = test.skipped;
        outcome.filtered = test.filtered;
        return outcome;
    }
    const auto start = std::chrono::steady_clock::now();
    if (!test.problem.empty()) {
        outcome.status = TestStatus::failed;
        outcome.message = test.problem;
    } else {
        try {
            run_session(test, outcome);
        } catch (const std::exception& error) {
            outcome.status = TestStatus::failed;
            outcome.message = error.what();
        }
    }
    outcome.duration_ms =
        std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count();
    return outcome;
}

SessionOptions TestRunner::options_for(const TestFile& file) const {
    SessionOptions options = settings_.session;
    const auto slash = file.absolute.rfind('/');
    options.package_paths.push_back(file.absolute.substr(0, slash));
    if (const TestRoot* root = tree_.root_of(file)) options.package_paths.push_back(root->folder);
    return options;
}

void TestRunner::run_session(const Case& test, TestOutcome& outcome) const {
    const TestFile& file = tree_.files()[test.file];
    SessionOptions options = options_for(file);
    const auto notes = std::make_shared<host::BufferNotes>();
    options.host.notes = notes;
    Session session(std::move(options));
    const auto fail = [&](std::string message) {
        outcome.status = TestStatus::failed;
        outcome.message = std::move(message);
        const std::string more = notes->text();
        if (!more.empty()) outcome.message += "\n" + more;
    };
    base::Diagnostics found;
    auto script = TestScript(tree_, session.sources())
                      .make(parse_tests(session.sources(), file.path, tree_.read(file.path), found),
                            test.name, found);
    if (found.has_errors()) return fail(base::render(session.sources(), found.all()));
    if (!session.load(std::move(script))) {
        return fail(base::render(session.sources(), session.diagnostics().all()));
    }
    std::optional<MeasuredRun> measured;
    if (settings_.coverage) {
        measured.emplace(session, *settings_.coverage, measured_names(file), file.path);
    }
    TestResults results;
    const RunReport report = session.run(results);
    if (session.error()) return fail(base::render(session.sources(), *session.error()));
    if (report.results == 0) {
        return fail(fmt::format("the testcase {}: it yields no stream of tables", kAssertsNothing));
    }
    if (results.has_errors()) return fail(results.text());
    const std::string broken =
        session.evaluator().extension<stdlib::testing_expect::Expectations>().broken(
            session.evaluator());
    if (!broken.empty()) return fail(broken);
    if (!asserts_something(session)) outcome.message = kAssertsNothing;
}

TestSummary TestRunner::run(const std::function<void(const TestOutcome&)>& report) const {
    TestSummary summary;
    const auto tell = [&](const TestOutcome& outcome) {
        if (outcome.status == TestStatus::passed) ++summary.passed;
        if (outcome.status == TestStatus::failed) ++summary.failed;
        if (outcome.status == TestStatus::skipped) ++summary.skipped;
        report(outcome);
    };
    if (settings_.jobs <= 1) {
        for (const Case& test : cases_) tell(run_case(test));
        return summary;
    }
    std::mutex mutex;
    std::condition_variable done;
    std::size_t next = 0;
    std::vector<std::optional<TestOutcome>> outcomes(cases_.size());
    std::vector<std::jthread> workers;
    for (std::size_t i = 0; i < std::min(settings_.jobs, cases_.size()); ++i) {
        workers.emplace_back([&] {
            while (true) {
                std::size_t mine = 0;
                {
                    const std::lock_guard lock(mutex);
                    if (next == cases_.size()) return;
                    mine = next++;
                }
                TestOutcome outcome = run_case(cases_[mine]);
                const std::lock_guard lock(mutex);
                outcomes[mine] = std::move(outcome);
                done.notify_one();
            }
        });
    }
    for (auto& outcome : outcomes) {
        std::unique_lock lock(mutex);
        done.wait(lock, [&] { return outcome.has_value(); });
        const TestOutcome ready = std::move(*outcome);
        lock.unlock();
        tell(ready);
    }
    return summary;
}

}  // namespace fluxi::engine
