// Flux values as a program that embeds fluxi sees them: plain C++ types that own what they hold.
// They are parameters of a run, arguments and results of native functions, cells of a column.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <variant>

namespace fluxi {

/// No value; what an argument or a cell without one is.
struct Null {
    friend bool operator==(Null, Null) = default;
};

/// Nanoseconds since 1970-01-01T00:00:00Z.
struct Time {
    std::int64_t nanoseconds = 0;
    friend bool operator==(Time, Time) = default;
};

/// Calendar months and nanoseconds, because a month has no fixed length.
struct Duration {
    std::int64_t nanoseconds = 0;
    std::int32_t months = 0;
    friend bool operator==(Duration, Duration) = default;
};

/// What a native function returns instead of a value when it fails; the script ends with it.
struct Error {
    std::string message;
};

using Value =
    std::variant<Null, bool, std::int64_t, std::uint64_t, double, std::string, Time, Duration>;

/// Values by the names of options or top-level variables of a script. Each takes the place of the
/// value that the script gives and is converted to its type, also from text.
using Parameters = std::map<std::string, Value>;

}  // namespace fluxi
