// Leaves columns out that nobody reads: from the results towards the sources it works out which
// columns of each node matter, and tells the sources (flow/plan/source.hpp).
#pragma once

#include <vector>

#include "flow/exec/execute.hpp"

namespace fluxi::flow::rules {

/// Every column of a result matters.
void leave_out_columns(std::vector<exec::NamedPlan>& results);

}  // namespace fluxi::flow::rules
