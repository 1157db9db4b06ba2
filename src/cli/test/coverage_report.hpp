// What `fluxi test --coverage` says: a summary for people, and a file in the format of lcov, which
// editors and services show beside the text.
#pragma once

#include <string>

#include "engine/coverage.hpp"

namespace fluxi::cli {

/// How much of each file ran, and the lines and branches that did not.
std::string coverage_summary(const engine::Coverage& coverage);
/// The same in the format of lcov's tracefiles (geninfo(1)).
std::string coverage_lcov(const engine::Coverage& coverage);

}  // namespace fluxi::cli
