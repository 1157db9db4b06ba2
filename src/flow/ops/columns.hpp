// drop, keep, rename, duplicate, set: columns are chosen, named, copied or set; tables whose keys
// become equal are merged (semantics D.7).
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "flow/plan/node.hpp"

namespace fluxi::flow::ops {

/// What these have in common in a plan.
class ColumnsOperation : public Operation {
  public:
    [[nodiscard]] Order order() const final { return Order::loose_by_key; }
};

/// drop and keep, by a list of columns or by a predicate over their labels.
class Choose final : public ColumnsOperation {
  public:
    Choose(bool keep, std::optional<std::vector<std::string>> columns, value::Value fn)
        : keep_(keep), columns_(std::move(columns)), fn_(std::move(fn)) {}
    [[nodiscard]] std::string_view name() const override { return keep_ ? "keep" : "drop"; }
    [[nodiscard]] std::unique_ptr<exec::Operator> make(exec::Context& context) const override;
    [[nodiscard]] bool keeps() const noexcept { return keep_; }
    /// None where a predicate chooses.
    [[nodiscard]] const std::optional<std::vector<std::string>>& columns() const noexcept {
        return columns_;
    }

  private:
    bool keep_;
    std::optional<std::vector<std::string>> columns_;
    value::Value fn_;
};

/// rename, by pairs of labels or by a function over them.
class Rename final : public ColumnsOperation {
  public:
    using Pairs = std::vector<std::pair<std::string, std::string>>;
    Rename(std::optional<Pairs> columns, value::Value fn)
        : columns_(std::move(columns)), fn_(std::move(fn)) {}
    [[nodiscard]] std::string_view name() const override { return "rename"; }
    [[nodiscard]] std::unique_ptr<exec::Operator> make(exec::Context& context) const override;
    /// None where a function names the columns.
    [[nodiscard]] const std::optional<Pairs>& columns() const noexcept { return columns_; }

  private:
    std::optional<Pairs> columns_;
    value::Value fn_;
};

class Duplicate final : public ColumnsOperation {
  public:
    Duplicate(std::string column, std::string as)
        : column_(std::move(column)), as_(std::move(as)) {}
    [[nodiscard]] std::string_view name() const override { return "duplicate"; }
    [[nodiscard]] std::unique_ptr<exec::Operator> make(exec::Context& context) const override;
    [[nodiscard]] const std::string& column() const noexcept { return column_; }
    [[nodiscard]] const std::string& as() const noexcept { return as_; }

  private:
    std::string column_;
    std::string as_;
};

/// set of one text, and experimental.set of any values.
class SetColumns final : public ColumnsOperation {
  public:
    using Values = std::vector<std::pair<std::string, value::Value>>;
    /// `strict`: a column that is there must have the type of the value.
    SetColumns(Values values, bool strict) : values_(std::move(values)), strict_(strict) {}
    [[nodiscard]] std::string_view name() const override { return "set"; }
    [[nodiscard]] std::unique_ptr<exec::Operator> make(exec::Context& context) const override;
    [[nodiscard]] const Values& values() const noexcept { return values_; }

  private:
    Values values_;
    bool strict_;
};

}  // namespace fluxi::flow::ops
