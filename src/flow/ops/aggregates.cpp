#include "flow/ops/aggregates.hpp"

#include <cmath>
#include <limits>
#include <optional>

#include "value/wrap.hpp"

namespace fluxi::flow::ops {

using exec::AggregateKernel;
using exec::StateKernel;
using table::ColumnType;

namespace {

class CountKernel final : public AggregateKernel {
  public:
    [[nodiscard]] ColumnType result() const override { return ColumnType::integer; }
    void grow(std::uint32_t count) override {
        if (counts_.size() < count) counts_.resize(count, 0);
    }
    void update(std::uint32_t state, const table::Column&, std::uint32_t begin,
                std::uint32_t end) override {
        counts_[state] += end - begin;
    }
    void update_each(std::span<const std::uint32_t> states, const table::Column&) override {
        for (const std::uint32_t state : states) ++counts_[state];
    }
    void finish(std::uint32_t state, table::Builder& result) override {
        result.append_stored(counts_[state]);
    }

  private:
    base::SpillingVector<std::int64_t> counts_{};
};

template <typename T>
struct Sum {
    T sum{};
    bool any = false;
    void add(T v) {
        if constexpr (std::is_same_v<T, std::int64_t>) {
            sum = value::wrap_add(sum, v);
        } else {
            sum += v;
        }
        any = true;
    }
    [[nodiscard]] std::optional<T> result() const {
        return any ? std::optional(sum) : std::nullopt;
    }
};

struct Mean {
    double sum = 0;
    double count = 0;
    template <typename T>
    void add(T v) {
        sum += static_cast<double>(v);
        ++count;
    }
    [[nodiscard]] std::optional<double> result() const {
        return count != 0 ? std::optional(sum / count) : std::nullopt;
    }
};

template <typename T>
struct Spread {
    T smallest{};
    T largest{};
    bool any = false;
    void add(T v) {
        if (!any || v < smallest) smallest = v;
        if (!any || v > largest) largest = v;
        any = true;
    }
    [[nodiscard]] std::optional<T> result() const {
        if (!any) return std::nullopt;
        if constexpr (std::is_same_v<T, std::int64_t>) {
            return value::wrap_sub(largest, smallest);
        } else {
            return largest - smallest;
        }
    }
};

/// Welford's running moments.
struct Deviation {
    bool sample = true;
    double count = 0;
    double mean = 0;
    double squares = 0;
    template <typename T>
    void add(T v) {
        ++count;
        const double distance = static_cast<double>(v) - mean;
        mean += distance / count;
        squares += distance * (static_cast<double>(v) - mean);
    }
    [[nodiscard]] std::optional<double> result() const {
        if (count == 0) return std::nullopt;
        if (!sample) return std::sqrt(squares / count);
        if (count < 2) return std::numeric_limits<double>::quiet_NaN();
        return std::sqrt(squares / (count - 1));
    }
};

struct Skew {
    double count = 0;
    double mean = 0;
    double second = 0;
    double third = 0;
    template <typename T>
    void add(T v) {
        const double before = count;
        ++count;
        const double distance = static_cast<double>(v) - mean;
        const double step = distance / count;
        const double term = distance * step * before;
        mean += step;
        third += term * step * (count - 2) - 3 * step * second;
        second += term;
    }
    [[nodiscard]] std::optional<double> result() const {
        if (count == 0) return std::nullopt;
        if (count < 2) return std::numeric_limits<double>::quiet_NaN();
        return std::sqrt(count) * third / std::pow(second, 1.5);
    }
};

/// A kernel with the state S<T>, whose result has the type of the column.
template <template <typename> typename S>
std::unique_ptr<AggregateKernel> same_type(ColumnType type) {
    switch (type) {
        case ColumnType::integer:
            return std::make_unique<
                StateKernel<S<std::int64_t>, std::int64_t, ColumnType::integer>>();
        case ColumnType::uinteger:
            return std::make_unique<
                StateKernel<S<std::uint64_t>, std::uint64_t, ColumnType::uinteger>>();
        case ColumnType::floating:
            return std::make_unique<StateKernel<S<double>, double, ColumnType::floating>>();
        default:
            return nullptr;
    }
}

/// A kernel with the state S for any number, whose result is a float.
template <typename S>
std::unique_ptr<AggregateKernel> as_float(ColumnType type, S initial = S()) {
    switch (type) {
        case ColumnType::integer:
            return std::make_unique<StateKernel<S, std::int64_t, ColumnType::floating>>(initial);
        case ColumnType::uinteger:
            return std::make_unique<StateKernel<S, std::uint64_t, ColumnType::floating>>(initial);
        case ColumnType::floating:
            return std::make_unique<StateKernel<S, double, ColumnType::floating>>(initial);
        default:
            return nullptr;
    }
}

}  // namespace

std::unique_ptr<AggregateKernel> count_kernel(ColumnType type) {
    if (type == ColumnType::time) return nullptr;
    return std::make_unique<CountKernel>();
}

std::unique_ptr<AggregateKernel> sum_kernel(ColumnType type) {
    return same_type<Sum>(type);
}

std::unique_ptr<AggregateKernel> mean_kernel(ColumnType type) {
    return as_float<Mean>(type);
}

std::unique_ptr<AggregateKernel> spread_kernel(ColumnType type) {
    return same_type<Spread>(type);
}

std::unique_ptr<AggregateKernel> stddev_kernel(ColumnType type, bool sample) {
    return as_float<Deviation>(type, Deviation{sample});
}

std::unique_ptr<AggregateKernel> skew_kernel(ColumnType type) {
    return as_float<Skew>(type);
}

}  // namespace fluxi::flow::ops
