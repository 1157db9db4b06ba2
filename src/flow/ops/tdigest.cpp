#include "flow/ops/tdigest.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>

namespace fluxi::flow::ops {

TDigest::TDigest(double compression)
    : compression_(compression),
      max_processed_(2 * static_cast<std::size_t>(std::ceil(compression))),
      max_unprocessed_(8 * static_cast<std::size_t>(std::ceil(compression))),
      min_(std::numeric_limits<double>::infinity()),
      max_(-std::numeric_limits<double>::infinity()) {}

void TDigest::add(double v) {
    if (std::isnan(v)) return;
    unprocessed_.push_back(v);
    if (processed_.size() > max_processed_ || unprocessed_.size() > max_unprocessed_) process();
}

/// The share of the weight at which the centroid after `share` has to end.
double TDigest::limit_after(double share) const {
    const double k =
        compression_ * (std::asin(2 * share - 1) + std::numbers::pi / 2) / std::numbers::pi + 1;
    return (std::sin(std::min(k, compression_) * std::numbers::pi / compression_ -
                     std::numbers::pi / 2) +
            1) /
           2;
}

void TDigest::process() {
    if (unprocessed_.empty() && processed_.size() <= max_processed_) return;
    std::sort(unprocessed_.begin(), unprocessed_.end());
    base::SpillingVector<Centroid> all;
    all.reserve(unprocessed_.size() + processed_.size());
    auto known = processed_.begin();
    for (const double v : unprocessed_) {
        while (known != processed_.end() && known->mean < v) all.push_back(*known++);
        all.push_back({v, 1});
    }
    all.insert(all.end(), known, processed_.end());
    weight_ = 0;
    for (const Centroid& centroid : all) weight_ += centroid.weight;
    processed_.assign(1, all.front());
    double so_far = processed_[0].weight;
    double limit = weight_ * limit_after(0);
    for (std::size_t i = 1; i < all.size(); ++i) {
        const Centroid& next = all[i];
        if (so_far + next.weight <= limit) {
            Centroid& last = processed_.back();
            so_far += next.weight;
            last.weight += next.weight;
            last.mean += next.weight * (next.mean - last.mean) / last.weight;
        } else {
            limit = weight_ * limit_after(so_far / weight_);
            so_far += next.weight;
            processed_.push_back(next);
        }
    }
    min_ = std::min(min_, processed_.front().mean);
    max_ = std::max(max_, processed_.back().mean);
    unprocessed_.clear();
    cumulative_.clear();
    double before = 0;
    for (const Centroid& centroid : processed_) {
        cumulative_.push_back(before + centroid.weight / 2);
        before += centroid.weight;
    }
    cumulative_.push_back(before);
}

namespace {

double between(double a, double weight_a, double b, double weight_b) {
    const auto [low, high] = std::minmax(a, b);
    const double mean = (a * weight_a + b * weight_b) / (weight_a + weight_b);
    return std::max(low, std::min(mean, high));
}

/// The value at a weight behind the middle of the last centroid; `behind` counts from the whole
/// weight on.
double beyond_last(double mean, double weight, double max, double behind) {
    const double beyond = behind - weight / 2;
    return between(mean, beyond, max, weight / 2 - beyond);
}

}  // namespace

/// Whether process() would merge no two of the values. A centroid may be one step of the scale
/// long, whose steps are shortest in the middle: compression * 2 / pi of them to the whole weight.
/// So fewer values than that are each longer than a step; a little fewer, so that rounding does not
/// matter.
bool TDigest::stays_apart() const noexcept {
    return processed_.empty() &&
           static_cast<double>(unprocessed_.size()) <= 0.6 * std::floor(compression_);
}

/// What quantile() gives when each value is a centroid of weight 1. The two values beside the place
/// are enough, no order of all is needed.
double TDigest::quantile_of_values(double q) {
    const auto begin = unprocessed_.begin();
    const auto end = unprocessed_.end();
    const auto count = static_cast<double>(unprocessed_.size());
    if (unprocessed_.size() == 1) return *begin;
    const double index = q * count;
    if (index <= 0.5) {
        const double first = *std::min_element(begin, end);
        return first + 2 * index * (first - first);
    }
    // The centroid at i has its middle at i + 0.5.
    double place = std::floor(index);
    if (place + 0.5 < index) ++place;
    if (place >= count) {
        const double last = *std::max_element(begin, end);
        return beyond_last(last, 1, last, index - count);
    }
    const auto upper = begin + static_cast<std::ptrdiff_t>(place);
    std::nth_element(begin, upper, end);
    const double below = *std::max_element(begin, upper);
    return between(below, place + 0.5 - index, *upper, index - (place - 0.5));
}

double TDigest::quantile(double q) {
    if (stays_apart() && !unprocessed_.empty()) return quantile_of_values(q);
    process();
    unprocessed_ = {};
    if (processed_.empty()) return std::numeric_limits<double>::quiet_NaN();
    if (processed_.size() == 1) return processed_[0].mean;
    const double index = q * weight_;
    const Centroid& first = processed_.front();
    if (index <= first.weight / 2) return min_ + 2 * index / first.weight * (first.mean - min_);
    const auto lower = static_cast<std::size_t>(
        std::lower_bound(cumulative_.begin(), cumulative_.end(), index) - cumulative_.begin());
    if (lower + 1 < cumulative_.size()) {
        return between(processed_[lower - 1].mean, cumulative_[lower] - index,
                       processed_[lower].mean, index - cumulative_[lower - 1]);
    }
    const Centroid& last = processed_.back();
    return beyond_last(last.mean, last.weight, max_, index - weight_);
}

}  // namespace fluxi::flow::ops
