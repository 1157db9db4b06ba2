// Rewrites plans before they run: what gives the same result in less time, and what the reference's
// planner does in a way that can be seen (semantics D.3). A node that several consumers share is
// left alone. Rules that do what one of the reference's does have its name; the options of package
// planner switch them off, and the evaluator's `Applied` counts them.
#pragma once

#include <vector>

#include "flow/exec/execute.hpp"

namespace fluxi::flow::rules {

/// The same results by equivalent plans.
std::vector<exec::NamedPlan> rewritten(std::vector<exec::NamedPlan> results,
                                       eval::Evaluator& evaluator);

}  // namespace fluxi::flow::rules
