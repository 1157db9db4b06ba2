// What the data source names of several databases have in common: percent-encoding, and how much of
// a name may stand in a message. A name can hold a password, and one that cannot be read can hold
// it anywhere; so messages quote only what has the form of the part that they are about.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace fluxi::sql {

/// `%41` to `A`; a % without two digits stays (lenient, as SQLite reads URIs).
std::string percent_decoded(std::string_view text);
/// Nothing if there is a % without two hexadecimal digits behind it.
std::optional<std::string> strictly_percent_decoded(std::string_view text);

/// A path for a message: at most 200 bytes of it, and of a URL nothing behind its scheme.
std::string shown_path(std::string_view path);

/// @throws RuntimeError if a host is longer than names can be, or has an @, which is then part of a
///     password that should have been percent-encoded
void check_host(std::string_view host);

/// @throws RuntimeError for a port that is not a number from 1 to 65535; the text stands in the
///     message only if it is a number
[[noreturn]] void fail_port(std::string_view kind, std::string_view text);

}  // namespace fluxi::sql
