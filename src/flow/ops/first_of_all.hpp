// Of all rows that pass only the first with each value of a column: what `group() |> unique(…)` and
// `group() |> distinct(…)` need to keep. Stands before the group, so that the rows that would go
// anyway are not brought together first. A table may be left without rows.
#pragma once

#include <string>

#include "flow/plan/node.hpp"

namespace fluxi::flow::ops {

class FirstOfAll final : public Operation {
  public:
    explicit FirstOfAll(std::string column) : column_(std::move(column)) {}
    [[nodiscard]] std::string_view name() const override { return "first of each value"; }
    [[nodiscard]] std::string describe() const override { return "column: " + column_; }
    [[nodiscard]] Accepts accepts() const override { return Accepts::loose; }
    [[nodiscard]] std::unique_ptr<exec::Operator> make(exec::Context& context) const override;
    [[nodiscard]] const std::string& column() const noexcept { return column_; }

  private:
    std::string column_;
};

}  // namespace fluxi::flow::ops
