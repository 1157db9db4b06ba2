#include "io/histogram.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>

namespace fluxi::io {

namespace {

/// Cells reach up to four times as far as the numbers; scaled down, that is a double, too.
constexpr double kScale = 1.0 / 16;

/// All numbers are scaled.
std::size_t bin_of(double number, double low, double span, std::size_t bins) {
    const double place = (number - low) / span * static_cast<double>(bins);
    return place <= 0 ? 0 : std::min(static_cast<std::size_t>(place), bins - 1);
}

}  // namespace

void Histogram::add(double number, std::uint64_t count) {
    if (count == 0) return;
    least_ = count_ == 0 ? number : std::min(least_, number);
    greatest_ = count_ == 0 ? number : std::max(greatest_, number);
    count_ += count;
    if (!cells_.empty()) return count_in_cell(number * kScale, count);
    if (!kept_.empty() && kept_.back().first == number) {
        kept_.back().second += count;
        return;
    }
    kept_.emplace_back(number, count);
    if (kept_.size() == kKept) begin_cells();
}

void Histogram::begin_cells() {
    cells_.assign(kCells, 0);
    low_ = least_ * kScale;
    // Kept numbers are not all the same, so the width is more than nothing; the last cell holds the
    // greatest, too.
    width_ = (greatest_ * kScale - low_) / (kCells - 1);
    if (width_ == 0) width_ = 1e-300;
    for (const auto& [number, count] : kept_) count_in_cell(number * kScale, count);
    kept_ = {};
}

void Histogram::count_in_cell(double scaled, std::uint64_t count) {
    while (scaled < low_) grow(true);
    double place = (scaled - low_) / width_;
    while (place >= static_cast<double>(kCells)) {
        grow(false);
        place = (scaled - low_) / width_;
    }
    cells_[static_cast<std::size_t>(place)] += count;
}

void Histogram::grow(bool downwards) {
    const std::size_t half = kCells / 2;
    std::vector<std::uint64_t> wider(kCells, 0);
    for (std::size_t i = 0; i < kCells; ++i) wider[i / 2 + (downwards ? half : 0)] += cells_[i];
    if (downwards) low_ -= width_ * static_cast<double>(kCells);
    width_ *= 2;
    cells_ = std::move(wider);
}

std::vector<std::uint64_t> Histogram::bins(std::size_t bins) const {
    if (count_ == 0) return {};
    if (!(greatest_ * kScale - least_ * kScale > 0)) return {count_};
    return this->bins(least_, greatest_, bins);
}

std::vector<std::uint64_t> Histogram::bins(double low, double high, std::size_t bins) const {
    low *= kScale;
    const double span = high * kScale - low;
    std::vector<std::uint64_t> counts(bins, 0);
    for (const auto& [number, count] : kept_) {
        counts[bin_of(number * kScale, low, span, bins)] += count;
    }
    for (std::size_t i = 0; i < cells_.size(); ++i) {
        if (cells_[i] == 0) continue;
        const double middle = low_ + (static_cast<double>(i) + 0.5) * width_;
        counts[bin_of(middle, low, span, bins)] += cells_[i];
    }
    return counts;
}

std::string sparkline(const std::vector<std::uint64_t>& counts) {
    static constexpr std::array<std::string_view, 8> kBars = {"▁", "▂", "▃", "▄",
                                                              "▅", "▆", "▇", "█"};
    const std::uint64_t most = counts.empty() ? 0 : *std::max_element(counts.begin(), counts.end());
    std::string text;
    for (const std::uint64_t count : counts) {
        if (count == 0) {
            text += ' ';
            continue;
        }
        const double height = static_cast<double>(count) / static_cast<double>(most);
        text += kBars[static_cast<std::size_t>(std::ceil(height * kBars.size())) - 1];
    }
    return text;
}

}  // namespace fluxi::io
