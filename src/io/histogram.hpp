// How numbers are distributed, in one pass and bounded memory: a first few are kept as they are,
// after that equal cells are counted whose width doubles whenever a number lies outside of them. So
// there are always at least a quarter of kCells cells between the least and the greatest number.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace fluxi::io {

class Histogram {
  public:
    /// Counts a finite number `count` times.
    void add(double number, std::uint64_t count = 1);
    [[nodiscard]] std::uint64_t count() const noexcept { return count_; }
    [[nodiscard]] double least() const noexcept { return least_; }
    [[nodiscard]] double greatest() const noexcept { return greatest_; }
    /// Counts in `bins` equal parts of the stretch from the least to the greatest number; the
    /// greatest belongs to the last part. One part if all numbers are the same, none if there are
    /// none.
    [[nodiscard]] std::vector<std::uint64_t> bins(std::size_t bins) const;
    /// The same for the stretch from `low` to `high`, which holds all numbers.
    [[nodiscard]] std::vector<std::uint64_t> bins(double low, double high, std::size_t bins) const;

  private:
    static constexpr std::size_t kKept = 4096;
    static constexpr std::size_t kCells = 1024;

    void begin_cells();
    void count_in_cell(double scaled, std::uint64_t count);
    void grow(bool downwards);

    std::uint64_t count_ = 0;
    double least_ = 0;
    double greatest_ = 0;
    std::vector<std::pair<double, std::uint64_t>> kept_{};  ///< until there are cells
    std::vector<std::uint64_t> cells_{};
    double low_ = 0;    ///< of the first cell, scaled
    double width_ = 0;  ///< of a cell, scaled
};

/// Bars of eight heights, one per count; nothing where the count is 0, so that a few stray numbers
/// are seen.
std::string sparkline(const std::vector<std::uint64_t>& counts);

}  // namespace fluxi::io
