#include "flow/ops/range.hpp"

#include <algorithm>
#include <optional>
#include <vector>

#include <fmt/core.h>

#include "flow/exec/columns.hpp"
#include "flow/exec/context.hpp"
#include "flow/exec/key_order.hpp"
#include "flow/exec/operator.hpp"
#include "value/time.hpp"

namespace fluxi::flow::ops {

using table::Batch;
using table::Column;
using table::ColumnType;
using table::Schema;
using value::Value;

std::string Range::describe() const {
    return fmt::format("start: {}, stop: {}", value::time_to_string(bounds_.start),
                       value::time_to_string(bounds_.stop));
}

MaybeBounds Range::bounds(const std::vector<MaybeBounds>& inputs) const {
    const MaybeBounds before = Operation::bounds(inputs);
    if (!before) return bounds_;
    const Bounds both{std::max(before->start, bounds_.start), std::min(before->stop, bounds_.stop)};
    // Ranges that do not overlap leave nothing: empty bounds at the epoch.
    return both.start < both.stop ? both : Bounds{};
}

namespace {

constexpr std::string_view kTime = "_time";
constexpr std::string_view kBoundLabels[] = {"_start", "_stop"};

class RangeOperator final : public exec::UnaryOperator {
  public:
    explicit RangeOperator(Bounds bounds) : bounds_(bounds) {}

    exec::Demand push(Batch batch) override {
        if (input_ != batch.schema()) prepare(batch.schema());
        select(batch);
        if (rows_.size() != batch.rows()) batch = batch.take(rows_);
        std::vector<Column> columns;
        for (std::size_t i = 0; i < sources_.size(); ++i) {
            columns.push_back(sources_[i] == kBound ? Column() : batch.stored(sources_[i]));
        }
        for (std::size_t i = 0; i < 2; ++i) {
            if (keeps_[i]) continue;
            columns[output_->find(kBoundLabels[i])] = bound_column(batch, i);
        }
        Batch ranged(output_, std::move(columns), batch.runs());
        keys_.assign_runs(ranged, ids_);
        for (std::size_t i = 0; i < ids_.size(); ++i) {
            if (ids_[i] == known_) {
                ++known_;
            } else if (ranged.runs()[i].opens) {
                exec::fail_duplicate("range", keys_.key(ids_[i]));
            }
        }
        return emit(std::move(ranged));
    }
    [[nodiscard]] bool row_wise() const noexcept override { return true; }

  private:
    static constexpr std::size_t kBound = static_cast<std::size_t>(-1);

    void prepare(const table::SchemaRef& schema) {
        input_ = schema;
        time_ = schema->find(kTime);
        if (time_ == Schema::npos) {
            exec::fail_missing_column(*schema, kTime,
                                      "range error: supplied time column {} doesn't exist", kTime);
        }
        if (schema->fields()[time_].type != ColumnType::time) {
            base::fail_with(base::Code::table,
                            "range error: provided time column {} is not of type time but {}",
                            kTime, table::type_name(schema->fields()[time_].type));
        }
        std::vector<table::Field> fields;
        std::vector<std::uint32_t> key;
        sources_.clear();
        both_ = true;
        for (std::size_t i = 0; i < 2; ++i) {
            const std::size_t found = schema->find(kBoundLabels[i]);
            keeps_[i] = found != Schema::npos && schema->is_key(found);
            both_ = both_ && keeps_[i];
            if (found != Schema::npos) {
                const ColumnType type = schema->fields()[found].type;
                if (type != ColumnType::time) {
                    base::fail_with(base::Code::table,
                                    "range error: provided {} column {} is not of type time but {}",
                                    i == 0 ? "start" : "stop", kBoundLabels[i],
                                    table::type_name(type));
                }
                continue;
            }
            fields.push_back({std::string(kBoundLabels[i]), ColumnType::time});
            sources_.push_back(kBound);
        }
        const auto added = static_cast<std::uint32_t>(fields.size());
        for (std::size_t i = 0; i < schema->size(); ++i) {
            fields.push_back(schema->fields()[i]);
            const bool bound = is_bound(fields.back().label);
            sources_.push_back(bound && !schema->is_key(i) ? kBound : i);
        }
        for (std::size_t i = 0; i < 2; ++i) {
            if (keeps_[i]) continue;
            const auto at = std::find_if(fields.begin(), fields.end(), [i](const auto& field) {
                return field.label == kBoundLabels[i];
            });
            key.push_back(static_cast<std::uint32_t>(at - fields.begin()));
        }
        for (const std::uint32_t i : schema->key()) key.push_back(i + added);
        // With both in the key their values are cut down to the range.
        if (both_) keeps_[0] = keeps_[1] = false;
        output_ = table::make_schema(std::move(fields), std::move(key));
    }

    static bool is_bound(const std::string& label) {
        return label == kBoundLabels[0] || label == kBoundLabels[1];
    }

    /// The values of _start (0) or _stop (1) for each run.
    [[nodiscard]] Column bound_column(const Batch& batch, std::size_t which) const {
        const auto runs = static_cast<std::uint32_t>(batch.runs().size());
        const auto time = [](std::int64_t t) { return Value::time({t}); };
        if (!both_)
            return Column::constant(ColumnType::time, runs,
                                    time(which == 0 ? bounds_.start : bounds_.stop));
        table::Builder values(ColumnType::time);
        for (std::uint32_t run = 0; run < runs; ++run) {
            const Bounds bounds = cut(batch, run);
            values.append(time(which == 0 ? bounds.start : bounds.stop));
        }
        return values.finish();
    }

    [[nodiscard]] Bounds cut(const Batch& batch, std::size_t run) const {
        const Value start = batch.key_value(batch.schema()->find(kBoundLabels[0]), run);
        const Value stop = batch.key_value(batch.schema()->find(kBoundLabels[1]), run);
        if (!start.is(value::Nature::time) || !stop.is(value::Nature::time)) return bounds_;
        const Bounds both{std::max(start.as_time().nanoseconds, bounds_.start),
                          std::min(stop.as_time().nanoseconds, bounds_.stop)};
        return both.start < both.stop ? both : bounds_;
    }

    void select(const Batch& batch) {
        const exec::View<std::int64_t> times(batch.column(time_));
        rows_.clear();
        rows_.reserve(batch.rows());
        for (std::uint32_t row = 0; row < batch.rows(); ++row) {
            const std::int64_t time = times[row];
            if (time >= bounds_.start && time < bounds_.stop && times.valid(row))
                rows_.push_back(row);
        }
    }

    Bounds bounds_;
    table::SchemaRef input_{};
    table::SchemaRef output_{};
    std::size_t time_ = 0;
    std::vector<std::size_t> sources_{};  ///< of the output's columns
    bool both_ = false;                   ///< _start and _stop are in the key
    bool keeps_[2] = {};                  ///< the value of the key stays
    std::vector<std::uint32_t> rows_{};
    exec::KeyIndex keys_{};
    std::uint32_t known_ = 0;
    table::Rows ids_{};
};

}  // namespace

std::unique_ptr<exec::Operator> Range::make(exec::Context& context) const {
    return std::make_unique<RangeOperator>(context.node().bounds().value_or(bounds_));
}

}  // namespace fluxi::flow::ops
