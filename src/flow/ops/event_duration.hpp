// events.duration: the time from each row to the next one, the last row's up to a time of stopping.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "flow/plan/node.hpp"

namespace fluxi::flow::ops {

class EventDuration final : public Operation {
  public:
    struct Settings {
        std::int64_t unit = 1'000'000'000;  ///< nanoseconds, positive
        std::string column_name = "duration";
        std::string time_column = "_time";
        std::string stop_column = "_stop";
        std::optional<std::int64_t> stop{};  ///< instead of the column
    };

    explicit EventDuration(Settings settings) : settings_(std::move(settings)) {}
    [[nodiscard]] std::string_view name() const override { return "duration"; }
    [[nodiscard]] Order order() const override { return Order::by_key; }
    [[nodiscard]] std::unique_ptr<exec::Operator> make(exec::Context& context) const override;

  private:
    Settings settings_;
};

}  // namespace fluxi::flow::ops
