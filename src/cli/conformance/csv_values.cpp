#include "cli/conformance/csv_values.hpp"

#include <algorithm>

#include "cli/conformance/alter.hpp"

namespace fluxi::cli::conformance {

namespace {

/// A time that no test expects.
constexpr std::string_view kTime = "2001-09-09T01:46:40.123456789Z";
constexpr std::size_t kFirstColumn = 3;

struct Cell {
    std::size_t begin = 0;
    std::string_view text{};
};

/// The cells of the line that begins at `at`.
std::vector<Cell> cells_of(std::string_view csv, std::size_t at) {
    std::vector<Cell> cells;
    const std::size_t end = std::min(csv.find_first_of("\r\n", at), csv.size());
    while (true) {
        const std::size_t comma = std::min(csv.find(',', at), end);
        cells.push_back({at, csv.substr(at, comma - at)});
        if (comma == end) return cells;
        at = comma + 1;
    }
}

std::string other_value(std::string_view type, std::string_view cell) {
    if (type.starts_with("dateTime") || type == "time") return std::string(kTime);
    if (type == "boolean") return cell == "true" ? "false" : "true";
    if (type != "string" && cell.empty()) return "7";
    return altered_text(cell);
}

}  // namespace

std::vector<Replacement> altered_cells(std::string_view csv) {
    std::vector<Cell> types;
    std::vector<Cell> types_of_last;
    std::vector<Cell> last;
    bool header = false;
    for (std::size_t at = 0; at < csv.size();) {
        const std::size_t end = std::min(csv.find('\n', at), csv.size());
        const std::string_view line = csv.substr(at, end - at);
        if (line.starts_with("#datatype")) types = cells_of(csv, at);
        if (line.starts_with('#')) header = false;
        if (line.starts_with(',')) {
            if (header) {
                last = cells_of(csv, at);
                types_of_last = types;
            }
            header = true;
        }
        at = end + 1;
    }
    std::vector<Replacement> found;
    if (last.size() != types_of_last.size()) return found;
    for (std::size_t i = last.size(); i-- > kFirstColumn;) {
        const Cell& cell = last[i];
        if (cell.text.find_first_of("\"\\") != std::string_view::npos) continue;
        found.push_back({cell.begin, cell.begin + cell.text.size(),
                         other_value(types_of_last[i].text, cell.text)});
    }
    return found;
}

}  // namespace fluxi::cli::conformance
