// `fluxi conformance scripts`: scripts with what is expected of them beside them, either NAME.csv
// (the results as annotated CSV) or NAME.err (the script fails; where it must be rejected before
// anything runs, that file has the reference's drawing, whose line has to be named, too).
//
// Comment lines in a script loosen the comparison: `// tolerance: 1e-6` of floats, `// order: any`
// of tables and rows, `// columns: any`.
#include <filesystem>
#include <optional>

#include <fmt/format.h>

#include "base/error.hpp"
#include "cli/conformance/alter.hpp"
#include "cli/conformance/compare.hpp"
#include "cli/conformance/script_run.hpp"
#include "cli/conformance/settings.hpp"
#include "value/number.hpp"
#include "value/regexp.hpp"

namespace fluxi::cli::conformance {

namespace {

namespace fs = std::filesystem;

/// How a script has to fail.
struct WantedFailure {
    Ending ending = Ending::failed;
    std::set<std::size_t> lines{};  ///< one of which must be named; empty: any will do
};

WantedFailure failure_of(std::string_view text) {
    static constexpr std::string_view kArrow = "┌─ ";
    static const auto drawing = value::Regexp::compile(R"(^\s*(\x1b\[[0-9;]*m)*error[:\[])");
    WantedFailure wanted;
    if (!drawing->match(text) || text.find(kArrow) == std::string_view::npos) return wanted;
    wanted.ending = Ending::rejected;
    for (auto at = text.find(kArrow); at != std::string_view::npos; at = text.find(kArrow, at)) {
        at += kArrow.size();
        const std::string_view place = text.substr(at, text.find_first_of(" \n", at) - at);
        const auto column = place.rfind(':');
        const auto line = place.rfind(':', column - 1);
        std::uint64_t number = 0;
        if (column != std::string_view::npos && line != std::string_view::npos &&
            value::parse_uint(place.substr(line + 1, column - line - 1), number) ==
                value::NumberError::none)
            wanted.lines.insert(static_cast<std::size_t>(number));
    }
    return wanted;
}

std::optional<std::string> directive(std::string_view script, std::string_view name) {
    const std::string mark = fmt::format("// {}: ", name);
    for (std::size_t at = 0; at < script.size();) {
        const auto end = std::min(script.find('\n', at), script.size());
        std::string_view line = script.substr(at, end - at);
        at = end + 1;
        if (!line.starts_with(mark)) continue;
        line.remove_prefix(mark.size());
        while (!line.empty() && (line.back() == ' ' || line.back() == '\r')) line.remove_suffix(1);
        return std::string(line);
    }
    return std::nullopt;
}

CompareRules rules_of(std::string_view script) {
    CompareRules rules;
    if (const auto text = directive(script, "tolerance")) {
        if (value::parse_float(*text, rules.tolerance) != value::NumberError::none)
            base::fail("// tolerance: {} is no number", *text);
    }
    rules.any_order = directive(script, "order") == "any";
    rules.any_columns = directive(script, "columns") == "any";
    return rules;
}

std::string_view verdict_of(Agreement agreement) {
    switch (agreement) {
        case Agreement::columns:
            return "columns";
        case Agreement::order:
            return "order";
        case Agreement::differ:
            return "differ";
        case Agreement::same:
            break;
    }
    return "";
}

bool intersect(const std::set<std::size_t>& a, const std::set<std::size_t>& b) {
    return std::any_of(a.begin(), a.end(), [&](std::size_t one) { return b.contains(one); });
}

void fail(CaseOutcome& outcome, std::string_view verdict, std::string message) {
    outcome.status = Status::failed;
    outcome.verdict = verdict;
    outcome.message = std::move(message);
}

void judge_failure(const ScriptRun& run, const WantedFailure& wanted, CaseOutcome& outcome) {
    if (run.ending == Ending::ok) {
        fail(outcome, "should-have-failed", "the script ran to its end");
    } else if (run.ending != wanted.ending) {
        fail(outcome, "phase",
             fmt::format("expected to be {}\n{}",
                         wanted.ending == Ending::rejected ? "rejected before it ran"
                                                           : "failing while it ran",
                         run.errors));
    } else if (!wanted.lines.empty() && !intersect(wanted.lines, run.lines)) {
        fail(outcome, "place",
             fmt::format("expected an error in line {}\n{}", fmt::join(wanted.lines, " or "),
                         run.errors));
    }
}

void judge_results(const ScriptRun& run, const std::vector<Result>& wanted,
                   const CompareRules& rules, CaseOutcome& outcome) {
    if (run.ending != Ending::ok) return fail(outcome, "error", run.errors);
    const Comparison found = compare(run.results, wanted, rules);
    if (found.agreement == Agreement::same) return;
    fail(outcome, verdict_of(found.agreement), found.text);
    for (const Result& result : wanted)
        outcome.wanted.insert(outcome.wanted.end(), result.tables.begin(), result.tables.end());
    for (const Result& result : run.results)
        outcome.got.insert(outcome.got.end(), result.tables.begin(), result.tables.end());
}

void control_failure(const ScriptRun& run, WantedFailure wanted, CaseOutcome& outcome) {
    constexpr std::size_t kFar = 100000;
    const bool passes = outcome.status == Status::passed;
    if (wanted.lines.empty()) {
        wanted.ending = wanted.ending == Ending::failed ? Ending::rejected : Ending::failed;
    } else {
        wanted.lines = {kFar};
    }
    CaseOutcome second;
    judge_failure(run, wanted, second);
    judge_control(outcome, passes, true, second.status == Status::failed);
}

void control_results(const ScriptRun& run, std::vector<Result> wanted, const CompareRules& rules,
                     CaseOutcome& outcome) {
    const bool passes = outcome.status == Status::passed;
    const bool altered = !wanted.empty() && alter(wanted.back().tables);
    CaseOutcome second;
    judge_results(run, wanted, rules, second);
    judge_control(outcome, passes, altered, second.status == Status::failed);
}

CaseOutcome check_script(const Settings& settings, const fs::path& script) {
    const host::LocalFileSystem files;
    CaseOutcome outcome;
    outcome.script = files.read(script.string());
    const std::string folder = script.parent_path().string();
    const ScriptRun run = run_script(settings.session(folder.empty() ? "." : folder),
                                     script.string(), outcome.script);
    if (run.code == base::Code::limit || run.code == base::Code::internal) {
        fail(outcome, "died", run.errors);
        return outcome;
    }
    fs::path expected = script;
    if (files.exists(expected.replace_extension(".err").string())) {
        const WantedFailure wanted = failure_of(files.read(expected.string()));
        judge_failure(run, wanted, outcome);
        if (settings.negative_control) control_failure(run, wanted, outcome);
        return outcome;
    }
    const auto wanted = parse_annotated(files.read(expected.replace_extension(".csv").string()));
    const CompareRules rules = rules_of(outcome.script);
    judge_results(run, wanted, rules, outcome);
    if (settings.negative_control) control_results(run, wanted, rules, outcome);
    return outcome;
}

bool has_expectation(const fs::path& script) {
    fs::path beside = script;
    return fs::exists(beside.replace_extension(".csv")) ||
           fs::exists(beside.replace_extension(".err"));
}

/// `folder/name` with the folder that the command line names, or the one that a file lies in.
std::string name_of(const std::string& path, const fs::path& script) {
    const fs::path whole = fs::weakly_canonical(path);
    const fs::path top = fs::is_directory(whole) ? whole : whole.parent_path();
    fs::path name = top.filename() / fs::weakly_canonical(script).lexically_relative(top);
    return name.replace_extension().string();
}

}  // namespace

std::vector<CaseOutcome> run_scripts(const Settings& settings) {
    std::vector<Case> cases;
    for (const std::string& path : settings.paths) {
        for (const std::string& file : files_below(path, ".flux")) {
            if (!has_expectation(file)) continue;
            Case one;
            one.kind = "script";
            one.name = name_of(path, file);
            const auto stem = one.name.rfind('/') + 1;
            one.group = one.name.substr(0, std::min(one.name.find('_', stem), one.name.size()));
            one.run = [&settings, file] { return check_script(settings, file); };
            cases.push_back(std::move(one));
        }
    }
    if (cases.empty())
        base::fail("{}: no script has a .csv or .err beside it", fmt::join(settings.paths, " "));
    return run_cases(std::move(cases), settings);
}

}  // namespace fluxi::cli::conformance
