#include "io/csv_layout.hpp"

#include <algorithm>
#include <bit>
#include <utility>

#include "base/error.hpp"
#include "io/csv_record.hpp"
#include "value/number.hpp"

namespace fluxi::io {

using table::ColumnType;

namespace {

constexpr std::size_t kLead = 3;

template <typename... Args>
[[noreturn]] void fail(fmt::format_string<Args...> format, Args&&... args) {
    base::fail_with(base::Code::format, format, std::forward<Args>(args)...);
}

/// The type and, for times, the layout that a datatype names.
void read_datatype(CsvColumn& column) {
    const std::string_view datatype = column.datatype;
    const std::size_t colon = datatype.find(':');
    const std::string_view name = datatype.substr(0, colon);
    if (name == "boolean") {
        column.type = ColumnType::boolean;
    } else if (name == "long") {
        column.type = ColumnType::integer;
    } else if (name == "unsignedLong") {
        column.type = ColumnType::uinteger;
    } else if (name == "double") {
        column.type = ColumnType::floating;
    } else if (name == "string") {
        column.type = ColumnType::string;
    } else if (name == "dateTime") {
        column.type = ColumnType::time;
        const std::string_view layout =
            colon == std::string_view::npos ? "" : datatype.substr(colon + 1);
        // Both take a fraction of any length when they read.
        if (layout != "RFC3339" && layout != "RFC3339Nano") column.layout.emplace(layout);
    } else {
        fail(
            "column \"{}\" has the datatype \"{}\"; known are boolean, long, unsignedLong, double, "
            "string and dateTime:LAYOUT",
            column.label, datatype);
    }
}

std::vector<std::string> texts_of(const CsvRecord& record, std::size_t from) {
    std::vector<std::string> texts;
    for (std::size_t i = from; i < record.size(); ++i) texts.emplace_back(record.text(i));
    return texts;
}

bool wants(const CsvProjection& projection, const CsvColumn& column) {
    const auto lists = [&](const std::vector<std::string>& labels) {
        return std::find(labels.begin(), labels.end(), column.label) != labels.end();
    };
    return column.key || !projection || lists(projection->needed) || lists(projection->welcome);
}

/// Builds all columns if one that is asked for is not there: whoever misses it will want to name
/// them.
void build_all_if_one_lacks(CsvLayout& layout, const CsvProjection& projection) {
    if (!projection) return;
    const std::vector<std::string>& needed = projection->needed;
    const bool lacks = std::any_of(needed.begin(), needed.end(), [&](const auto& label) {
        return std::none_of(layout.columns.begin(), layout.columns.end(),
                            [&](const CsvColumn& column) { return column.label == label; });
    });
    for (CsvColumn& column : layout.columns) column.wanted = column.wanted || lacks;
}

void make_schema_of(CsvLayout& layout) {
    std::vector<table::Field> fields;
    std::vector<std::uint32_t> key;
    for (const CsvColumn& column : layout.columns) {
        if (!column.wanted) continue;
        if (column.key) key.push_back(static_cast<std::uint32_t>(fields.size()));
        fields.push_back({column.label, column.type});
    }
    layout.schema = table::make_schema(std::move(fields), std::move(key));
}

}  // namespace

bool CsvColumn::parse(std::string_view text, value::TimeParser& times, CsvCell& cell,
                      std::string& problem) const {
    cell.null = false;
    const auto number_problem = [&](value::NumberError error) {
        if (error == value::NumberError::none) return true;
        problem = value::number_error_text(error);
        return false;
    };
    switch (type) {
        case ColumnType::string:
            cell.text = text;
            return true;
        case ColumnType::boolean: {
            const std::optional<bool> v = value::parse_bool(text);
            cell.bits = v.value_or(false) ? 1 : 0;
            if (!v) problem = "expected true or false";
            return v.has_value();
        }
        case ColumnType::integer: {
            std::int64_t v = 0;
            const value::NumberError error = value::parse_int(text, v);
            cell.bits = static_cast<std::uint64_t>(v);
            return number_problem(error);
        }
        case ColumnType::uinteger:
            return number_problem(value::parse_uint(text, cell.bits));
        case ColumnType::floating: {
            double v = 0;
            const value::NumberError error = value::parse_float(text, v);
            cell.bits = std::bit_cast<std::uint64_t>(v);
            return number_problem(error);
        }
        case ColumnType::time:
            break;
    }
    std::int64_t v = 0;
    const bool good = layout ? layout->parse(text, v, &problem) : times.parse(text, v);
    if (!good && !layout) problem = "expected RFC 3339, as 2006-01-02T15:04:05Z";
    cell.bits = static_cast<std::uint64_t>(v);
    return good;
}

bool CsvLayout::same_rows(const CsvLayout& other) const {
    if (fields != other.fields || raw != other.raw || columns.size() != other.columns.size()) {
        return false;
    }
    return std::equal(columns.begin(), columns.end(), other.columns.begin(),
                      [](const CsvColumn& a, const CsvColumn& b) {
                          return a.label == b.label && a.datatype == b.datatype && a.key == b.key &&
                                 a.fallback == b.fallback;
                      });
}

void CsvHeader::require_annotations() const {
    if (!datatypes_) {
        fail(
            "the #datatype annotation is missing; CSV without annotations is read with "
            "mode: \"raw\"");
    }
    if (!groups_) fail("the #group annotation is missing");
    if (!defaults_) fail("the #default annotation is missing");
}

void CsvHeader::end() const {
    if (!begun()) return;
    if (error_table_) fail("the input ends before the error that it announces");
    require_annotations();
    fail("the row of column labels is missing after the annotations");
}

void CsvHeader::add_annotation(const CsvRecord& record) {
    // The names of the annotations count without their # too, as in the reference.
    std::string_view name = record.text(0);
    const bool marked = name.starts_with('#');
    if (marked) name.remove_prefix(1);
    std::optional<Texts>* place = nullptr;
    if (name == "datatype") place = &datatypes_;
    if (name == "group") place = &groups_;
    if (name == "default") place = &defaults_;
    if (place == nullptr) {
        // With the # it is an annotation of another producer, or a comment.
        if (!marked) require_annotations();
        return;
    }
    if (record.size() < kLead) {
        fail("the #{} annotation has {} fields, expected at least {}", name, record.size(), kLead);
    }
    *place = texts_of(record, kLead);
    if (place != &defaults_) return;
    result_ = record.text(1);
    table_ = record.text(2);
    std::int64_t id = 0;
    if (!table_.empty() && value::parse_int(table_, id) != value::NumberError::none) {
        fail("the default table id \"{}\" is not an integer", table_);
    }
}

bool CsvHeader::add(const CsvRecord& record) {
    if (error_table_) {
        fail("{}", record.size() > 1 && !record.text(1).empty() ? record.text(1)
                                                                : "an error without a message");
    }
    if (fields_ == 0) fields_ = record.size();
    if (record.size() != fields_) {
        fail("wrong number of fields in a header: {} in this row, {} in the first", record.size(),
             fields_);
    }
    if (!datatypes_ || !groups_ || !defaults_) {
        add_annotation(record);
        return false;
    }
    error_table_ = record.size() > 1 && record.text(1) == "error";
    if (error_table_) return false;
    labels_ = texts_of(record, kLead);
    return true;
}

CsvColumn CsvHeader::column(std::size_t i) const {
    CsvColumn column;
    column.label = (*labels_)[i];
    column.datatype = (*datatypes_)[i];
    column.key = (*groups_)[i] == "true";
    column.wanted = wants(projection_, column);
    read_datatype(column);
    const std::string& text = (*defaults_)[i];
    value::TimeParser times;
    std::string problem;
    if (!text.empty() && !column.parse(text, times, column.fallback, problem)) {
        fail("column \"{}\" has the default \"{}\", which is not a {}: {}", column.label, text,
             table::type_name(column.type), problem);
    }
    return column;
}

CsvLayoutRef CsvHeader::layout() const {
    auto layout = std::make_shared<CsvLayout>();
    layout->fields = fields_;
    layout->result = result_;
    layout->table = table_;
    for (std::size_t i = 0; i < labels_->size(); ++i) layout->columns.push_back(column(i));
    build_all_if_one_lacks(*layout, projection_);
    make_schema_of(*layout);
    return layout;
}

CsvLayoutRef CsvHeader::raw(const CsvRecord& labels, const CsvProjection& projection) {
    auto layout = std::make_shared<CsvLayout>();
    layout->fields = labels.size();
    layout->raw = true;
    layout->result = "_result";
    layout->table = "0";
    for (std::size_t i = 0; i < labels.size(); ++i) {
        CsvColumn column;
        column.label = labels.text(i);
        column.datatype = "string";
        column.wanted = wants(projection, column);
        layout->columns.push_back(std::move(column));
    }
    build_all_if_one_lacks(*layout, projection);
    make_schema_of(*layout);
    return layout;
}

}  // namespace fluxi::io
