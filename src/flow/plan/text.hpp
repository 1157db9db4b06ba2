// A plan as text, for people: one operation a line, each below what consumes it and indented.
// A node that several operations consume is shown once and referred to after that.
#pragma once

#include <string>
#include <vector>

#include "flow/exec/execute.hpp"

namespace fluxi::flow {

/// Each result with its name; numbers of shared nodes go on through all of them.
std::string plan_text(const std::vector<exec::NamedPlan>& results);

}  // namespace fluxi::flow
