#include "table/batch.hpp"

#include <algorithm>
#include <memory>

namespace fluxi::table {

Batch::Batch(SchemaRef schema, std::vector<Column> columns, std::vector<Run> runs)
    : schema_(std::move(schema)), columns_(std::move(columns)), runs_(std::move(runs)) {}

Batch Batch::single(SchemaRef schema, std::vector<Column> columns, std::uint32_t rows,
                    std::uint64_t table, const std::vector<value::Value>& key_values) {
    const auto& key = schema->key();
    for (std::size_t i = 0; i < key.size(); ++i) {
        Column& column = columns[key[i]];
        const ColumnType type = schema->fields()[key[i]].type;
        if (rows != 0) {
            column = column.slice(0, 1).simple();
        } else {
            column = i < key_values.size() ? Column::constant(type, 1, key_values[i])
                                           : Column::nulls(type, 1);
        }
    }
    return {std::move(schema), std::move(columns), {Run{table, 0, rows, true, true}}};
}

Column Batch::column(std::size_t i) const {
    if (!schema_->is_key(i)) return columns_[i];
    if (runs_.size() == 1 || (columns_[i].encoding() == Encoding::constant && !runs_.empty())) {
        // A slice of one value, stretched to all rows.
        Column one = columns_[i].simple();
        auto ends = std::make_shared<std::vector<std::uint32_t>>(1, rows());
        if (one.encoding() == Encoding::constant) return one.slice(0, rows());
        return rows() == 0 ? one.slice(0, 0) : Column::run_end(one, std::move(ends)).simple();
    }
    auto ends = std::make_shared<std::vector<std::uint32_t>>();
    ends->reserve(runs_.size());
    for (const Run& run : runs_) ends->push_back(run.end);
    return Column::run_end(columns_[i], std::move(ends));
}

Batch Batch::only(std::size_t run) const {
    const Run& kept = runs_[run];
    std::vector<Column> columns;
    columns.reserve(columns_.size());
    for (std::size_t i = 0; i < columns_.size(); ++i) {
        columns.push_back(schema_->is_key(i) ? columns_[i].slice(static_cast<std::uint32_t>(run), 1)
                                             : columns_[i].slice(kept.begin, kept.size()));
    }
    return {
        schema_, std::move(columns), {Run{kept.table, 0, kept.size(), kept.opens, kept.closes}}};
}

Batch Batch::slice(std::uint32_t begin, std::uint32_t end) const {
    std::vector<Run> runs;
    std::size_t first = runs_.size();
    std::size_t last = 0;
    for (std::size_t i = 0; i < runs_.size(); ++i) {
        const Run& run = runs_[i];
        if (run.end <= begin || run.begin >= end) continue;
        const Run part{run.table, std::max(run.begin, begin) - begin,
                       std::min(run.end, end) - begin, run.opens && run.begin >= begin,
                       run.closes && run.end <= end};
        // Empty runs between rows are dropped, so the kept ones may have gaps in their positions.
        if (part.size() == 0) continue;
        first = std::min(first, i);
        last = i;
        runs.push_back(part);
    }
    std::vector<std::uint32_t> kept;
    for (std::size_t i = first; i <= last && i < runs_.size(); ++i) {
        if (runs_[i].size() != 0) kept.push_back(static_cast<std::uint32_t>(i));
    }
    std::vector<Column> columns;
    columns.reserve(columns_.size());
    const bool contiguous = !kept.empty() && kept.size() == last - first + 1;
    for (std::size_t i = 0; i < columns_.size(); ++i) {
        if (!schema_->is_key(i)) {
            columns.push_back(columns_[i].slice(begin, end - begin));
        } else if (contiguous) {
            columns.push_back(
                columns_[i].slice(kept.front(), static_cast<std::uint32_t>(kept.size())));
        } else {
            columns.push_back(columns_[i].take(kept));
        }
    }
    return {schema_, std::move(columns), std::move(runs)};
}

Batch Batch::take(std::span<const std::uint32_t> rows) const {
    std::vector<Column> columns;
    columns.reserve(columns_.size());
    for (std::size_t i = 0; i < columns_.size(); ++i) {
        columns.push_back(schema_->is_key(i) ? columns_[i] : columns_[i].take(rows));
    }
    std::vector<Run> runs = runs_;
    std::size_t at = 0;
    for (Run& run : runs) {
        const std::uint32_t end = run.end;
        run.begin = static_cast<std::uint32_t>(at);
        while (at < rows.size() && rows[at] < end) ++at;
        run.end = static_cast<std::uint32_t>(at);
    }
    return {schema_, std::move(columns), std::move(runs)};
}

}  // namespace fluxi::table
