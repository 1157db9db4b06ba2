// window: rows are distributed over windows of time, each window a table whose bounds are part of
// the group key (semantics D.4). WindowAggregate is window, mean/sum/count and the way back in one:
// no window is ever built.
#pragma once

#include <memory>
#include <string>

#include "flow/exec/aggregate.hpp"
#include "flow/plan/node.hpp"
#include "value/window.hpp"

namespace fluxi::flow::ops {

struct WindowSettings {
    value::Window window;
    std::string time_column = "_time";
    std::string start_column = "_start";
    std::string stop_column = "_stop";
    bool create_empty = false;
    /// Windows without gaps or overlaps, in UTC, with the usual columns: what a source may cut
    /// itself.
    bool standard = false;
};

class Window final : public Operation {
  public:
    explicit Window(WindowSettings settings) : settings_(std::move(settings)) {}
    [[nodiscard]] std::string_view name() const override { return "window"; }
    [[nodiscard]] std::string describe() const override;
    [[nodiscard]] Order order() const override { return Order::loose_by_key; }
    [[nodiscard]] std::unique_ptr<exec::Operator> make(exec::Context& context) const override;
    [[nodiscard]] const WindowSettings& settings() const noexcept { return settings_; }

  private:
    WindowSettings settings_;
};

class WindowAggregate final : public Operation {
  public:
    /// `use_start`: the time of a result is the start of its window, else the stop.
    WindowAggregate(WindowSettings settings, std::string function, std::string column,
                    exec::KernelMaker kernels, bool use_start)
        : settings_(std::move(settings)),
          function_(std::move(function)),
          column_(std::move(column)),
          kernels_(std::move(kernels)),
          use_start_(use_start) {}
    [[nodiscard]] std::string_view name() const override { return "aggregateWindow"; }
    [[nodiscard]] std::string describe() const override;
    [[nodiscard]] Order order() const override { return Order::by_key; }
    [[nodiscard]] Accepts accepts() const override { return Accepts::any; }
    [[nodiscard]] std::unique_ptr<exec::Operator> make(exec::Context& context) const override;
    [[nodiscard]] const WindowSettings& settings() const noexcept { return settings_; }
    [[nodiscard]] const std::string& function() const noexcept { return function_; }
    [[nodiscard]] const std::string& column() const noexcept { return column_; }
    [[nodiscard]] const exec::KernelMaker& kernels() const noexcept { return kernels_; }
    [[nodiscard]] bool use_start() const noexcept { return use_start_; }

  private:
    WindowSettings settings_;
    std::string function_;
    std::string column_;
    exec::KernelMaker kernels_;
    bool use_start_;
};

/// The stream of a `window(every: inf)` over `input`, which may be the end of a chain that
/// WindowAggregate does at once; null if it is not.
std::shared_ptr<const WindowAggregate> fused_window(const Node& input, Node::Ref& source);

}  // namespace fluxi::flow::ops
