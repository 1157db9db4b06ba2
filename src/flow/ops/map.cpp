#include "flow/ops/map.hpp"

#include <algorithm>
#include <numeric>

#include "flow/exec/ahead.hpp"
#include "flow/exec/context.hpp"
#include "flow/exec/drop_empty.hpp"
#include "table/sort.hpp"
#include "vec/row_function.hpp"

namespace fluxi::flow::ops {

using table::Batch;
using table::Column;
using table::Run;

namespace {

/// Whether a column has one value in each of the runs.
bool constant_in_runs(const Column& column, const std::vector<Run>& runs) {
    if (column.encoding() == table::Encoding::constant) return true;
    const Column flat = column.simple();
    for (const Run& run : runs) {
        for (std::uint32_t row = run.begin + 1; row < run.end; ++row) {
            if (table::compare_values(flat, row, flat, run.begin) != 0) return false;
        }
    }
    return true;
}

class MapOperator final : public exec::AheadOperator<vec::Mapped> {
  public:
    MapOperator(exec::Context& context, const value::Value& fn)
        : function_(context.evaluator(), fn, "r", "map") {}

  private:
    Batch prepare(Batch batch) override {
        batch = empty_.without_empty(std::move(batch));
        return batch.rows() == 0 ? Batch() : batch;
    }
    Work work_on(const Batch& batch) override {
        const auto& program = function_.program_for(batch);
        if (!program || !program->any_thread()) return {};
        return [program](const Batch& rows) { return program->map(rows); };
    }
    vec::Mapped here(const Batch& batch) override { return function_.map(batch); }

    exec::Demand hand_on(Batch batch, vec::Mapped mapped) override {
        // Tables may repeat their keys from here on, so each run is a table of its own.
        std::vector<Run> runs;
        for (const Run& run : batch.runs()) {
            if (run.size() != 0) runs.push_back(run);
        }
        const table::SchemaRef schema = schema_of(batch, mapped);
        const bool regroup = std::any_of(
            schema->key().begin(), schema->key().end(),
            [&](std::uint32_t i) { return !constant_in_runs(mapped.columns[i], runs); });
        if (regroup) split(*schema, mapped, runs);
        std::vector<std::uint32_t> firsts;
        for (Run& run : runs) {
            run.table = tables_++;
            run.opens = run.closes = true;
            firsts.push_back(run.begin);
        }
        for (const std::uint32_t i : schema->key())
            mapped.columns[i] = mapped.columns[i].take(firsts);
        return emit(Batch(schema, std::move(mapped.columns), std::move(runs)));
    }

    /// The schema of the output; the same object as long as nothing about it changes.
    const table::SchemaRef& schema_of(const Batch& batch, const vec::Mapped& mapped) {
        if (schema_ && input_ == batch.schema() && schema_->fields() == mapped.fields)
            return schema_;
        std::vector<std::uint32_t> key;
        for (const std::uint32_t i : batch.schema()->key()) {
            const std::string& label = batch.schema()->fields()[i].label;
            const auto found =
                std::find_if(mapped.fields.begin(), mapped.fields.end(),
                             [&](const table::Field& field) { return field.label == label; });
            if (found != mapped.fields.end())
                key.push_back(static_cast<std::uint32_t>(found - mapped.fields.begin()));
        }
        input_ = batch.schema();
        schema_ = table::make_schema(mapped.fields, std::move(key));
        return schema_;
    }

    /// Orders the rows of each run by the key columns and cuts it where they change.
    static void split(const table::Schema& schema, vec::Mapped& mapped, std::vector<Run>& runs) {
        std::vector<std::uint32_t> order;
        std::vector<Run> parts;
        for (const Run& run : runs) {
            std::vector<table::SortColumn> keys;
            for (const std::uint32_t i : schema.sorted_key())
                keys.push_back({mapped.columns[i].slice(run.begin, run.size()).simple()});
            const auto sorted = table::sort_permutation(keys, run.size());
            for (std::uint32_t i = 0; i < sorted.size(); ++i) {
                const bool starts =
                    i == 0 || std::any_of(keys.begin(), keys.end(), [&](const auto& key) {
                        return table::compare_values(key.column, sorted[i], key.column,
                                                     sorted[i - 1]) != 0;
                    });
                const auto row = static_cast<std::uint32_t>(order.size());
                if (starts) parts.push_back({0, row, row, true, true});
                parts.back().end = row + 1;
                order.push_back(run.begin + sorted[i]);
            }
        }
        for (Column& column : mapped.columns) column = column.take(order);
        runs = std::move(parts);
    }

    vec::RowFunction function_;
    exec::DropEmpty empty_{};
    table::SchemaRef input_{};
    table::SchemaRef schema_{};
    std::uint64_t tables_ = 0;
};

}  // namespace

std::unique_ptr<exec::Operator> Map::make(exec::Context& context) const {
    return std::make_unique<MapOperator>(context, fn_);
}

}  // namespace fluxi::flow::ops
