#include "flow/rules/disabled.hpp"

#include <string_view>

#include "eval/evaluator.hpp"
#include "program/package.hpp"
#include "value/composite.hpp"

namespace fluxi::flow::rules {

std::vector<std::string> disabled_rules(eval::Evaluator& evaluator) {
    std::vector<std::string> rules;
    const program::Packages& packages = evaluator.packages();
    for (std::size_t i = 0; i < packages.size(); ++i) {
        const program::Package& package = packages.at(i);
        if (package.path() != "planner") continue;
        for (const std::string_view option : {"disableLogicalRules", "disablePhysicalRules"}) {
            const std::uint32_t cell = package.find(option);
            if (cell == program::Package::npos) continue;
            for (const value::Value& rule : evaluator.cell(package, cell).as_array().elements())
                rules.emplace_back(rule.as_text());
        }
    }
    return rules;
}

}  // namespace fluxi::flow::rules
