#include "flow/ops/nelder_mead.hpp"

#include <algorithm>
#include <cstddef>
#include <utility>

#include "base/counted.hpp"

namespace fluxi::flow::ops {

namespace {

using Function = std::function<double(const base::SpillingVector<double>&)>;

class Simplex {
  public:
    Simplex(const Function& function, const base::SpillingVector<double>& start)
        : function_(function), dimension_(start.size()) {
        const auto n = static_cast<double>(dimension_);
        expansion_ = 1 + 2 / n;
        contraction_ = 0.75 - 1 / (2 * n);
        shrink_ = 1 - 1 / n;
        for (std::size_t i = 0; i < dimension_; ++i) {
            constexpr double kStep = 0.05;
            base::SpillingVector<double> vertex = start;
            vertex[i] += kStep;
            const double value = function_(vertex);
            vertices_.push_back({std::move(vertex), value});
        }
        vertices_.push_back({start, function_(start)});
        sort();
    }

    [[nodiscard]] const Minimum& best() const { return vertices_.front(); }

    void step() {
        const Minimum reflected = along(1);
        if (reflected.value < best().value) {
            const Minimum expanded = along(expansion_);
            replace_worst(expanded.value < reflected.value ? expanded : reflected);
        } else if (reflected.value < vertices_[dimension_ - 1].value) {
            replace_worst(reflected);
        } else if (reflected.value < vertices_[dimension_].value) {
            const Minimum outside = along(contraction_);
            if (outside.value <= reflected.value) return replace_worst(outside);
            shrink();
        } else {
            const Minimum inside = along(-contraction_);
            if (inside.value < vertices_[dimension_].value) return replace_worst(inside);
            shrink();
        }
    }

  private:
    /// The point on the line from the worst vertex through the centroid of the others.
    [[nodiscard]] Minimum along(double scale) const {
        Minimum result;
        const base::SpillingVector<double>& worst = vertices_[dimension_].point;
        for (std::size_t i = 0; i < dimension_; ++i)
            result.point.push_back((centroid_[i] - worst[i]) * scale + centroid_[i]);
        result.value = function_(result.point);
        return result;
    }

    void replace_worst(const Minimum& vertex) {
        vertices_[dimension_] = vertex;
        for (std::size_t i = dimension_; i > 0 && !(vertices_[i - 1].value < vertex.value); --i)
            std::swap(vertices_[i - 1], vertices_[i]);
        // One of the points that the centroid is the mean of has changed. The reference multiplies
        // here; where a search ends depends on the last digits.
        const double share = 1 / static_cast<double>(dimension_);
        for (std::size_t i = 0; i < dimension_; ++i) {
            centroid_[i] -= share * vertices_[dimension_].point[i];
            centroid_[i] += share * vertex.point[i];
        }
    }

    void shrink() {
        const base::SpillingVector<double>& best = vertices_.front().point;
        for (std::size_t v = 1; v <= dimension_; ++v) {
            for (std::size_t i = 0; i < dimension_; ++i) {
                double& x = vertices_[v].point[i];
                x = (x - best[i]) * shrink_ + best[i];
            }
            vertices_[v].value = function_(vertices_[v].point);
        }
        sort();
    }

    void sort() {
        std::stable_sort(vertices_.begin(), vertices_.end(),
                         [](const Minimum& a, const Minimum& b) { return a.value < b.value; });
        centroid_.assign(dimension_, 0);
        for (std::size_t v = 0; v < dimension_; ++v) {
            for (std::size_t i = 0; i < dimension_; ++i) centroid_[i] += vertices_[v].point[i];
        }
        for (double& x : centroid_) x /= static_cast<double>(dimension_);
    }

    const Function& function_;
    std::size_t dimension_;
    double expansion_ = 0;
    double contraction_ = 0;
    double shrink_ = 0;
    base::CountedVector<Minimum> vertices_{};  ///< sorted by value
    base::SpillingVector<double> centroid_{};  ///< of all but the worst
};

}  // namespace

Minimum minimise(const Function& function, const base::SpillingVector<double>& start,
                 double tolerance, int patience) {
    Simplex simplex(function, start);
    double best = simplex.best().value;
    for (int without_progress = 0; without_progress < patience;) {
        simplex.step();
        if (best - simplex.best().value > tolerance) {
            best = simplex.best().value;
            without_progress = 0;
        } else {
            ++without_progress;
        }
    }
    return simplex.best();
}

}  // namespace fluxi::flow::ops
