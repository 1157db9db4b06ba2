// The half of a session that runs what was loaded.
#include <algorithm>
#include <exception>
#include <new>
#include <unordered_set>
#include <utility>

#include <fmt/format.h>

#include "engine/library_error.hpp"
#include "engine/profilers.hpp"
#include "engine/session.hpp"
#include "flow/exec/plan_text.hpp"
#include "flow/rules/applied.hpp"
#include "flow/rules/rewrite.hpp"
#include "program/embedded.hpp"
#include "source/access.hpp"

namespace fluxi::engine {

namespace {

/// Every node that stands below one of the results. A stream that stands alone as a statement and
/// goes on into another result is no result of its own (semantics C.5).
std::unordered_set<const value::Object*> inputs_of(const std::vector<eval::Result>& results) {
    std::unordered_set<const value::Object*> found;
    std::vector<const flow::Node*> open;
    for (const eval::Result& result : results) open.push_back(flow::Node::of(result.stream).get());
    while (!open.empty()) {
        const flow::Node* node = open.back();
        open.pop_back();
        for (const auto& input : node->inputs()) {
            if (found.insert(input.get()).second) open.push_back(input.get());
        }
    }
    return found;
}

base::CancelToken::Clock::time_point deadline_in(std::chrono::milliseconds timeout) {
    using Clock = base::CancelToken::Clock;
    constexpr auto kLongest = std::chrono::hours(24 * 365 * 10);
    return Clock::now() + (timeout < kLongest ? Clock::duration(timeout) : kLongest);
}

}  // namespace

/// Whether a place lies in a package that fluxi brings along.
bool Session::in_library(base::Span place) const {
    if (!place.known()) return false;
    const auto files = program::embedded_files();
    return std::any_of(files.begin(), files.end(), [&](const auto& file) {
        return file.file == sources_.file(place.file).name();
    });
}

void Session::report(const base::RuntimeError& error) {
    error_ = error;
    // The script is what its author can change: an error inside the library is shown at the call
    // that led there; the list of calls has the rest.
    if (!in_library(error.diagnostic().span)) {
        if (is_of_call(error)) error_ = told_of_call(error, 0, sources_);
        return;
    }
    const auto& calls = error.stack();
    const auto own = std::find_if(calls.begin(), calls.end(), [this](const base::CallFrame& call) {
        return call.span.known() && !in_library(call.span);
    });
    if (own == calls.end()) return;
    error_ = told_of_call(error, static_cast<std::size_t>(own - calls.begin()), sources_);
}

std::vector<flow::exec::NamedPlan> Session::plans() const {
    std::vector<flow::exec::NamedPlan> plans;
    std::map<std::string, base::Span> names;
    std::size_t effects = 0;
    // Another package has no results; what is typed belongs to the session, whatever it says.
    if (!options_.interactive && script_->name() != "main") return plans;
    const auto absorbed = inputs_of(evaluator_->results());
    for (const eval::Result& result : evaluator_->results()) {
        if (result.implicit && absorbed.contains(result.stream.object())) continue;
        const flow::Operation& last = flow::Node::of(result.stream)->operation();
        // A statement that ends in a write has a name of its own (semantics J.8).
        const std::string name = result.implicit && last.has_effects()
                                     ? fmt::format("{}{}", last.name(), ++effects)
                                     : result.name;
        const auto [known, is_new] = names.emplace(name, result.span);
        if (!is_new) {
            base::RuntimeError error(
                base::Code::runtime,
                name == "_result"
                    ? "two results have the name \"_result\": give them names with yield(name: …)"
                    : fmt::format("two calls of yield have the name \"{}\"", name));
            error.set_span(result.span);
            error.diagnostic().secondary.push_back({known->second, "the first one is here"});
            throw error;
        }
        plans.push_back({name, flow::Node::of(result.stream)});
    }
    return plans;
}

void Session::run_plans(const std::vector<flow::exec::NamedPlan>& results,
                        flow::exec::ResultReceiver& receiver,
                        std::chrono::steady_clock::time_point start) {
    const Profilers wanted = wanted_profilers(*evaluator_);
    for (const std::string& name : wanted.unknown) {
        diagnostics_.warning(
            base::Code::runtime, {},
            fmt::format(
                "profiler.enabledProfilers: there is no profiler \"{}\", only query and operator",
                name));
    }
    flow::exec::ExecutionSettings settings = options_.execution;
    flow::exec::Profile own;
    if (wanted.any()) settings.profile = &own;
    flow::exec::execute(results, *evaluator_, settings, receiver);
    if (!wanted.any()) return;
    if (flow::exec::Profile* asked = options_.execution.profile) {
        asked->operators.insert(asked->operators.end(), own.operators.begin(), own.operators.end());
    }
    QueryReport query;
    query.compile = std::exchange(compiling_, {});
    query.execute = std::chrono::steady_clock::now() - start;
    query.total = query.compile + query.execute;
    query.threads = settings.threads;
    query.peak_bytes = budget_->peak();
    auto& applied = evaluator_->extension<flow::rules::Applied>();
    const flow::rules::Applied counted = applied;  // the same rules once more are not to count
    query.plan = flow::exec::physical_text(flow::rules::rewritten(results, *evaluator_), sources_);
    applied = counted;
    deliver_reports(wanted, query, own, receiver);
}

void Session::run_all(std::size_t first, flow::exec::ResultReceiver& receiver, RunReport& report) {
    auto& access = evaluator_->extension<source::Access>();
    access.begin_run();
    const auto start = std::chrono::steady_clock::now();
    // In a REPL time goes on between the entries.
    if (options_.interactive && !options_.now_ns) set_present(options_.host.clock->now_ns());
    try {
        report.value = evaluator_->run(*script_, first);
        if (options_.interactive) remember(report.value);
        const auto results = plans();
        report.results = results.size();
        if (!results.empty()) run_plans(results, receiver, start);
        access.commit();
    } catch (...) {
        access.roll_back();
        throw;
    }
}

std::optional<PlanTexts> Session::plan() {
    const base::BudgetScope scope(budget_);
    const std::size_t first = next_statement_;
    next_statement_ = script_->statements().size();
    evaluator_->clear_results();
    auto& access = evaluator_->extension<source::Access>();
    auto& applied = evaluator_->extension<flow::rules::Applied>();
    access.begin_run();
    std::optional<PlanTexts> texts;
    try {
        evaluator_->run(*script_, first);
        const auto results = plans();
        applied.counts.clear();  // of streams that ran while the script was evaluated
        PlanTexts found;
        found.logical = flow::exec::logical_text(results, sources_);
        found.physical =
            flow::exec::physical_text(flow::rules::rewritten(results, *evaluator_), sources_);
        found.rules = applied.counts;
        texts = std::move(found);
    } catch (const base::RuntimeError& error) {
        report(error);
    }
    access.roll_back();
    return texts;
}

RunReport Session::run(flow::exec::ResultReceiver& receiver) {
    RunReport result;
    const base::BudgetScope scope(budget_);
    if (options_.timeout.count() > 0) cancel_.set_deadline(deadline_in(options_.timeout));
    const std::size_t first = next_statement_;
    next_statement_ = script_->statements().size();
    evaluator_->clear_results();
    try {
        run_all(first, receiver, result);
    } catch (const base::RuntimeError& error) {
        report(error);
        result.outcome =
            error.diagnostic().code == base::Code::cancelled ? Outcome::cancelled : Outcome::failed;
    } catch (const std::bad_alloc&) {
        report(base::RuntimeError(base::Code::limit, "out of memory"));
        result.outcome = Outcome::failed;
    } catch (const std::exception& error) {  // such as a thread that the system does not give
        report(base::RuntimeError(base::Code::runtime, error.what()));
        result.outcome = Outcome::failed;
    }
    return result;
}

}  // namespace fluxi::engine
