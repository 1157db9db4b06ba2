#include "flow/exec/projection.hpp"

#include <algorithm>
#include <utility>

#include "flow/exec/join_runs.hpp"

namespace fluxi::flow::exec {

using table::Batch;
using table::Column;
using table::Schema;

Projection Projection::identity(const Schema& schema) {
    Projection projection;
    for (std::uint32_t i = 0; i < schema.size(); ++i)
        projection.columns.push_back({schema.fields()[i], i, {}, schema.is_key(i)});
    for (const std::uint32_t i : schema.key())
        projection.key_order.push_back(schema.fields()[i].label);
    return projection;
}

Projection::Output* Projection::find(std::string_view label) {
    const auto found = std::find_if(columns.begin(), columns.end(),
                                    [&](const Output& o) { return o.field.label == label; });
    return found == columns.end() ? nullptr : &*found;
}

namespace {

table::SchemaRef schema_of(const Projection& projection) {
    std::vector<table::Field> fields;
    std::vector<std::uint32_t> key;
    for (const auto& column : projection.columns) fields.push_back(column.field);
    for (const std::string& label : projection.key_order) {
        for (std::uint32_t i = 0; i < projection.columns.size(); ++i) {
            if (projection.columns[i].key && projection.columns[i].field.label == label)
                key.push_back(i);
        }
    }
    for (std::uint32_t i = 0; i < projection.columns.size(); ++i) {
        const bool listed = std::find(key.begin(), key.end(), i) != key.end();
        if (projection.columns[i].key && !listed) key.push_back(i);
    }
    return table::make_schema(std::move(fields), std::move(key));
}

}  // namespace

Demand ProjectionOperator::push(Batch batch) {
    if (input_ != batch.schema()) {
        projection_ = project(*batch.schema());
        output_ = schema_of(projection_);
        input_ = batch.schema();
    }
    // Without columns there are no rows either.
    if (projection_.columns.empty())
        return emit(Batch(output_, {}, {table::Run{0, 0, 0, true, true}}));
    std::vector<Column> columns;
    columns.reserve(projection_.columns.size());
    for (const Projection::Output& column : projection_.columns) {
        if (column.source == Projection::kConstant) {
            const auto rows = static_cast<std::uint32_t>(column.key ? batch.runs().size()
                                                                    : std::size_t{batch.rows()});
            columns.push_back(Column::constant(column.field.type, rows, column.constant));
        } else if (column.key) {
            columns.push_back(batch.stored(column.source));
        } else {
            columns.push_back(batch.column(column.source));
        }
    }
    return emit(join_equal_runs(Batch(output_, std::move(columns), batch.runs())));
}

}  // namespace fluxi::flow::exec
