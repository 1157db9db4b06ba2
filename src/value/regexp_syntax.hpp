// Go's syntax of regular expressions where RE2's differs, and Go's words for what is wrong with
// one.
#pragma once

#include <string>
#include <string_view>

#include <re2/re2.h>

namespace fluxi::value {

/// A pattern as RE2 reads it: named groups are also written (?<name>…), and \C does not exist.
/// @throws RuntimeError "error parsing regexp: …"
std::string re2_pattern(std::string_view source);

/// Throws why RE2 did not take the pattern.
[[noreturn]] void refuse_pattern(std::string_view source, const re2::RE2& program);

}  // namespace fluxi::value
