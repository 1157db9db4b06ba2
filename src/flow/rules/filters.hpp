// Offers the predicates of filters to the source they read from, past what does not change which
// rows they hold for: other filters, and range unless a predicate looks at the bounds it adds.
#pragma once

#include <vector>

#include "flow/exec/execute.hpp"

namespace fluxi::flow::rules {

void offer_filters(std::vector<exec::NamedPlan>& results);

}  // namespace fluxi::flow::rules
