// Regions and geometries of package experimental/geo, as they are read from records. Angles are
// degrees until S2 gets them; distances are fractions of the earth's radius (radians).
#pragma once

#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "value/composite.hpp"

namespace fluxi::stdlib::experimental_geo {

struct Point {
    double lat = 0;
    double lon = 0;
};
struct Box {
    Point low;
    Point high;
};
struct Circle {
    Point center;
    double radius = 0;  ///< radians
};
struct Polygon {
    std::vector<Point> points;
};
struct Line {
    std::vector<Point> points;
};
using Geometry = std::variant<Point, Box, Circle, Polygon, Line>;

/// The earth's radius in a unit of distance: `m`, `km` or `mile`.
class Units {
  public:
    /// @throws base::RuntimeError if the record does not name a unit
    explicit Units(const value::Record& units);
    [[nodiscard]] double to_radians(double distance) const { return distance / radius_; }
    [[nodiscard]] double to_distance(double radians) const { return radians * radius_; }

  private:
    double radius_;
};

/// Reads a region or geometry from a record; its properties tell which.
/// @param parameter the parameter's name, for errors
Geometry read_geometry(std::string_view parameter, const value::Record& record, const Units& units);

/// Reads `{lat, lon}`.
Point read_point(const value::Record& record);

/// What a geometry is called in errors.
std::string_view name_of(const Geometry& geometry);

}  // namespace fluxi::stdlib::experimental_geo
