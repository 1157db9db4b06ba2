// A chart as text for a terminal: lines in braille dots, or with a sign of its own for each line
// where there is no colour to tell them apart; histograms as bars.
#pragma once

#include <cstddef>
#include <string>

#include "io/plot_data.hpp"

namespace fluxi::io {

/// `width`: cells of a line of text, at least 40 are used.
std::string text_plot(const Chart& chart, std::size_t width, bool color);

/// What a chart does not show, one sentence a line: lines and columns left out, numbers that are
/// not finite.
std::string plot_notes(const Chart& chart);

}  // namespace fluxi::io
