// stateTracking: for how many rows and how long a predicate has held (semantics D.11).
#pragma once

#include <memory>
#include <string>

#include "flow/plan/node.hpp"

namespace fluxi::flow::ops {

using OperationRef = std::shared_ptr<const Operation>;

struct StateTrackingSettings {
    value::Value fn;
    std::string count_column{};     ///< empty: not wanted
    std::string duration_column{};  ///< empty: not wanted
    std::int64_t unit = 1;          ///< nanoseconds
    std::string time_column = "_time";
};
OperationRef state_tracking(StateTrackingSettings settings);

}  // namespace fluxi::flow::ops
