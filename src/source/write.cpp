#include "source/write.hpp"

#include <algorithm>
#include <set>
#include <utility>

#include "base/error.hpp"
#include "flow/exec/effect_operator.hpp"
#include "source/point_writer.hpp"
#include "vec/columns_read.hpp"
#include "vec/row_function.hpp"

namespace fluxi::source {

using table::Batch;
using table::ColumnType;
using table::Schema;

namespace {

constexpr std::string_view kUser = "to";

std::size_t text_column(const Schema& schema, std::string_view label) {
    const std::size_t found = flow::exec::require_column(schema, label, kUser);
    if (schema.fields()[found].type != ColumnType::string) {
        base::fail_with(base::Code::table, "to: column {} must be of type string, it is of type {}",
                        label, table::type_name(schema.fields()[found].type));
    }
    return found;
}

class WriteOperator final : public flow::exec::EffectOperator {
  public:
    WriteOperator(flow::exec::Context& context, const WriteSpec& spec)
        : spec_(spec), writer_(context, kUser, spec.bucket) {
        if (spec.field_fn.is_null()) return;
        fields_.emplace(context.evaluator(), spec.field_fn, "r", "to: fieldFn");
        mentioned_ = vec::columns_read(spec.field_fn, "r").labels;
    }

  private:
    void act(Batch& batch) override {
        writer_.open();
        if (schema_ != batch.schema()) prepare(batch.schema());
        without_null_times(batch);
        write(batch);
    }
    void end() override { writer_.open(); }

    void prepare(const table::SchemaRef& schema) {
        schema_ = schema;
        time_ = flow::exec::require_time_column(*schema, spec_.time_column, kUser);
        measurement_ = text_column(*schema, spec_.measurement_column);
        if (!fields_) {
            field_ = text_column(*schema, "_field");
            value_ = flow::exec::require_column(*schema, "_value", kUser);
        }
        tags_.clear();
        for (std::size_t i = 0; i < schema->size(); ++i) {
            if (is_tag(schema->fields()[i])) tags_.push_back(i);
        }
        std::sort(tags_.begin(), tags_.end(), [&](std::size_t a, std::size_t b) {
            return schema->fields()[a].label < schema->fields()[b].label;
        });
    }

    [[nodiscard]] bool is_tag(const table::Field& field) const {
        if (spec_.tag_columns) {
            const auto& listed = *spec_.tag_columns;
            if (std::find(listed.begin(), listed.end(), field.label) == listed.end()) return false;
            if (field.type == ColumnType::string) return true;
            base::fail_with(base::Code::table,
                            "to: invalid type for tag column {}: it must be string, it is {}",
                            field.label, table::type_name(field.type));
        }
        return field.type == ColumnType::string && field.label != "_measurement" &&
               field.label != spec_.measurement_column && field.label != "_field" &&
               field.label != "_value" && !mentioned_.contains(field.label);
    }

    void without_null_times(Batch& batch) const {
        const flow::exec::View<std::int64_t> times(batch.column(time_));
        if (times.all_valid()) return;
        std::vector<std::uint32_t> rows;
        for (std::uint32_t row = 0; row < batch.rows(); ++row) {
            if (times.valid(row)) rows.push_back(row);
        }
        if (rows.size() != batch.rows()) batch = batch.take(rows);
    }

    void write(const Batch& batch) {
        const flow::exec::View<std::int64_t> times(batch.column(time_));
        const TextColumn measurements(spec_.measurement_column, batch.column(measurement_));
        std::vector<TextColumn> tags;
        for (const std::size_t i : tags_)
            tags.emplace_back(schema_->fields()[i].label, batch.column(i));
        std::vector<FieldColumn> values;
        std::optional<TextColumn> names;
        if (fields_) {
            vec::Mapped mapped = fields_->map(batch);
            for (std::size_t i = 0; i < mapped.fields.size(); ++i) {
                values.emplace_back(mapped.fields[i].label, mapped.columns[i],
                                    FieldColumn::Times::as_numbers);
            }
        } else {
            names.emplace("_field", batch.column(field_));
            values.emplace_back("_value", batch.column(value_), FieldColumn::Times::as_numbers);
        }
        for (std::uint32_t row = 0; row < batch.rows(); ++row) {
            const std::string_view measurement = measurements.at(row);
            if (measurement.empty()) {
                base::fail_with(base::Code::table,
                                "to: a row has no measurement: column {} is null or empty",
                                spec_.measurement_column);
            }
            collect(names, values, row);
            writer_.write(measurement, tags, row, times[row]);
        }
    }

    /// The fields of a row.
    void collect(const std::optional<TextColumn>& names, std::vector<FieldColumn>& values,
                 std::uint32_t row) {
        writer_.fields().clear();
        for (FieldColumn& column : values) {
            const std::string_view name = names ? names->at(row) : std::string_view(column.label());
            if (name.empty()) {
                base::fail_with(base::Code::table,
                                "to: all fields must have names: column _field is null or empty");
            }
            if (const auto value = column.at(row)) writer_.fields().push_back({name, *value});
        }
    }

    const WriteSpec& spec_;
    PointWriter writer_;
    std::optional<vec::RowFunction> fields_{};
    std::set<std::string> mentioned_{};
    table::SchemaRef schema_{};
    std::size_t time_ = 0;
    std::size_t measurement_ = 0;
    std::size_t field_ = 0;
    std::size_t value_ = 0;
    std::vector<std::size_t> tags_{};  ///< positions, by label
};

}  // namespace

std::unique_ptr<flow::exec::Operator> Write::make(flow::exec::Context& context) const {
    return std::make_unique<WriteOperator>(context, spec_);
}

}  // namespace fluxi::source
