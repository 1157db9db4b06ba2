// Which columns of its row a lambda looks at, found without a schema: what lets a plan leave the
// other columns out.
#pragma once

#include <set>
#include <string>
#include <string_view>

#include "value/value.hpp"

namespace fluxi::vec {

struct ColumnsRead {
    std::set<std::string> labels{};
    bool passes = false;  ///< the row's columns are part of the result: `{r with …}`, or `r` itself
    bool all = false;     ///< the row goes where it cannot be followed
    /// Labels that the result has whatever the row has: those written in `{r with …}`.
    std::set<std::string> writes{};
};

/// `parameter` names the row among the function's parameters.
ColumnsRead columns_read(const value::Value& function, std::string_view parameter);

/// Whether a function is `(r) => true`, as it is written.
bool is_always_true(const value::Value& function);

}  // namespace fluxi::vec
