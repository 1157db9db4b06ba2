// The random numbers of the reference's generated tables: an additive lagged Fibonacci generator,
// x[n] = x[n-607] + x[n-273] modulo 2^64, and normally distributed floats by the ziggurat method of
// Marsaglia and Tsang (2000). The same seed gives the reference's numbers. One generator belongs to
// one thread.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

namespace fluxi::flow::ops {

class LaggedRandom {
  public:
    static constexpr std::size_t kLength = 607;
    using State = std::array<std::uint64_t, kLength>;

    explicit LaggedRandom(std::int64_t seed);

    /// A number from 0 to 2^63 - 1.
    std::uint64_t next();
    /// A whole number from 0 to `count` - 1; `count` is at least 1 and below 2^31.
    std::uint32_t below(std::uint32_t count);
    /// At least 0, below 1.
    double share();
    /// Normally distributed around 0 with deviation 1.
    double normal();

  private:
    State state_{};
    std::size_t tap_ = 0;
    std::size_t feed_ = 0;
};

}  // namespace fluxi::flow::ops
