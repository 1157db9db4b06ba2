#include "flow/exec/table_operator.hpp"

namespace fluxi::flow::exec {

using table::Batch;

TableOperator::TableOperator(const Context& context, Leaving leaving, std::string user)
    : leaving_(leaving),
      batch_rows_(context.settings().batch_rows),
      writer_(batch_rows_),
      sorted_(leaving == Leaving::by_key ? KeyOrder::Repeated::fail : KeyOrder::Repeated::merge,
              std::move(user)) {}

Demand TableOperator::push(Batch batch) {
    for (std::size_t i = 0; i < batch.runs().size(); ++i) {
        const table::Run& run = batch.runs()[i];
        if (run.opens && run.closes) {
            table(batch.runs().size() == 1 ? batch : batch.only(i));
            continue;
        }
        parts_.add(batch, i);
        if (run.closes) table(parts_.finish(0));
    }
    return writer_.demand();
}

void TableOperator::finish() {
    end();
    if (leaving_ == Leaving::arrival) {
        writer_.flush(output());
    } else {
        sorted_.emit(output(), batch_rows_);
    }
    emit_finish();
}

void TableOperator::emit_table(Batch whole) {
    if (leaving_ == Leaving::arrival) {
        writer_.append(output(), whole);
    } else {
        sorted_.add(std::move(whole));
    }
}

}  // namespace fluxi::flow::exec
