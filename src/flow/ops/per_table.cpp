#include "flow/ops/per_table.hpp"

namespace fluxi::flow::ops {

namespace {

class PerTableOperator final : public exec::TableOperator {
  public:
    PerTableOperator(const exec::Context& context, PerTable::Leaving leaving, std::string user,
                     TableFunction function)
        : TableOperator(context, leaving, std::move(user)),
          function_(std::move(function)),
          emit_(context, [this](table::Batch whole) { emit_table(std::move(whole)); }) {}

  private:
    void table(const table::Batch& whole) override { function_(whole, emit_); }
    TableFunction function_;
    Emit emit_;
};

}  // namespace

std::unique_ptr<exec::Operator> PerTable::make(exec::Context& context) const {
    return std::make_unique<PerTableOperator>(context, leaving_, user_, maker_(context));
}

std::shared_ptr<const Operation> per_table(std::string name, PerTable::Leaving leaving,
                                           std::string user, TableFunction function,
                                           std::string column) {
    return std::make_shared<PerTable>(
        std::move(name), leaving, std::move(user),
        [function = std::move(function)](exec::Context&) { return function; }, std::move(column));
}

}  // namespace fluxi::flow::ops
