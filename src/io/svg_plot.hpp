// A chart as a part of an SVG document: shapes, texts and styles of its own, nothing that has to be
// loaded. Lines are told apart by colour, by lightness and by their dashes, so that a grey print
// can be read, too.
#pragma once

#include <cstddef>
#include <string>

#include "io/plot_data.hpp"

namespace fluxi::io {

inline constexpr std::size_t kSvgWidth = 800;

struct SvgPart {
    std::string text{};
    double height = 0;
};

SvgPart svg_plot(const Chart& chart);
/// The document with these parts, one below the other.
std::string svg_document(const std::vector<SvgPart>& parts);

}  // namespace fluxi::io
