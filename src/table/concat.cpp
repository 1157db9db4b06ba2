#include "table/concat.hpp"

#include <utility>

#include "base/error.hpp"
#include "table/builder.hpp"

namespace fluxi::table {

namespace {

/// Shorter runs are cheaper as single values.
constexpr std::size_t kRowsOfRun = 8;

}  // namespace

Column concat(ColumnType type, std::span<const Column> parts) {
    if (parts.size() == 1) return parts.front();
    std::uint32_t rows = 0;
    std::size_t runs = 0;
    for (const Column& part : parts) {
        rows += part.size();
        // A part that is not made of runs counts as one per row.
        const std::uint32_t count = part.run_count();
        runs += count != 0 ? count : part.size();
    }
    Builder builder(type);
    if (runs * kRowsOfRun <= rows && rows != 0) {
        auto ends = std::make_shared<std::vector<std::uint32_t>>();
        std::uint32_t base = 0;
        for (const Column& part : parts) {
            part.append_runs(builder, *ends, base);
            base += part.size();
        }
        const bool one = ends->size() == 1;
        const Column joined = Column::run_end(builder.finish(), std::move(ends));
        return one ? joined.simple() : joined;
    }
    builder.reserve(rows);
    for (const Column& part : parts) builder.append_rows(part, 0, part.size());
    return builder.finish();
}

void fail_collision(std::string_view label, ColumnType a, ColumnType b) {
    base::fail_with(base::Code::table,
                    "schema collision detected: column \"{}\" is both of type {} and {}", label,
                    type_name(a), type_name(b));
}

SchemaRef merged_schema(const SchemaRef& a, const SchemaRef& b) {
    if (same(a, b)) return a;
    std::vector<Field> fields = a->fields();
    for (const Field& field : b->fields()) {
        const std::size_t position = a->find(field.label);
        if (position == Schema::npos) {
            fields.push_back(field);
        } else if (fields[position].type != field.type) {
            fail_collision(field.label, fields[position].type, field.type);
        }
    }
    if (fields.size() == a->size()) return a;
    return make_schema(std::move(fields), a->key());
}

void TableParts::add(const Batch& batch, std::size_t run) {
    const std::uint32_t begin = batch.runs()[run].begin;
    const std::uint32_t length = batch.runs()[run].size();
    const Schema& given = *batch.schema();
    if (!schema_) {
        schema_ = batch.schema();
        parts_.assign(schema_->size(), {});
        for (const std::uint32_t column : schema_->key()) {
            parts_[column].push_back(
                batch.stored(column).slice(static_cast<std::uint32_t>(run), 1).simple());
        }
    } else if (!same(schema_, batch.schema())) {
        const SchemaRef merged = merged_schema(schema_, batch.schema());
        for (std::size_t i = schema_->size(); i < merged->size(); ++i) {
            parts_.emplace_back();
            if (rows_ != 0) parts_[i].push_back(Column::nulls(merged->fields()[i].type, rows_));
        }
        schema_ = merged;
    }
    if (length == 0) return;
    const bool equal = &given == schema_.get();
    for (std::size_t i = 0; i < schema_->size(); ++i) {
        if (schema_->is_key(i)) continue;
        const Field& field = schema_->fields()[i];
        const std::size_t source = equal ? i : given.find(field.label);
        if (source == Schema::npos) {
            parts_[i].push_back(Column::nulls(field.type, length));
        } else if (given.is_key(source)) {
            parts_[i].push_back(batch.column(source).slice(begin, length));
        } else {
            parts_[i].push_back(batch.stored(source).slice(begin, length));
        }
    }
    rows_ += length;
}

Batch TableParts::finish(std::uint64_t table) {
    std::vector<Column> columns;
    columns.reserve(parts_.size());
    for (std::size_t i = 0; i < parts_.size(); ++i) {
        columns.push_back(concat(schema_->fields()[i].type, parts_[i]));
    }
    Batch whole(std::exchange(schema_, nullptr), std::move(columns),
                {Run{table, 0, std::exchange(rows_, 0), true, true}});
    parts_.clear();
    return whole;
}

}  // namespace fluxi::table
