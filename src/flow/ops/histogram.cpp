// histogram and histogramQuantile.
#include <algorithm>
#include <cmath>
#include <optional>

#include "flow/ops/per_table.hpp"
#include "flow/ops/statistics.hpp"
#include "table/builder.hpp"

namespace fluxi::flow::ops {

using exec::View;
using table::Batch;
using table::Column;
using table::ColumnType;
using table::Schema;

namespace {

using Leaving = PerTable::Leaving;

Column floats(std::span<const double> values) {
    table::Builder out(ColumnType::floating);
    out.reserve(static_cast<std::uint32_t>(values.size()));
    for (const double v : values) out.append_stored(v);
    return out.finish();
}

}  // namespace

OperationRef histogram(HistogramSettings settings) {
    std::sort(settings.bins.begin(), settings.bins.end(), [](double a, double b) {
        return a < b || (std::isnan(a) && !std::isnan(b));  // NaN is no bound, but has a place
    });
    const auto function = [settings](const Batch& whole, const Emit& emit) {
        const std::size_t i = whole.schema()->find(settings.column);
        if (i == Schema::npos) {
            exec::fail_missing_column(*whole.schema(), settings.column,
                                      "histogram: column \"{}\" is missing", settings.column);
        }
        const ColumnType type = whole.schema()->fields()[i].type;
        if (type != ColumnType::floating) {
            base::fail_with(base::Code::table, "histogram: column \"{}\" must be a float got {}",
                            settings.column, table::type_name(type));
        }
        const View<double> values(whole.column(i));
        std::vector<double> counts(settings.bins.size(), 0);
        double total = 0;
        for (std::uint32_t row = 0; row < whole.rows(); ++row) {
            emit.steps.row(row);
            if (!values.valid(row)) continue;
            ++total;
            // No bin is large enough for NaN.
            const auto bin =
                std::partition_point(settings.bins.begin(), settings.bins.end(),
                                     [v = values[row]](double bound) { return !(v <= bound); });
            if (bin == settings.bins.end()) {
                base::fail_with(
                    base::Code::table,
                    "histogram: found value greater than any bin: {}, the last of {} bins ends at "
                    "{}",
                    values[row], settings.bins.size(),
                    settings.bins.empty() ? 0 : settings.bins.back());
            }
            ++counts[static_cast<std::size_t>(bin - settings.bins.begin())];
        }
        double so_far = 0;
        for (double& count : counts) {
            so_far += count;
            count = settings.normalize ? so_far / total : so_far;
        }
        exec::TableEdit edit =
            exec::TableEdit::key_only(whole, static_cast<std::uint32_t>(counts.size()));
        edit.set(settings.bound_column, floats(settings.bins));
        edit.set(settings.count_column, floats(counts));
        emit(edit.finish());
    };
    return per_table("histogram", Leaving::by_key, "histogram", function);
}

namespace {

struct Bucket {
    double bound;
    double count;
};

Column bucket_column(const Batch& whole, const std::string& label, std::string_view what) {
    const std::size_t i = exec::require_column(*whole.schema(), label, "histogramQuantile");
    const Column column = whole.column(i);
    if (column.type() != ColumnType::floating) {
        base::fail_with(base::Code::table,
                        "histogramQuantile: {} column \"{}\" must be of type float, it is of type "
                        "{}",
                        what, label, table::type_name(column.type()));
    }
    return column;
}

base::SpillingVector<Bucket> buckets_of(const Batch& whole,
                                        const HistogramQuantileSettings& settings) {
    const View<double> counts(bucket_column(whole, settings.count_column, "count"));
    const View<double> bounds(bucket_column(whole, settings.bound_column, "upper bound"));
    base::SpillingVector<Bucket> buckets;
    for (std::uint32_t row = 0; row < whole.rows(); ++row) {
        if (!counts.valid(row) || !bounds.valid(row)) {
            base::fail_with(base::Code::table,
                            "histogramQuantile: unexpected null in the {} (row {})",
                            counts.valid(row) ? "upperBoundColumn" : "countColumn", row);
        }
        buckets.push_back({bounds[row], counts[row]});
    }
    std::stable_sort(buckets.begin(), buckets.end(),
                     [](const Bucket& a, const Bucket& b) { return a.bound < b.bound; });
    return buckets;
}

/// Whether counts never fall; makes it so when forced.
bool monotonic(base::SpillingVector<Bucket>& buckets, bool force) {
    double most = 0;
    for (Bucket& bucket : buckets) {
        if (bucket.count < most) {
            if (!force) return false;
            bucket.count = most;
        }
        most = bucket.count;
    }
    return true;
}

std::optional<double> quantile_of(const base::SpillingVector<Bucket>& buckets,
                                  const HistogramQuantileSettings& settings) {
    const double total = buckets.back().count;
    if (total == 0) return std::nullopt;
    const double rank = settings.quantile * total;
    std::size_t above = 0;  // the first bucket whose count exceeds the rank
    for (std::size_t i = 0; i < buckets.size(); ++i) {
        if (rank >= buckets[i].count) above = i + 1;
    }
    if (above == buckets.size()) return buckets.back().bound;
    const Bucket lower = above == 0 ? Bucket{settings.min_value, 0} : buckets[above - 1];
    const Bucket upper = buckets[above];
    if (rank == lower.count) return lower.bound;
    if (std::isinf(lower.bound) && lower.bound < 0) return upper.bound;
    if (std::isinf(upper.bound) && upper.bound > 0) return lower.bound;
    return lower.bound +
           (upper.bound - lower.bound) * (rank - lower.count) / (upper.count - lower.count);
}

}  // namespace

OperationRef histogram_quantile(HistogramQuantileSettings settings) {
    const auto function = [settings](const Batch& whole, const Emit& emit) {
        base::SpillingVector<Bucket> buckets = buckets_of(whole, settings);
        if (buckets.empty())
            base::fail_with(base::Code::table, "histogramQuantile: histogram is empty");
        if (!monotonic(buckets, settings.on_nonmonotonic == "force")) {
            if (settings.on_nonmonotonic == "error") {
                base::fail_with(
                    base::Code::table,
                    "histogramQuantile: histogram records counts are not monotonic; see "
                    "the parameter onNonmonotonic");
            }
            exec::TableEdit none = exec::TableEdit::key_only(whole, 0);
            none.set(settings.value_column, Column::nulls(ColumnType::floating, 0));
            return emit(none.finish());
        }
        const std::optional<double> result = quantile_of(buckets, settings);
        exec::TableEdit edit = exec::TableEdit::key_only(whole, 1);
        edit.set(settings.value_column,
                 result ? Column::constant(ColumnType::floating, 1, value::Value::floating(*result))
                        : Column::nulls(ColumnType::floating, 1));
        emit(edit.finish());
    };
    return per_table("histogramQuantile", Leaving::by_key, "histogramQuantile", function);
}

}  // namespace fluxi::flow::ops
