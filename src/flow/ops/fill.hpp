// fill: nulls of a column are replaced by a value or by the one before (semantics D.7).
#pragma once

#include <string>
#include <utility>

#include "flow/plan/node.hpp"

namespace fluxi::flow::ops {

class Fill final : public Operation {
  public:
    /// `v` is absent: the value before is used.
    Fill(std::string column, value::Value v) : column_(std::move(column)), value_(std::move(v)) {}
    [[nodiscard]] std::string_view name() const override { return "fill"; }
    [[nodiscard]] std::unique_ptr<exec::Operator> make(exec::Context& context) const override;

  private:
    std::string column_;
    value::Value value_;
};

}  // namespace fluxi::flow::ops
