#include "flow/ops/indicator_series.hpp"

#include <cmath>

namespace fluxi::flow::ops {
namespace {

/// The mean of what is there, in the order of storage; empty if nothing is.
std::optional<double> mean(const Series& ring) {
    double sum = 0;
    std::uint32_t count = 0;
    for (const auto& value : ring) {
        if (!value) continue;
        sum += *value;
        ++count;
    }
    if (count == 0) return std::nullopt;
    return sum / count;
}

/// An average that begins as a plain mean of the first n values and then forgets exponentially.
class Smoothed {
  public:
    Smoothed(std::uint32_t n, double weight) : n_(n), weight_(weight) {}
    void add(double value) {
        if (count_ == 0) {
            average_ = value;
        } else if (!reached_) {
            average_ = (average_ * count_ + value) / (count_ + 1);
        } else {
            average_ = value * weight_ + average_ * (1.0 - weight_);
        }
        if (count_ < n_) ++count_;
        step();
    }
    /// A null takes a place among the first n but does not count.
    void step() {
        if (++seen_ == n_) reached_ = true;
    }
    [[nodiscard]] double average() const { return average_; }

  private:
    std::uint32_t n_;
    double weight_;
    double average_ = 0;
    std::uint32_t count_ = 0;
    std::uint32_t seen_ = 0;
    bool reached_ = false;
};

/// Sums of the rises and the falls within the last n differences.
class Momentum {
  public:
    /// Adds a difference and then takes out the one that leaves; gives 100 · (up - down) / (up +
    /// down) as it is between these steps.
    double next(double difference, double leaving) {
        if (difference > 0) {
            up_ += difference;
        } else if (difference < 0) {
            down_ -= difference;
        }
        const double oscillator = 100 * (up_ - down_) / (up_ + down_);
        if (leaving > 0) {
            up_ -= leaving;
        } else {
            down_ += leaving;
        }
        return oscillator;
    }

  private:
    double up_ = 0;
    double down_ = 0;
};

double or_zero(const std::optional<double>& value) {
    return value.value_or(0.0);
}

}  // namespace

Computed moving_average(Values values, std::uint32_t n) {
    Computed result{{}, n - 1, false};
    Series ring(values.size() < n ? values.size() : n);
    for (std::uint32_t row = 0; row < values.size(); ++row) {
        ring[row % n] = values[row];
        if (row + 1 >= n) result.values.push_back(mean(ring));
    }
    if (values.size() < n && !values.empty()) {
        result.values.push_back(mean(ring));
        result.short_input = true;
    }
    return result;
}

Computed exponential_average(Values values, std::uint32_t n) {
    Computed result{{}, n - 1, false};
    const double weight = 2 / (static_cast<double>(n) + 1);
    double average = 0;
    double count = 0;
    for (std::uint32_t row = 0; row < values.size(); ++row) {
        const auto& value = values[row];
        if (row < n) {
            if (value) {
                average += *value;
                ++count;
            }
            if (row + 1 < n) continue;
            if (count != 0) average /= count;
        } else if (value) {
            average = count == 0 ? *value : *value * weight + average * (1.0 - weight);
            if (count == 0) count = 1;
        }
        result.values.push_back(count == 0 ? std::nullopt : std::optional(average));
    }
    if (values.size() < n && !values.empty()) {
        result.values.push_back(count == 0 ? std::nullopt : std::optional(average / count));
        result.short_input = true;
    }
    return result;
}

Computed triple_derivative(Values values, std::uint32_t n) {
    Computed result{{}, 3 * (n - 1) + 1, false};
    if (values.empty()) return result;
    const auto rows = [](const Computed& average) {
        return average.short_input ? Series() : average.values;
    };
    const Series once = rows(exponential_average(values, n));
    const Series twice = rows(exponential_average(once, n));
    const Series thrice = rows(exponential_average(twice, n));
    if (thrice.empty()) {
        result.values.emplace_back(std::nullopt);
        result.short_input = true;
    }
    for (std::size_t i = 1; i < thrice.size(); ++i) {
        if (thrice[i] && thrice[i - 1]) {
            result.values.emplace_back((*thrice[i] / *thrice[i - 1] - 1) * 100);
        } else {
            result.values.emplace_back(std::nullopt);
        }
    }
    return result;
}

Computed relative_strength(Values values, std::uint32_t n) {
    Computed result{{}, n, false};
    const double weight = 1.0 / n;
    Smoothed up(n, weight);
    Smoothed down(n, weight);
    std::optional<double> before;
    const auto index = [&]() -> std::optional<double> {
        if (!before) return std::nullopt;
        return 100.0 - 100.0 / (1.0 + up.average() / down.average());
    };
    for (std::uint32_t row = 0; row < values.size(); ++row) {
        if (const auto& value = values[row]) {
            const double last = or_zero(before);  // the first value counts as a rise from zero
            up.add(*value > last ? *value - last : 0.0);
            down.add(*value < last ? last - *value : 0.0);
            before = *value;
        } else {
            up.step();
            down.step();
        }
        if (row >= n) result.values.push_back(index());
    }
    if (values.size() <= n && !values.empty()) {
        result.values.push_back(index());
        result.short_input = true;
    }
    return result;
}

Computed momentum(Values values, std::uint32_t n) {
    Computed result{{}, n, false};
    Momentum sums;
    for (std::uint32_t row = 0; row < values.size(); ++row) {
        const double difference = row == 0 ? 0.0 : or_zero(values[row]) - or_zero(values[row - 1]);
        if (row < n) {
            sums.next(difference, 0);
        } else {
            const double leaving = or_zero(values[row - n + 1]) - or_zero(values[row - n]);
            result.values.emplace_back(sums.next(difference, leaving));
        }
    }
    return result;
}

Computed adaptive_average(Values values, std::uint32_t n) {
    constexpr double kFast = 2.0 / (2.0 + 1.0);
    constexpr double kSlow = 2.0 / (30.0 + 1.0);
    Computed result{{}, n, false};
    Momentum sums;
    std::vector<double> differences(n, 0.0);
    double average = 0;
    for (std::uint32_t row = 0; row < values.size(); ++row) {
        const double value = or_zero(values[row]);
        const double before = or_zero(values[row == 0 ? 0 : row - 1]);
        const double difference = value - before;
        if (row < n) {
            sums.next(difference, 0);
        } else {
            if (row == n) average = before;
            const double ratio =
                std::fabs(sums.next(difference, differences[(row + 1) % n])) / 100.0;
            const double smoothing = std::pow(ratio * (kFast - kSlow) + kSlow, 2);
            average += smoothing * (value - average);
            result.values.emplace_back(average);
        }
        differences[row % n] = difference;
    }
    return result;
}

}  // namespace fluxi::flow::ops
