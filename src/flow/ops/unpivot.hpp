// experimental.unpivot: turns columns into rows, one table for each column.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "flow/plan/node.hpp"

namespace fluxi::flow::ops {

/// Each column that is neither in the key nor listed becomes a table with its label in `_field`,
/// which joins the key, the listed columns, and its values in `_value`. Nulls give no row.
class Unpivot final : public Operation {
  public:
    explicit Unpivot(std::vector<std::string> other_columns)
        : other_columns_(std::move(other_columns)) {}
    [[nodiscard]] std::string_view name() const override { return "unpivot"; }
    [[nodiscard]] Order order() const override { return Order::by_key; }
    [[nodiscard]] std::unique_ptr<exec::Operator> make(exec::Context& context) const override;

  private:
    std::vector<std::string> other_columns_;
};

/// experimental.preview: the first rows of the first tables.
class Preview final : public Operation {
  public:
    Preview(std::int64_t rows, std::int64_t tables) : rows_(rows), tables_(tables) {}
    [[nodiscard]] std::string_view name() const override { return "preview"; }
    [[nodiscard]] std::unique_ptr<exec::Operator> make(exec::Context& context) const override;

  private:
    std::int64_t rows_;
    std::int64_t tables_;
};

/// Hands tables on and fails if one lacks a column: what experimental.group asks before it groups.
class RequireColumns final : public Operation {
  public:
    RequireColumns(std::string user, std::vector<std::string> columns)
        : user_(std::move(user)), columns_(std::move(columns)) {}
    [[nodiscard]] std::string_view name() const override { return user_; }
    [[nodiscard]] std::unique_ptr<exec::Operator> make(exec::Context& context) const override;

  private:
    std::string user_;
    std::vector<std::string> columns_;
};

}  // namespace fluxi::flow::ops
