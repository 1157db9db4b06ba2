// experimental/table.fill: a table without rows gets one, with its key's values and nulls.
#pragma once

#include <memory>
#include <string_view>

#include "flow/plan/node.hpp"

namespace fluxi::flow::ops {

class FillEmpty final : public Operation {
  public:
    [[nodiscard]] std::string_view name() const override { return "table.fill"; }
    [[nodiscard]] std::unique_ptr<exec::Operator> make(exec::Context& context) const override;
};

}  // namespace fluxi::flow::ops
