// A t-digest: the distribution of many numbers in few centroids, to estimate quantiles from
// (semantics D.9). Merging variant: centroids are collected and merged when there are too many.
#pragma once

#include <cstddef>

#include "base/spilling_vector.hpp"

namespace fluxi::flow::ops {

class TDigest {
  public:
    /// @param compression bounds the number of centroids; larger is more exact
    explicit TDigest(double compression = 1000);
    void add(double v);
    /// NaN when nothing was added.
    [[nodiscard]] double quantile(double q);
    [[nodiscard]] bool empty() const noexcept { return processed_.empty() && unprocessed_.empty(); }

  private:
    struct Centroid {
        double mean;
        double weight;
    };
    void process();
    [[nodiscard]] double limit_after(double share) const;
    [[nodiscard]] bool stays_apart() const noexcept;
    [[nodiscard]] double quantile_of_values(double q);

    double compression_;
    std::size_t max_processed_;
    std::size_t max_unprocessed_;
    base::SpillingVector<Centroid> processed_{};
    base::SpillingVector<double> unprocessed_{};  ///< each of weight 1
    base::SpillingVector<double> cumulative_{};
    double weight_ = 0;  ///< of the processed
    double min_;
    double max_;
};

}  // namespace fluxi::flow::ops
