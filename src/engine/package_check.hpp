// What is wrong with a package made of C++ functions, before a script sees it: its text is made of
// the names and types that a program gives, so these must be names and types.
#pragma once

#include <vector>

#include "engine/fluxi/native_package.hpp"
#include "program/packages.hpp"

namespace fluxi::engine {

/// Throws RuntimeError where a package cannot be used: its path is one of `packages` or of another
/// one of these, a path, function or parameter has no name that a script could write or the name
/// of another, a type is none of those that Value holds, or its source is no Flux.
void check_packages(const std::vector<NativePackage>& own, const program::Packages& packages);

}  // namespace fluxi::engine
