#include "experimental/geo/sphere.hpp"

#include "base/error.hpp"

#ifdef FLUXI_HAS_S2

#include <cmath>
#include <limits>
#include <memory>
#include <type_traits>

// S2's headers are not written for the warnings that this project compiles with.
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wpedantic"
#pragma GCC diagnostic ignored "-Wconversion"
#pragma GCC diagnostic ignored "-Wsign-conversion"
#pragma GCC diagnostic ignored "-Wunused-parameter"
#pragma GCC diagnostic ignored "-Wextra"
#pragma GCC diagnostic ignored "-Wall"
#pragma GCC diagnostic ignored "-Wdeprecated"
#pragma GCC diagnostic ignored "-Wdeprecated-declarations"
#include <s2/mutable_s2shape_index.h>
#include <s2/s2cap.h>
#include <s2/s2cell_id.h>
#include <s2/s2closest_edge_query.h>
#include <s2/s2latlng.h>
#include <s2/s2latlng_rect.h>
#include <s2/s2loop.h>
#include <s2/s2polyline.h>
#include <s2/s2region_coverer.h>
#pragma GCC diagnostic pop

namespace fluxi::stdlib::experimental_geo {
namespace {

/// Most cells that a covering may have where its level leaves a choice.
constexpr int kMaxCells = 100;

S2LatLng lat_lng(Point point) {
    return S2LatLng::FromDegrees(point.lat, point.lon);
}

S2Point on_sphere(Point point) {
    return lat_lng(point).ToPoint();
}

S2LatLngRect rect_of(const Box& box) {
    return {lat_lng(box.low), lat_lng(box.high)};
}

S2Cap cap_of(const Circle& circle) {
    return {on_sphere(circle.center), S1Angle::Radians(circle.radius)};
}

/// The smaller of the two parts that the points divide the sphere into, whichever way they go
/// round.
std::unique_ptr<S2Loop> loop_of(const std::vector<Point>& points) {
    std::vector<S2Point> vertices;
    vertices.reserve(points.size());
    for (const Point point : points) vertices.push_back(on_sphere(point));
    auto loop = std::make_unique<S2Loop>(vertices, S2Debug::DISABLE);
    if (loop->GetArea() >= 2 * M_PI) loop->Invert();
    return loop;
}

std::unique_ptr<S2Loop> loop_of(const Box& box) {
    return loop_of(std::vector<Point>{
        box.low, {box.low.lat, box.high.lon}, box.high, {box.high.lat, box.low.lon}});
}

std::unique_ptr<S2Polyline> polyline_of(const Line& line) {
    std::vector<S2LatLng> vertices;
    vertices.reserve(line.points.size());
    for (const Point point : line.points) vertices.push_back(lat_lng(point));
    return std::make_unique<S2Polyline>(vertices, S2Debug::DISABLE);
}

std::unique_ptr<S2Region> region_of(const Geometry& geometry) {
    if (const auto* box = std::get_if<Box>(&geometry)) {
        return std::make_unique<S2LatLngRect>(rect_of(*box));
    }
    if (const auto* circle = std::get_if<Circle>(&geometry)) {
        return std::make_unique<S2Cap>(cap_of(*circle));
    }
    if (const auto* polygon = std::get_if<Polygon>(&geometry)) return loop_of(polygon->points);
    base::fail("unsupported region type: {}", name_of(geometry));
}

S2CellId cell(std::string_view token) {
    return S2CellId::FromToken(std::string(token));
}

S2CellId valid_cell(std::string_view token) {
    const S2CellId id = cell(token);
    if (!id.is_valid()) base::fail("invalid token specified");
    return id;
}

/// An index of one shape, for distances. Owns the shape.
template <typename Shape>
class Indexed {
  public:
    explicit Indexed(std::unique_ptr<Shape> shape) : shape_(std::move(shape)) {
        index_.Add(std::make_unique<typename Shape::Shape>(shape_.get()));
    }
    [[nodiscard]] const MutableS2ShapeIndex& index() const { return index_; }
    [[nodiscard]] double to(Point point) const {
        S2ClosestEdgeQuery::PointTarget target(on_sphere(point));
        return nearest(&target);
    }
    template <typename Other>
    [[nodiscard]] double to(const Indexed<Other>& other) const {
        S2ClosestEdgeQuery::ShapeIndexTarget target(&other.index());
        return nearest(&target);
    }

  private:
    double nearest(S2ClosestEdgeQuery::Target* target) const {
        S2ClosestEdgeQuery query(&index_);
        const auto result = query.FindClosestEdge(target);
        if (result.is_empty()) return std::numeric_limits<double>::quiet_NaN();
        return result.distance().ToAngle().radians();
    }
    std::unique_ptr<Shape> shape_;
    MutableS2ShapeIndex index_;
};

double outside(double from_center, const Circle& circle) {
    return std::max(0.0, from_center - circle.radius);
}

double to_point(const Geometry& region, Point point) {
    return std::visit(
        [point](const auto& from) -> double {
            using T = std::decay_t<decltype(from)>;
            if constexpr (std::is_same_v<T, Point>) {
                return S1Angle(on_sphere(from), on_sphere(point)).radians();
            } else if constexpr (std::is_same_v<T, Box>) {
                return rect_of(from).GetDistance(S2LatLng(on_sphere(point))).radians();
            } else if constexpr (std::is_same_v<T, Circle>) {
                return outside(S1Angle(on_sphere(from.center), on_sphere(point)).radians(), from);
            } else if constexpr (std::is_same_v<T, Polygon>) {
                return Indexed(loop_of(from.points)).to(point);
            } else {
                return 0;
            }
        },
        region);
}

double to_line(const Geometry& region, const Line& line) {
    const Indexed to(polyline_of(line));
    return std::visit(
        [&to](const auto& from) -> double {
            using T = std::decay_t<decltype(from)>;
            if constexpr (std::is_same_v<T, Point>) {
                return to.to(from);
            } else if constexpr (std::is_same_v<T, Box>) {
                return Indexed(loop_of(from)).to(to);
            } else if constexpr (std::is_same_v<T, Circle>) {
                return outside(to.to(from.center), from);
            } else if constexpr (std::is_same_v<T, Polygon>) {
                return Indexed(loop_of(from.points)).to(to);
            } else {
                return 0;
            }
        },
        region);
}

}  // namespace

std::string cell_of(Point point, int level) {
    const S2CellId id(lat_lng(point));
    if (!id.is_valid()) base::fail("invalid coordinates");
    return id.parent(level).ToToken();
}

std::string cell_of(std::string_view token, int level) {
    const S2CellId id = cell(token);
    if (!id.is_valid() || level > id.level()) {
        base::fail("invalid token specified or requested level greater then current level");
    }
    return id.parent(level).ToToken();
}

int level_of(std::string_view token) {
    return valid_cell(token).level();
}

Point middle_of(std::string_view token) {
    const S2LatLng middle = valid_cell(token).ToLatLng();
    return {middle.lat().degrees(), middle.lng().degrees()};
}

std::vector<std::string> covering(const Geometry& region, int level) {
    S2RegionCoverer::Options options;
    options.set_fixed_level(level);
    options.set_max_cells(kMaxCells);
    S2RegionCoverer coverer(options);
    std::vector<std::string> tokens;
    for (const S2CellId id : coverer.GetCovering(*region_of(region))) {
        tokens.push_back(id.ToToken());
    }
    return tokens;
}

bool contains(const Geometry& region, const Geometry& geometry) {
    const std::unique_ptr<S2Region> outer = region_of(region);
    if (const auto* point = std::get_if<Point>(&geometry)) {
        return outer->Contains(on_sphere(*point));
    }
    const auto* line = std::get_if<Line>(&geometry);
    if (line == nullptr) base::fail("unsupported geometry type: {}", name_of(geometry));
    for (const Point point : line->points) {
        if (!outer->Contains(on_sphere(point))) return false;
    }
    return true;
}

double distance(const Geometry& region, const Geometry& geometry) {
    if (const auto* point = std::get_if<Point>(&geometry)) return to_point(region, *point);
    if (const auto* line = std::get_if<Line>(&geometry)) return to_line(region, *line);
    base::fail("unsupported geometry type: {}", name_of(geometry));
}

double length(const Geometry& geometry) {
    if (std::holds_alternative<Point>(geometry)) return 0;
    const auto* line = std::get_if<Line>(&geometry);
    if (line == nullptr) base::fail("unsupported geometry type: {}", name_of(geometry));
    double sum = 0;
    for (std::size_t i = 1; i < line->points.size(); ++i) {
        sum += lat_lng(line->points[i - 1]).GetDistance(lat_lng(line->points[i])).radians();
    }
    return sum;
}

}  // namespace fluxi::stdlib::experimental_geo

#else

namespace fluxi::stdlib::experimental_geo {
namespace {

[[noreturn]] void missing() {
    base::fail("this fluxi was built without the S2 library, which package experimental/geo needs");
}

}  // namespace

std::string cell_of(Point, int) {
    missing();
}
std::string cell_of(std::string_view, int) {
    missing();
}
int level_of(std::string_view) {
    missing();
}
Point middle_of(std::string_view) {
    missing();
}
std::vector<std::string> covering(const Geometry&, int) {
    missing();
}
bool contains(const Geometry&, const Geometry&) {
    missing();
}
double distance(const Geometry&, const Geometry&) {
    missing();
}
double length(const Geometry&) {
    missing();
}

}  // namespace fluxi::stdlib::experimental_geo

#endif
