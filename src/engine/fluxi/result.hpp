// How a run or a check ended, and what there is to say about it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "value.hpp"

namespace fluxi {

enum class Status {
    ok,
    failed,     ///< while running, also at a limit; what was printed before is in Result::output
    rejected,   ///< before running: syntax, names or types
    cancelled,  ///< by a Cancellation or by the one who took the rows
    usage,      ///< an option, package or parameter cannot be used, or the program runs already
};

/// One error or warning.
struct Problem {
    bool error = true;         ///< else a warning
    std::string code{};        ///< such as E0300; `fluxi explain` has a page about each
    std::string message{};     ///< one line
    std::string source{};      ///< the name of the script or package, or empty
    std::uint32_t line = 0;    ///< from 1 on; 0 where no place is known
    std::uint32_t column = 0;  ///< in bytes, from 1 on
};

struct Result {
    Status status = Status::ok;
    std::string output{};  ///< the results of the script in the format asked for
    std::optional<std::string>
        value{};  ///< the last statement, if it is a plain value, as `display` shows it
    std::optional<Value> scalar{};    ///< the same value, if one of the types of Value can hold it
    std::string messages{};           ///< errors, warnings and notes, drawn for people
    std::vector<Problem> problems{};  ///< the errors and warnings among them

    [[nodiscard]] bool ok() const noexcept { return status == Status::ok; }
};

}  // namespace fluxi
