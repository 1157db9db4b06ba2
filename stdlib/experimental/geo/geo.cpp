// Natives of package experimental/geo.
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/error.hpp"
#include "experimental/geo/geometry.hpp"
#include "experimental/geo/sphere.hpp"
#include "native/adapter.hpp"

namespace fluxi::stdlib::experimental_geo {
namespace {

using native::Arguments;
using value::Record;
using value::Value;

/// Most cells that getGrid chooses if it is not told how many.
constexpr std::int64_t kMaxSize = 100;

Value cell_token(std::int64_t level, std::optional<std::string_view> token, const Value& point) {
    const bool has_token = token && !token->empty();
    const bool has_point = point.is(value::Nature::record) && point.as_record().size() > 0;
    if (has_token == has_point) base::fail("either token or point parameter must be specified");
    if (level < 1 || level > kMaxCellLevel) base::fail("level value must be [1, 30]");
    const int at = static_cast<int>(level);
    return Value::string(has_token ? cell_of(*token, at)
                                   : cell_of(read_point(point.as_record()), at));
}

Value s2_cell_id_token(eval::Evaluator&, const Arguments& arguments) {
    std::optional<std::string_view> token;
    if (arguments.has(1)) token = arguments.get<std::string_view>(1);
    return cell_token(arguments.get<std::int64_t>(0), token, arguments.at(2));
}

Value s2_cell_lat_lon(std::string_view token) {
    const Point middle = middle_of(token);
    std::vector<std::pair<std::string, Value>> fields;
    fields.emplace_back("lat", Value::floating(middle.lat));
    fields.emplace_back("lon", Value::floating(middle.lon));
    return value::make_record(std::move(fields));
}

struct Grid {
    std::int64_t level = -1;
    std::vector<std::string> cells{};
};

/// The finest grid with at most `most` cells, but no finer than it takes for `least` cells.
Grid chosen_grid(const Geometry& region, std::int64_t max_level, std::int64_t least,
                 std::int64_t most) {
    Grid best;
    const std::int64_t finest = max_level > 0 ? max_level : kMaxCellLevel;
    for (std::int64_t level = 1; level <= finest; ++level) {
        std::vector<std::string> cells = covering(region, static_cast<int>(level));
        const auto size = static_cast<std::int64_t>(cells.size());
        if (size > most) break;
        best = {level, std::move(cells)};
        if (least > 0 && size >= least) break;
    }
    const bool too_few = static_cast<std::int64_t>(best.cells.size()) < least;
    return too_few && max_level <= 0 ? Grid{} : best;
}

Value grid_value(Grid grid) {
    if (grid.cells.empty()) grid.level = -1;
    std::vector<std::pair<std::string, Value>> fields;
    fields.emplace_back("level", Value::integer(grid.level));
    fields.emplace_back("set", native::to_value(grid.cells));
    return value::make_record(std::move(fields));
}

Value get_grid(eval::Evaluator&, const Arguments& arguments) {
    const Units units(arguments.get<Record>(1));
    const Geometry region = read_geometry("region", arguments.get<Record>(0), units);
    const auto level = arguments.get_or<std::int64_t>(2, -1);
    const auto max_level = arguments.get_or<std::int64_t>(3, -1);
    const auto least = arguments.get_or<std::int64_t>(4, -1);
    const auto most = arguments.get_or<std::int64_t>(5, -1);
    if (max_level > kMaxCellLevel || level > kMaxCellLevel) {
        base::fail("invalid {} ({}, must be < {})", level > kMaxCellLevel ? "level" : "maxLevel",
                   level > kMaxCellLevel ? level : max_level, kMaxCellLevel);
    }
    if (least > 0 && most > 0 && least > most) {
        base::fail("minSize > maxSize ({} > {})", least, most);
    }
    if (level > -1) return grid_value({level, covering(region, static_cast<int>(level))});
    if (least <= 0 && most <= 0) base::fail("either minSize or maxSize must be specified");
    return grid_value(
        chosen_grid(region, max_level, least > 0 ? least : 0, most > 0 ? most : kMaxSize));
}

Value st_contains(const Record& region, const Record& geometry, const Record& units) {
    const Units unit(units);
    return Value::boolean(
        contains(read_geometry("region", region, unit), read_geometry("geometry", geometry, unit)));
}

double st_distance(const Record& region, const Record& geometry, const Record& units) {
    const Units unit(units);
    return unit.to_distance(
        distance(read_geometry("region", region, unit), read_geometry("geometry", geometry, unit)));
}

double st_length(const Record& geometry, const Record& units) {
    const Units unit(units);
    return unit.to_distance(length(read_geometry("geometry", geometry, unit)));
}

}  // namespace

void register_natives(native::Registry& registry) {
    native::PackageNatives package = registry.package("experimental/geo");
    package.raw("s2CellIDToken", {"level", "?token", "?point"}, s2_cell_id_token);
    package.function("s2CellLatLon", {"token"}, s2_cell_lat_lon);
    package.function("getLevel", {"token"},
                     [](std::string_view token) -> std::int64_t { return level_of(token); });
    package.raw("getGrid", {"region", "units", "?level", "?maxLevel", "?minSize", "?maxSize"},
                get_grid);
    package.function("stContains", {"region", "geometry", "units"}, st_contains);
    package.function("stDistance", {"region", "geometry", "units"}, st_distance);
    package.function("stLength", {"geometry", "units"}, st_length);
}

}  // namespace fluxi::stdlib::experimental_geo
