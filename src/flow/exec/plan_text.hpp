// Plans as trees of text, the last operation at the top and its inputs below it. An operation that
// several others read is drawn once; where it is read again, its number stands for it.
#pragma once

#include <string>
#include <vector>

#include "base/source.hpp"
#include "flow/exec/execute.hpp"

namespace fluxi::flow::exec {

/// What a script asks for.
std::string logical_text(const std::vector<NamedPlan>& plans, const base::SourceMap& sources);
/// What runs, given plans that were rewritten: also where tables are sorted by their keys.
std::string physical_text(const std::vector<NamedPlan>& plans, const base::SourceMap& sources);

}  // namespace fluxi::flow::exec
