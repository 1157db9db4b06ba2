// What differs between two lists of tables, as lines for people: `-` expected, `+` got.
#pragma once

#include <string>
#include <vector>

#include "cli/conformance/tables.hpp"

namespace fluxi::cli::conformance {

/// Tables are matched by their place. Of the rows of a table that differ, the first dozen is shown.
std::string explain(const std::vector<Table>& got, const std::vector<Table>& wanted,
                    double tolerance);

}  // namespace fluxi::cli::conformance
