// Geometry on the sphere by the S2 library: cells of its grid, coverings, distances. The rest of
// fluxi sees no S2 type; without the library every function fails with an error that says so.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "experimental/geo/geometry.hpp"

namespace fluxi::stdlib::experimental_geo {

inline constexpr int kMaxCellLevel = 30;

/// Token of the cell of a level that holds a point.
std::string cell_of(Point point, int level);
/// Token of the cell of a level that holds another cell.
std::string cell_of(std::string_view token, int level);
int level_of(std::string_view token);
/// The middle of a cell.
Point middle_of(std::string_view token);

/// Tokens of the cells of a level that cover a box, circle or polygon.
std::vector<std::string> covering(const Geometry& region, int level);

/// Whether a box, circle or polygon contains a point or all points of a line.
bool contains(const Geometry& region, const Geometry& geometry);
/// Radians between a region and a point or line; NaN for a line without edges.
double distance(const Geometry& region, const Geometry& geometry);
/// Length of a line in radians; a point has none.
double length(const Geometry& geometry);

}  // namespace fluxi::stdlib::experimental_geo
