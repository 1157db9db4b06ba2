// Rewrites plans before they run: what gives the same result in less time, and what the reference's
// planner does in a way that can be seen (semantics D.3). A node that several consumers share is
// left alone.
#pragma once

#include <vector>

#include "flow/exec/execute.hpp"

namespace fluxi::flow::rules {

/// The same results by equivalent plans.
std::vector<exec::NamedPlan> rewritten(std::vector<exec::NamedPlan> results);

}  // namespace fluxi::flow::rules
