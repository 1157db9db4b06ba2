// group: new tables by the values of columns (semantics D.7). Rows come in order of arrival, tables
// sorted by key.
#pragma once

#include <string>
#include <vector>

#include "flow/plan/node.hpp"
#include "table/schema.hpp"

namespace fluxi::flow::ops {

class Group final : public Operation {
  public:
    enum class Mode : std::uint8_t {
        by,      ///< these columns
        except,  ///< all others
        extend,  ///< these beside those of the key
    };
    Group(std::vector<std::string> columns, Mode mode)
        : columns_(std::move(columns)), mode_(mode) {}
    [[nodiscard]] std::string_view name() const override { return "group"; }
    [[nodiscard]] Order order() const override { return Order::by_key; }
    [[nodiscard]] Accepts accepts() const override { return Accepts::loose; }
    [[nodiscard]] std::unique_ptr<exec::Operator> make(exec::Context& context) const override;
    [[nodiscard]] const std::vector<std::string>& columns() const noexcept { return columns_; }
    [[nodiscard]] Mode mode() const noexcept { return mode_; }
    /// Whether a table without rows stays one: with `extend` only rows make tables.
    [[nodiscard]] bool keeps_empty() const noexcept { return mode_ != Mode::extend; }
    /// The key of the tables that come out of tables of a schema: positions in key order, and
    /// whether whole tables keep together.
    struct NewKey {
        std::vector<std::uint32_t> columns;
        bool whole_tables;
    };
    [[nodiscard]] NewKey new_key(const table::Schema& schema) const;

  private:
    std::vector<std::string> columns_;
    Mode mode_;
};

}  // namespace fluxi::flow::ops
