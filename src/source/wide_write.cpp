#include <algorithm>
#include <utility>

#include "base/error.hpp"
#include "flow/exec/effect_operator.hpp"
#include "source/point_writer.hpp"
#include "source/write.hpp"

namespace fluxi::source {

using table::Batch;
using table::ColumnType;

namespace {

constexpr std::string_view kUser = "wideTo";

class WideWriteOperator final : public flow::exec::EffectOperator {
  public:
    WideWriteOperator(flow::exec::Context& context, const BucketName& bucket)
        : writer_(context, kUser, bucket) {}

  private:
    void act(Batch& batch) override {
        writer_.open();
        if (schema_ != batch.schema()) prepare(batch.schema());
        write(batch);
    }
    void end() override { writer_.open(); }

    static bool is_bound(const std::string& label) { return label == "_start" || label == "_stop"; }

    void prepare(const table::SchemaRef& schema) {
        schema_ = schema;
        tags_.clear();
        fields_.clear();
        const std::size_t measurement = schema->find("_measurement");
        if (measurement == table::Schema::npos || !schema->is_key(measurement)) {
            base::fail_with(base::Code::table,
                            "wideTo: required column \"_measurement\" is not in the group key");
        }
        measurement_ = measurement;
        for (std::size_t i = 0; i < schema->size(); ++i) {
            const table::Field& field = schema->fields()[i];
            if (is_bound(field.label)) continue;
            if (!schema->is_key(i)) {
                if (field.label != "_time") fields_.push_back(i);
                continue;
            }
            if (field.label == "_field") {
                base::fail_with(base::Code::table,
                                "wideTo: found column \"_field\" in the group key; wideTo expects "
                                "pivoted data, see schema.fieldsAsCols");
            }
            if (field.type != ColumnType::string) {
                base::fail_with(base::Code::table,
                                "wideTo: group key column \"{}\" has type {}; type string is "
                                "required",
                                field.label, table::type_name(field.type));
            }
            if (i != measurement_) tags_.push_back(i);
        }
        time_ = flow::exec::require_time_column(*schema, "_time", kUser);
        std::sort(tags_.begin(), tags_.end(), [&](std::size_t a, std::size_t b) {
            return schema->fields()[a].label < schema->fields()[b].label;
        });
    }

    void write(const Batch& batch) {
        const flow::exec::View<std::int64_t> times(batch.column(time_));
        const TextColumn measurements("_measurement", batch.column(measurement_));
        std::vector<TextColumn> tags;
        for (const std::size_t i : tags_)
            tags.emplace_back(schema_->fields()[i].label, batch.column(i));
        std::vector<FieldColumn> fields;
        for (const std::size_t i : fields_) {
            fields.emplace_back(schema_->fields()[i].label, batch.column(i),
                                FieldColumn::Times::as_texts);
        }
        for (std::uint32_t row = 0; row < batch.rows(); ++row) {
            if (!times.valid(row)) continue;
            const std::string_view measurement = measurements.at(row);
            if (measurement.empty()) {
                base::fail_with(base::Code::table,
                                "wideTo: a table has no measurement: column \"_measurement\" is "
                                "null or empty");
            }
            writer_.fields().clear();
            for (FieldColumn& field : fields) {
                if (const auto value = field.at(row))
                    writer_.fields().push_back({field.label(), *value});
            }
            writer_.write(measurement, tags, row, times[row]);
        }
    }

    PointWriter writer_;
    table::SchemaRef schema_{};
    std::size_t time_ = 0;
    std::size_t measurement_ = 0;
    std::vector<std::size_t> tags_{};  ///< positions, by label
    std::vector<std::size_t> fields_{};
};

}  // namespace

std::unique_ptr<flow::exec::Operator> WideWrite::make(flow::exec::Context& context) const {
    return std::make_unique<WideWriteOperator>(context, bucket_);
}

}  // namespace fluxi::source
