// Finds the expected values of a testcase in its text: what its calls are given as `want`, as far
// as it is written down as literals or annotated CSV. For the negative control of a suite.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace fluxi::cli::conformance {

/// The text of a test file with one expected value of the testcase altered, a few times over with
/// another value each: later steps of a test may drop the column or row that was altered. Empty if
/// no expected value was found.
std::vector<std::string> altered_tests(const std::string& text, std::string_view testcase);

}  // namespace fluxi::cli::conformance
