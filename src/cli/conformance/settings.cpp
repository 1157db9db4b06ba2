#include "cli/conformance/settings.hpp"

#include <algorithm>
#include <atomic>
#include <filesystem>
#include <thread>

#include "base/error.hpp"
#include "value/regexp.hpp"

namespace fluxi::cli::conformance {

namespace {

CaseOutcome run_case(const Case& one) {
    CaseOutcome outcome;
    const auto start = std::chrono::steady_clock::now();
    try {
        outcome = one.run();
    } catch (const std::exception& error) {
        outcome.status = Status::failed;
        outcome.verdict = "error";
        outcome.message = error.what();
    }
    outcome.duration_ms =
        std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count();
    outcome.kind = one.kind;
    outcome.name = one.name;
    outcome.group = one.group;
    return outcome;
}

}  // namespace

engine::SessionOptions Settings::session(const std::string& folder) const {
    constexpr std::chrono::seconds kPatience{30};
    engine::SessionOptions made = options.session(folder);
    if (made.timeout.count() == 0) made.timeout = kPatience;
    if (jobs > 1) made.execution.threads = 1;
    return made;
}

std::vector<CaseOutcome> run_cases(std::vector<Case> cases, const Settings& settings) {
    if (!settings.filter.empty()) {
        const auto filter = value::Regexp::compile(settings.filter);
        std::erase_if(cases, [&](const Case& one) { return !filter->match(one.name); });
    }
    std::vector<CaseOutcome> outcomes(cases.size());
    std::atomic<std::size_t> next{0};
    const auto work = [&] {
        for (std::size_t i = next++; i < cases.size(); i = next++) outcomes[i] = run_case(cases[i]);
    };
    if (settings.jobs <= 1) {
        work();
        return outcomes;
    }
    std::vector<std::jthread> workers;
    for (std::size_t i = 0; i < std::min(settings.jobs, cases.size()); ++i)
        workers.emplace_back(work);
    workers.clear();
    return outcomes;
}

void judge_control(CaseOutcome& outcome, bool passes, bool altered, bool noticed) {
    if (!passes) {
        outcome = {};
        outcome.status = Status::not_runnable;
        outcome.message = "it does not pass without being altered";
    } else if (!altered) {
        outcome.status = Status::not_runnable;
        outcome.message = "there is no value to alter";
    } else if (!noticed) {
        outcome.status = Status::failed;
        outcome.verdict = "unnoticed";
        outcome.message = "an altered expectation was not noticed";
    } else {
        outcome.status = Status::passed;
    }
}

std::vector<std::string> files_below(const std::string& path, std::string_view ending) {
    namespace fs = std::filesystem;
    std::error_code problem;
    if (fs::is_regular_file(path, problem)) return {path};
    if (!fs::is_directory(path, problem))
        base::fail_with(base::Code::file, "{}: there is no such file or folder", path);
    std::vector<std::string> files;
    for (const auto& entry : fs::recursive_directory_iterator(path)) {
        if (entry.is_regular_file() && entry.path().string().ends_with(ending))
            files.push_back(entry.path().string());
    }
    std::sort(files.begin(), files.end());
    return files;
}

}  // namespace fluxi::cli::conformance
