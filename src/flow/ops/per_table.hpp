// An operation that is a function of each whole table: what most transformations are. The function
// hands its tables to `emit`.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <utility>

#include "flow/exec/steps.hpp"
#include "flow/exec/table_operator.hpp"

namespace fluxi::flow::ops {

/// Where the tables of a function go. A table can be all that there is, so loops over its rows ask
/// `steps` whether to go on.
class Emit {
  public:
    Emit(const exec::Context& context, std::function<void(table::Batch)> to)
        : steps(context), to_(std::move(to)) {}
    void operator()(table::Batch whole) const { to_(std::move(whole)); }

    const exec::Steps steps;

  private:
    std::function<void(table::Batch)> to_;
};
/// `whole` is a batch with one run.
using TableFunction = std::function<void(const table::Batch& whole, const Emit& emit)>;

class PerTable final : public Operation {
  public:
    using Leaving = exec::TableOperator::Leaving;
    using Maker = std::function<TableFunction(exec::Context&)>;

    /// `user` stands in the error about a second table with the same key.
    PerTable(std::string name, Leaving leaving, std::string user, Maker maker,
             std::string column = {})
        : name_(std::move(name)),
          leaving_(leaving),
          user_(std::move(user)),
          maker_(std::move(maker)),
          column_(std::move(column)) {}
    [[nodiscard]] std::string_view name() const override { return name_; }
    /// The column that the function works on or makes, where rules have to know it; else empty.
    [[nodiscard]] const std::string& column() const noexcept { return column_; }
    [[nodiscard]] Order order() const override {
        return leaving_ == Leaving::arrival ? Order::arrival : Order::by_key;
    }
    [[nodiscard]] std::unique_ptr<exec::Operator> make(exec::Context& context) const override;

  private:
    std::string name_;
    Leaving leaving_;
    std::string user_;
    Maker maker_;
    std::string column_;
};

/// For a function that needs nothing of the execution.
std::shared_ptr<const Operation> per_table(std::string name, PerTable::Leaving leaving,
                                           std::string user, TableFunction function,
                                           std::string column = {});

}  // namespace fluxi::flow::ops
