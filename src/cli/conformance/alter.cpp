#include "cli/conformance/alter.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "value/number.hpp"

namespace fluxi::cli::conformance {

std::string altered_text(std::string_view text) {
    double number = 0;
    if (value::parse_float(text, number) == value::NumberError::none && std::isfinite(number))
        return fmt::format("{}", (number + 1) * 2 == number ? number + 1 : (number + 1) * 2);
    if (text == "true") return "false";
    if (text == "false") return "true";
    return std::string(text) + "7";
}

bool alter(std::vector<Table>& tables) {
    const auto has_cells = [](const Table& t) { return !t.rows.empty() && !t.columns.empty(); };
    if (const auto found = std::find_if(tables.rbegin(), tables.rend(), has_cells);
        found != tables.rend()) {
        std::string& cell = found->rows.back().back();
        cell = altered_text(cell);
        return true;
    }
    for (Table& table : tables) {
        if (table.columns.empty()) continue;
        table.columns.back().label += "7";
        return true;
    }
    return false;
}

}  // namespace fluxi::cli::conformance
