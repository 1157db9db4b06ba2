#include "flow/ops/averages.hpp"

#include <algorithm>
#include <array>

#include "base/error.hpp"
#include "flow/exec/table_operator.hpp"
#include "flow/ops/indicator_series.hpp"
#include "table/builder.hpp"

namespace fluxi::flow::ops {
namespace {

using table::Batch;
using table::Column;
using table::ColumnType;

Series series_of(const Column& column) {
    const std::vector<double> floats = exec::as_floats(column);
    Series series(floats.size());
    for (std::uint32_t row = 0; row < floats.size(); ++row) {
        if (!column.is_null(row)) series[row] = floats[row];
    }
    return series;
}

Column column_of(const Series& series) {
    table::Builder builder(ColumnType::floating);
    for (const auto& value : series) {
        if (value) {
            builder.append_stored(*value);
        } else {
            builder.append_null();
        }
    }
    return builder.finish();
}

bool is_number(ColumnType type) {
    return type == ColumnType::integer || type == ColumnType::uinteger ||
           type == ColumnType::floating;
}

using Compute = Computed (*)(Values, std::uint32_t);

/// What an indicator is called in messages and in a plan.
struct Traits {
    std::string_view name;
    std::string_view what;   ///< "cannot take WHAT of column"
    std::string_view table;  ///< "TABLE found duplicate table"
    Compute compute;
};

constexpr std::array<Traits, 5> kTraits = {{
    {"exponentialMovingAverage", "exponential moving average", "moving average",
     exponential_average},
    {"tripleExponentialDerivative", "exponential moving average", "triple exponential derivative",
     triple_derivative},
    {"relativeStrengthIndex", "relative strength index", "moving average", relative_strength},
    {"chandeMomentumOscillator", "chande momentum oscillator", "chande momentum oscillator",
     momentum},
    {"kaufmansAMA", "KAMA", "KAMA", adaptive_average},
}};
constexpr Traits kMovingAverage{"movingAverage", "moving average", "", moving_average};

class IndicatorOperator final : public exec::TableOperator {
  public:
    IndicatorOperator(const exec::Context& context, Leaving leaving, const Traits& traits,
                      std::int64_t n, const std::vector<std::string>& columns)
        : TableOperator(context, leaving, std::string(traits.table)),
          traits_(traits),
          n_(static_cast<std::uint32_t>(std::min<std::int64_t>(n, kLongest))),
          columns_(columns) {}

  private:
    static constexpr std::int64_t kLongest = 1'000'000'000;

    void table(const Batch& whole) override {
        const table::Schema& schema = *whole.schema();
        exec::TableEdit edit(whole);
        bool cut = false;
        for (const std::string& label : columns_) {
            const std::size_t i = schema.find(label);
            if (i == table::Schema::npos) {
                // A single column must be there, of several those that are.
                if (columns_.size() == 1) exec::require_column(schema, label, traits_.name);
                continue;
            }
            if (!is_number(schema.fields()[i].type)) {
                base::fail_with(base::Code::table, "cannot take {} of column {} (type {})",
                                traits_.what, label, table::type_name(schema.fields()[i].type));
            }
            const Computed computed = traits_.compute(series_of(whole.column(i)), n_);
            if (!cut) cut_rows(edit, computed, whole.rows());
            cut = true;
            edit.set(label, column_of(computed.values));
        }
        emit_table(edit.finish());
    }

    static void cut_rows(exec::TableEdit& edit, const Computed& computed, std::uint32_t rows) {
        if (computed.short_input) {
            edit.slice(rows - 1, 1);
        } else {
            const std::uint32_t first = std::min(computed.first_row, rows);
            edit.slice(first, rows - first);
        }
    }

    const Traits& traits_;
    std::uint32_t n_;
    const std::vector<std::string>& columns_;
};

}  // namespace

std::string_view Indicator::name() const {
    return kTraits[static_cast<std::size_t>(kind_)].name;
}

std::unique_ptr<exec::Operator> Indicator::make(exec::Context& context) const {
    return std::make_unique<IndicatorOperator>(context, exec::TableOperator::Leaving::by_key,
                                               kTraits[static_cast<std::size_t>(kind_)], n_,
                                               columns_);
}

std::unique_ptr<exec::Operator> MovingAverage::make(exec::Context& context) const {
    return std::make_unique<IndicatorOperator>(context, exec::TableOperator::Leaving::arrival,
                                               kMovingAverage, n_, columns_);
}

}  // namespace fluxi::flow::ops
