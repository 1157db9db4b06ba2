#include "flow/exec/matches.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

#include "flow/exec/columns.hpp"
#include "flow/exec/steps.hpp"
#include "table/concat.hpp"
#include "table/sort.hpp"

namespace fluxi::flow::exec {

using table::Column;

namespace {

std::vector<table::SortColumn> sort_columns(std::span<const Column> columns) {
    std::vector<table::SortColumn> sorted;
    for (const Column& column : columns) sorted.push_back({column.simple(), false});
    return sorted;
}

int compare(const std::vector<table::SortColumn>& a, std::uint32_t i,
            const std::vector<table::SortColumn>& b, std::uint32_t j) {
    for (std::size_t c = 0; c < a.size(); ++c) {
        const int order = table::compare_values(a[c].column, i, b[c].column, j);
        if (order != 0) return order;
    }
    return 0;
}

/// One side: its rows in order, and how far the rows equal to a position go.
struct Side {
    std::vector<table::SortColumn> columns;
    table::Rows order;
    base::SpillingVector<std::uint8_t>
        not_numbers{};  ///< rows with a NaN in one of the columns; empty for none
    Side(std::span<const Column> given, std::uint32_t rows, const base::CancelToken& cancel)
        : columns(sort_columns(given)), order(table::sort_permutation(columns, rows, &cancel)) {
        for (const table::SortColumn& c : columns) {
            if (c.column.type() != table::ColumnType::floating) continue;
            const View<double> values(c.column);
            for (std::uint32_t row = 0; row < rows; ++row) {
                if (!values.valid(row) || !std::isnan(values[row])) continue;
                not_numbers.resize(rows);
                not_numbers[row] = 1;
            }
        }
    }
    /// Whether a row has a null or a NaN, which equal nothing, not even themselves.
    [[nodiscard]] bool equals_nothing(std::uint32_t row) const {
        return (!not_numbers.empty() && not_numbers[row] != 0) ||
               std::any_of(columns.begin(), columns.end(),
                           [row](const auto& c) { return c.column.is_null(row); });
    }
    [[nodiscard]] std::size_t group_end(std::size_t begin) const {
        std::size_t end = begin + 1;
        while (end < order.size() && compare(columns, order[begin], columns, order[end]) == 0)
            ++end;
        return end;
    }
};

/// Puts pairs of which some have a null in `on` in order: by the columns, a null behind all values,
/// and of two nulls the later one first, which is what the reference's joins come to.
void put_nulls_last(Matches& matches, const Side& l, const Side& r,
                    const base::CancelToken& cancel) {
    const auto cell = [&](std::uint32_t i,
                          std::size_t c) -> std::pair<const Column*, std::uint32_t> {
        if (matches.left[i] != Matches::kNone) return {&l.columns[c].column, matches.left[i]};
        return {&r.columns[c].column, matches.right[i]};
    };
    const auto before = [&](std::uint32_t i, std::uint32_t j) {
        for (std::size_t c = 0; c < l.columns.size(); ++c) {
            const auto [a, a_row] = cell(i, c);
            const auto [b, b_row] = cell(j, c);
            const bool a_null = a->is_null(a_row);
            if (a_null && b->is_null(b_row)) return i > j;
            if (a_null != b->is_null(b_row)) return !a_null;
            const int order = table::compare_values(*a, a_row, *b, b_row);
            if (order != 0) return order < 0;
        }
        return i < j;
    };
    table::Rows order(matches.left.size());
    std::iota(order.begin(), order.end(), 0U);
    std::sort(order.begin(), order.end(), before);
    cancel.check();
    const auto ordered = [&order](table::Rows& rows) {
        table::Rows result(rows.size());
        for (std::size_t i = 0; i < order.size(); ++i) result[i] = rows[order[i]];
        rows = std::move(result);
    };
    ordered(matches.left);
    ordered(matches.right);
}

}  // namespace

void Matches::reserve_more(std::size_t left_rows, std::size_t right_rows) {
    const std::size_t all = left.size() + left_rows * right_rows;
    if (all >= kNone) {
        base::fail_with(base::Code::limit,
                        "join: {} rows of the left and {} of the right have the same values in the "
                        "columns of `on`: more pairs than a table can have rows",
                        left_rows, right_rows);
    }
    if (all <= left.capacity()) return;
    const std::size_t room = std::max(all, left.capacity() * 2);
    left.reserve(room);
    right.reserve(room);
}

Matches match_rows(std::span<const Column> left, std::uint32_t left_rows,
                   std::span<const Column> right, std::uint32_t right_rows, bool keep_left,
                   bool keep_right, const Context& context) {
    const base::CancelToken& cancel = context.cancel();
    const Side l(left, left_rows, cancel);
    const Side r(right, right_rows, cancel);
    Matches matches;
    Steps steps(context);
    const auto add = [&](std::uint32_t a, std::uint32_t b) {
        matches.left.push_back(a);
        matches.right.push_back(b);
    };
    bool nulls = false;
    std::size_t i = 0;
    std::size_t j = 0;
    while (i < l.order.size() || j < r.order.size()) {
        steps();
        if (i < l.order.size() && l.equals_nothing(l.order[i])) {
            if (keep_left) add(l.order[i], Matches::kNone);
            nulls = nulls || keep_left;
            ++i;
            continue;
        }
        if (j < r.order.size() && r.equals_nothing(r.order[j])) {
            if (keep_right) add(Matches::kNone, r.order[j]);
            nulls = nulls || keep_right;
            ++j;
            continue;
        }
        const int order = i == l.order.size() ? 1
                          : j == r.order.size()
                              ? -1
                              : compare(l.columns, l.order[i], r.columns, r.order[j]);
        if (order < 0) {
            if (keep_left) add(l.order[i], Matches::kNone);
            ++i;
        } else if (order > 0) {
            if (keep_right) add(Matches::kNone, r.order[j]);
            ++j;
        } else {
            const std::size_t i_end = l.group_end(i);
            const std::size_t j_end = r.group_end(j);
            matches.reserve_more(i_end - i, j_end - j);
            for (; i < i_end; ++i) {
                for (std::size_t k = j; k < j_end; ++k) add(l.order[i], r.order[k]);
                steps(static_cast<std::uint32_t>(j_end - j));
            }
            j = j_end;
        }
    }
    if (nulls) put_nulls_last(matches, l, r, cancel);
    return matches;
}

Column take_or_null(const Column& column, std::span<const std::uint32_t> rows) {
    if (std::find(rows.begin(), rows.end(), Matches::kNone) == rows.end()) return column.take(rows);
    // A null at the end stands for what is not there.
    const Column parts[] = {column, Column::nulls(column.type(), 1)};
    table::Rows places(rows.begin(), rows.end());
    std::replace(places.begin(), places.end(), Matches::kNone, column.size());
    return table::concat(column.type(), parts).take(places);
}

}  // namespace fluxi::flow::exec
