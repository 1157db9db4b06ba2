#include "flow/ops/window.hpp"

#include <algorithm>
#include <limits>
#include <utility>
#include <vector>

#include <fmt/core.h>

#include "flow/exec/columns.hpp"
#include "flow/exec/context.hpp"
#include "flow/exec/join_runs.hpp"
#include "flow/exec/kept_batches.hpp"
#include "flow/exec/key_index.hpp"
#include "flow/exec/operator.hpp"
#include "flow/exec/steps.hpp"
#include "table/sort.hpp"

namespace fluxi::flow::ops {

using table::Batch;
using table::Column;
using table::ColumnType;
using table::Run;
using table::Schema;

std::string Window::describe() const {
    return fmt::format("every: {}", settings_.window.is_infinite()
                                        ? "inf"
                                        : value::to_string(settings_.window.every()));
}

namespace {

/// Where a window's rows go: the schema with both bounds in the key.
struct WindowedSchema {
    table::SchemaRef input{};
    table::SchemaRef output{};
    std::size_t time = 0;
    std::size_t start = 0;
    std::size_t stop = 0;

    void prepare(const table::SchemaRef& schema, const WindowSettings& settings) {
        input = schema;
        time = exec::require_time_column(*schema, settings.time_column, "window");
        std::vector<table::Field> fields = schema->fields();
        const auto place = [&](const std::string& label) {
            const std::size_t found = schema->find(label);
            if (found != Schema::npos) {
                fields[found].type = ColumnType::time;
                return found;
            }
            fields.push_back({label, ColumnType::time});
            return fields.size() - 1;
        };
        start = place(settings.start_column);
        stop = place(settings.stop_column);
        std::vector<std::uint32_t> key;
        for (std::uint32_t i = 0; i < fields.size(); ++i) {
            if (i == start || i == stop || (i < schema->size() && schema->is_key(i)))
                key.push_back(i);
        }
        output = table::make_schema(std::move(fields), std::move(key));
    }
};

/// Rows of a batch on their way to windows: one part per window and input run.
struct Parts {
    std::vector<Run> runs{};
    table::Rows sources{};  ///< input run of each part
    table::Builder starts{ColumnType::time};
    table::Builder stops{ColumnType::time};
    table::Rows rows{};  ///< in the order of the parts

    void open(std::uint32_t source, value::Bounds window) {
        const auto at = static_cast<std::uint32_t>(rows.size());
        runs.push_back({0, at, at, true, true});
        sources.push_back(source);
        starts.append_stored(window.start);
        stops.append_stored(window.stop);
    }
    void add(std::uint32_t row) {
        rows.push_back(row);
        runs.back().end = static_cast<std::uint32_t>(rows.size());
    }
    /// Whether they should be handed on before more come: the windows of one batch may be many.
    [[nodiscard]] bool full(std::uint32_t batch_rows) const {
        return runs.size() >= batch_rows || rows.size() >= kMostRows;
    }
    static constexpr std::size_t kMostRows = std::size_t{1} << 16;
};

/// The rows of a run that have a time, by their time.
struct Timed {
    table::Rows rows{};
    bool sorted = true;  ///< the order is that of the rows

    Timed(const exec::View<std::int64_t>& times, const Run& run) {
        for (std::uint32_t row = run.begin; row < run.end; ++row) {
            if (!times.valid(row)) continue;
            sorted = sorted && (rows.empty() || times[rows.back()] <= times[row]);
            rows.push_back(row);
        }
        if (sorted) return;
        std::sort(rows.begin(), rows.end(), [&times](std::uint32_t a, std::uint32_t b) {
            return times[a] != times[b] ? times[a] < times[b] : a < b;
        });
    }
};

class WindowOperator final : public exec::UnaryOperator {
  public:
    WindowOperator(const exec::Context& context, const WindowSettings& settings)
        : settings_(settings),
          bounds_{context.node().bounds()->start, context.node().bounds()->stop},
          batch_rows_(context.settings().batch_rows),
          steps_(context) {}

    exec::Demand push(Batch batch) override {
        refuse_long_negative();
        if (schema_.input != batch.schema()) schema_.prepare(batch.schema(), settings_);
        if (settings_.create_empty && !settings_.window.is_infinite()) remember(batch);
        Parts parts;
        const exec::View<std::int64_t> times(batch.column(schema_.time));
        for (std::uint32_t run = 0; run < batch.runs().size(); ++run) {
            if (settings_.window.is_infinite()) {
                all_in_one(batch, run, parts);
            } else if (settings_.window.period() == settings_.window.every()) {
                one_each(batch, run, times, parts);
            } else {
                several_each(batch, run, times, parts);
            }
        }
        hand_on(batch, parts);
        return demand_;
    }

    void finish() override {
        for (const Batch& key : seen_) {
            Parts parts;
            schema_.prepare(key.schema(), settings_);
            settings_.window.for_each_overlapping(bounds_, [&](value::Bounds window) {
                parts.open(0, value::clip(window, bounds_));
                if (parts.full(batch_rows_)) hand_on(key, parts);
            });
            hand_on(key, parts);
        }
        emit_finish();
    }

  private:
    /// Emits what is there and begins anew.
    void hand_on(const Batch& batch, Parts& parts) {
        if (parts.runs.empty()) return;
        demand_ = emit(exec::join_equal_runs(assemble(batch, std::exchange(parts, Parts{}))));
    }

    /// The reference stops here with a panic; as mean, sum or count of aggregateWindow it does not,
    /// nor do we.
    void refuse_long_negative() const {
        const value::Duration every = settings_.window.every();
        const value::Duration period = settings_.window.period();
        if (settings_.window.is_infinite() || !period.is_negative() ||
            period.negated().approximate_ns() < every.approximate_ns()) {
            return;
        }
        base::fail(
            "window: a negative period must be shorter than the distance of windows: period is "
            "{}, every is {}",
            value::to_string(period), value::to_string(every));
    }

    /// Keeps each key once, for its windows without rows.
    void remember(const Batch& batch) {
        std::uint32_t known = keys_.size();
        keys_.assign_runs(batch, ids_);
        for (std::size_t run = 0; run < ids_.size(); ++run) {
            if (ids_[run] < known) continue;
            known = ids_[run] + 1;
            const Batch one = batch.only(run);
            std::vector<Column> columns = one.stored();
            for (std::size_t i = 0; i < columns.size(); ++i) {
                if (!batch.schema()->is_key(i)) columns[i] = Column::nulls(columns[i].type(), 0);
            }
            seen_.push_back(Batch(batch.schema(), std::move(columns), {Run{0, 0, 0, true, true}}));
        }
    }

    /// The one window holds all rows, those without a time too.
    void all_in_one(const Batch& batch, std::uint32_t run, Parts& parts) const {
        const Run& rows = batch.runs()[run];
        if (rows.size() == 0 && !settings_.create_empty) return;
        parts.open(run, bounds_);
        for (std::uint32_t row = rows.begin; row < rows.end; ++row) parts.add(row);
    }

    void one_each(const Batch& batch, std::uint32_t run, const exec::View<std::int64_t>& times,
                  Parts& parts) const {
        value::WindowCursor cursor(settings_.window);
        bool opened = false;
        for (std::uint32_t row = batch.runs()[run].begin; row < batch.runs()[run].end; ++row) {
            if (!times.valid(row)) continue;
            if (cursor.seek(times[row])) opened = false;
            if (times[row] >= cursor.bounds().stop) continue;  // between two windows of months
            if (!opened) {
                parts.open(run, value::clip(cursor.bounds(), bounds_));
                opened = true;
            }
            parts.add(row);
        }
    }

    /// Window by window, the earliest first, each with its rows in order of arrival. Windows that
    /// the range cuts to the same are one table: a row is in it once for each of them, beside
    /// itself.
    void several_each(const Batch& batch, std::uint32_t run, const exec::View<std::int64_t>& times,
                      Parts& parts) {
        const value::Window& windows = settings_.window;
        const Timed timed(times, batch.runs()[run]);
        const std::size_t count = timed.rows.size();
        if (count == 0) return;
        const auto time = [&](std::size_t i) { return times[timed.rows[i]]; };
        table::Rows inside;
        table::Rows whole;
        value::Bounds cut = bounds_;  // of the rows inside
        const auto close = [&] {
            if (inside.empty()) return;
            if (!std::is_sorted(inside.begin(), inside.end()))
                std::sort(inside.begin(), inside.end());
            parts.open(run, cut);
            for (const std::uint32_t row : inside) parts.add(row);
            inside.clear();
            if (parts.full(batch_rows_)) hand_on(batch, parts);
        };
        std::size_t begin = 0;  // rows before it are in no later window
        std::int64_t index = windows.first_reaching(time(0));
        while (true) {
            steps_();
            const value::Bounds window = windows.bounds(index);
            while (begin < count && time(begin) < window.start) ++begin;
            if (begin == count || window.start == std::numeric_limits<std::int64_t>::max()) break;
            const std::int64_t until = windows.holds_until(index);
            if (time(begin) >= until) {
                // Windows without rows may be many.
                index = std::max(index + 1, windows.first_reaching(time(begin)));
                continue;
            }
            std::size_t end = begin;
            while (end < count && time(end) < until) ++end;
            ++index;
            const value::Bounds clipped = value::clip(window, bounds_);
            // Those cut to the whole range can lie apart from each other.
            if (!(clipped == cut)) close();
            cut = clipped;
            table::Rows& rows = clipped == bounds_ ? whole : inside;
            rows.insert(rows.end(), timed.rows.begin() + static_cast<std::ptrdiff_t>(begin),
                        timed.rows.begin() + static_cast<std::ptrdiff_t>(end));
        }
        close();
        if (whole.empty()) return;
        std::sort(whole.begin(), whole.end());
        parts.open(run, bounds_);
        for (const std::uint32_t row : whole) parts.add(row);
    }

    [[nodiscard]] Batch assemble(const Batch& batch, Parts parts) const {
        bool same = parts.rows.size() == batch.rows();
        for (std::uint32_t i = 0; same && i < parts.rows.size(); ++i) same = parts.rows[i] == i;
        std::vector<Column> columns(schema_.output->size());
        for (std::size_t i = 0; i < batch.schema()->size(); ++i) {
            if (batch.schema()->is_key(i)) {
                columns[i] = batch.stored(i).take(parts.sources);
            } else if (i != schema_.start && i != schema_.stop) {
                columns[i] = same ? batch.stored(i) : batch.stored(i).take(parts.rows);
            }
        }
        columns[schema_.start] = parts.starts.finish();
        columns[schema_.stop] = parts.stops.finish();
        return {schema_.output, std::move(columns), std::move(parts.runs)};
    }

    const WindowSettings& settings_;
    value::Bounds bounds_;
    WindowedSchema schema_{};
    std::uint32_t batch_rows_;
    exec::Steps steps_;
    exec::Demand demand_ = exec::Demand::more;
    exec::KeyIndex keys_{};
    table::Rows ids_{};
    exec::KeptBatches seen_{};  ///< of each key one table without rows
};

}  // namespace

std::unique_ptr<exec::Operator> Window::make(exec::Context& context) const {
    return std::make_unique<WindowOperator>(context, settings_);
}

}  // namespace fluxi::flow::ops
