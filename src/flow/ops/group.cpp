#include "flow/ops/group.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include "base/counted.hpp"
#include "flow/exec/context.hpp"
#include "flow/exec/drop_empty.hpp"
#include "flow/exec/key_order.hpp"
#include "flow/exec/operator.hpp"
#include "table/concat.hpp"

namespace fluxi::flow::ops {

using table::Batch;
using table::Column;
using table::Run;
using table::Schema;

Group::NewKey Group::new_key(const Schema& schema) const {
    const auto listed = [&](std::uint32_t i) {
        return std::find(columns_.begin(), columns_.end(), schema.fields()[i].label) !=
               columns_.end();
    };
    NewKey key{{}, true};
    for (std::uint32_t i = 0; i < schema.size(); ++i) {
        const bool chosen = mode_ == Mode::except   ? !listed(i)
                            : mode_ == Mode::extend ? listed(i) || schema.is_key(i)
                                                    : listed(i);
        if (!chosen) continue;
        key.columns.push_back(i);
        key.whole_tables = key.whole_tables && schema.is_key(i);
    }
    if (key.whole_tables && mode_ == Mode::by) {
        std::sort(key.columns.begin(), key.columns.end(), [&](std::uint32_t a, std::uint32_t b) {
            return schema.fields()[a].label < schema.fields()[b].label;
        });
    }
    return key;
}

namespace {

/// Rows of one schema on their way to their groups.
struct Segment {
    table::SchemaRef input;
    table::SchemaRef output;
    Group::NewKey key;
    std::uint32_t layout = 0;
    std::vector<base::CountedVector<Column>> parts{};  ///< of each column
    table::Rows groups{};                              ///< of each row
    table::Rows opened{};                              ///< groups of tables without rows
    std::size_t ends = 0;                              ///< of runs that the parts hold
    std::unique_ptr<base::Reservation> of_ends = std::make_unique<base::Reservation>();
};

/// Runs of fewer rows are cheaper when they are put together first.
constexpr std::size_t kRowsOfLargeRun = 256;

class GroupOperator final : public exec::UnaryOperator {
  public:
    GroupOperator(const Group& group, const exec::Context& context)
        : group_(group), context_(context), batch_rows_(context.settings().batch_rows) {}

    exec::Demand push(Batch batch) override {
        if (!segment_ || !table::same(segment_->input, batch.schema())) {
            close_segment();
            open_segment(batch.schema());
        }
        if (segment_->key.whole_tables && batch.rows() != 0 &&
            batch.rows() >= batch.runs().size() * kRowsOfLargeRun) {
            regroup_runs(batch);
            return exec::Demand::more;
        }
        if (segment_->key.whole_tables) {
            assign_runs(batch);
        } else if (batch.rows() != 0) {
            assign_rows(batch);
        }
        if (batch.rows() == 0) return exec::Demand::more;
        for (std::size_t i = 0; i < batch.stored().size(); ++i)
            segment_->parts[i].push_back(batch.column(i));
        // Of the old key each part says where its values end.
        segment_->ends += batch.runs().size() * batch.schema()->key().size();
        segment_->of_ends->resize(segment_->ends * sizeof(std::uint32_t));
        return exec::Demand::more;
    }

    void finish() override {
        close_segment();
        tables_.emit(output(), batch_rows_);
        emit_finish();
    }

  private:
    void open_segment(const table::SchemaRef& schema) {
        segment_.emplace();
        segment_->input = schema;
        segment_->key = group_.new_key(*schema);
        segment_->output = table::make_schema(schema->fields(), segment_->key.columns);
        segment_->parts.resize(schema->size());
        std::vector<table::Field> fields;
        for (const std::uint32_t i : segment_->key.columns) fields.push_back(schema->fields()[i]);
        segment_->layout = keys_.layout(fields);
    }

    void assign_rows(const Batch& batch) {
        std::vector<Column> columns;
        for (const std::uint32_t i : segment_->key.columns) columns.push_back(batch.column(i));
        const std::size_t begin = segment_->groups.size();
        segment_->groups.resize(begin + batch.rows());
        keys_.assign(segment_->layout, columns,
                     std::span(segment_->groups).subspan(begin, batch.rows()));
    }

    /// Long runs go to their groups as they are; no row is copied.
    void regroup_runs(Batch& batch) {
        if (!segment_->groups.empty() || !segment_->opened.empty()) {
            // Rows that came before are handed on before.
            const table::SchemaRef schema = segment_->input;
            close_segment();
            open_segment(schema);
        }
        std::vector<Column> columns;
        for (std::size_t i = 0; i < batch.stored().size(); ++i) {
            columns.push_back(segment_->output->is_key(i) ? batch.stored(i) : batch.column(i));
        }
        std::vector<Run> runs = batch.runs();
        for (Run& run : runs) run.opens = run.closes = true;
        Batch regrouped(segment_->output, std::move(columns), std::move(runs));
        tables_.add(group_.keeps_empty() ? std::move(regrouped)
                                         : empty_.without_empty(std::move(regrouped)));
    }

    void assign_runs(const Batch& batch) {
        std::vector<Column> columns;
        for (const std::uint32_t i : segment_->key.columns) columns.push_back(batch.stored(i));
        table::Rows ids(batch.runs().size());
        keys_.assign(segment_->layout, columns, ids);
        for (std::size_t i = 0; i < ids.size(); ++i) {
            const Run& run = batch.runs()[i];
            if (run.size() == 0 && group_.keeps_empty()) segment_->opened.push_back(ids[i]);
            segment_->groups.insert(segment_->groups.end(), run.size(), ids[i]);
        }
    }

    /// Brings the rows of the segment into the order of their groups, and hands the groups on as
    /// tables; the parts that several segments have of one group are merged there.
    void close_segment() {
        if (!segment_) return;
        table::Rows ends(keys_.size() + 1, 0);
        base::SpillingVector<std::uint8_t> present(keys_.size(), 0);
        for (const std::uint32_t group : segment_->groups) ++ends[group + 1];
        for (std::size_t i = 1; i < ends.size(); ++i) ends[i] += ends[i - 1];
        base::Reservation of_runs;
        std::vector<Run> runs;
        table::Rows order(segment_->groups.size());
        for (const std::uint32_t group : segment_->opened) present[group] = 1;
        table::Rows ids;
        for (std::uint32_t group = 0; group < keys_.size(); ++group) {
            if (ends[group] == ends[group + 1] && present[group] == 0) continue;
            ids.push_back(group);
        }
        of_runs.resize(ids.size() * sizeof(Run));
        runs.reserve(ids.size());
        for (const std::uint32_t group : ids)
            runs.push_back({group, ends[group], ends[group + 1], true, true});
        context_.check_cancelled();
        for (std::uint32_t row = 0; row < order.size(); ++row)
            order[ends[segment_->groups[row]]++] = row;

        std::vector<Column> columns(segment_->parts.size());
        for (std::size_t i = 0; i < columns.size(); ++i) {
            if (segment_->output->is_key(i)) continue;
            const Column all = table::concat(segment_->input->fields()[i].type, segment_->parts[i]);
            segment_->parts[i].clear();
            columns[i] = all.take(order);
            context_.check_cancelled();
        }
        std::vector<Column> keys = keys_.columns(segment_->layout, ids);
        for (std::size_t i = 0; i < keys.size(); ++i)
            columns[segment_->key.columns[i]] = std::move(keys[i]);
        if (!runs.empty())
            tables_.add(Batch(segment_->output, std::move(columns), std::move(runs)));
        segment_.reset();
    }

    const Group& group_;
    const exec::Context& context_;
    std::uint32_t batch_rows_;
    exec::KeyIndex keys_{};
    exec::KeyOrder tables_{exec::KeyOrder::Repeated::merge};
    std::optional<Segment> segment_{};
    exec::DropEmpty empty_{};
};

}  // namespace

std::unique_ptr<exec::Operator> Group::make(exec::Context& context) const {
    return std::make_unique<GroupOperator>(*this, context);
}

}  // namespace fluxi::flow::ops
