#include "flow/ops/union.hpp"

#include "flow/exec/context.hpp"
#include "flow/exec/inputs.hpp"
#include "flow/exec/key_order.hpp"

namespace fluxi::flow::ops {

namespace {

class UnionOperator final : public exec::InputsOperator {
  public:
    explicit UnionOperator(const exec::Context& context)
        : InputsOperator(context.node().inputs().size()),
          batch_rows_(context.settings().batch_rows) {}

  private:
    void process() override {
        exec::KeyOrder tables(exec::KeyOrder::Repeated::merge);
        for (std::size_t i = 0; i < count(); ++i) {
            for (table::Batch& batch : batches(i)) tables.add(std::move(batch));
            batches(i).clear();
        }
        tables.emit(output(), batch_rows_);
    }
    std::uint32_t batch_rows_;
};

}  // namespace

std::unique_ptr<exec::Operator> Union::make(exec::Context& context) const {
    return std::make_unique<UnionOperator>(context);
}

}  // namespace fluxi::flow::ops
