#include "cli/conformance/page_tables.hpp"

#include <algorithm>

#include "cli/conformance/explain.hpp"
#include "cli/conformance/remarks.hpp"

namespace fluxi::cli::conformance {

namespace {

/// Pages show what another machine computed.
constexpr double kTolerance = 1e-9;

bool has_column(const std::vector<Table>& tables, std::string_view label) {
    return std::any_of(tables.begin(), tables.end(), [&](const Table& table) {
        return std::any_of(table.columns.begin(), table.columns.end(),
                           [&](const Column& column) { return column.label == label; });
    });
}

bool marks_keys(const std::vector<Table>& tables) {
    return std::any_of(tables.begin(), tables.end(), [](const Table& table) {
        return std::any_of(table.columns.begin(), table.columns.end(),
                           [](const Column& column) { return column.grouped; });
    });
}

void drop_column(Table& table, std::string_view label) {
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        if (table.columns[i].label != label) continue;
        const auto at = static_cast<std::ptrdiff_t>(i);
        table.columns.erase(table.columns.begin() + at);
        for (Row& row : table.rows) row.erase(row.begin() + at);
        return;
    }
}

/// The place of each column of `wanted` in `got`; empty if their labels differ.
std::vector<std::size_t> places(const Table& got, const Table& wanted, bool keys) {
    std::vector<std::size_t> found;
    if (got.columns.size() != wanted.columns.size()) return {};
    for (const Column& column : wanted.columns) {
        const auto at = std::find_if(got.columns.begin(), got.columns.end(), [&](const Column& c) {
            return c.label == column.label && (!keys || c.grouped == column.grouped);
        });
        if (at == got.columns.end()) return {};
        found.push_back(static_cast<std::size_t>(at - got.columns.begin()));
    }
    return found;
}

bool same_page_cell(std::string_view type, std::string_view got, std::string_view wanted) {
    if (same_cell(type, got, wanted, kTolerance)) return true;
    if (type.starts_with("dateTime")) return says_the_same(got, wanted);
    // The cells of a page are trimmed.
    const auto begin = std::min(got.find_first_not_of(' '), got.size());
    const auto end = got.find_last_not_of(' ');
    return type == "string" && end != std::string_view::npos &&
           got.substr(begin, end - begin + 1) == wanted;
}

bool same_row(const Table& got, const std::vector<std::size_t>& order, const Row& mine,
              const Row& theirs) {
    for (std::size_t i = 0; i < order.size(); ++i) {
        if (!same_page_cell(got.columns[order[i]].type, mine[order[i]], theirs[i])) return false;
    }
    return true;
}

bool same_table(const Table& got, const Table& wanted, bool keys, bool any_order) {
    const auto order = places(got, wanted, keys);
    if (order.empty() && !wanted.columns.empty()) return false;
    if (got.rows.size() != wanted.rows.size()) return false;
    std::vector<bool> used(got.rows.size(), false);
    for (std::size_t i = 0; i < wanted.rows.size(); ++i) {
        bool found = false;
        const std::size_t first = any_order ? 0 : i;
        const std::size_t end = any_order ? got.rows.size() : i + 1;
        for (std::size_t j = first; j < end && !found; ++j) {
            if (used[j] || !same_row(got, order, got.rows[j], wanted.rows[i])) continue;
            used[j] = true;
            found = true;
        }
        if (!found) return false;
    }
    return true;
}

bool same_tables(const std::vector<Table>& got, const std::vector<Table>& wanted, bool any_order) {
    if (got.size() != wanted.size()) return false;
    const bool keys = marks_keys(wanted);
    std::vector<bool> used(got.size(), false);
    return std::all_of(wanted.begin(), wanted.end(), [&](const Table& table) {
        for (std::size_t i = 0; i < got.size(); ++i) {
            if (used[i] || !same_table(got[i], table, keys, any_order)) continue;
            used[i] = true;
            return true;
        }
        return false;
    });
}

/// The results in the form of the page, so that only what differs is told.
std::vector<Table> arranged_like(const std::vector<Table>& got, const std::vector<Table>& wanted) {
    std::vector<Table> arranged = got;
    const bool keys = marks_keys(wanted);
    for (std::size_t t = 0; t < std::min(got.size(), wanted.size()); ++t) {
        Table& table = arranged[t];
        if (const auto order = places(got[t], wanted[t], false); !order.empty()) {
            for (std::size_t i = 0; i < order.size(); ++i) {
                table.columns[i] = got[t].columns[order[i]];
                for (std::size_t r = 0; r < table.rows.size(); ++r)
                    table.rows[r][i] = got[t].rows[r][order[i]];
            }
        }
        for (std::size_t i = 0; i < table.columns.size(); ++i) {
            Column& column = table.columns[i];
            if (!keys) column.grouped = false;
            column.default_value.clear();
            for (std::size_t r = 0; r < std::min(table.rows.size(), wanted[t].rows.size()); ++r) {
                if (i < wanted[t].rows[r].size() &&
                    same_page_cell(column.type, table.rows[r][i], wanted[t].rows[r][i]))
                    table.rows[r][i] = wanted[t].rows[r][i];
            }
            column.type.clear();
        }
    }
    return arranged;
}

}  // namespace

std::vector<Table> shown_tables(const std::vector<Result>& results,
                                const std::vector<Table>& wanted) {
    std::vector<Table> tables;
    for (const Result& result : results)
        tables.insert(tables.end(), result.tables.begin(), result.tables.end());
    for (const std::string_view label : {"_start", "_stop"}) {
        if (wanted.empty() || has_column(wanted, label)) continue;
        for (Table& table : tables) drop_column(table, label);
    }
    return with_rows(std::move(tables));
}

std::vector<Table> with_rows(std::vector<Table> tables) {
    std::erase_if(tables, [](const Table& table) { return table.rows.empty(); });
    return tables;
}

Comparison compare_page(const std::vector<Table>& got, const std::vector<Table>& wanted) {
    if (same_tables(got, wanted, false)) return {};
    Comparison found;
    const bool only_order = same_tables(got, wanted, true);
    found.agreement = only_order ? Agreement::order : Agreement::differ;
    if (only_order) found.text = "rows in another order\n";
    std::vector<Table> page = wanted;
    for (Table& table : page) {
        for (Column& column : table.columns) column.type.clear();
    }
    found.text += explain(arranged_like(got, wanted), page, kTolerance);
    return found;
}

}  // namespace fluxi::cli::conformance
