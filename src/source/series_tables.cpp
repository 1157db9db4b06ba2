#include "source/series_tables.hpp"

#include <algorithm>
#include <utility>

#include "store/predicate.hpp"

namespace fluxi::source {

using table::Batch;
using table::Column;
using table::ColumnType;
using table::Run;
using value::Value;

TableBounds TableBounds::same(flow::Bounds bounds, std::uint32_t runs) {
    return {Column::constant(ColumnType::time, runs, Value::time({bounds.start})),
            Column::constant(ColumnType::time, runs, Value::time({bounds.stop}))};
}

std::vector<std::string_view> labels_of(const store::Series& series) {
    std::vector<std::string_view> labels;
    labels.reserve(series.tags.size() + 2);
    for (const store::Tag& tag : series.tags) labels.push_back(tag.key);
    for (const std::string_view label : {"_field", "_measurement"})
        labels.insert(std::lower_bound(labels.begin(), labels.end(), label), label);
    return labels;
}

const table::SchemaRef& SeriesTables::schema(const std::vector<std::string_view>& labels,
                                             ColumnType type, bool has_time, bool grouped) {
    name_.assign(1, static_cast<char>('a' + static_cast<int>(type)));
    name_ += has_time ? 't' : 'v';
    name_ += grouped ? 'g' : 's';
    for (const std::string_view label : labels) {
        name_ += label;
        name_ += '\0';
    }
    if (const auto known = schemas_.find(name_); known != schemas_.end()) return known->second;
    std::vector<table::Field> fields{{"_start", ColumnType::time}, {"_stop", ColumnType::time}};
    if (has_time) fields.push_back({"_time", ColumnType::time});
    fields.push_back({"_value", type});
    const auto first = static_cast<std::uint32_t>(fields.size());
    for (const std::string_view label : labels)
        fields.push_back({std::string(label), ColumnType::string});
    std::vector<std::uint32_t> key{0, 1};
    if (grouped) {
        for (const std::string& label : *spec_.group) {
            const auto found = std::find(labels.begin(), labels.end(), label);
            if (found != labels.end())
                key.push_back(first + static_cast<std::uint32_t>(found - labels.begin()));
        }
    } else {
        for (std::uint32_t i = first; i < fields.size(); ++i) key.push_back(i);
    }
    return schemas_.emplace(name_, table::make_schema(std::move(fields), std::move(key)))
        .first->second;
}

const Column& SeriesTables::constant(std::string_view label, std::string_view text,
                                     std::uint32_t size) {
    auto found = texts_.find(label);
    if (found == texts_.end()) found = texts_.emplace(std::string(label), Known{}).first;
    Known& known = found->second;
    if (known.column.size() != size || known.column.type() != ColumnType::string ||
        known.text != text) {
        known.text = text;
        known.column = Column::constant(ColumnType::string, size, Value::string(text));
    }
    return known.column;
}

Batch SeriesTables::of_series(const store::Series& series, const TableBounds& bounds,
                              const std::optional<Column>& times, const Column& values,
                              std::vector<Run> runs) {
    const std::vector<std::string_view> labels = labels_of(series);
    const auto count = static_cast<std::uint32_t>(runs.size());
    std::vector<Column> columns{bounds.start, bounds.stop};
    columns.reserve(labels.size() + 4);
    if (times) columns.push_back(*times);
    columns.push_back(values);
    for (const std::string_view label : labels)
        columns.push_back(constant(label, store::tag_value(series, label), count));
    return {schema(labels, values.type(), times.has_value(), false), std::move(columns),
            std::move(runs)};
}

Batch SeriesTables::of_group(const GroupShape& group, const store::Series& series,
                             const Column& times, const Column& values) {
    const std::vector<std::string_view> labels(group.labels.begin(), group.labels.end());
    const table::SchemaRef& schema = this->schema(labels, values.type(), true, true);
    const TableBounds bounds = TableBounds::same(spec_.bounds, 1);
    std::vector<Column> columns{bounds.start, bounds.stop, times, values};
    for (std::size_t i = 0; i < labels.size(); ++i) {
        const bool key = schema->is_key(columns.size());
        columns.push_back(
            constant(labels[i], store::tag_value(series, labels[i]), key ? 1 : values.size()));
    }
    return {schema, std::move(columns), {Run{0, 0, values.size(), true, true}}};
}

Batch SeriesTables::of_group(const GroupShape& group, const Column& value) {
    const std::vector<std::string_view> labels(spec_.group->begin(), spec_.group->end());
    const TableBounds bounds = TableBounds::same(spec_.bounds, 1);
    std::vector<Column> columns{bounds.start, bounds.stop, value};
    for (std::size_t i = 0; i < labels.size(); ++i)
        columns.push_back(constant(labels[i], group.values[i], 1));
    return {schema(labels, value.type(), false, true),
            std::move(columns),
            {Run{0, 0, value.size(), true, true}}};
}

Batch SeriesTables::of_group_as_flux(const GroupShape& group, const Column& value) {
    const TableBounds bounds = TableBounds::same(spec_.bounds, 1);
    std::vector<table::Field> fields{{"_start", ColumnType::time}, {"_stop", ColumnType::time}};
    std::vector<Column> columns{bounds.start, bounds.stop};
    std::vector<std::uint32_t> key{0, 1};
    for (std::size_t i = 0; i < spec_.group->size(); ++i) {
        const std::string& label = (*spec_.group)[i];
        if (!std::binary_search(group.labels.begin(), group.labels.end(), label)) continue;
        key.push_back(static_cast<std::uint32_t>(fields.size()));
        fields.push_back({label, ColumnType::string});
        columns.push_back(constant(label, group.values[i], 1));
    }
    fields.push_back({"_value", value.type()});
    columns.push_back(value);
    return {table::make_schema(std::move(fields), std::move(key)),
            std::move(columns),
            {Run{0, 0, value.size(), true, true}}};
}

}  // namespace fluxi::source
