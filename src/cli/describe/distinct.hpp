// How many different values there are, from their hashes: exactly up to kExact, beyond that an
// estimate (HyperLogLog with the estimator of Ertl 2017, arXiv:1702.01284), off by half a per cent
// typically. Memory is bounded either way.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace fluxi::cli {

class Distinct {
  public:
    static constexpr std::size_t kExact = 16384;

    void add(std::uint64_t hash);
    [[nodiscard]] bool exact() const noexcept { return ranks_.empty(); }
    [[nodiscard]] std::uint64_t count() const;

  private:
    void insert(std::uint64_t hash);
    void widen();
    void rank(std::uint64_t hash);

    std::vector<std::uint64_t> hashes_{};  ///< open addressing, 0 is a free place
    std::size_t used_ = 0;
    std::vector<std::uint8_t> ranks_{};  ///< once there are too many hashes to keep
};

}  // namespace fluxi::cli
