// quantile in its three forms, and mode.
#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <optional>

#include "flow/exec/group_rows.hpp"
#include "flow/ops/per_table.hpp"
#include "flow/ops/statistics.hpp"
#include "flow/ops/tdigest.hpp"
#include "table/group_table.hpp"
#include "table/sort.hpp"

namespace fluxi::flow::ops {

using exec::StateKernel;
using table::Batch;
using table::Column;
using table::ColumnType;
using table::Schema;

namespace {

using Leaving = PerTable::Leaving;

struct Estimate {
    double q;
    TDigest digest;
    bool any = false;  ///< value; the digest leaves out NaN
    template <typename T>
    void add(T v) {
        any = true;
        digest.add(static_cast<double>(v));
    }
    std::optional<double> result() {
        if (!any) return std::nullopt;
        return digest.empty() ? std::numeric_limits<double>::quiet_NaN() : digest.quantile(q);
    }
};

struct ExactMean {
    double q;
    base::SpillingVector<double> values{};
    void add(double v) { values.push_back(v); }
    std::optional<double> result() {
        if (values.empty()) return std::nullopt;
        // NaN stands before every number. Only one place or two are needed, not the whole order.
        const auto numbers =
            std::partition(values.begin(), values.end(), [](double v) { return std::isnan(v); });
        const double place = q * static_cast<double>(values.size() - 1);
        const double below = std::floor(place);
        const auto at = values.begin() + static_cast<std::ptrdiff_t>(below);
        if (at < numbers) return *at;
        std::nth_element(numbers, at, values.end());
        if (below == place || at + 1 == values.end()) return *at;
        const double next = *std::min_element(at + 1, values.end());
        return *at * (below + 1 - place) + next * (place - below);
    }
};

}  // namespace

std::unique_ptr<exec::AggregateKernel> tdigest_kernel(ColumnType type, double q,
                                                      double compression) {
    const Estimate initial{q, TDigest(compression)};
    switch (type) {
        case ColumnType::integer:
            return std::make_unique<StateKernel<Estimate, std::int64_t, ColumnType::floating>>(
                initial);
        case ColumnType::uinteger:
            return std::make_unique<StateKernel<Estimate, std::uint64_t, ColumnType::floating>>(
                initial);
        case ColumnType::floating:
            return std::make_unique<StateKernel<Estimate, double, ColumnType::floating>>(initial);
        default:
            return nullptr;
    }
}

std::unique_ptr<exec::AggregateKernel> exact_mean_kernel(ColumnType type, double q) {
    if (type != ColumnType::floating) return nullptr;
    return std::make_unique<StateKernel<ExactMean, double, ColumnType::floating>>(ExactMean{q});
}

OperationRef quantile_selector(double q, std::string label) {
    const auto function = [q, label](const Batch& whole, const Emit& emit) {
        const std::size_t i = exec::require_column(*whole.schema(), label, "quantile");
        const Column values = whole.column(i).simple();
        const table::SortColumn by{values, false};
        // Nulls stand first in the order.
        const auto order = table::sort_permutation({&by, 1}, whole.rows());
        std::size_t nulls = 0;
        while (nulls < order.size() && values.is_null(order[nulls])) ++nulls;
        const std::size_t count = order.size() - nulls;
        exec::TableEdit edit(whole);
        if (count == 0) {
            // Nothing to choose: a row of nulls beside the key.
            exec::TableEdit none = exec::TableEdit::empty(1);
            for (std::uint32_t column = 0; column < whole.schema()->size(); ++column) {
                const table::Field& field = whole.schema()->fields()[column];
                none.set(field.label, Column::nulls(field.type, 1));
            }
            for (const std::uint32_t column : whole.schema()->key()) {
                const table::Field& field = whole.schema()->fields()[column];
                none.set_key(field.label, field.type, whole.key_value(column, 0));
            }
            return emit(none.finish());
        }
        const double place = std::ceil(q * static_cast<double>(count)) - 1;
        const auto chosen = static_cast<std::size_t>(std::max(place, 0.0));
        edit.take({&order[nulls + std::min(chosen, count - 1)], 1});
        emit(edit.finish());
    };
    return per_table("quantile", Leaving::by_key, "", function);
}

namespace {

/// Rows of the most frequent values, one each, ascending by value. None if no value stands out: all
/// come equally often, and not just one of them several times. NaN is a value that never comes
/// again and so stands behind every other.
table::Rows most_frequent(const Column& column, const exec::Steps& steps) {
    table::Rows valid;
    bool other = false;
    for (std::uint32_t row = 0; row < column.size(); ++row) {
        steps.row(row);
        if (column.is_null(row)) continue;
        if (column.type() == ColumnType::floating && std::isnan(column.values<double>()[row])) {
            other = true;
        } else {
            valid.push_back(row);
        }
    }
    const Column values = column.take(valid);
    table::GroupTable groups({column.type()});
    const table::Rows ids = exec::group_rows(groups, values, steps);
    table::Rows counts(groups.size(), 0);
    table::Rows firsts;
    for (std::uint32_t row = 0; row < ids.size(); ++row) {
        if (counts[ids[row]]++ == 0) firsts.push_back(valid[row]);
    }
    if (counts.empty()) return {};
    const std::uint32_t most = *std::max_element(counts.begin(), counts.end());
    table::Rows rows;
    for (std::size_t i = 0; i < counts.size(); ++i) {
        if (counts[i] == most) rows.push_back(firsts[i]);
    }
    if (!other && rows.size() == counts.size() && (rows.size() > 1 || most == 1)) return {};
    const table::SortColumn by{column.take(rows).simple(), false};
    table::Rows sorted;
    for (const std::uint32_t i :
         table::sort_permutation({&by, 1}, static_cast<std::uint32_t>(rows.size())))
        sorted.push_back(rows[i]);
    return sorted;
}

}  // namespace

OperationRef mode(std::string label) {
    const auto function = [label](const Batch& whole, const Emit& emit) {
        const std::size_t i = whole.schema()->find(label);
        Column result;
        if (i == Schema::npos) {
            result = Column::constant(ColumnType::string, 1, value::Value::string(""));
        } else if (whole.schema()->is_key(i)) {
            result = whole.stored(i);
        } else {
            const auto rows = most_frequent(whole.stored(i).simple(), emit.steps);
            result = rows.empty() ? Column::nulls(whole.stored(i).type(), 1)
                                  : whole.stored(i).take(rows);
        }
        exec::TableEdit edit = exec::TableEdit::key_only(whole, result.size());
        edit.set("_value", result);
        emit(edit.finish());
    };
    return per_table("mode", Leaving::by_key, "mode", function);
}

}  // namespace fluxi::flow::ops
