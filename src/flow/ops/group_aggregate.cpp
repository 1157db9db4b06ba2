#include "flow/ops/group_aggregate.hpp"

#include <utility>
#include <vector>

#include "flow/exec/columns.hpp"
#include "flow/exec/drop_empty.hpp"

namespace fluxi::flow::ops {

using exec::AggregateStates;
using table::Batch;
using table::Column;

namespace {

class GroupAggregateOperator final : public exec::UnaryOperator {
  public:
    GroupAggregateOperator(const Group& group, const exec::Aggregate& aggregate)
        : group_(group),
          aggregate_(aggregate),
          states_(std::string(aggregate.name()), aggregate.column(), aggregate.kernels()) {}

    exec::Demand push(Batch batch) override {
        if (!group_.keeps_empty()) batch = empty_.without_empty(std::move(batch));
        if (batch.runs().empty()) return exec::Demand::more;
        if (schema_ != batch.schema()) prepare(batch.schema());
        if (!key_.whole_tables && batch.rows() == 0) return exec::Demand::more;
        if (!has_source_) find_source();
        if (!has_column_) {
            without_column(batch);
        } else if (key_.whole_tables) {
            by_runs(batch);
        } else {
            by_rows(batch);
        }
        return exec::Demand::more;
    }

    void finish() override {
        for (std::uint32_t id = 0; id < states_.keys().size(); ++id) {
            if (id >= seen_.size() || seen_[id] == 0) fail_missing();
        }
        for (const auto& entry : nulls_) states_.add_nulls(entry.first, entry.second);
        states_.emit(output());
        emit_finish();
    }

  private:
    void prepare(const table::SchemaRef& schema) {
        schema_ = schema;
        key_ = group_.new_key(*schema);
        std::vector<table::Field> fields;
        for (const std::uint32_t i : key_.columns) fields.push_back(schema->fields()[i]);
        layout_ = states_.keys().layout(fields);
        has_source_ = false;
    }

    void find_source() {
        has_source_ = true;
        has_column_ = schema_->find(aggregate_.column()) != table::Schema::npos;
        if (!has_column_) return;
        // The column must not be in the new key; that it is in the old one does no harm.
        const auto regrouped = table::make_schema(schema_->fields(), key_.columns);
        source_ = states_.source(regrouped);
    }

    std::span<const std::uint32_t> assign(const Batch& batch, bool rows) {
        std::vector<Column> keys;
        for (const std::uint32_t i : key_.columns)
            keys.push_back(rows ? batch.column(i) : batch.stored(i));
        ids_.resize(rows ? batch.rows() : batch.runs().size());
        states_.keys().assign(layout_, keys, ids_);
        return ids_;
    }

    void open(std::span<const std::uint32_t> ids) {
        states_.open(source_.kernel);
        seen_.resize(states_.keys().size(), 0);
        for (const std::uint32_t id : ids) {
            if (seen_[id] == 0) {
                states_.check(id, source_.kernel);
                seen_[id] = static_cast<std::uint8_t>(source_.kernel + 1);
            } else if (seen_[id] != source_.kernel + 1) {
                states_.check(id, source_.kernel);
            }
        }
    }

    void by_rows(const Batch& batch) {
        const auto ids = assign(batch, true);
        open(ids);
        states_.kernel(source_.kernel).update_each(ids, batch.column(source_.column));
    }

    void by_runs(const Batch& batch) {
        const auto ids = assign(batch, false);
        open(ids);
        const Column values = batch.column(source_.column).simple();
        exec::AggregateKernel& kernel = states_.kernel(source_.kernel);
        for (std::size_t i = 0; i < ids.size(); ++i)
            kernel.update(ids[i], values, batch.runs()[i].begin, batch.runs()[i].end);
    }

    /// Rows of a table that lacks the column: nulls, if the group has it from another table.
    void without_column(const Batch& batch) {
        missing_in_ = batch.schema();
        if (key_.whole_tables) {
            const auto ids = assign(batch, false);
            for (std::size_t i = 0; i < ids.size(); ++i)
                nulls_.emplace_back(ids[i], batch.runs()[i].size());
        } else {
            for (const std::uint32_t id : assign(batch, true)) {
                if (nulls_.empty() || nulls_.back().first != id) nulls_.emplace_back(id, 0);
                ++nulls_.back().second;
            }
        }
    }

    [[noreturn]] void fail_missing() const {
        exec::fail_missing_column(*missing_in_, aggregate_.column(),
                                  "{}: column \"{}\" does not exist", aggregate_.name(),
                                  aggregate_.column());
    }

    const Group& group_;
    const exec::Aggregate& aggregate_;
    exec::DropEmpty empty_{};
    AggregateStates states_;
    table::SchemaRef schema_{};
    Group::NewKey key_{};
    std::uint32_t layout_ = 0;
    bool has_source_ = false;  ///< of rows of this schema: they make groups
    bool has_column_ = false;
    AggregateStates::Source source_{};
    table::Rows ids_{};
    base::SpillingVector<std::uint8_t>
        seen_{};  ///< of each key: its kernel plus one, 0 before the first row
    base::CountedVector<std::pair<std::uint32_t, std::uint32_t>>
        nulls_{};  ///< key and number of rows
    table::SchemaRef missing_in_{};
};

}  // namespace

std::unique_ptr<exec::Operator> GroupAggregate::make(exec::Context&) const {
    return std::make_unique<GroupAggregateOperator>(group_, aggregate_);
}

}  // namespace fluxi::flow::ops
