// `fluxi test --update`: writes what testcases got to where their files say what they want.
#pragma once

#include "cli/report.hpp"
#include "engine/test_runner.hpp"

namespace fluxi::cli {

/// Runs the testcases, changes the files of those whose comparison failed as far as that is
/// possible, and says on standard error what was done about each. The runner has gathered the
/// files as they were before.
void update_expected_tables(const engine::TestRunner& runner, const ReportOptions& reporting);

}  // namespace fluxi::cli
