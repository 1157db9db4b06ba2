// Parameters of a run: which there are in a script.
#pragma once

#include <map>
#include <optional>
#include <string>

#include "program/package.hpp"

namespace fluxi::engine {

/// What is wrong with the name of a parameter, or nothing: the script must define an option or a
/// variable of that name.
std::optional<std::string> unknown_param(const program::Package& script, const std::string& name);

}  // namespace fluxi::engine
