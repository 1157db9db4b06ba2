#include <doctest/doctest.h>

#include <limits>
#include <numeric>

#include "io/histogram.hpp"

using namespace fluxi;

namespace {

std::uint64_t sum(const std::vector<std::uint64_t>& counts) {
    return std::accumulate(counts.begin(), counts.end(), std::uint64_t{0});
}

}  // namespace

TEST_CASE("a histogram of few numbers is exact") {
    io::Histogram histogram;
    CHECK(histogram.bins(4).empty());
    for (const double number : {0.0, 1.0, 1.5, 4.0}) histogram.add(number);
    histogram.add(3.0, 5);
    CHECK(histogram.bins(4) == std::vector<std::uint64_t>{1, 2, 0, 6});
    io::Histogram same;
    same.add(7, 3);
    CHECK(same.bins(16) == std::vector<std::uint64_t>{3});
}

TEST_CASE("a histogram of many numbers counts all of them where they belong") {
    io::Histogram histogram;
    for (int i = 0; i < 100'000; ++i) histogram.add(i);
    // From then on cells have to reach further, in both directions.
    for (int i = 0; i < 100'000; ++i) histogram.add(-i);
    CHECK(histogram.count() == 200'000);
    CHECK(histogram.least() == -99'999);
    CHECK(histogram.greatest() == 99'999);
    const auto counts = histogram.bins(10);
    CHECK(sum(counts) == 200'000);
    for (const std::uint64_t count : counts) {
        CHECK(count > 19'000);
        CHECK(count < 21'000);
    }
}

TEST_CASE("a histogram takes the largest and the smallest numbers") {
    constexpr double kMost = std::numeric_limits<double>::max();
    io::Histogram histogram;
    for (int i = 0; i < 5000; ++i) histogram.add(i % 2);
    histogram.add(kMost);
    histogram.add(-kMost);
    CHECK(histogram.bins(3) == std::vector<std::uint64_t>{1, 5000, 1});
    io::Histogram tiny;
    for (int i = 0; i < 5000; ++i) tiny.add((i % 2) * 5e-324);
    CHECK(sum(tiny.bins(8)) == 5000);
}

TEST_CASE("bars of a histogram") {
    CHECK(io::sparkline({}).empty());
    CHECK(io::sparkline({0, 1, 4, 8}) == " ▁▄█");
    CHECK(io::sparkline({1, 1'000'000}) == "▁█");
}
