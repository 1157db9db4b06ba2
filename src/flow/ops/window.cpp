#include "flow/ops/window.hpp"

#include <algorithm>
#include <map>
#include <utility>
#include <vector>

#include <fmt/core.h>

#include "flow/exec/columns.hpp"
#include "flow/exec/context.hpp"
#include "flow/exec/join_runs.hpp"
#include "flow/exec/key_index.hpp"
#include "flow/exec/operator.hpp"

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
    std::vector<std::uint32_t> sources{};  ///< input run of each part
    table::Builder starts{ColumnType::time};
    table::Builder stops{ColumnType::time};
    std::vector<std::uint32_t> rows{};  ///< in the order of the parts

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
};

class WindowOperator final : public exec::UnaryOperator {
  public:
    WindowOperator(const exec::Context& context, const WindowSettings& settings)
        : settings_(settings),
          bounds_{context.node().bounds()->start, context.node().bounds()->stop} {}

    exec::Demand push(Batch batch) override {
        if (schema_.input != batch.schema()) schema_.prepare(batch.schema(), settings_);
        if (settings_.create_empty && !settings_.window.is_infinite()) remember(batch);
        Parts parts;
        const exec::View<std::int64_t> times(batch.column(schema_.time));
        for (std::uint32_t run = 0; run < batch.runs().size(); ++run) {
            if (settings_.window.is_infinite()) {
                all_in_one(batch, run, times, parts);
            } else if (settings_.window.period() == settings_.window.every()) {
                one_each(batch, run, times, parts);
            } else {
                several_each(batch, run, times, parts);
            }
        }
        if (parts.runs.empty()) return exec::Demand::more;
        return emit(exec::join_equal_runs(assemble(batch, std::move(parts))));
    }

    void finish() override {
        for (const Seen& seen : seen_) {
            Parts parts;
            const auto windows = settings_.window.overlapping(bounds_);
            for (const value::Bounds window : windows) parts.open(0, value::clip(window, bounds_));
            if (windows.empty()) continue;
            schema_.prepare(seen.key.schema(), settings_);
            emit(assemble(seen.key, std::move(parts)));
        }
        emit_finish();
    }

  private:
    struct Seen {
        Batch key;  ///< one table without rows
    };

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
            seen_.push_back(
                {Batch(batch.schema(), std::move(columns), {Run{0, 0, 0, true, true}})});
        }
    }

    void all_in_one(const Batch& batch, std::uint32_t run, const exec::View<std::int64_t>& times,
                    Parts& parts) const {
        const Run& rows = batch.runs()[run];
        if (rows.size() == 0 && !settings_.create_empty) return;
        parts.open(run, bounds_);
        for (std::uint32_t row = rows.begin; row < rows.end; ++row) {
            if (times.valid(row)) parts.add(row);
        }
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

    void several_each(const Batch& batch, std::uint32_t run, const exec::View<std::int64_t>& times,
                      Parts& parts) const {
        // Windows that the range cuts to the same bounds are one table: a row of theirs is in it
        // once for each of them, beside itself.
        std::map<std::pair<std::int64_t, std::int64_t>, std::vector<std::uint32_t>> tables;
        for (std::uint32_t row = batch.runs()[run].begin; row < batch.runs()[run].end; ++row) {
            if (!times.valid(row)) continue;
            settings_.window.for_each_containing(times[row], [&](value::Bounds window) {
                const value::Bounds clipped = value::clip(window, bounds_);
                tables[{clipped.start, clipped.stop}].push_back(row);
            });
        }
        for (const auto& [bounds, rows] : tables) {
            parts.open(run, {bounds.first, bounds.second});
            for (const std::uint32_t row : rows) parts.add(row);
        }
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
    exec::KeyIndex keys_{};
    std::vector<std::uint32_t> ids_{};
    std::vector<Seen> seen_{};
};

}  // namespace

std::unique_ptr<exec::Operator> Window::make(exec::Context& context) const {
    return std::make_unique<WindowOperator>(context, settings_);
}

}  // namespace fluxi::flow::ops
