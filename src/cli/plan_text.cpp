#include "cli/plan_text.hpp"

#include <fmt/format.h>

namespace fluxi::cli {

std::string plan_text(const engine::PlanTexts& texts) {
    if (texts.logical.empty()) return {};
    std::string out = "logical plan\n" + texts.logical + "\nphysical plan\n" + texts.physical;
    if (!texts.rules.empty()) out += "\nrules applied\n";
    for (const auto& [rule, times] : texts.rules) out += fmt::format("{:>5} {}\n", times, rule);
    return out;
}

}  // namespace fluxi::cli
