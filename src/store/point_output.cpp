#include "store/point_output.hpp"

#include <algorithm>
#include <utility>

#include "io/line_protocol.hpp"
#include "value/value.hpp"

namespace fluxi::store {

namespace {

constexpr std::size_t kBlock = std::size_t{64} << 10;

io::LineValue line_value(FieldType type, const table::Column& values, std::uint32_t row) {
    switch (type) {
        case FieldType::floating:
            return values.get<double>(row);
        case FieldType::integer:
            return values.get<std::int64_t>(row);
        case FieldType::uinteger:
            return values.get<std::uint64_t>(row);
        case FieldType::boolean:
            return values.get<std::uint8_t>(row) != 0;
        case FieldType::string:
            break;
    }
    return values.get<table::StringView>(row).view();
}

/// Calls `visit(series, points)` for each chunk in the range, and stops when it returns false.
template <typename Visit>
void each_chunk(const Bucket& bucket, value::Bounds bounds, Visit&& visit) {
    for (const Series& series : bucket.series(TagPredicate::everything(), bounds)) {
        const auto chunks = bucket.chunks({&series, 1}, bounds);
        bool first = true;
        for (const Chunk& chunk : chunks[0]) {
            const Points points = bucket.load(series, chunk, bounds, Wanted::both);
            if (points.times.size() == 0) continue;
            if (!visit(series, points, first)) return;
            first = false;
        }
    }
}

}  // namespace

void write_lines(const Bucket& bucket, value::Bounds bounds, io::Output& out) {
    std::string text;
    io::LinePoint point;
    each_chunk(bucket, bounds, [&](const Series& series, const Points& points, bool first) {
        if (first) {
            point.measurement = series.measurement;
            point.tags.clear();
            for (const Tag& tag : series.tags) point.tags.push_back({tag.key, tag.value});
        }
        for (std::uint32_t row = 0; row < points.times.size(); ++row) {
            point.fields.assign(1, {series.field, line_value(series.type, points.values, row)});
            point.time = points.times.get<std::int64_t>(row);
            io::append_line(text, point);
            if (text.size() < kBlock) continue;
            out.write(text);
            text.clear();
        }
        return out.error() == 0;
    });
    out.write(text);
}

namespace {

/// The columns of a series (J.3): bounds, time, value, then tags with field and measurement among
/// them by their bytes; all but time and value are the group key.
struct SeriesTable {
    table::SchemaRef schema{};
    std::vector<value::Value> constants{};  ///< of the columns; those of time and value unused
};

SeriesTable table_of(const Series& series, value::Bounds bounds) {
    using table::ColumnType;
    std::vector<std::pair<std::string, std::string_view>> tags;
    for (const Tag& tag : series.tags) tags.emplace_back(tag.key, tag.value);
    tags.emplace_back("_field", series.field);
    tags.emplace_back("_measurement", series.measurement);
    std::sort(tags.begin(), tags.end());
    std::vector<table::Field> fields = {{"_start", ColumnType::time},
                                        {"_stop", ColumnType::time},
                                        {"_time", ColumnType::time},
                                        {"_value", column_type(series.type)}};
    std::vector<std::uint32_t> key = {0, 1};
    SeriesTable made;
    made.constants = {value::Value::time({bounds.start}), value::Value::time({bounds.stop}),
                      value::Value::null(), value::Value::null()};
    for (const auto& [label, text] : tags) {
        key.push_back(static_cast<std::uint32_t>(fields.size()));
        fields.push_back({label, ColumnType::string});
        made.constants.push_back(value::Value::string(text));
    }
    made.schema = table::make_schema(std::move(fields), std::move(key));
    return made;
}

}  // namespace

void write_tables(const Bucket& bucket, value::Bounds bounds, io::ResultWriter& writer) {
    writer.begin_result("_result");
    std::uint64_t number = 0;
    SeriesTable made;
    each_chunk(bucket, bounds, [&](const Series& series, const Points& points, bool first) {
        if (first) {
            made = table_of(series, bounds);
            ++number;
        }
        const std::uint32_t rows = points.times.size();
        std::vector<table::Column> columns;
        for (std::size_t i = 0; i < made.schema->size(); ++i) {
            if (i == 2) {
                columns.push_back(points.times);
            } else if (i == 3) {
                columns.push_back(points.values);
            } else {
                columns.push_back(
                    table::Column::constant(made.schema->fields()[i].type, 1, made.constants[i]));
            }
        }
        writer.push(table::Batch(made.schema, std::move(columns),
                                 {table::Run{number - 1, 0, rows, first, false}}));
        return true;
    });
    writer.end_result();
    writer.finish();
}

}  // namespace fluxi::store
