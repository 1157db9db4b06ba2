// Compares the type that a documentation page states for a function with the one that fluxi infers.
#pragma once

#include <string>

#include "cli/conformance/settings.hpp"

namespace fluxi::cli::conformance {

/// The name by which `fluxi doc` knows what a page is about: `strings.toUpper` of package
/// `strings`, `filter` of the prelude. Empty for a page about no member of a package.
std::string member_of_page(const std::string& page, const std::string& title);

/// `text`: the type as the page has it.
CaseOutcome check_signature(const Settings& settings, const std::string& member,
                            const std::string& text);

}  // namespace fluxi::cli::conformance
