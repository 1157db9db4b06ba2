// pivot: values of rows become columns (semantics D.12). Tables whose keys differ only in columns
// that name the new columns come together in one.
#pragma once

#include <string>
#include <vector>

#include "flow/plan/node.hpp"

namespace fluxi::flow::ops {

struct PivotSettings {
    std::vector<std::string> row_key{};
    std::vector<std::string> column_key{};
    std::string value_column{};
};

class Pivot final : public Operation {
  public:
    explicit Pivot(PivotSettings settings) : settings_(std::move(settings)) {}
    [[nodiscard]] std::string_view name() const override { return "pivot"; }
    [[nodiscard]] Order order() const override { return Order::by_key; }
    [[nodiscard]] std::unique_ptr<exec::Operator> make(exec::Context& context) const override;
    [[nodiscard]] const PivotSettings& settings() const noexcept { return settings_; }

  private:
    PivotSettings settings_;
};

}  // namespace fluxi::flow::ops
