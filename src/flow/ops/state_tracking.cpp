#include "flow/ops/state_tracking.hpp"

#include "flow/ops/per_table.hpp"
#include "table/builder.hpp"
#include "value/time.hpp"
#include "vec/row_function.hpp"

namespace fluxi::flow::ops {

using table::Batch;
using table::ColumnType;

namespace {

void track(const StateTrackingSettings& settings, const std::vector<std::uint32_t>& holding,
           const Batch& whole, const Emit& emit) {
    const bool timed = !settings.duration_column.empty();
    std::optional<exec::View<std::int64_t>> times;
    if (timed) {
        times.emplace(whole.column(
            exec::require_time_column(*whole.schema(), settings.time_column, "stateTracking")));
    }
    table::Builder counts(ColumnType::integer);
    table::Builder durations(ColumnType::integer);
    std::size_t next = 0;
    std::int64_t count = 0;
    std::int64_t since = 0;
    std::int64_t previous = 0;
    for (std::uint32_t row = 0; row < whole.rows(); ++row) {
        emit.steps.row(row);
        const std::int64_t now = timed ? (*times)[row] : 0;
        if (timed && !times->valid(row))
            base::fail_with(base::Code::table, "stateTracking: got a null timestamp in row {}",
                            row);
        if (timed && row != 0 && now < previous) {
            base::fail_with(base::Code::table,
                            "stateTracking: got an out-of-order timestamp: {} comes after {}",
                            value::time_to_string(now), value::time_to_string(previous));
        }
        previous = now;
        const bool holds = next < holding.size() && holding[next] == row;
        if (!holds) {
            count = 0;
            counts.append_stored(std::int64_t{-1});
            durations.append_stored(std::int64_t{-1});
            continue;
        }
        ++next;
        if (count++ == 0) since = now;
        counts.append_stored(count);
        durations.append_stored((now - since) / settings.unit);
    }
    exec::TableEdit edit(whole);
    if (!settings.count_column.empty()) edit.set(settings.count_column, counts.finish());
    if (timed) edit.set(settings.duration_column, durations.finish());
    emit(edit.finish());
}

}  // namespace

OperationRef state_tracking(StateTrackingSettings settings) {
    const auto maker = [settings](exec::Context& context) -> TableFunction {
        auto predicate = std::make_shared<vec::RowFunction>(context.evaluator(), settings.fn, "r",
                                                            "stateTracking");
        return [settings, predicate](const Batch& whole, const Emit& emit) {
            // The function fills a plain vector; its room is counted beforehand.
            base::Reservation of_holding;
            of_holding.resize(whole.rows() * sizeof(std::uint32_t));
            std::vector<std::uint32_t> holding;
            predicate->select(whole, holding);
            track(settings, holding, whole, emit);
        };
    };
    return std::make_shared<PerTable>("stateTracking", PerTable::Leaving::arrival, "", maker);
}

}  // namespace fluxi::flow::ops
