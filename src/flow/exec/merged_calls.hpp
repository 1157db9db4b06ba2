// What an operator that does the work of several calls of the script implements, so that an error
// points at the call that failed and not at the one the node stands for.
#pragma once

#include "base/error.hpp"

namespace fluxi::flow::exec {

class MergedCalls {
  public:
    MergedCalls() = default;
    MergedCalls(const MergedCalls&) = delete;
    MergedCalls& operator=(const MergedCalls&) = delete;
    virtual ~MergedCalls() = default;
    /// The call at work when an error was thrown; null for that of the node.
    [[nodiscard]] virtual const base::CallFrame* at_work() const noexcept = 0;
};

}  // namespace fluxi::flow::exec
