// Joins. Join is that of package join and of experimental: tables with the same group key are
// paired, rows with equal values in some columns go to a function that makes the result.
// NaturalJoin is universe.join: tables whose keys agree where both have the columns are paired, and
// the rows are put side by side (semantics D.13, D.14).
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "flow/plan/node.hpp"

namespace fluxi::flow::ops {

enum class JoinMethod : std::uint8_t { inner, left, right, full };

struct JoinSettings {
    std::string name = "join";
    JoinMethod method = JoinMethod::inner;
    /// Pairs of a column of the left side and one of the right side.
    std::vector<std::pair<std::string, std::string>> on{};
    value::Value as{};  ///< makes the result of two rows
    std::string left_parameter = "l";
    std::string right_parameter = "r";
    bool refuse_empty = true;  ///< a side without any rows is an error
};

class Join final : public Operation {
  public:
    explicit Join(JoinSettings settings) : settings_(std::move(settings)) {}
    [[nodiscard]] std::string_view name() const override { return settings_.name; }
    [[nodiscard]] Order order() const override { return Order::by_key; }
    [[nodiscard]] std::unique_ptr<exec::Operator> make(exec::Context& context) const override;
    [[nodiscard]] const JoinSettings& settings() const noexcept { return settings_; }

  private:
    JoinSettings settings_;
};

class NaturalJoin final : public Operation {
  public:
    NaturalJoin(std::string left, std::string right, std::vector<std::string> on)
        : left_(std::move(left)), right_(std::move(right)), on_(std::move(on)) {}
    [[nodiscard]] std::string_view name() const override { return "join"; }
    [[nodiscard]] Order order() const override { return Order::by_key; }
    [[nodiscard]] std::unique_ptr<exec::Operator> make(exec::Context& context) const override;
    [[nodiscard]] const std::string& left() const noexcept { return left_; }
    [[nodiscard]] const std::string& right() const noexcept { return right_; }
    [[nodiscard]] const std::vector<std::string>& on() const noexcept { return on_; }

  private:
    std::string left_;
    std::string right_;
    std::vector<std::string> on_;
};

}  // namespace fluxi::flow::ops
