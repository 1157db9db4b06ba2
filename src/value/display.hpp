// The text that `display(v:)` and the REPL show for any value (semantics C.7).
#pragma once

#include <string>

#include "value/value.hpp"

namespace fluxi::value {

/// Strings stay unquoted, records are sorted by label, collections of more than three elements take
/// several lines.
std::string display(const Value& v);

}  // namespace fluxi::value
