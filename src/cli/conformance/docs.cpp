// `fluxi conformance docs`: the examples and signatures of documentation pages. An example that
// cannot run here (it reads a bucket, a file or the network, or is only a piece of a script) is
// counted apart, with the reason; what can run has to give what its page says.
#include <algorithm>
#include <cctype>
#include <filesystem>
#include <map>

#include <fmt/format.h>

#include "base/error.hpp"
#include "cli/conformance/alter.hpp"
#include "cli/conformance/example_buckets.hpp"
#include "cli/conformance/example_run.hpp"
#include "cli/conformance/page_tables.hpp"
#include "cli/conformance/settings.hpp"
#include "cli/conformance/type_text.hpp"
#include "engine/documentation.hpp"

namespace fluxi::cli::conformance {

namespace {

namespace fs = std::filesystem;

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
    if (run.message.starts_with("could not find bucket") ||
        run.message.starts_with("cannot submit unbounded read") ||
        run.message.find("asks for a bucket on a server") != std::string::npos)
        return "it works on a bucket";
    if (run.code == base::Code::file) return "it reads a file: " + run.message;
    if (run.code == base::Code::network || run.code == base::Code::denied)
        return "it uses the network: " + run.message;
    if (!requests.empty()) return "it needs an answer: " + first_line(requests);
    return {};
}

/// Whether the errors of a run are in one of the lines.
bool names_one_of(const ScriptRun& run, const std::set<std::size_t>& lines) {
    return std::any_of(run.lines.begin(), run.lines.end(),
                       [&](std::size_t line) { return lines.contains(line); });
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
        const auto& remark = run.parts[i].remark;
        if (remark && (remark->error || run.runs[i].value)) return true;
    }
    return false;
}

void judge(const ExampleRun& run, const Example& example, CaseOutcome& outcome) {
    outcome.status = Status::passed;
    const std::string& requests = run.runs.back().requests;
    if (const ScriptRun* problem = run.problem()) {
        if (problem->ending == Ending::rejected && run.parts.size() == 1 &&
            names_one_of(*problem, lines_said_to_fail(example.code)))
            return;
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

/// The name that `documentation` knows what a page is about by: `strings.toUpper` of package
/// `strings`, `filter` of the prelude. Empty for a page about no member of a package.
std::string member_of(const std::string& page, const std::string& title) {
    constexpr std::string_view kPackages = "stdlib/";
    const auto at = page.rfind(kPackages);
    const auto slash = page.rfind('/');
    if (at == std::string::npos || slash < at + kPackages.size()) return {};
    const std::string path = page.substr(at + kPackages.size(), slash - at - kPackages.size());
    std::string name = title.substr(0, title.find_first_of("( "));
    name.erase(std::remove(name.begin(), name.end(), '`'), name.end());
    name = name.substr(name.rfind('.') + 1);
    return path == "universe" ? name : path + "." + name;
}

CaseOutcome check_signature(const Settings& settings, const std::string& member,
                            const std::string& text) {
    CaseOutcome outcome;
    engine::Session session(settings.session(""));
    const auto found = engine::find_documentation(session, member);
    const auto wanted = canonical_type(text);
    if (!wanted) {
        fail(outcome, "unreadable", "the page has what is no type:\n" + text);
        return outcome;
    }
    if (!found || found->type.empty()) {
        fail(outcome, "missing", fmt::format("nothing is called {}", member));
        return outcome;
    }
    const auto own = canonical_type(found->type);
    const auto agrees = [&](const std::string& other) { return own == other; };
    if (!agrees(*wanted))
        fail(outcome, "differ", fmt::format("- {}\n+ {}\n", *wanted, own.value_or(found->type)));
    if (settings.negative_control) {
        const auto at = text.find('(');
        const bool altered = at != std::string::npos;
        const auto other = canonical_type(
            altered ? text.substr(0, at + 1) + "altered: int, " + text.substr(at + 1) : text);
        judge_control(outcome, outcome.status == Status::passed, altered && other,
                      other && !agrees(*other));
    }
    return outcome;
}

std::string slug(std::string_view heading) {
    std::string text;
    for (const char c : heading) {
        const auto byte = static_cast<unsigned char>(c);
        if (std::isalnum(byte) != 0) {
            text += static_cast<char>(std::tolower(byte));
        } else if (!text.empty() && text.back() != '-') {
            text += '-';
        }
    }
    while (!text.empty() && text.back() == '-') text.pop_back();
    return text;
}

void add_page(const Settings& settings, const fs::path& top, const std::string& file,
              std::vector<Case>& cases) {
    const fs::path relative = fs::weakly_canonical(file).lexically_relative(top);
    const std::string page = fs::path(relative).replace_extension().string();
    const std::string group =
        relative.has_parent_path() ? relative.parent_path().string() : std::string(".");
    const Page read = read_markdown(host::LocalFileSystem().read(file));
    const auto found = std::make_shared<const PageExamples>(find_examples(read));
    std::map<std::string, std::size_t> seen;
    const auto unique = [&](const std::string& name) {
        const std::size_t times = ++seen[name];
        return times == 1 ? name : fmt::format("{}:{}", name, times);
    };
    const std::string member = member_of(fs::weakly_canonical(file).string(), read.title);
    for (const Signature& signature : found->signatures) {
        if (member.empty()) break;
        cases.push_back({"signature", unique(page + "#type"), group,
                         [&settings, member, text = signature.text] {
                             return check_signature(settings, member, text);
                         }});
    }
    for (std::size_t i = 0; i < found->examples.size(); ++i) {
        const std::string place = slug(found->examples[i].heading);
        const std::string name = unique(page + "#" + (place.empty() ? "start" : place));
        cases.push_back({"example", name, group, [&settings, name, found, i] {
                             return check_example(settings, name, found->examples, i);
                         }});
    }
}

}  // namespace

std::vector<CaseOutcome> run_docs(const Settings& settings) {
    std::vector<Case> cases;
    for (const std::string& path : settings.paths) {
        const fs::path whole = fs::weakly_canonical(path);
        const fs::path top = fs::is_directory(whole) ? whole : whole.parent_path();
        for (const std::string& file : files_below(path, ".md"))
            add_page(settings, top, file, cases);
    }
    if (cases.empty())
        base::fail("{}: no page has a block of Flux", fmt::join(settings.paths, " "));
    return run_cases(std::move(cases), settings);
}

}  // namespace fluxi::cli::conformance
