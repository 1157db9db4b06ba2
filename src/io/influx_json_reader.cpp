#include "io/influx_json_reader.hpp"

#include <map>
#include <string>
#include <utility>
#include <vector>

#include <nlohmann/json.hpp>

#include "base/error.hpp"
#include "table/builder.hpp"
#include "value/time.hpp"

namespace fluxi::io {

namespace {

using nlohmann::json;
using table::ColumnType;

template <typename... Args>
[[noreturn]] void fail(fmt::format_string<Args...> text, Args&&... args) {
    base::fail_with(base::Code::format, "JSON of InfluxDB 1: {}",
                    fmt::format(text, std::forward<Args>(args)...));
}

/// The member of an object, null where there is none.
const json& member(const json& object, const char* name) {
    static const json kNone;
    const auto found = object.find(name);
    return found == object.end() ? kNone : *found;
}

const json& array_member(const json& object, const char* name) {
    const json& value = member(object, name);
    if (!value.is_array() && !value.is_null()) {
        fail("\"{}\" is {}, expected an array", name, value.type_name());
    }
    return value;
}

void check_error(const json& object) {
    const json& error = member(object, "error");
    if (error.is_string()) fail("the server reports: {}", error.get_ref<const std::string&>());
}

ColumnType type_of(const json& value) {
    if (value.is_number()) return ColumnType::floating;
    if (value.is_string()) return ColumnType::string;
    if (value.is_boolean()) return ColumnType::boolean;
    fail("a value is {}, expected a number, string or boolean", value.type_name());
}

void append(table::Builder& builder, const json& value, const std::string& field) {
    const ColumnType type = type_of(value);
    if (type != builder.type()) {
        fail("field \"{}\" has values of type {} and {}", field, table::type_name(builder.type()),
             table::type_name(type));
    }
    if (type == ColumnType::floating) {
        builder.append_stored(value.get<double>());
    } else if (type == ColumnType::string) {
        builder.append_text(value.get_ref<const std::string&>());
    } else {
        builder.append_stored(static_cast<std::uint8_t>(value.get<bool>()));
    }
}

class Series {
  public:
    explicit Series(const json& series) : rows_(array_member(series, "values")) {
        const json& name = member(series, "name");
        if (name.is_string() && !name.get_ref<const std::string&>().empty()) {
            key_.emplace_back("_measurement", name.get<std::string>());
        }
        // Sorted by name: a json object is.
        const json& tags = member(series, "tags");
        for (const auto& [tag, value] : tags.items()) {
            if (!value.is_string())
                fail("tag \"{}\" is {}, expected a string", tag, value.type_name());
            key_.emplace_back(tag, value.get<std::string>());
        }
        for (const json& column : array_member(series, "columns")) {
            if (!column.is_string()) fail("a name in \"columns\" is {}", column.type_name());
            columns_.push_back(column.get<std::string>());
        }
        for (time_ = 0; time_ < columns_.size() && columns_[time_] != "time";) ++time_;
        for (const json& row : rows_) {
            if (!row.is_array() || row.size() != columns_.size()) {
                fail("a row of \"values\" does not have {} values", columns_.size());
            }
        }
    }

    [[nodiscard]] std::size_t columns() const { return columns_.size(); }
    [[nodiscard]] bool is_field(std::size_t column) const { return column != time_; }

    /// The table of a field; whether there is one.
    bool table(std::size_t column, std::uint64_t number, table::Batch& batch) const {
        table::Builder times(ColumnType::time);
        std::optional<table::Builder> values;
        for (const json& row : rows_) {
            const json& value = row[column];
            if (value.is_null()) continue;
            if (!values) values.emplace(type_of(value));
            append(*values, value, columns_[column]);
            if (has_time()) times.append_stored(time_of(row[time_]));
        }
        if (!values) return false;
        batch = assemble(column, number, times.finish(), values->finish());
        return true;
    }

  private:
    [[nodiscard]] bool has_time() const { return time_ < columns_.size(); }

    static std::int64_t time_of(const json& value) {
        if (!value.is_string()) {
            fail(
                "a time is {}, expected a string such as \"2020-01-01T00:00:00Z\" (query without "
                "the parameter epoch)",
                value.type_name());
        }
        const auto time = value::parse_rfc3339(value.get_ref<const std::string&>());
        if (!time) fail("\"{}\" is not a time", value.get_ref<const std::string&>());
        return *time;
    }

    [[nodiscard]] table::Batch assemble(std::size_t column, std::uint64_t number,
                                        table::Column times, table::Column values) const {
        const std::uint32_t rows = values.size();
        std::vector<table::Field> fields;
        std::vector<table::Column> columns;
        std::vector<std::uint32_t> key;
        const auto add = [&](std::string label, table::Column data) {
            fields.push_back({std::move(label), data.type()});
            columns.push_back(std::move(data));
        };
        const auto add_key = [&](const std::string& label, const std::string& text) {
            key.push_back(static_cast<std::uint32_t>(fields.size()));
            add(label,
                table::Column::constant(ColumnType::string, rows, value::Value::string(text)));
        };
        if (has_time()) add("_time", std::move(times));
        for (const auto& [label, text] : key_) add_key(label, text);
        add_key("_field", columns_[column]);
        add("_value", std::move(values));
        return table::Batch::single(table::make_schema(std::move(fields), std::move(key)),
                                    std::move(columns), rows, number);
    }

    const json& rows_;
    std::vector<std::pair<std::string, std::string>> key_{};
    std::vector<std::string> columns_{};
    std::size_t time_ = 0;  ///< position of the column of times, or behind the last
};

json parse(std::string_view text) {
    try {
        return json::parse(text);
    } catch (const json::exception& error) {
        fail("{}", error.what());
    }
}

}  // namespace

void read_influx_json(std::string_view text, const std::function<bool(table::Batch)>& take) {
    const json answer = parse(text);
    if (!answer.is_object()) fail("the text is {}, expected an object", answer.type_name());
    check_error(answer);
    const json& results = array_member(answer, "results");
    if (results.empty()) fail("there is no result in \"results\"");
    if (!results[0].is_object()) fail("a result is {}, expected an object", results[0].type_name());
    check_error(results[0]);
    std::uint64_t tables = 0;
    for (const json& entry : array_member(results[0], "series")) {
        const Series series(entry);
        for (std::size_t column = 0; column < series.columns(); ++column) {
            table::Batch batch;
            if (!series.is_field(column) || !series.table(column, tables, batch)) continue;
            ++tables;
            if (!take(std::move(batch))) return;
        }
    }
}

}  // namespace fluxi::io
