// Types as text that is the same for types that are the same: parameters, properties and
// constraints in the order of their names, variables named anew in the order in which they occur.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace fluxi::cli::conformance {

/// The form of a type that is written as in a signature; nothing if the text is no type. Of several
/// properties of one name those with a variable for a type come last: the pages of the
/// documentation print them the other way round than the checker does.
std::optional<std::string> canonical_type(std::string_view text);

}  // namespace fluxi::cli::conformance
