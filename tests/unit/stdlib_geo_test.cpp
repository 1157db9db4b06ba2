#include <doctest/doctest.h>

#include <string>
#include <utility>
#include <vector>

#include "base/error.hpp"
#include "experimental/geo/geometry.hpp"
#include "experimental/geo/sphere.hpp"

using namespace fluxi;
using namespace fluxi::stdlib::experimental_geo;
using value::Value;

namespace {

const value::Record& record(const Value& v) {
    return v.as_record();
}

Value numbers(std::vector<std::pair<std::string, double>> fields) {
    std::vector<std::pair<std::string, Value>> values;
    for (auto& [name, number] : fields) values.emplace_back(name, Value::floating(number));
    return value::make_record(std::move(values));
}

Value one(std::string name, Value v) {
    return value::make_record({{std::move(name), std::move(v)}});
}

std::string problem(const Value& v) {
    const Value unit = one("distance", Value::string("km"));
    try {
        read_geometry("region", record(v), Units(record(unit)));
    } catch (const base::RuntimeError& error) {
        return error.what();
    }
    return "";
}

}  // namespace

TEST_CASE("geometries are told apart by their properties") {
    const Value unit = one("distance", Value::string("m"));
    const Units meters(record(unit));
    const Value circle = numbers({{"lat", 1}, {"lon", 2}, {"radius", 6371010}});
    const Geometry read = read_geometry("region", record(circle), meters);
    REQUIRE(std::holds_alternative<Circle>(read));
    CHECK(std::get<Circle>(read).radius == doctest::Approx(1.0));
    const Value box = numbers({{"minLat", 5}, {"maxLat", 1}, {"minLon", 0}, {"maxLon", 2}});
    CHECK(std::get<Box>(read_geometry("region", record(box), meters)).low.lat == 1);
    const Value line = one("linestring", Value::string("1.5 2, 3 -4.25"));
    const Geometry read_line = read_geometry("geometry", record(line), meters);
    REQUIRE(std::holds_alternative<Line>(read_line));
    CHECK(std::get<Line>(read_line).points.at(1).lat == -4.25);
}

TEST_CASE("geometries that cannot be read") {
    CHECK(problem(numbers({{"x", 1}})) == "unsupported geometry specified for 'region'");
    CHECK(problem(one("linestring", Value::string("1 2, "))) == "invalid linestring - empty part");
    CHECK(problem(one("linestring", Value::string("1"))) ==
          "invalid linestring - \"1\" is not a pair of longitude and latitude");
    CHECK(problem(one("points", value::make_array({}))) == "polygon must have at least 3 points");
    const Value unit = one("distance", Value::string("ell"));
    CHECK_THROWS_WITH(Units(record(unit)),
                      "invalid units parameter: unsupported distance unit 'ell'");
}

#ifdef FLUXI_HAS_S2
TEST_CASE("cells of the grid") {
    CHECK(cell_of(Point{40.7128, -74.006}, 10) == "89c25b");
    CHECK(cell_of("89c25b", 5) == "89c4");
    CHECK(level_of("89c25b") == 10);
    CHECK(middle_of("89c284").lat == doctest::Approx(40.812535546624574).epsilon(1e-12));
    CHECK_THROWS_WITH(level_of("x"), "invalid token specified");
    CHECK_THROWS(cell_of("89c4", 9));
    CHECK(covering(Circle{{40.7, -74.0}, 0.001}, 5).size() >= 1);
}

TEST_CASE("distances and containment") {
    const Box box{{0, 0}, {10, 10}};
    CHECK(contains(box, Point{5, 5}));
    CHECK_FALSE(contains(box, Point{15, 5}));
    CHECK(contains(box, Line{{{1, 1}, {2, 2}}}));
    CHECK_FALSE(contains(box, Line{{{1, 1}, {22, 2}}}));
    // The order of a polygon's points does not decide which side is inside.
    const Polygon around{{{0, 0}, {0, 10}, {10, 10}, {10, 0}}};
    const Polygon other{{{10, 0}, {10, 10}, {0, 10}, {0, 0}}};
    CHECK(contains(around, Point{5, 5}));
    CHECK(contains(other, Point{5, 5}));
    const double degree = 3.14159265358979323846 / 180;
    CHECK(distance(Point{0, 0}, Point{0, 1}) == doctest::Approx(degree));
    CHECK(distance(Circle{{0, 0}, degree}, Point{0, 3}) == doctest::Approx(2 * degree));
    CHECK(distance(Circle{{0, 0}, degree}, Point{0, 0.5}) == 0);
    CHECK(distance(Point{0, 0}, Line{{{0, 1}, {0, 5}}}) == doctest::Approx(degree));
    CHECK(distance(around, Line{{{0, 11}, {0, 15}}}) == doctest::Approx(degree));
    CHECK(length(Line{{{0, 0}, {0, 1}, {0, 3}}}) == doctest::Approx(3 * degree));
}
#endif
