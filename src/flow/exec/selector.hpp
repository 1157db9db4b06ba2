// The shape of selectors: one row per table, chosen by the values of a column (semantics D.10).
// Only the best row so far of each table is kept. Output: the whole rows, sorted by key; a table
// without a row to choose stays, empty.
#pragma once

#include <memory>
#include <string>

#include "flow/exec/context.hpp"
#include "flow/plan/node.hpp"
#include "table/batch.hpp"

namespace fluxi::flow::exec {

class SelectorKernel {
  public:
    static constexpr std::uint32_t kNone = static_cast<std::uint32_t>(-1);
    virtual ~SelectorKernel() = default;
    [[nodiscard]] virtual bool takes(table::ColumnType type) const = 0;
    /// The row chosen among [begin, end), or kNone.
    [[nodiscard]] virtual std::uint32_t pick(const table::Column& values, std::uint32_t begin,
                                             std::uint32_t end) const = 0;
    /// Whether row `row` of `later`, which stands after row `now` of `current`, is chosen over it.
    [[nodiscard]] virtual bool replaces(const table::Column& later, std::uint32_t row,
                                        const table::Column& current, std::uint32_t now) const = 0;
};

class Selector final : public Operation {
  public:
    Selector(std::string name, std::string column, std::shared_ptr<const SelectorKernel> kernel)
        : name_(std::move(name)), column_(std::move(column)), kernel_(std::move(kernel)) {}
    [[nodiscard]] std::string_view name() const override { return name_; }
    [[nodiscard]] std::string describe() const override { return "column: " + column_; }
    [[nodiscard]] Order order() const override { return Order::by_key; }
    [[nodiscard]] Accepts accepts() const override { return Accepts::any; }
    [[nodiscard]] std::unique_ptr<Operator> make(Context& context) const override;
    [[nodiscard]] const std::string& column() const noexcept { return column_; }
    [[nodiscard]] const SelectorKernel& kernel() const noexcept { return *kernel_; }

  private:
    std::string name_;
    std::string column_;
    std::shared_ptr<const SelectorKernel> kernel_;
};

}  // namespace fluxi::flow::exec
