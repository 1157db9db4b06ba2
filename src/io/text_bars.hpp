// Bars of text: numbers of several tables side by side, and how the numbers of a column are
// distributed.
#pragma once

#include <cstddef>
#include <string>

#include "io/plot_data.hpp"

namespace fluxi::io {

/// Bars begin at zero, to the right and, where numbers are negative, to the left. `width`: cells of
/// a line.
void append_bars(std::string& out, const PlotBars& bars, std::size_t width, bool color);
/// A bar for each of at most twelve equal stretches between round numbers.
void append_histogram(std::string& out, const Histogram& histogram, std::size_t width, bool color);

}  // namespace fluxi::io
