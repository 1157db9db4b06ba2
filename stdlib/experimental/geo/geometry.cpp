#include "experimental/geo/geometry.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

#include "base/error.hpp"

namespace fluxi::stdlib::experimental_geo {
namespace {

using value::Nature;
using value::Record;
using value::Value;

constexpr double kEarthRadiusKm = 6371.01;
constexpr double kKmPerMile = 1.609344;

/// A number of a record that must be there.
double number(const Record& record, std::string_view what, std::string_view label) {
    const Value* found = record.find(label);
    if (found == nullptr) {
        base::fail("invalid {} specification - must have the field {}", what, label);
    }
    if (found->is_null()) {
        base::fail("invalid {} specification - {} must not be null", what, label);
    }
    if (!found->is(Nature::floating)) {
        base::fail("invalid {} specification - {} must be a float, but it is of type {}", what,
                   label, value::nature_name(found->nature()));
    }
    return found->as_floating();
}

Point point_of(const Record& record, std::string_view what) {
    return {number(record, what, "lat"), number(record, what, "lon")};
}

Box box_of(const Record& record) {
    Box box{{number(record, "box", "minLat"), number(record, "box", "minLon")},
            {number(record, "box", "maxLat"), number(record, "box", "maxLon")}};
    if (box.low.lat > box.high.lat) std::swap(box.low.lat, box.high.lat);
    if (box.low.lon > box.high.lon) std::swap(box.low.lon, box.high.lon);
    return box;
}

Polygon polygon_of(const Value& points) {
    constexpr std::size_t kLeast = 3;
    if (!points.is(Nature::array) || points.as_array().size() < kLeast) {
        base::fail("polygon must have at least {} points", kLeast);
    }
    Polygon polygon;
    for (const Value& point : points.as_array().elements()) {
        if (!point.is(Nature::record)) base::fail("invalid polygon point specification");
        polygon.points.push_back(point_of(point.as_record(), "polygon point"));
    }
    return polygon;
}

constexpr std::string_view kSpace = " \t\n\r\v\f";

std::string_view next_word(std::string_view& text) {
    const auto begin = std::min(text.find_first_not_of(kSpace), text.size());
    const auto end = std::min(text.find_first_of(kSpace, begin), text.size());
    const std::string_view word = text.substr(begin, end - begin);
    text.remove_prefix(end);
    return word;
}

double degrees(std::string_view word, std::string_view pair) {
    double number = 0;
    const char* const end = word.data() + word.size();
    const auto [stop, error] = std::from_chars(word.data(), end, number);
    if (word.empty() || error != std::errc() || stop != end) {
        base::fail("invalid linestring - \"{}\" is not a pair of longitude and latitude", pair);
    }
    return number;
}

Line line_of(const Value& linestring) {
    if (!linestring.is(Nature::string)) base::fail("empty linestring");
    std::string_view rest = linestring.as_text();
    Line line;
    while (true) {
        const auto comma = rest.find(',');
        const std::string_view pair = rest.substr(0, comma);
        std::string_view words = pair;
        const std::string_view lon = next_word(words);
        if (lon.empty()) base::fail("invalid linestring - empty part");
        const std::string_view lat = next_word(words);
        line.points.push_back({degrees(lat, pair), degrees(lon, pair)});
        if (comma == std::string_view::npos) return line;
        rest.remove_prefix(comma + 1);
    }
}

}  // namespace

Units::Units(const Record& units) : radius_(0) {
    const Value* distance = units.find("distance");
    if (distance == nullptr || units.size() != 1) {
        base::fail("invalid units parameter: missing field: distance");
    }
    if (!distance->is(Nature::string)) {
        base::fail("invalid units parameter: distance field is null");
    }
    const std::string_view unit = distance->as_text();
    if (unit == "m") {
        radius_ = kEarthRadiusKm * 1000;
    } else if (unit == "km") {
        radius_ = kEarthRadiusKm;
    } else if (unit == "mile") {
        radius_ = kEarthRadiusKm / kKmPerMile;
    } else {
        base::fail("invalid units parameter: unsupported distance unit '{}'", unit);
    }
}

Point read_point(const Record& record) {
    return point_of(record, "point");
}

Geometry read_geometry(std::string_view parameter, const Record& record, const Units& units) {
    if (record.find("linestring") != nullptr && record.size() == 1) {
        return line_of(*record.find("linestring"));
    }
    if (record.find("points") != nullptr && record.size() == 1) {
        return polygon_of(*record.find("points"));
    }
    if (record.find("radius") != nullptr && record.size() == 3) {
        return Circle{point_of(record, "circle"),
                      units.to_radians(number(record, "circle", "radius"))};
    }
    if (record.find("minLat") != nullptr && record.size() == 4) return box_of(record);
    if (record.find("lat") != nullptr && record.size() == 2) return read_point(record);
    base::fail("unsupported geometry specified for '{}'", parameter);
}

std::string_view name_of(const Geometry& geometry) {
    static constexpr std::array<std::string_view, 5> kNames = {"geo.point", "geo.box", "geo.circle",
                                                               "geo.polygon", "geo.polyline"};
    return kNames[geometry.index()];
}

}  // namespace fluxi::stdlib::experimental_geo
