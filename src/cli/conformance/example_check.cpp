#include "cli/conformance/example_check.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "cli/conformance/alter.hpp"
#include "cli/conformance/example_buckets.hpp"
#include "cli/conformance/example_run.hpp"
#include "cli/conformance/page_tables.hpp"

namespace fluxi::cli::conformance {

namespace {

/// Every secret exists: what an example sends is not checked, so any text will do.
class AnySecret final : public host::Secrets {
  public:
    [[nodiscard]] std::optional<std::string> get(const std::string& key) const override {
        return "secret " + key;
    }
};

void fail(CaseOutcome& outcome, std::string_view verdict, std::string message) {
    outcome.status = Status::failed;
    outcome.verdict = verdict;
    outcome.message = std::move(message);
}

void leave_out(CaseOutcome& outcome, std::string reason) {
    outcome.status = Status::not_runnable;
    outcome.message = std::move(reason);
}

std::string first_line(const std::string& text) {
    return text.substr(0, text.find('\n'));
}

/// Why an example that went wrong could not go right here; empty if it should have.
std::string why_not_runnable(const ScriptRun& run, const std::string& requests) {
    if (run.message.find("outside InfluxDB") != std::string::npos ||
        run.message.find("inside InfluxDB") != std::string::npos)
        return "it exists inside InfluxDB only";
    if (run.message.starts_with("a testcase is run by")) return "it is a testcase";
    if (run.ending == Ending::rejected) {
        switch (*run.code) {
            case base::Code::undefined_name:
                return fmt::format("a part of a script: {} is not defined", run.subject);
            case base::Code::syntax:
            case base::Code::bad_statement:
            case base::Code::bad_literal:
                return "no script: " + run.message;
            default:
                return {};
        }
    }
    if (run.message.find("could not find bucket") != std::string::npos ||
        run.message.find("cannot submit unbounded read") != std::string::npos ||
        run.message.find("asks for a bucket on a server") != std::string::npos)
        return "it works on a bucket";
    if (run.code == base::Code::file) return "it reads a file: " + run.message;
    if (run.code == base::Code::network || run.code == base::Code::denied)
        return "it uses the network: " + run.message;
    if (!requests.empty()) return "it needs an answer: " + first_line(requests);
    return {};
}

/// What is wrong with the values that remarks tell; empty if nothing is.
std::string wrong_remarks(const ExampleRun& run) {
    std::string text;
    for (std::size_t i = 0; i < run.parts.size(); ++i) {
        const auto& remark = run.parts[i].remark;
        if (!remark) continue;
        if (remark->error) {
            if (run.runs[i].ending == Ending::ok) text += "- error: " + remark->text + "\n+ none\n";
        } else if (run.runs[i].value && !says_the_same(*run.runs[i].value, remark->text)) {
            text += fmt::format("- {}\n+ {}\n", remark->text, *run.runs[i].value);
        }
    }
    return text;
}

/// Whether there is anything to compare.
bool has_remarks(const ExampleRun& run) {
    for (std::size_t i = 0; i < run.parts.size(); ++i) {
        if (run.fails_as_told(i) || (run.parts[i].remark && run.runs[i].value)) return true;
    }
    return false;
}

void judge(const ExampleRun& run, const Example& example, CaseOutcome& outcome) {
    outcome.status = Status::passed;
    const std::string& requests = run.runs.back().requests;
    if (const ScriptRun* problem = run.problem()) {
        if (std::string reason = why_not_runnable(*problem, requests); !reason.empty())
            return leave_out(outcome, std::move(reason));
        return fail(outcome, problem->ending == Ending::rejected ? "rejected" : "error",
                    problem->errors);
    }
    if (!example.wanted.empty()) {
        outcome.wanted = example.wanted;
        outcome.got = shown_tables(run.results(), example.wanted);
        const Comparison found = compare_page(outcome.got, example.wanted);
        if (found.agreement != Agreement::same) {
            if (!requests.empty())
                return leave_out(outcome, "it needs an answer: " + first_line(requests));
            return fail(outcome, found.agreement == Agreement::order ? "order" : "differ",
                        found.text);
        }
    }
    if (const std::string wrong = wrong_remarks(run); !wrong.empty())
        return fail(outcome, "remark", wrong);
    if (example.wanted.empty() && !has_remarks(run)) outcome.status = Status::ran;
}

void control(ExampleRun run, Example example, CaseOutcome& outcome) {
    if (outcome.status == Status::ran || outcome.status == Status::not_runnable) {
        return leave_out(outcome, "there is nothing to compare with");
    }
    const bool passes = outcome.status == Status::passed;
    bool altered = alter(example.wanted);
    for (std::size_t i = 0; i < run.parts.size() && !altered; ++i) {
        auto& remark = run.parts[i].remark;
        if (!remark || (!remark->error && !run.runs[i].value)) continue;
        remark->text = altered_text(remark->text);
        if (remark->error) remark->error = false;
        altered = true;
    }
    CaseOutcome second;
    judge(run, example, second);
    judge_control(outcome, passes, altered,
                  second.status != Status::passed && second.status != Status::ran);
}

/// Whether an example may have gone wrong only since its buckets are empty.
bool needs_data(const ExampleRun& run, const Example& example) {
    const ScriptRun* problem = run.problem();
    if (problem == nullptr) return !example.wanted.empty();
    return problem->ending == Ending::failed &&
           (problem->code == base::Code::runtime || problem->code == base::Code::table);
}

}  // namespace

CaseOutcome check_example(const Settings& settings, const std::string& name,
                          const std::vector<Example>& examples, std::size_t index) {
    engine::SessionOptions options = settings.session("");
    options.host.secrets = std::make_shared<AnySecret>();
    ExampleBuckets buckets;
    // What an example reads or writes must not be a bucket of the user's.
    const bool own_store = settings.options.data.empty();
    if (own_store) options.data = buckets.file();
    Example example = examples[index];
    example.wanted = with_rows(std::move(example.wanted));
    const std::vector<Example> earlier(examples.begin(),
                                       examples.begin() + static_cast<std::ptrdiff_t>(index));
    const auto good = [&](const ExampleRun& attempt) {
        CaseOutcome found;
        judge(attempt, example, found);
        return found.status == Status::passed || found.status == Status::ran;
    };
    ExampleRun run = run_example(options, name, example, earlier, good);
    while (own_store && run.problem() != nullptr && buckets.make_missing(run.problem()->message))
        run = run_example(options, name, example, earlier, good);
    CaseOutcome outcome;
    outcome.script = run.context + example.code;
    judge(run, example, outcome);
    if (buckets.any() && outcome.status == Status::failed && needs_data(run, example))
        leave_out(outcome, "it works on a bucket, and the page does not tell what is in it");
    if (settings.negative_control) control(run, example, outcome);
    return outcome;
}

}  // namespace fluxi::cli::conformance
