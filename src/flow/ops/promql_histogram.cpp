// promHistogramQuantile: a quantile of a cumulative histogram as Prometheus stores it.
#include <algorithm>
#include <cmath>
#include <limits>
#include <vector>

#include "flow/ops/per_table.hpp"
#include "flow/ops/promql.hpp"
#include "value/number.hpp"

namespace fluxi::flow::ops::promql {

using table::Batch;
using table::Column;
using table::ColumnType;

namespace {

constexpr std::string_view kUser = "promHistogramQuantile";
constexpr double kInfinity = std::numeric_limits<double>::infinity();
constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();

struct Bin {
    double upper = 0;
    double count = 0;  ///< of all values up to `upper`
};

Column column_of(const Batch& whole, const std::string& label, std::string_view what,
                 ColumnType type) {
    const std::size_t i = exec::require_column(*whole.schema(), label, kUser);
    Column column = whole.column(i);
    if (column.type() != type) {
        base::fail_with(base::Code::table, "{}: {} column \"{}\" must be of type {}, found {}",
                        kUser, what, label, table::type_name(type),
                        table::type_name(column.type()));
    }
    return column;
}

/// The bins by their upper bounds. A bound that is no number is skipped.
base::SpillingVector<Bin> bins_of(const Column& count_column, const Column& bound_column) {
    const exec::View<double> counts(count_column);
    const exec::View<table::StringView> bounds(bound_column);
    base::SpillingVector<Bin> bins;
    for (std::uint32_t row = 0; row < count_column.size(); ++row) {
        if (!counts.valid(row)) {
            base::fail_with(base::Code::table, "{}: unexpected null in the countColumn (row {})",
                            kUser, row);
        }
        Bin bin;
        if (!bounds.valid(row) ||
            value::parse_float(bounds[row].view(), bin.upper) != value::NumberError::none) {
            continue;
        }
        bin.count = counts[row];
        bins.push_back(bin);
    }
    std::stable_sort(bins.begin(), bins.end(),
                     [](const Bin& a, const Bin& b) { return a.upper < b.upper; });
    return bins;
}

/// Adds up the bins with one bound.
void merge_equal(base::SpillingVector<Bin>& bins) {
    std::size_t last = 0;
    for (std::size_t i = 1; i < bins.size(); ++i) {
        if (bins[i].upper == bins[last].upper) {
            bins[last].count += bins[i].count;
        } else {
            bins[++last] = bins[i];
        }
    }
    bins.resize(last + 1);
}

/// Counts of different scrapes can fall from bin to bin; they are raised to what came before. The
/// last bin, which has the total, stays as it is.
void make_ascending(base::SpillingVector<Bin>& bins) {
    for (std::size_t i = 1; i + 1 < bins.size(); ++i) {
        bins[i].count = std::max(bins[i].count, bins[i - 1].count);
    }
}

double quantile_of(double q, base::SpillingVector<Bin> bins) {
    if (q < 0) return -kInfinity;
    if (q > 1) return kInfinity;
    if (bins.empty() || bins.back().upper != kInfinity) return kNaN;
    merge_equal(bins);
    make_ascending(bins);
    if (bins.size() < 2) return kNaN;

    const double rank = q * bins.back().count;
    const auto found = std::find_if(bins.begin(), bins.end() - 1,
                                    [rank](const Bin& bin) { return bin.count >= rank; });
    if (found == bins.end() - 1) return bins[bins.size() - 2].upper;
    if (found == bins.begin() && found->upper <= 0) return found->upper;
    const Bin below = found == bins.begin() ? Bin{} : *(found - 1);
    return below.upper +
           (found->upper - below.upper) * ((rank - below.count) / (found->count - below.count));
}

}  // namespace

OperationRef histogram_quantile(HistogramQuantileSettings settings) {
    const auto function = [settings](const Batch& whole, const Emit& emit) {
        const Column counts =
            column_of(whole, settings.count_column, "count", ColumnType::floating);
        const bool bounded =
            whole.schema()->find(settings.upper_bound_column) != table::Schema::npos;
        exec::TableEdit edit = exec::TableEdit::key_only(whole, bounded ? 1 : 0);
        Column result = Column::nulls(ColumnType::floating, 0);
        if (bounded) {
            const Column bounds =
                column_of(whole, settings.upper_bound_column, "upper bound", ColumnType::string);
            const double quantile = quantile_of(settings.quantile, bins_of(counts, bounds));
            result = Column::constant(ColumnType::floating, 1, value::Value::floating(quantile));
        }
        edit.set(settings.value_column, result);
        emit(edit.finish());
    };
    return per_table(std::string(kUser), PerTable::Leaving::by_key, std::string(kUser), function);
}

}  // namespace fluxi::flow::ops::promql
