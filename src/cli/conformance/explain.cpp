#include "cli/conformance/explain.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "cli/conformance/compare.hpp"

namespace fluxi::cli::conformance {

namespace {

constexpr std::size_t kLines = 24;

bool same(const Table& table, const Row& got, const Row& wanted, double tolerance) {
    if (got.size() != wanted.size()) return false;
    for (std::size_t i = 0; i < got.size(); ++i) {
        if (!same_cell(table.columns[i].type, got[i], wanted[i], tolerance)) return false;
    }
    return true;
}

std::string explain_table(std::size_t number, const Table& got, const Table& wanted,
                          double tolerance) {
    std::string text;
    if (got.columns != wanted.columns) {
        text += fmt::format("  table {}: columns (* = group key)\n    - {}\n    + {}\n", number,
                            columns_text(wanted), columns_text(got));
    }
    std::vector<std::string> lines;
    for (std::size_t i = 0; i < std::max(got.rows.size(), wanted.rows.size()); ++i) {
        const Row* mine = i < got.rows.size() ? &got.rows[i] : nullptr;
        const Row* theirs = i < wanted.rows.size() ? &wanted.rows[i] : nullptr;
        if (mine != nullptr && theirs != nullptr && same(wanted, *mine, *theirs, tolerance))
            continue;
        if (theirs != nullptr)
            lines.push_back(fmt::format("    - {}: {}\n", i, fmt::join(*theirs, ",")));
        if (mine != nullptr)
            lines.push_back(fmt::format("    + {}: {}\n", i, fmt::join(*mine, ",")));
    }
    if (lines.empty()) return text;
    text += fmt::format("  table {} {}: rows\n", number, key_text(wanted));
    for (std::size_t i = 0; i < std::min(lines.size(), kLines); ++i) text += lines[i];
    if (lines.size() > kLines)
        text += fmt::format("    and {} more lines\n", lines.size() - kLines);
    return text;
}

}  // namespace

std::string explain(const std::vector<Table>& got, const std::vector<Table>& wanted,
                    double tolerance) {
    std::string text;
    if (got.size() != wanted.size())
        text += fmt::format("  {} tables expected, got {}\n", wanted.size(), got.size());
    for (std::size_t i = 0; i < std::max(got.size(), wanted.size()); ++i) {
        if (i >= got.size()) {
            text += fmt::format("  - table {} {} is missing\n", i, key_text(wanted[i]));
        } else if (i >= wanted.size()) {
            text += fmt::format("  + table {} {} is too many\n", i, key_text(got[i]));
        } else {
            text += explain_table(i, got[i], wanted[i], tolerance);
        }
    }
    return text;
}

}  // namespace fluxi::cli::conformance
