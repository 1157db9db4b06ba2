// Runs one example of a documentation page and compares what it gives with what the page says.
#pragma once

#include <string>
#include <vector>

#include "cli/conformance/examples.hpp"
#include "cli/conformance/settings.hpp"

namespace fluxi::cli::conformance {

/// `index`: which of the page's examples; those before it are what it may build on.
CaseOutcome check_example(const Settings& settings, const std::string& name,
                          const std::vector<Example>& examples, std::size_t index);

}  // namespace fluxi::cli::conformance
