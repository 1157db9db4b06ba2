#include "flow/ops/tables.hpp"

#include <algorithm>

#include "flow/exec/context.hpp"
#include "flow/exec/operator.hpp"

namespace fluxi::flow::ops {

namespace {

class TablesSource final : public exec::SourceOperator {
  public:
    TablesSource(const std::vector<table::Batch>& batches, std::uint32_t batch_rows)
        : batches_(batches), batch_rows_(batch_rows) {}

    void run() override {
        for (const table::Batch& batch : batches_) {
            if (batch.rows() <= batch_rows_) {
                if (emit(batch) == exec::Demand::enough) return;
                continue;
            }
            for (std::uint32_t begin = 0; begin < batch.rows(); begin += batch_rows_) {
                const std::uint32_t end = std::min(batch.rows(), begin + batch_rows_);
                if (emit(batch.slice(begin, end)) == exec::Demand::enough) return;
            }
        }
    }

  private:
    const std::vector<table::Batch>& batches_;
    std::uint32_t batch_rows_;
};

}  // namespace

std::unique_ptr<exec::Operator> Tables::make(exec::Context& context) const {
    return std::make_unique<TablesSource>(batches_, context.settings().batch_rows);
}

}  // namespace fluxi::flow::ops
