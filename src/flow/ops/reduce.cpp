#include "flow/ops/reduce.hpp"

#include <algorithm>
#include <memory>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "base/counted.hpp"
#include "flow/exec/columns.hpp"
#include "flow/exec/context.hpp"
#include "flow/exec/drop_empty.hpp"
#include "flow/exec/key_order.hpp"
#include "flow/exec/operator.hpp"
#include "flow/ops/accumulators.hpp"
#include "table/builder.hpp"
#include "table/concat.hpp"
#include "vec/fold.hpp"
#include "vec/row_function.hpp"

namespace fluxi::flow::ops {

using table::Batch;
using table::Column;
using table::Run;
using value::Value;
using vec::Slot;

namespace {

class ReduceOperator final : public exec::UnaryOperator {
  public:
    ReduceOperator(exec::Context& context, const Reduce& reduce)
        : context_(context),
          reduce_(reduce),
          merging_(context.loose_input()),
          accumulators_(reduce.identity()) {}

    exec::Demand push(Batch batch) override {
        if (reduce_.group() && !reduce_.group()->keeps_empty())
            batch = empty_.without_empty(std::move(batch));
        if (batch.runs().empty()) return exec::Demand::more;
        if (schema_ != batch.schema()) meet(batch.schema());
        const bool by_rows = reduce_.group() && !key_.whole_tables;
        if (by_rows && batch.rows() == 0) return exec::Demand::more;
        assign(batch, by_rows);
        accumulators_.open(keys_.size());
        if (by_rows) {
            fold_rows(batch);
        } else {
            fold_runs(batch);
        }
        return exec::Demand::more;
    }

    void finish() override {
        check_types();
        emit_all();
        emit_finish();
    }

  private:
    static constexpr std::uint32_t kNoSchema = static_cast<std::uint32_t>(-1);

    void meet(const table::SchemaRef& schema) {
        schema_ = schema;
        shape_ = vec::shape_of(*schema);
        fold_ = nullptr;
        if (accumulators_.in_slots()) {
            fold_ = vec::Fold::bind(context_.evaluator(), reduce_.fn(), *schema,
                                    accumulators_.fields());
        }
        const auto known = std::find_if(schemas_.begin(), schemas_.end(), [&](const auto& other) {
            return table::same(other, schema);
        });
        schema_number_ = static_cast<std::uint32_t>(known - schemas_.begin());
        if (known == schemas_.end()) schemas_.push_back(schema);
        if (!reduce_.group()) return;
        key_ = reduce_.group()->new_key(*schema);
        std::vector<table::Field> fields;
        for (const std::uint32_t i : key_.columns) fields.push_back(schema->fields()[i]);
        layout_ = keys_.layout(fields);
    }

    /// Numbers of the keys: one per row or one per run.
    void assign(const Batch& batch, bool by_rows) {
        const std::uint32_t known = keys_.size();
        if (!reduce_.group()) {
            keys_.assign_runs(batch, ids_);
        } else {
            std::vector<Column> keys;
            for (const std::uint32_t i : key_.columns)
                keys.push_back(by_rows ? batch.column(i) : batch.stored(i));
            ids_.resize(by_rows ? batch.rows() : batch.runs().size());
            keys_.assign(layout_, keys, ids_);
        }
        last_schema_.resize(keys_.size(), kNoSchema);
        for (const std::uint32_t id : ids_)
            if (last_schema_[id] != schema_number_) note_schema(id);
        if (reduce_.group() || merging_) return;
        std::uint32_t fresh = known;
        for (std::size_t i = 0; i < ids_.size(); ++i) {
            if (ids_[i] >= fresh) {
                fresh = ids_[i] + 1;
            } else if (batch.runs()[i].opens) {
                exec::fail_duplicate(user_, keys_.key(ids_[i]));
            }
        }
    }

    /// Whether the bound function can be used on the batch, whose row part is computed then.
    bool read(const Batch& batch) {
        if (!fold_ || !accumulators_.in_slots()) return false;
        try {
            fold_->read(batch);
            return true;
        } catch (const base::RuntimeError&) {
            return false;  // The walker finds the first error, or none.
        }
    }

    void fold_rows(const Batch& batch) {
        std::uint32_t row = 0;
        if (read(batch)) row = fold_->run_each(accumulators_.slots(), ids_);
        accumulators_.own_texts(ids_);
        for (; row < batch.rows(); ++row) walk(batch, row, ids_[row]);
    }

    void fold_runs(const Batch& batch) {
        bool bound = read(batch);
        for (std::size_t i = 0; i < ids_.size(); ++i) {
            const Run& run = batch.runs()[i];
            std::uint32_t row = run.begin;
            if (bound) row = fold_->run(accumulators_.slots(ids_[i]), run.begin, run.end);
            if (row == run.end) continue;
            bound = false;
            accumulators_.own_texts(ids_);
            for (; row < run.end; ++row) walk(batch, row, ids_[i]);
        }
        if (bound) accumulators_.own_texts(ids_);
    }

    void walk(const Batch& batch, std::uint32_t row, std::uint32_t id) {
        const eval::Evaluator::RowScope scope(context_.evaluator());
        Value& accumulator = accumulators_.record(id);
        const eval::NamedArgument arguments[] = {
            {"r", vec::row_record(batch, row, shape_)},
            {"accumulator", std::move(accumulator)},
        };
        Value next = context_.evaluator().call_named(reduce_.fn(), arguments);
        if (!next.is(value::Nature::record)) {
            base::fail("reduce: the function must return a record, got {}",
                       value::nature_name(next.nature()));
        }
        accumulators_.record(id) = std::move(next);
    }

    void note_schema(std::uint32_t id) {
        const std::uint32_t last = std::exchange(last_schema_[id], schema_number_);
        if (last == kNoSchema) return;
        std::vector<std::uint32_t>& all = schemas_of_[id];
        for (const std::uint32_t number : {last, schema_number_})
            if (std::find(all.begin(), all.end(), number) == all.end()) all.push_back(number);
    }

    /// Tables of one key that do not agree about a column cannot be one table.
    void check_types() const {
        std::set<std::pair<std::uint32_t, std::uint32_t>> met;  // later, earlier
        for (const auto& of_key : schemas_of_) {
            for (const std::uint32_t later : of_key.second)
                for (const std::uint32_t earlier : of_key.second)
                    if (earlier < later) met.emplace(later, earlier);
        }
        for (const auto& pair : met) check_types(*schemas_[pair.second], *schemas_[pair.first]);
    }
    static void check_types(const table::Schema& earlier, const table::Schema& later) {
        for (const table::Field& field : later.fields()) {
            const std::size_t other = earlier.find(field.label);
            if (other == table::Schema::npos) continue;
            const table::ColumnType type = earlier.fields()[other].type;
            if (type != field.type) table::fail_collision(field.label, type, field.type);
        }
    }

    void emit_all() {
        exec::KeyOrder tables(exec::KeyOrder::Repeated::fail, user_);
        const table::Rows ids = keys_.sorted();
        for (std::size_t begin = 0, end = 0; begin < ids.size(); begin = end) {
            const std::uint32_t layout = keys_.layout_of(ids[begin]);
            end = begin + 1;
            if (accumulators_.in_slots()) {
                while (end < ids.size() && keys_.layout_of(ids[end]) == layout) ++end;
                tables.add(from_slots(layout, std::span(ids).subspan(begin, end - begin)));
            } else {
                tables.add(from_record(layout, ids[begin]));
            }
        }
        tables.emit(output(), context_.settings().batch_rows);
    }

    [[noreturn]] static void fail_null(const std::string& label) {
        base::fail_with(base::Code::table,
                        "reduce: null values are not supported for \"{}\" in the reduce() function",
                        label);
    }

    /// One table per key: the key columns, then the fields by label. A field with the label of a
    /// key column replaces its value.
    Batch from_slots(std::uint32_t layout, std::span<const std::uint32_t> ids) {
        std::vector<table::Field> fields = keys_.fields(layout);
        std::vector<Column> columns = keys_.columns(layout, ids);
        const auto key_columns = static_cast<std::uint32_t>(fields.size());
        std::vector<std::uint32_t> key;
        for (std::uint32_t i = 0; i < key_columns; ++i) key.push_back(i);
        for (const std::uint32_t i : reduce_.identity().as_record().shape()->sorted()) {
            const table::Field& field = accumulators_.fields()[i];
            const auto place = static_cast<std::size_t>(
                std::find_if(fields.begin(), fields.begin() + key_columns,
                             [&](const auto& other) { return other.label == field.label; }) -
                fields.begin());
            table::Builder builder(field.type);
            builder.reserve(static_cast<std::uint32_t>(ids.size()));
            for (const std::uint32_t id : ids) {
                const Slot& slot = accumulators_.slots(id)[i];
                if (!slot.valid() && place == key_columns) fail_null(field.label);
                builder.append(vec::boxed(slot, field.type));
            }
            if (place == key_columns) {
                fields.push_back(field);
                columns.push_back(builder.finish());
            } else {
                fields[place] = field;
                columns[place] = builder.finish();
            }
        }
        base::Reservation of_runs;
        of_runs.resize(ids.size() * sizeof(Run));
        std::vector<Run> runs;
        for (std::uint32_t i = 0; i < ids.size(); ++i) runs.push_back({i, i, i + 1, true, true});
        return {table::make_schema(std::move(fields), std::move(key)), std::move(columns),
                std::move(runs)};
    }

    Batch from_record(std::uint32_t layout, std::uint32_t id) {
        const std::vector<table::Field>& fields = keys_.fields(layout);
        std::vector<std::uint32_t> all;
        for (std::uint32_t i = 0; i < fields.size(); ++i) all.push_back(i);
        const table::SchemaRef schema = table::make_schema(fields, all);
        exec::TableEdit edit(
            Batch(schema, keys_.columns(layout, {&id, 1}), {Run{0, 0, 1, true, true}}));
        const value::Record& record = accumulators_.record(id).as_record();
        for (const std::uint32_t i : record.shape()->sorted()) {
            const std::string& label = record.shape()->labels()[i];
            const Value& v = record.values()[i];
            const bool in_key = schema->find(label) != table::Schema::npos;
            const auto type = table::column_type_of(v.nature());
            if (in_key && type) {
                edit.set_key(label, *type, v);
                continue;
            }
            if (v.is_null()) fail_null(label);
            if (!type) {
                base::fail_with(base::Code::table,
                                "reduce: property \"{}\" is a {}, which cannot be a column", label,
                                value::nature_name(v.nature()));
            }
            edit.set(label, Column::constant(*type, 1, v));
        }
        return edit.finish();
    }

    const std::string user_ = "reduce: two reducers writing result to the same table:";
    exec::Context& context_;
    const Reduce& reduce_;
    bool merging_;
    exec::DropEmpty empty_{};
    Accumulators accumulators_;
    exec::KeyIndex keys_{};
    table::SchemaRef schema_{};
    value::Ref<value::Shape> shape_{};
    std::unique_ptr<vec::Fold> fold_{};
    Group::NewKey key_{};
    std::uint32_t layout_ = 0;
    table::Rows ids_{};
    std::vector<table::SchemaRef> schemas_{};  ///< all that came
    std::uint32_t schema_number_ = 0;
    table::Rows last_schema_{};  ///< of each key the number of its last rows' schema
    /// Of the keys with rows of several schemas: the numbers of those.
    base::CountedMap<std::uint32_t, std::vector<std::uint32_t>> schemas_of_{};
};

}  // namespace

std::unique_ptr<exec::Operator> Reduce::make(exec::Context& context) const {
    return std::make_unique<ReduceOperator>(context, *this);
}

}  // namespace fluxi::flow::ops
