// What the three conformance commands are asked for, and how their cases are run.
#pragma once

#include <string>
#include <vector>

#include "cli/conformance/outcome.hpp"
#include "cli/run_options.hpp"

namespace fluxi::cli::conformance {

struct Settings {
    RunOptions options{};
    std::vector<std::string> paths{};
    std::string filter{};
    bool negative_control = false;
    std::size_t jobs = 1;

    /// The options of a session for a script in `folder`: no request leaves the process, and one
    /// that does not end is stopped.
    [[nodiscard]] engine::SessionOptions session(const std::string& folder) const;
};

/// Runs the cases that the filter leaves and gives their outcomes in the order of the cases.
std::vector<CaseOutcome> run_cases(std::vector<Case> cases, const Settings& settings);

/// What the negative control makes of a case: it passes if the comparison with the altered
/// expectation was noticed.
void judge_control(CaseOutcome& outcome, bool passes, bool altered, bool noticed);

/// The files below a path whose names end so, sorted; the path itself if it is a file.
/// @throws base::RuntimeError if it is not there
std::vector<std::string> files_below(const std::string& path, std::string_view ending);

std::vector<CaseOutcome> run_scripts(const Settings& settings);
std::vector<CaseOutcome> run_suite(const Settings& settings);
std::vector<CaseOutcome> run_docs(const Settings& settings);

}  // namespace fluxi::cli::conformance
