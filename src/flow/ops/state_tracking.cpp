#include "flow/ops/state_tracking.hpp"

#include <optional>
#include <vector>

#include "base/error.hpp"
#include "flow/exec/table_operator.hpp"
#include "table/builder.hpp"
#include "value/wrap.hpp"
#include "vec/row_function.hpp"

namespace fluxi::flow::ops {
namespace {

using table::ColumnType;

constexpr std::int64_t kOutside = -1;

class StateTrackingOperator final : public exec::TableOperator {
  public:
    StateTrackingOperator(exec::Context& context, const value::Value& fn,
                          const StateTracking::Settings& settings)
        : TableOperator(context, Leaving::arrival),
          predicate_(context.evaluator(), fn, "r", "stateTracking"),
          settings_(settings) {}

  private:
    void table(const table::Batch& whole) override {
        const std::size_t time =
            exec::require_time_column(*whole.schema(), settings_.time_column, "stateTracking");
        std::vector<std::uint32_t> rows;
        predicate_.select(whole, rows);
        std::vector<std::uint8_t> inside(whole.rows(), 0);
        for (const std::uint32_t row : rows) inside[row] = 1;
        exec::TableEdit edit(whole);
        if (!settings_.count_column.empty()) edit.set(settings_.count_column, counts(inside));
        if (!settings_.duration_column.empty()) {
            const exec::View<std::int64_t> times(whole.column(time));
            edit.set(settings_.duration_column, durations(inside, times));
        }
        emit_table(edit.finish());
    }

    static table::Column counts(const std::vector<std::uint8_t>& inside) {
        table::Builder result(ColumnType::integer);
        std::int64_t count = 0;
        for (const std::uint8_t is_inside : inside) {
            count = is_inside != 0 ? count + 1 : 0;
            result.append_stored(is_inside != 0 ? count : kOutside);
        }
        return result.finish();
    }

    table::Column durations(const std::vector<std::uint8_t>& inside,
                            const exec::View<std::int64_t>& times) const {
        table::Builder result(ColumnType::integer);
        std::optional<std::int64_t> start;
        for (std::uint32_t row = 0; row < inside.size(); ++row) {
            if (!times.valid(row)) base::fail_with(base::Code::table, "got a null timestamp");
            if (row > 0 && times[row] < times[row - 1]) {
                base::fail_with(base::Code::table, "got an out-of-order timestamp");
            }
            if (inside[row] == 0) {
                start.reset();
                result.append_stored(kOutside);
                continue;
            }
            if (!start) start = times[row];
            result.append_stored(value::wrap_sub(times[row], *start) / settings_.unit);
        }
        return result.finish();
    }

    vec::RowFunction predicate_;
    const StateTracking::Settings& settings_;
};

}  // namespace

std::unique_ptr<exec::Operator> StateTracking::make(exec::Context& context) const {
    return std::make_unique<StateTrackingOperator>(context, fn_, settings_);
}

}  // namespace fluxi::flow::ops
