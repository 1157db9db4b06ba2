// The plans of a script as `fluxi plan` and the REPL print them.
#pragma once

#include <string>

#include "engine/session.hpp"

namespace fluxi::cli {

/// Both plans and the rules that were applied; empty if the script has no result.
std::string plan_text(const engine::PlanTexts& texts);

}  // namespace fluxi::cli
