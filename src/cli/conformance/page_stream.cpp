#include "cli/conformance/page_stream.hpp"

#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "value/number.hpp"

namespace fluxi::cli::conformance {

namespace {

/// Calls `visit` with each cell of the columns of a label.
template <typename Visit>
void each_cell(const std::vector<Table>& tables, const std::string& label, Visit visit) {
    for (const Table& table : tables) {
        for (std::size_t i = 0; i < table.columns.size(); ++i) {
            if (table.columns[i].label != label) continue;
            for (const Row& row : table.rows) visit(row[i]);
        }
    }
}

bool is_time(const std::string& cell) {
    constexpr std::size_t kShortest = 20;  // 2021-01-01T00:00:00Z
    return cell.size() >= kShortest && cell[4] == '-' && cell[10] == 'T' && cell.back() == 'Z';
}

/// `number`: the type of whole numbers.
std::string type_of(const std::vector<Table>& tables, const Column& column,
                    const std::string& number) {
    if (!column.type.empty()) return column.type;
    bool times = true;
    bool whole = true;
    bool numbers = true;
    bool truths = true;
    bool any = false;
    bool large = false;  // beyond what a signed number holds
    each_cell(tables, column.label, [&](const std::string& cell) {
        if (cell.empty()) return;
        std::int64_t integer = 0;
        std::uint64_t natural = 0;
        double real = 0;
        any = true;
        times &= is_time(cell);
        const bool is_signed = value::parse_int(cell, integer) == value::NumberError::none;
        const bool is_unsigned = value::parse_uint(cell, natural) == value::NumberError::none;
        whole &= is_signed || is_unsigned;
        large |= is_unsigned && !is_signed;
        numbers &= value::parse_float(cell, real) == value::NumberError::none;
        truths &= cell == "true" || cell == "false";
    });
    if (!any) return "string";
    if (times) return "dateTime:RFC3339";
    if (truths) return "boolean";
    if (whole) return large && number == "long" ? "unsignedLong" : number;
    return numbers ? "double" : "string";
}

std::string quoted_cell(const std::string& text) {
    std::string cell = "\"";
    for (const char c : text) {
        if (c == '"') cell += '"';
        cell += c;
    }
    return cell + "\"";
}

std::string flux_string(const std::string& text) {
    std::string literal = "\"";
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '"' || text[i] == '\\' || (text[i] == '$' && text.substr(i + 1, 1) == "{"))
            literal += '\\';
        literal += text[i];
    }
    return literal + "\"";
}

/// The call of range that gives the stream its bounds; empty if the tables show none.
std::string bounds_text(const std::vector<Table>& tables) {
    std::set<std::string> start;
    std::set<std::string> stop;
    each_cell(tables, "_start", [&](const std::string& cell) { start.insert(cell); });
    each_cell(tables, "_stop", [&](const std::string& cell) { stop.insert(cell); });
    if (start.size() != 1 || stop.size() != 1 || !is_time(*start.begin()) ||
        !is_time(*stop.begin()))
        return {};
    return fmt::format(" |> range(start: {}, stop: {})", *start.begin(), *stop.begin());
}

bool marks_keys(const std::vector<Table>& tables) {
    return std::any_of(tables.begin(), tables.end(), [](const Table& table) {
        return std::any_of(table.columns.begin(), table.columns.end(),
                           [](const Column& column) { return column.grouped; });
    });
}

/// Marks what tells the tables apart as their key.
void mark_keys(std::vector<Table>& tables) {
    std::set<std::string> keys;
    for (const Column& column : tables.front().columns) {
        std::set<std::string> all;
        bool constant = true;
        for (const Table& table : tables) {
            std::set<std::string> own;
            each_cell({table}, column.label, [&](const std::string& cell) { own.insert(cell); });
            constant &= own.size() == 1;
            all.insert(own.begin(), own.end());
        }
        if (constant && all.size() > 1) keys.insert(column.label);
    }
    for (Table& table : tables) {
        for (Column& column : table.columns) column.grouped = keys.contains(column.label);
    }
}

}  // namespace

std::string stream_text(const std::string& name, const std::vector<Table>& tables,
                        const Reading& reading) {
    std::vector<Table> shown = tables;
    std::erase_if(shown, [](const Table& table) { return table.rows.empty(); });
    if (shown.size() > 1 && !marks_keys(shown)) mark_keys(shown);
    std::string csv;
    for (std::size_t id = 0; id < shown.size(); ++id) {
        const Table& table = shown[id];
        std::string types = "#datatype,string,long";
        std::string groups = "#group,false,false";
        std::string defaults = "#default,_result,";
        std::string labels = ",result,table";
        for (const Column& column : table.columns) {
            types += "," + (reading.by_table ? type_of({table}, column, reading.number)
                                             : type_of(shown, column, reading.number));
            groups += column.grouped ? ",true" : ",false";
            defaults += ",";
            labels += "," + quoted_cell(column.label);
        }
        csv += fmt::format("{}\n{}\n{}\n{}\n", types, groups, defaults, labels);
        for (const Row& row : table.rows) {
            csv += fmt::format(",,{}", id);
            for (const std::string& cell : row)
                csv += "," + (cell.empty() ? std::string() : quoted_cell(cell));
            csv += "\n";
        }
        csv += "\n";
    }
    return fmt::format("import \"csv\"\n{} = csv.from(csv: {}){}\n", name, flux_string(csv),
                       bounds_text(shown));
}

}  // namespace fluxi::cli::conformance
