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

}  // namespace

double TDigest::quantile(double q) {
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
    const double beyond = index - weight_ - last.weight / 2;
    return between(last.mean, beyond, max_, last.weight / 2 - beyond);
}

}  // namespace fluxi::flow::ops
