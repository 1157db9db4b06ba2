#include "flow/ops/event_duration.hpp"

#include "flow/exec/table_operator.hpp"
#include "table/builder.hpp"
#include "value/wrap.hpp"

namespace fluxi::flow::ops {
namespace {

class DurationOperator final : public exec::TableOperator {
  public:
    DurationOperator(const exec::Context& context, const EventDuration::Settings& settings)
        : TableOperator(context, Leaving::by_key, ""), settings_(settings) {}

  private:
    void table(const table::Batch& whole) override {
        const table::Schema& schema = *whole.schema();
        const std::size_t time =
            exec::require_time_column(schema, settings_.time_column, "duration");
        const std::uint32_t rows = whole.rows();
        const exec::View<std::int64_t> times(whole.column(time));
        table::Builder lengths(table::ColumnType::integer);
        lengths.reserve(rows);
        for (std::uint32_t row = 0; row + 1 < rows; ++row) {
            append(lengths, times.valid(row) && times.valid(row + 1), times[row], times[row + 1]);
        }
        if (rows > 0) append_last(whole, times, lengths);
        exec::TableEdit edit(whole);
        edit.set(settings_.column_name, lengths.finish());
        emit_table(edit.finish());
    }

    void append_last(const table::Batch& whole, const exec::View<std::int64_t>& times,
                     table::Builder& lengths) const {
        const std::uint32_t last = whole.rows() - 1;
        if (settings_.stop) {
            append(lengths, times.valid(last), times[last], *settings_.stop);
            return;
        }
        const std::size_t stop =
            exec::require_time_column(*whole.schema(), settings_.stop_column, "duration");
        const exec::View<std::int64_t> stops(whole.column(stop));
        append(lengths, times.valid(last) && stops.valid(last), times[last], stops[last]);
    }

    void append(table::Builder& lengths, bool known, std::int64_t from, std::int64_t to) const {
        if (known) {
            lengths.append_stored(value::wrap_sub(to, from) / settings_.unit);
        } else {
            lengths.append_null();
        }
    }

    const EventDuration::Settings& settings_;
};

}  // namespace

std::unique_ptr<exec::Operator> EventDuration::make(exec::Context& context) const {
    return std::make_unique<DurationOperator>(context, settings_);
}

}  // namespace fluxi::flow::ops
