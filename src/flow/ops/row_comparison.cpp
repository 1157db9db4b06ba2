#include "flow/ops/row_comparison.hpp"

#include <algorithm>
#include <cmath>

#include "base/error.hpp"

namespace fluxi::flow::ops {
namespace {

using table::Column;
using table::ColumnType;

constexpr double kEpsilon = 1e-6;

bool floats_equal(double want, double got) {
    if (std::isnan(want) && std::isnan(got)) return true;
    // Not "within": the difference of two infinities is no number, and they count as equal.
    return !(std::fabs(want - got) > kEpsilon);
}

bool cells_equal(const Column& want, std::uint32_t i, const Column& got, std::uint32_t j) {
    if (want.is_null(i) || got.is_null(j)) return want.is_null(i) == got.is_null(j);
    return table::dispatch(want.type(), [&](auto type) {
        using T = table::stored_t<decltype(type)::value>;
        if constexpr (decltype(type)::value == ColumnType::floating) {
            return floats_equal(want.get<T>(i), got.get<T>(j));
        } else {
            return want.get<T>(i) == got.get<T>(j);
        }
    });
}

/// Rows without columns are nothing that could differ.
std::uint32_t rows_of(const table::Batch& whole) {
    return whole.schema()->size() == 0 ? 0 : whole.rows();
}

}  // namespace

RowComparison::RowComparison(const table::Batch* want, const table::Batch* got,
                             std::string_view ignored) {
    if (want != nullptr) {
        want_rows_ = rows_of(*want);
        const table::Schema& schema = *want->schema();
        for (std::size_t i = 0; i < schema.size(); ++i) {
            if (schema.is_key(i) || schema.fields()[i].label == ignored) continue;
            columns_.push_back({schema.fields()[i], want->column(i), std::nullopt});
        }
    }
    if (got == nullptr) return;
    got_rows_ = rows_of(*got);
    const table::Schema& schema = *got->schema();
    for (std::size_t i = 0; i < schema.size(); ++i) {
        const table::Field& field = schema.fields()[i];
        if (schema.is_key(i) || field.label == ignored) continue;
        const auto same =
            std::find_if(columns_.begin(), columns_.end(),
                         [&field](const Pair& pair) { return pair.field.label == field.label; });
        if (same == columns_.end()) {
            columns_.push_back({field, std::nullopt, got->column(i)});
            continue;
        }
        if (same->field.type != field.type) {
            base::fail_with(base::Code::table, "column \"{}\" has different types {} != {}",
                            field.label, table::type_name(same->field.type),
                            table::type_name(field.type));
        }
        same->got = got->column(i);
    }
}

bool RowComparison::equal(std::uint32_t want_row, std::uint32_t got_row) const {
    return std::all_of(columns_.begin(), columns_.end(), [=](const Pair& pair) {
        if (!pair.want) return pair.got->is_null(got_row);
        if (!pair.got) return pair.want->is_null(want_row);
        return cells_equal(*pair.want, want_row, *pair.got, got_row);
    });
}

bool RowComparison::all_equal() const {
    if (want_rows_ != got_rows_) return false;
    for (std::uint32_t row = 0; row < want_rows_; ++row) {
        if (!equal(row, row)) return false;
    }
    return true;
}

}  // namespace fluxi::flow::ops
