// WindowAggregate: one state per group key and window, no window is built. And how a plan is
// recognised as one.
#include <algorithm>
#include <utility>
#include <vector>

#include <fmt/core.h>

#include "base/counted.hpp"
#include "flow/exec/columns.hpp"
#include "flow/exec/context.hpp"
#include "flow/exec/key_index.hpp"
#include "flow/exec/key_order.hpp"
#include "flow/exec/operator.hpp"
#include "flow/exec/steps.hpp"
#include "flow/ops/columns.hpp"
#include "flow/ops/fill_empty.hpp"
#include "flow/ops/window.hpp"
#include "table/concat.hpp"

namespace fluxi::flow::ops {

using table::Batch;
using table::Column;
using table::ColumnType;
using table::Run;

std::string WindowAggregate::describe() const {
    return fmt::format("every: {}, fn: {}, column: {}", value::to_string(settings_.window.every()),
                       function_, column_);
}

std::shared_ptr<const WindowAggregate> fused_window(const Node& input, Node::Ref& source) {
    const auto* duplicate = dynamic_cast<const Duplicate*>(&input.operation());
    if (duplicate == nullptr || duplicate->as() != "_time") return nullptr;
    const bool use_start = duplicate->column() == "_start";
    if (!use_start && duplicate->column() != "_stop") return nullptr;
    const Node* node = input.inputs()[0].get();
    const bool fills = dynamic_cast<const FillEmpty*>(&node->operation()) != nullptr;
    if (fills) node = node->inputs()[0].get();
    const auto* aggregate = dynamic_cast<const exec::Aggregate*>(&node->operation());
    if (aggregate == nullptr) return nullptr;
    const std::string_view function = aggregate->name();
    if (function != "mean" && function != "sum" && function != "count") return nullptr;
    node = node->inputs()[0].get();
    const auto* window = dynamic_cast<const Window*>(&node->operation());
    if (window == nullptr) return nullptr;
    const WindowSettings& settings = window->settings();
    if (settings.create_empty != fills || settings.window.is_infinite()) return nullptr;
    if (settings.time_column != "_time" || settings.start_column != "_start" ||
        settings.stop_column != "_stop") {
        return nullptr;
    }
    source = node->inputs()[0];
    return std::make_shared<WindowAggregate>(settings, std::string(function), aggregate->column(),
                                             aggregate->kernels(), use_start);
}

namespace {

/// The states of one group key.
struct KeyStates {
    std::uint32_t kernel = 0;
    /// In order of appearance.
    base::CountedVector<std::pair<value::Bounds, std::uint32_t>> windows{};
    base::CountedHashMap<std::int64_t, std::uint32_t> by_start{};
};

class WindowAggregateOperator final : public exec::UnaryOperator {
  public:
    WindowAggregateOperator(const exec::Context& context, const WindowAggregate& operation)
        : operation_(operation),
          window_(operation.settings().window),
          bounds_{context.node().bounds()->start, context.node().bounds()->stop},
          merging_(context.loose_input()),
          batch_rows_(context.settings().batch_rows),
          steps_(context) {}

    exec::Demand push(Batch batch) override {
        prepare(batch.schema());
        const std::uint32_t known = keys_.size();
        keys_.assign_runs(batch, ids_);
        const exec::View<std::int64_t> times(batch.column(time_));
        const Column values = batch.stored(column_).simple();
        std::uint32_t fresh = known;
        for (std::size_t run = 0; run < ids_.size(); ++run) {
            if (ids_[run] >= fresh) {
                fresh = ids_[run] + 1;
                states_.emplace_back();
                states_.back().kernel = kernel_;
                keep_key(batch, run);
            } else if (batch.runs()[run].opens && !merging_) {
                exec::fail_duplicate("window", keys_.key(ids_[run]));
            }
            KeyStates& states = states_[ids_[run]];
            if (states.kernel != kernel_) {
                table::fail_collision(operation_.column(), made_[states.kernel].type,
                                      made_[kernel_].type);
            }
            update(states, times, values, batch.runs()[run]);
        }
        return exec::Demand::more;
    }

    void finish() override {
        exec::KeyOrder tables(exec::KeyOrder::Repeated::merge);
        for (std::size_t i = 0; i < states_.size(); ++i)
            emit_key(states_[i], key_tables_[i], tables);
        tables.emit(output(), batch_rows_);
        emit_finish();
    }

  private:
    struct Made {
        ColumnType type;
        std::unique_ptr<exec::AggregateKernel> kernel;
        std::uint32_t states = 0;
    };

    void prepare(const table::SchemaRef& schema) {
        if (schema_ == schema) return;
        time_ = schema->find("_time");
        if (time_ == table::Schema::npos) {
            exec::fail_missing_column(*schema, "_time", "aggregateWindow: no time column: _time");
        }
        exec::require_time_column(*schema, "_time", "aggregateWindow");
        const std::string& label = operation_.column();
        column_ = schema->find(label);
        if (column_ == table::Schema::npos) {
            exec::fail_missing_column(*schema, label,
                                      "aggregateWindow: column \"{}\" does not exist", label);
        }
        if (schema->is_key(column_)) {
            base::fail_with(base::Code::table,
                            "aggregateWindow: cannot aggregate columns that are part of the group "
                            "key: \"{}\"",
                            label);
        }
        const ColumnType type = schema->fields()[column_].type;
        const auto found = std::find_if(made_.begin(), made_.end(),
                                        [type](const Made& made) { return made.type == type; });
        kernel_ = static_cast<std::uint32_t>(found - made_.begin());
        if (found == made_.end()) {
            auto kernel = operation_.kernels()(type);
            // Only here times can be counted; what is counted is rows, whatever they hold.
            if (!kernel && operation_.function() == "count")
                kernel = operation_.kernels()(ColumnType::integer);
            if (!kernel) {
                base::fail_with(base::Code::table,
                                "{}: unsupported aggregate column type {} of column \"{}\"",
                                operation_.function(), table::type_name(type), label);
            }
            made_.push_back({type, std::move(kernel)});
        }
        schema_ = schema;
    }

    /// The key of a run as a table without rows.
    void keep_key(const Batch& batch, std::size_t run) {
        const Batch one = batch.only(run);
        std::vector<Column> columns = one.stored();
        for (std::size_t i = 0; i < columns.size(); ++i) {
            if (!batch.schema()->is_key(i)) columns[i] = Column::nulls(columns[i].type(), 0);
        }
        key_tables_.push_back(
            Batch(batch.schema(), std::move(columns), {Run{0, 0, 0, true, true}}));
    }

    std::uint32_t state_of(KeyStates& states, value::Bounds window) {
        const auto [at, added] = states.by_start.try_emplace(window.start, 0U);
        if (added) {
            Made& made = made_[states.kernel];
            at->second = made.states++;
            made.kernel->grow(made.states);
            states.windows.emplace_back(window, at->second);
        }
        return at->second;
    }

    void update(KeyStates& states, const exec::View<std::int64_t>& times, const Column& values,
                const Run& run) {
        exec::AggregateKernel& kernel = *made_[states.kernel].kernel;
        if (window_.period() != window_.every()) {
            for (std::uint32_t row = run.begin; row < run.end; ++row) {
                if (!times.valid(row) || !bounds_.contains(times[row])) continue;
                window_.for_each_containing(times[row], [&](value::Bounds window) {
                    steps_();
                    kernel.update(state_of(states, window), values, row, row + 1);
                });
            }
            return;
        }
        value::WindowCursor cursor(window_);
        std::uint32_t begin = run.begin;  // of the rows in the window of the cursor
        bool open = false;
        for (std::uint32_t row = run.begin; row < run.end; ++row) {
            // A row outside of the range, such as the last of an aggregateWindow before this one,
            // is in no window, which are cut to the range.
            const bool inside = times.valid(row) && bounds_.contains(times[row]);
            const bool moved = inside && cursor_moves(cursor, times[row], open);
            // Windows of months that begin late in a month have gaps between them.
            const bool valid = inside && times[row] < cursor.bounds().stop;
            if (valid && !moved) continue;
            // Either the window changed, or a row that is in none ends the stretch.
            if (row > begin && pending_) kernel.update(state_, values, begin, row);
            begin = valid ? row : row + 1;
            pending_ = valid;
            open = valid;
            if (valid) state_ = state_of(states, cursor.bounds());
        }
        if (pending_ && run.end > begin) kernel.update(state_, values, begin, run.end);
        pending_ = false;
    }

    static bool cursor_moves(value::WindowCursor& cursor, std::int64_t time, bool open) {
        return cursor.seek(time) || !open;
    }

    void emit_key(KeyStates& states, const Batch& key, exec::KeyOrder& tables) {
        if (operation_.settings().create_empty) {
            window_.for_each_overlapping(bounds_, [&](value::Bounds window) {
                steps_();
                state_of(states, window);
            });
        }
        // A key without windows leaves a table without rows, so that whoever counts them sees it.
        std::sort(states.windows.begin(), states.windows.end(),
                  [](const auto& a, const auto& b) { return a.first.start < b.first.start; });
        table::Builder times(ColumnType::time);
        exec::AggregateKernel& kernel = *made_[states.kernel].kernel;
        table::Builder results(kernel.result());
        for (const auto& entry : states.windows) {
            const value::Bounds window = value::clip(entry.first, bounds_);
            times.append_stored(operation_.use_start() ? window.start : window.stop);
            kernel.finish(entry.second, results);
        }
        const auto rows = static_cast<std::uint32_t>(states.windows.size());
        exec::TableEdit edit = exec::TableEdit::empty(rows);
        edit.set("_time", times.finish());
        for (const std::uint32_t i : key.schema()->key()) {
            const table::Field& field = key.schema()->fields()[i];
            if (field.label != "_time") edit.set_key(field.label, field.type, key.key_value(i, 0));
        }
        edit.set_key("_start", ColumnType::time, value::Value::time({bounds_.start}));
        edit.set_key("_stop", ColumnType::time, value::Value::time({bounds_.stop}));
        edit.set(operation_.column(), results.finish());
        tables.add(edit.finish());
    }

    const WindowAggregate& operation_;
    const value::Window& window_;
    value::Bounds bounds_;
    bool merging_;
    std::uint32_t batch_rows_;
    exec::Steps steps_;
    table::SchemaRef schema_{};
    std::size_t time_ = 0;
    std::size_t column_ = 0;
    std::uint32_t kernel_ = 0;
    std::vector<Made> made_{};
    exec::KeyIndex keys_{};
    table::Rows ids_{};
    base::CountedVector<KeyStates> states_{};
    exec::KeptBatches key_tables_{};  ///< of each key a table without rows
    std::uint32_t state_ = 0;
    bool pending_ = false;  ///< rows since `begin` belong to `state_` and are not added yet
};

}  // namespace

std::unique_ptr<exec::Operator> WindowAggregate::make(exec::Context& context) const {
    return std::make_unique<WindowAggregateOperator>(context, *this);
}

}  // namespace fluxi::flow::ops
