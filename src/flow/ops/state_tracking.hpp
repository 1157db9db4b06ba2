// stateTracking: counts the rows and measures the time since a predicate became true.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>

#include "flow/plan/node.hpp"

namespace fluxi::flow::ops {

class StateTracking final : public Operation {
  public:
    struct Settings {
        std::string count_column{};     ///< empty: rows are not counted
        std::string duration_column{};  ///< empty: time is not measured
        std::string time_column = "_time";
        std::int64_t unit = 1;  ///< of the time, in nanoseconds
    };
    StateTracking(value::Value fn, Settings settings)
        : fn_(std::move(fn)), settings_(std::move(settings)) {}
    [[nodiscard]] std::string_view name() const override { return "stateTracking"; }
    [[nodiscard]] std::unique_ptr<exec::Operator> make(exec::Context& context) const override;

  private:
    value::Value fn_;
    Settings settings_;
};

}  // namespace fluxi::flow::ops
