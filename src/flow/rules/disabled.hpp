// The rules that a script has switched off.
#pragma once

#include <string>
#include <vector>

namespace fluxi::eval {
class Evaluator;
}

namespace fluxi::flow::rules {

/// The rules that the options of package planner switch off.
[[nodiscard]] std::vector<std::string> disabled_rules(eval::Evaluator& evaluator);

}  // namespace fluxi::flow::rules
