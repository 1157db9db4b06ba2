// holtWinters: a forecast by triple exponential smoothing with a damped trend (semantics D.11).
#pragma once

#include <memory>
#include <string>

#include "flow/plan/node.hpp"

namespace fluxi::flow::ops {

struct HoltWintersSettings {
    std::int64_t n = 0;  ///< points to forecast
    value::Duration interval{};
    bool with_fit = false;
    std::string column = "_value";
    std::string time_column = "_time";
    std::int64_t seasonality = 0;
    bool with_min_sse = false;
};
std::shared_ptr<const Operation> holt_winters(HoltWintersSettings settings);

}  // namespace fluxi::flow::ops
