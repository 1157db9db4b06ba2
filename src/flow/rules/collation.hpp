// How the rows of a stream's tables are sorted, as far as its plan tells.
#pragma once

#include <string>
#include <vector>

#include "flow/plan/node.hpp"

namespace fluxi::flow::rules {

/// Whether the rows of each table that leaves a node are sorted by these columns for certain.
[[nodiscard]] bool is_sorted(const Node& node, const std::vector<std::string>& columns,
                             bool descending);

}  // namespace fluxi::flow::rules
