// interpolate.linear: adds rows at regular times, with values on the line between two known ones.
#pragma once

#include <memory>
#include <string_view>

#include "flow/plan/node.hpp"
#include "value/window.hpp"

namespace fluxi::flow::ops {

class InterpolateLinear final : public Operation {
  public:
    /// @throws base::RuntimeError if `every` is no length of a window
    explicit InterpolateLinear(value::Duration every) : window_(every, {}, {}, {}) {}
    [[nodiscard]] std::string_view name() const override { return "linear"; }
    [[nodiscard]] Order order() const override { return Order::by_key; }
    [[nodiscard]] std::unique_ptr<exec::Operator> make(exec::Context& context) const override;

  private:
    value::Window window_;
};

}  // namespace fluxi::flow::ops
