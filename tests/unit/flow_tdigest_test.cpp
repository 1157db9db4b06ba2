#include <algorithm>
#include <cmath>
#include <limits>
#include <random>
#include <vector>

#include <doctest/doctest.h>

#include "flow/ops/tdigest.hpp"

using fluxi::flow::ops::TDigest;

namespace {

std::vector<double> numbers(std::size_t count, unsigned seed) {
    std::mt19937 random(seed);
    std::normal_distribution<double> normal(10, 3);
    std::vector<double> result;
    for (std::size_t i = 0; i < count; ++i) result.push_back(normal(random));
    return result;
}

double estimate(const std::vector<double>& values, double q, double compression) {
    TDigest digest(compression);
    for (const double v : values) digest.add(v);
    return digest.quantile(q);
}

/// By the definition: the value at i has its middle at i + 0.5 of the weight; between two middles
/// it goes from one value to the next.
double between_middles(std::vector<double> values, double q) {
    std::sort(values.begin(), values.end());
    const double index = q * static_cast<double>(values.size());
    if (index <= 0.5) return values.front();
    if (index >= static_cast<double>(values.size()) - 0.5) return values.back();
    const auto below = static_cast<std::size_t>(index - 0.5);
    const double part = index - 0.5 - static_cast<double>(below);
    return values[below] * (1 - part) + values[below + 1] * part;
}

}  // namespace

TEST_CASE("few numbers are told apart by an estimate, and it lies between two of them") {
    // Up to 600 of compression 1000 nothing is merged, nor is it up to 636, which is not known
    // before.
    for (const std::size_t count : {1U, 2U, 3U, 10U, 359U, 360U, 599U, 600U, 601U, 630U}) {
        const auto values = numbers(count, static_cast<unsigned>(count));
        for (const double q : {0.0, 0.001, 0.25, 0.5, 0.77, 0.9, 0.999, 1.0}) {
            CAPTURE(count);
            CAPTURE(q);
            CHECK(estimate(values, q, 1000) ==
                  doctest::Approx(between_middles(values, q)).epsilon(1e-12));
        }
    }
}

TEST_CASE("an estimate of many numbers in few centroids is near the quantile") {
    const auto values = numbers(20000, 7);
    for (const double q : {0.01, 0.5, 0.99}) {
        CHECK(estimate(values, q, 100) ==
              doctest::Approx(between_middles(values, q)).epsilon(0.02));
        CHECK(estimate(values, q, 100) != between_middles(values, q));
    }
}

TEST_CASE("an estimate leaves NaN out and may be asked more than once") {
    TDigest digest(1000);
    CHECK(digest.empty());
    CHECK(std::isnan(digest.quantile(0.5)));
    for (const double v : {3.0, std::numeric_limits<double>::quiet_NaN(), 1.0, 2.0}) digest.add(v);
    CHECK(digest.quantile(0.5) == 2);
    CHECK(digest.quantile(0) == 1);
    CHECK(digest.quantile(1) == 3);
    digest.add(100);
    CHECK(digest.quantile(1) == 100);
}
