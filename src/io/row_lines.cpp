#include "io/row_lines.hpp"

#include <algorithm>
#include <cmath>

#include "base/error.hpp"
#include "io/line_protocol.hpp"

namespace fluxi::io {

using table::Column;
using table::ColumnType;

namespace {

bool contains(const std::vector<std::string>& labels, std::string_view label) {
    return std::find(labels.begin(), labels.end(), label) != labels.end();
}

/// The value of a row as a field.
LineValue field_of(const Column& column, std::uint32_t row, std::string_view label,
                   std::string_view user) {
    switch (column.type()) {
        case ColumnType::boolean:
            return column.get<std::uint8_t>(row) != 0;
        case ColumnType::integer:
            return column.get<std::int64_t>(row);
        case ColumnType::uinteger: {
            // Not every receiver takes unsigned integers; the largest int stands for larger ones.
            constexpr std::uint64_t kMost = std::numeric_limits<std::int64_t>::max();
            return static_cast<std::int64_t>(std::min(column.get<std::uint64_t>(row), kMost));
        }
        case ColumnType::floating: {
            const double number = column.get<double>(row);
            if (!std::isfinite(number)) {
                base::fail_with(base::Code::table,
                                "{}: column \"{}\": line protocol cannot write NaN or infinity",
                                user, label);
            }
            return number;
        }
        case ColumnType::string:
            return column.get<table::StringView>(row).view();
        case ColumnType::time:
            break;
    }
    base::fail_with(base::Code::table, "{}: column \"{}\" is of type time, which cannot be a field",
                    user, label);
}

}  // namespace

void RowLines::bind(const table::Batch& batch) {
    const table::Schema& schema = *batch.schema();
    const auto fail_type = [this](const table::Field& field, std::string_view what) {
        base::fail_with(base::Code::table, "{}: invalid type for {} column: \"{}\" is of type {}",
                        settings_.user, what, field.label, table::type_name(field.type));
    };
    const std::size_t time = schema.find(settings_.time_column);
    if (time == table::Schema::npos) {
        base::fail_with(base::Code::table,
                        "{}: could not get time column: the table has no column "
                        "\"{}\"",
                        settings_.user, settings_.time_column);
    }
    if (schema.fields()[time].type != ColumnType::time) fail_type(schema.fields()[time], "time");
    time_ = batch.column(time).simple();
    has_name_ = false;
    tags_.clear();
    values_.clear();
    for (std::size_t i = 0; i < schema.size(); ++i) {
        const table::Field& field = schema.fields()[i];
        if (i == time) continue;
        if (settings_.name.empty() && field.label == settings_.name_column) {
            if (field.type != ColumnType::string) fail_type(field, "measurement");
            name_ = batch.column(i).simple();
            has_name_ = true;
        } else if (contains(settings_.tag_columns, field.label)) {
            if (field.type != ColumnType::string) fail_type(field, "tag");
            tags_.push_back({field.label, batch.column(i).simple()});
        } else if (contains(settings_.value_columns, field.label)) {
            values_.push_back({field.label, batch.column(i).simple()});
        }
    }
    std::sort(values_.begin(), values_.end(),
              [](const Part& a, const Part& b) { return a.label < b.label; });
}

void RowLines::each(const table::Batch& batch, std::uint32_t begin, std::uint32_t end,
                    const std::function<void(std::string_view line)>& take) {
    bind(batch);
    LinePoint point;
    std::string line;
    for (std::uint32_t row = begin; row < end; ++row) {
        point.measurement = settings_.name;
        if (has_name_ && !name_.is_null(row)) {
            point.measurement = name_.get<table::StringView>(row).view();
        }
        if (point.measurement.empty()) {
            base::fail_with(base::Code::table,
                            "{}: a row has no measurement: give `name`, or a text in column \"{}\"",
                            settings_.user, settings_.name_column);
        }
        if (time_.is_null(row)) {
            base::fail_with(base::Code::table, "{}: a row has no time in column \"{}\"",
                            settings_.user, settings_.time_column);
        }
        point.time = time_.get<std::int64_t>(row);
        point.tags.clear();
        for (const Part& tag : tags_) {
            if (tag.column.is_null(row)) continue;
            const std::string_view text = tag.column.get<table::StringView>(row).view();
            if (!text.empty()) point.tags.push_back({tag.label, text});
        }
        point.fields.clear();
        for (const Part& value : values_) {
            if (value.column.is_null(row)) continue;
            point.fields.push_back(
                {value.label, field_of(value.column, row, value.label, settings_.user)});
        }
        if (point.fields.empty()) continue;
        line.clear();
        append_line(line, point);
        take(line);
    }
}

}  // namespace fluxi::io
