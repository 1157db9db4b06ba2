#include "flow/exec/aggregate.hpp"

#include <algorithm>
#include <numeric>
#include <utility>

#include "base/error.hpp"
#include "flow/exec/key_order.hpp"
#include "table/concat.hpp"

namespace fluxi::flow::exec {

using table::Batch;
using table::Schema;

AggregateStates::Source AggregateStates::source(const table::SchemaRef& schema) {
    if (schema == schema_) return source_;
    const std::size_t column = schema->find(column_);
    if (column == Schema::npos) {
        fail_missing_column(*schema, column_, "{}: column \"{}\" does not exist", user_, column_);
    }
    if (schema->is_key(column)) {
        base::fail_with(base::Code::table,
                        "{}: cannot aggregate columns that are part of the group key: \"{}\"",
                        user_, column_);
    }
    const table::ColumnType type = schema->fields()[column].type;
    const auto known = std::find_if(made_.begin(), made_.end(),
                                    [type](const Made& made) { return made.type == type; });
    const auto kernel = static_cast<std::uint32_t>(known - made_.begin());
    if (known == made_.end()) {
        auto made = kernels_(type);
        if (!made) {
            base::fail_with(base::Code::table,
                            "{}: unsupported aggregate column type {} of column \"{}\"", user_,
                            table::type_name(type), column_);
        }
        made_.push_back({type, std::move(made)});
    }
    schema_ = schema;
    source_ = {column, kernel};
    return source_;
}

void AggregateStates::open(std::uint32_t kernel) {
    if (kernel_of_.size() < keys_.size()) kernel_of_.resize(keys_.size(), kernel);
    made_[kernel].kernel->grow(keys_.size());
}

void AggregateStates::check(std::uint32_t id, std::uint32_t kernel) const {
    if (kernel_of_[id] != kernel)
        table::fail_collision(column_, made_[kernel_of_[id]].type, made_[kernel].type);
}

void AggregateStates::add_nulls(std::uint32_t id, std::uint32_t rows) {
    const Made& made = made_[kernel_of_[id]];
    made.kernel->update(id, table::Column::nulls(made.type, rows), 0, rows);
}

void AggregateStates::emit(Sink& out) {
    const table::Rows ids = keys_.sorted();
    std::uint64_t number = 0;
    for (std::size_t begin = 0, end = 0; begin < ids.size(); begin = end) {
        const std::uint32_t layout = keys_.layout_of(ids[begin]);
        const std::uint32_t which = kernel_of_[ids[begin]];
        while (end < ids.size() && keys_.layout_of(ids[end]) == layout &&
               kernel_of_[ids[end]] == which) {
            ++end;
        }
        const std::span<const std::uint32_t> part(ids.data() + begin, end - begin);
        AggregateKernel& kernel = *made_[which].kernel;
        table::Builder result(kernel.result());
        result.reserve(static_cast<std::uint32_t>(part.size()));
        base::Reservation of_runs;
        of_runs.resize(part.size() * sizeof(table::Run));
        std::vector<table::Run> runs;
        runs.reserve(part.size());
        for (std::uint32_t i = 0; i < part.size(); ++i) {
            kernel.finish(part[i], result);
            runs.push_back({number++, i, i + 1, true, true});
        }
        std::vector<table::Field> fields = keys_.fields(layout);
        std::vector<std::uint32_t> key(fields.size());
        std::iota(key.begin(), key.end(), 0U);
        fields.push_back({column_, kernel.result()});
        std::vector<table::Column> columns = keys_.columns(layout, part);
        columns.push_back(result.finish());
        const Batch batch(table::make_schema(std::move(fields), std::move(key)), std::move(columns),
                          std::move(runs));
        if (out.push(batch) == Demand::enough) return;
    }
}

namespace {

class AggregateOperator final : public UnaryOperator {
  public:
    AggregateOperator(const Aggregate& aggregate, bool merging)
        : states_(std::string(aggregate.name()), aggregate.column(), aggregate.kernels()),
          merging_(merging) {}

    Demand push(Batch batch) override {
        const AggregateStates::Source source = states_.source(batch.schema());
        std::uint32_t fresh = states_.keys().size();
        states_.keys().assign_runs(batch, ids_);
        states_.open(source.kernel);
        AggregateKernel& kernel = states_.kernel(source.kernel);
        const table::Column values = batch.stored(source.column).simple();
        for (std::size_t i = 0; i < ids_.size(); ++i) {
            const table::Run& run = batch.runs()[i];
            if (ids_[i] >= fresh) {
                fresh = ids_[i] + 1;
            } else {
                if (run.opens && !merging_)
                    fail_duplicate("aggregate", states_.keys().key(ids_[i]));
                states_.check(ids_[i], source.kernel);
            }
            kernel.update(ids_[i], values, run.begin, run.end);
        }
        return Demand::more;
    }
    void finish() override {
        states_.emit(output());
        emit_finish();
    }

  private:
    AggregateStates states_;
    bool merging_;
    table::Rows ids_{};
};

}  // namespace

std::unique_ptr<Operator> Aggregate::make(Context& context) const {
    return std::make_unique<AggregateOperator>(*this, context.loose_input());
}

}  // namespace fluxi::flow::exec
