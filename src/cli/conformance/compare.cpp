#include "cli/conformance/compare.hpp"

#include <algorithm>
#include <cmath>
#include <set>

#include <fmt/format.h>

#include "cli/conformance/explain.hpp"
#include "value/number.hpp"

namespace fluxi::cli::conformance {

namespace {

bool same_row(const std::vector<Column>& columns, const Row& got, const Row& wanted,
              double tolerance) {
    for (std::size_t i = 0; i < columns.size(); ++i) {
        if (!same_cell(columns[i].type, got[i], wanted[i], tolerance)) return false;
    }
    return true;
}

bool same_rows(const Table& got, const Table& wanted, double tolerance) {
    return std::equal(
        got.rows.begin(), got.rows.end(), wanted.rows.begin(), wanted.rows.end(),
        [&](const Row& a, const Row& b) { return same_row(wanted.columns, a, b, tolerance); });
}

/// Whether each of `wanted` has one of its own in `got`, and none is left over.
template <typename T, typename Same>
bool same_in_any_order(const std::vector<T>& got, const std::vector<T>& wanted, Same same) {
    if (got.size() != wanted.size()) return false;
    std::vector<bool> used(got.size(), false);
    return std::all_of(wanted.begin(), wanted.end(), [&](const T& one) {
        for (std::size_t i = 0; i < got.size(); ++i) {
            if (used[i] || !same(got[i], one)) continue;
            used[i] = true;
            return true;
        }
        return false;
    });
}

bool same_but_for_order(const std::vector<Table>& got, const std::vector<Table>& wanted,
                        double tolerance) {
    return same_in_any_order(got, wanted, [&](const Table& a, const Table& b) {
        return a.columns == b.columns &&
               same_in_any_order(a.rows, b.rows, [&](const Row& x, const Row& y) {
                   return same_row(b.columns, x, y, tolerance);
               });
    });
}

bool same_tables(const std::vector<Table>& got, const std::vector<Table>& wanted,
                 double tolerance) {
    return std::equal(got.begin(), got.end(), wanted.begin(), wanted.end(),
                      [&](const Table& a, const Table& b) {
                          return a.columns == b.columns && same_rows(a, b, tolerance);
                      });
}

/// The table with its columns in the order of the model's, where both have the same labels once.
Table arranged_like(const Table& table, const Table& model) {
    std::vector<std::size_t> order;
    for (const Column& column : model.columns) {
        const auto same_label = [&](const Column& c) { return c.label == column.label; };
        if (std::count_if(table.columns.begin(), table.columns.end(), same_label) != 1)
            return table;
        order.push_back(static_cast<std::size_t>(
            std::find_if(table.columns.begin(), table.columns.end(), same_label) -
            table.columns.begin()));
    }
    if (order.size() != table.columns.size()) return table;
    Table arranged;
    for (const std::size_t i : order) arranged.columns.push_back(table.columns[i]);
    for (const Row& row : table.rows) {
        Row cells;
        for (const std::size_t i : order) cells.push_back(row[i]);
        arranged.rows.push_back(std::move(cells));
    }
    return arranged;
}

std::string names(const std::vector<Result>& results) {
    std::vector<std::string> found;
    for (const Result& result : results) found.push_back(result.name);
    return found.empty() ? "none" : fmt::format("{}", fmt::join(found, ", "));
}

Agreement agreement_of(const Result& got, const Result& wanted, double tolerance) {
    if (same_tables(got.tables, wanted.tables, tolerance)) return Agreement::same;
    if (got.tables.size() == wanted.tables.size()) {
        std::vector<Table> arranged;
        for (std::size_t i = 0; i < got.tables.size(); ++i)
            arranged.push_back(arranged_like(got.tables[i], wanted.tables[i]));
        if (same_tables(arranged, wanted.tables, tolerance)) return Agreement::columns;
    }
    return same_but_for_order(got.tables, wanted.tables, tolerance) ? Agreement::order
                                                                    : Agreement::differ;
}

}  // namespace

bool same_number(double a, double b, double tolerance) {
    constexpr double kCoarse = 1e-9;
    if (std::isnan(a) || std::isnan(b)) return std::isnan(a) && std::isnan(b);
    if (std::isinf(a) || std::isinf(b)) return a == b;
    const double difference = std::fabs(a - b);
    return difference <= tolerance * std::max(std::fabs(a), std::fabs(b)) ||
           difference <= (tolerance < kCoarse ? 0.0 : tolerance);
}

bool same_cell(std::string_view type, std::string_view got, std::string_view wanted,
               double tolerance) {
    if (got == wanted) return true;
    if (type != "double") return false;
    double a = 0;
    double b = 0;
    return value::parse_float(got, a) == value::NumberError::none &&
           value::parse_float(wanted, b) == value::NumberError::none &&
           same_number(a, b, tolerance);
}

Comparison compare(const std::vector<Result>& got, const std::vector<Result>& wanted,
                   const CompareRules& rules) {
    Comparison found;
    std::set<std::string> mine;
    std::set<std::string> theirs;
    for (const Result& result : got) mine.insert(result.name);
    for (const Result& result : wanted) theirs.insert(result.name);
    if (mine != theirs) {
        return {Agreement::differ,
                fmt::format("results: expected {}, got {}\n", names(wanted), names(got))};
    }
    for (const Result& result : wanted) {
        const Result& own = *std::find_if(got.begin(), got.end(),
                                          [&](const Result& r) { return r.name == result.name; });
        const Agreement agreement = agreement_of(own, result, rules.tolerance);
        if (agreement == Agreement::same) continue;
        if (agreement == Agreement::columns && rules.any_columns) continue;
        if (agreement == Agreement::order && rules.any_order) continue;
        if (found.agreement != Agreement::differ &&
            (found.agreement == Agreement::same || agreement == Agreement::differ))
            found.agreement = agreement;
        found.text +=
            fmt::format("result \"{}\":{}\n", result.name,
                        agreement == Agreement::columns ? " columns in another order"
                        : agreement == Agreement::order ? " tables or rows in another order"
                                                        : "");
        found.text += explain(own.tables, result.tables, rules.tolerance);
    }
    return found;
}

}  // namespace fluxi::cli::conformance
