// Offers to every source of a plan the chain of operations behind it (flow/plan/source.hpp) and
// puts what the source takes in its place. A source that several operations consume is offered each
// of them.
#pragma once

#include <vector>

#include "flow/exec/execute.hpp"

namespace fluxi::flow::rules {

std::vector<exec::NamedPlan> with_sources(std::vector<exec::NamedPlan> results,
                                          eval::Evaluator& evaluator);

}  // namespace fluxi::flow::rules
