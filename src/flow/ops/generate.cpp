#include "flow/ops/generate.hpp"

#include <algorithm>
#include <vector>

#include "base/error.hpp"
#include "flow/exec/context.hpp"
#include "flow/exec/operator.hpp"
#include "table/builder.hpp"
#include "value/wrap.hpp"

namespace fluxi::flow::ops {
namespace {

using table::ColumnType;
using value::Value;

class GenerateOperator final : public exec::SourceOperator {
  public:
    GenerateOperator(exec::Context& context, std::int64_t start, std::int64_t step,
                     std::int64_t count, const Value& fn)
        : context_(context), start_(start), step_(step), count_(count), fn_(fn) {}

    void run() override {
        const auto schema =
            table::make_schema({{"_time", ColumnType::time}, {"_value", ColumnType::integer}}, {});
        const std::int64_t part = context_.settings().batch_rows;
        std::int64_t row = 0;
        exec::Demand demand = exec::Demand::more;
        do {
            const std::int64_t end = std::min(row + part, count_);
            std::vector<table::Column> columns = rows(row, end);
            const table::Run run{0, 0, static_cast<std::uint32_t>(end - row), row == 0,
                                 end == count_};
            demand = emit(table::Batch(schema, std::move(columns), {run}));
            row = end;
        } while (row < count_ && demand == exec::Demand::more);
    }

  private:
    std::vector<table::Column> rows(std::int64_t begin, std::int64_t end) {
        table::Builder times(ColumnType::time);
        table::Builder values(ColumnType::integer);
        const eval::Evaluator::RowScope scope(context_.evaluator());
        for (std::int64_t n = begin; n < end; ++n) {
            times.append_stored(value::wrap_add(start_, value::wrap_mul(n, step_)));
            const eval::NamedArgument argument("n", Value::integer(n));
            const Value computed = context_.evaluator().call_named(fn_, {&argument, 1});
            if (!computed.is_null() && !computed.is(value::Nature::integer)) {
                base::fail("function must return type integer, but got {}",
                           value::nature_name(computed.nature()));
            }
            values.append(computed);
        }
        return {times.finish(), values.finish()};
    }

    exec::Context& context_;
    std::int64_t start_;
    std::int64_t step_;
    std::int64_t count_;
    const Value& fn_;
};

}  // namespace

std::unique_ptr<exec::Operator> Generate::make(exec::Context& context) const {
    const std::int64_t count = std::max<std::int64_t>(count_, 0);
    const std::int64_t step = count == 0 ? 0 : value::wrap_sub(stop_, start_) / count;
    return std::make_unique<GenerateOperator>(context, start_, step, count, fn_);
}

}  // namespace fluxi::flow::ops
