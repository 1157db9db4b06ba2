// A described file as JSON.
#include <nlohmann/json.hpp>

#include <cmath>

#include "cli/describe/text.hpp"
#include "value/number.hpp"

namespace fluxi::cli {

namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t kBins = 16;

/// A number that JSON does not have is the text that CSV has for it.
Json number_json(double number) {
    return std::isfinite(number) ? Json(number) : Json(value::float_to_string(number));
}

Json value_json(const ColumnSummary& column, const std::optional<ColumnSummary::Value>& value) {
    if (!value) return nullptr;
    if (const auto* number = std::get_if<double>(&*value)) return number_json(*number);
    const auto* whole = std::get_if<std::int64_t>(&*value);
    if (whole != nullptr && column.type() == table::ColumnType::time) {
        std::string text;
        value::append_time_trimmed(text, *whole);
        return text;
    }
    return std::visit([](const auto& known) { return Json(known); }, *value);
}

Json column_json(const DescribedPart& part, const DescribedColumn& column) {
    const ColumnSummary& meant = column.meant();
    Json json = {{"label", column.label}, {"type", table::type_name(meant.type())}};
    if (column.role == Role::key) json["role"] = "key";
    if (column.role == Role::tag) json["role"] = "tag";
    if (column.role == Role::field) json["role"] = "field";
    json["nulls"] = part.rows - column.count();
    json["distinct"] = column.distinct().count();
    json["distinctIsExact"] = column.distinct().exact();
    json["minimum"] = value_json(meant, meant.least());
    json["maximum"] = value_json(meant, meant.greatest());
    if (meant.nans() != 0) json["nans"] = meant.nans();
    if (meant.histogram().count() != 0) json["histogram"] = meant.histogram().bins(kBins);
    if (meant.frequent()) {
        Json values = Json::array();
        for (const auto& [value, count] : *meant.frequent())
            values.push_back({{"value", value}, {"count", count}});
        json["values"] = std::move(values);
    }
    return json;
}

}  // namespace

std::string description_json(const std::string& name, const DescribedFile& file) {
    const char* format = file.format == FileFormat::annotated_csv ? "annotated-csv"
                         : file.format == FileFormat::plain_csv   ? "plain-csv"
                                                                  : "lp";
    Json json = {{"file", name}, {"format", format}, {"parts", Json::array()}};
    for (const DescribedPart& part : file.parts) {
        Json one = Json::object();
        if (!part.name.empty()) {
            one[file.format == FileFormat::line_protocol ? "measurement" : "result"] = part.name;
        }
        if (!part.key.empty()) one["key"] = part.key;
        one["rows"] = part.rows;
        if (file.format == FileFormat::annotated_csv) one["tables"] = part.tables;
        one["columns"] = Json::array();
        for (const DescribedColumn& column : part.columns)
            one["columns"].push_back(column_json(part, column));
        json["parts"].push_back(std::move(one));
    }
    if (file.left_out != 0) json["rowsOfOtherParts"] = file.left_out;
    if (file.problem_count != 0) json["badLines"] = file.problem_count;
    return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace fluxi::cli
