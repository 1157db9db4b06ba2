// The record `v` that scripts of dashboards expect: the range of time, the width of windows and the
// variables of the dashboard. A script that uses `v` without defining it is given one as text in
// front of it: from what the caller gave, and for what is left from values that make sense.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/diagnostic.hpp"
#include "syntax/ast.hpp"

namespace fluxi::engine {

struct Variables {
    bool defaults = false;        ///< also make up what nobody gave
    std::string time_range{};     ///< START or START,STOP: durations, times or `now()`
    std::string window_period{};  ///< a duration
    std::map<std::string, std::string> values{};  ///< texts by name

    [[nodiscard]] bool wanted() const {
        return defaults || !time_range.empty() || !window_period.empty() || !values.empty();
    }
};

/// A use of `v` in a script, which may say a member.
struct VariableUse {
    base::Span span{};
    std::string member{};
};

/// Where a script uses a name `v` that it does not define itself.
std::vector<VariableUse> uses_of_v(const syntax::File& file);

struct VariablesText {
    std::string text{};                  ///< `v = {…}`
    std::vector<std::string> made_up{};  ///< `timeRangeStart: -1h` for each value nobody gave
};

/// The definition of `v` for these uses. What has no value is an error at its place. Throws
/// base::RuntimeError for a value that cannot be read. `only_bucket` gives the name of the bucket
/// if there is one only.
VariablesText define_v(const Variables& variables, const std::vector<VariableUse>& uses,
                       std::int64_t now_ns,
                       const std::function<std::optional<std::string>()>& only_bucket,
                       base::Diagnostics& found);

}  // namespace fluxi::engine
