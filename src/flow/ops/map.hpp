// map: each row becomes the record that a function returns (semantics D.6). Key columns that are
// still there stay in the key; where the function changes their values, rows change tables.
#pragma once

#include "flow/plan/node.hpp"

namespace fluxi::flow::ops {

class Map final : public Operation {
  public:
    explicit Map(value::Value fn) : fn_(std::move(fn)) {}
    [[nodiscard]] std::string_view name() const override { return "map"; }
    [[nodiscard]] Order order() const override { return Order::loose; }
    [[nodiscard]] Accepts accepts() const override { return Accepts::loose; }
    [[nodiscard]] std::unique_ptr<exec::Operator> make(exec::Context& context) const override;
    [[nodiscard]] const value::Value& fn() const noexcept { return fn_; }

  private:
    value::Value fn_;
};

}  // namespace fluxi::flow::ops
