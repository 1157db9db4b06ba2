// The random numbers that the reference's generator gives for a seed.
#include <doctest/doctest.h>

#include <cmath>
#include <vector>

#include "flow/ops/lagged_random.hpp"

using fluxi::flow::ops::LaggedRandom;

TEST_CASE("a lagged generator gives the reference's numbers") {
    LaggedRandom random(1);
    CHECK(random.next() == 5577006791947779410ULL);
    CHECK(random.next() == 8674665223082153551ULL);

    LaggedRandom small(1);
    const std::vector<std::uint32_t> wanted{81, 87, 47, 59, 81, 18, 25, 40, 56, 0};
    for (const std::uint32_t number : wanted) CHECK(small.below(100) == number);
}

TEST_CASE("seeds of a lagged generator count modulo 2^31 - 1, and zero stands for another one") {
    constexpr std::int64_t kModulus = (std::int64_t{1} << 31) - 1;
    CHECK(LaggedRandom(5).next() == LaggedRandom(5 + kModulus).next());
    CHECK(LaggedRandom(5).next() == LaggedRandom(5 - kModulus).next());
    CHECK(LaggedRandom(0).next() == LaggedRandom(89482311).next());
}

TEST_CASE("shares and normal numbers of a lagged generator are distributed as they should be") {
    LaggedRandom random(42);
    constexpr int kDraws = 200000;
    double share = 0;
    double sum = 0;
    double squares = 0;
    int far = 0;
    for (int i = 0; i < kDraws; ++i) {
        const double part = random.share();
        REQUIRE(part >= 0);
        REQUIRE(part < 1);
        share += part;
        const double x = random.normal();
        sum += x;
        squares += x * x;
        if (std::fabs(x) > 3) ++far;
    }
    CHECK(share / kDraws == doctest::Approx(0.5).epsilon(0.01));
    CHECK(std::fabs(sum / kDraws) < 0.01);
    CHECK(squares / kDraws == doctest::Approx(1).epsilon(0.01));
    // 0.27 per cent lie beyond three deviations.
    CHECK(far > kDraws * 0.0023);
    CHECK(far < kDraws * 0.0031);
}
