#include "flow/ops/polyline.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>

#include "flow/exec/table_operator.hpp"
#include "table/builder.hpp"

namespace fluxi::flow::ops {
namespace {

using Points = std::span<const CurvePoint>;

double distance(CurvePoint start, CurvePoint end, CurvePoint point) {
    const double a = start.y - end.y;
    const double b = end.x - start.x;
    const double c = start.x * end.y - end.x * start.y;
    return std::fabs(a * point.x + b * point.y + c) / std::sqrt(a * a + b * b);
}

struct Farthest {
    std::uint32_t index = 0;
    double distance = 0;
};

/// Of the points between two others the one farthest from the line between these.
Farthest farthest(Points points, std::uint32_t first, std::uint32_t last) {
    Farthest found{first, 0};
    for (std::uint32_t i = first + 1; i < last; ++i) {
        const double d = distance(points[first], points[last], points[i]);
        if (d > found.distance) found = {i, d};
    }
    return found;
}

/// Divides the curve as long as `divides(first, last, farthest)` says so; `visit` gets the points
/// of division.
template <typename Divides, typename Visit>
void divide(Points points, const Divides& divides, const Visit& visit) {
    struct Stretch {
        std::uint32_t first;
        std::uint32_t last;
    };
    base::SpillingVector<Stretch> open{{0, static_cast<std::uint32_t>(points.size()) - 1}};
    while (!open.empty()) {
        const Stretch stretch = open.back();
        open.pop_back();
        if (stretch.last - stretch.first < 2) continue;
        const Farthest found = farthest(points, stretch.first, stretch.last);
        if (found.index == stretch.first || !divides(stretch.first, stretch.last, found)) continue;
        visit(found);
        open.push_back({stretch.first, found.index});
        open.push_back({found.index, stretch.last});
    }
}

/// Distance from a line below which a curve drawn with pixels cannot be told from it (after Prasad,
/// Leung, Quek and Cho, "A novel framework for making dominant point detection methods
/// non-parametric").
double digital_tolerance(CurvePoint start, CurvePoint end) {
    const double dx = end.x - start.x;
    const double dy = end.y - start.y;
    const double length = std::sqrt(dx * dx + dy * dy);
    const double phi = std::atan(dx == 0 ? 0.0 : dy / dx);
    const double sine = std::sin(phi);
    const double cosine = std::cos(phi);
    const double t = (std::fabs(sine) + std::fabs(cosine)) / length;
    const double factor = (1 - t + t * t) / length;
    const double deviation = std::max(std::atan(std::fabs(sine + cosine) * factor),
                                      std::atan(std::fabs(sine - cosine) * factor));
    return length * deviation;
}

table::Rows kept(const base::SpillingVector<std::uint8_t>& marks) {
    table::Rows indices;
    for (std::uint32_t i = 0; i < marks.size(); ++i) {
        if (marks[i] != 0) indices.push_back(i);
    }
    return indices;
}

template <typename Divides>
table::Rows keep_divisions(Points points, const Divides& divides) {
    base::SpillingVector<std::uint8_t> marks(points.size(), 0);
    marks.front() = 1;
    marks.back() = 1;
    divide(points, divides, [&marks](Farthest found) { marks[found.index] = 1; });
    return kept(marks);
}

table::Rows keep_share(Points points, double per_cent) {
    const double share = std::floor(per_cent / 100 * static_cast<double>(points.size()));
    if (share < 1) {
        base::fail(
            "The number of points to retain is less than 1. Please consider increasing the "
            "retention rate");
    }
    constexpr double kAlways = std::numeric_limits<double>::infinity();
    base::SpillingVector<double> weights(points.size(), 0);
    divide(
        points, [](auto, auto, Farthest found) { return found.distance > 0; },
        [&weights](Farthest found) { weights[found.index] = found.distance; });
    weights.front() = kAlways;
    weights.back() = kAlways;
    base::SpillingVector<double> sorted = weights;
    std::sort(sorted.begin(), sorted.end(), std::greater<>());
    const double least = sorted[static_cast<std::size_t>(share) - 1];
    table::Rows indices;
    for (std::uint32_t i = 0; i < weights.size(); ++i) {
        if (weights[i] >= least) indices.push_back(i);
    }
    return indices;
}

class PolylineOperator final : public exec::TableOperator {
  public:
    PolylineOperator(const exec::Context& context, const std::string& value_column,
                     const std::string& time_column, const Thinning& thinning)
        : TableOperator(context, Leaving::by_key, "Rdp"),
          value_column_(value_column),
          time_column_(time_column),
          thinning_(thinning) {}

  private:
    void table(const table::Batch& whole) override {
        const table::Schema& schema = *whole.schema();
        const std::size_t time = exec::require_time_column(schema, time_column_, "rdp");
        const std::size_t value = exec::require_column(schema, value_column_, "rdp");
        const table::ColumnType type = schema.fields()[value].type;
        if (type != table::ColumnType::integer && type != table::ColumnType::uinteger &&
            type != table::ColumnType::floating) {
            base::fail("rdp can work only on numerical types, got {}", table::type_name(type));
        }
        const table::Column values = whole.column(value);
        const exec::View<std::int64_t> times(whole.column(time));
        const base::SpillingVector<double> floats = exec::as_floats(values);
        base::SpillingVector<CurvePoint> points;
        base::SpillingVector<std::int64_t>
            exact;  // as a float a time of today is off by up to 128 ns
        for (std::uint32_t row = 0; row < whole.rows(); ++row) {
            if (!times.valid(row) || values.is_null(row)) continue;
            points.push_back({static_cast<double>(times[row]), floats[row]});
            exact.push_back(times[row]);
        }
        emit_points(whole, points, exact);
    }

    void emit_points(const table::Batch& whole, const base::SpillingVector<CurvePoint>& points,
                     const base::SpillingVector<std::int64_t>& times) {
        table::Builder new_times(table::ColumnType::time);
        table::Builder new_values(table::ColumnType::floating);
        for (const std::uint32_t i : thin_out(points, thinning_)) {
            new_times.append_stored(times[i]);
            new_values.append_stored(points[i].y);
        }
        exec::TableEdit edit = exec::TableEdit::key_only(whole, new_times.size());
        edit.set("_time", new_times.finish());
        edit.set("_value", new_values.finish());
        emit_table(edit.finish());
    }

    const std::string& value_column_;
    const std::string& time_column_;
    const Thinning& thinning_;
};

}  // namespace

table::Rows thin_out(Points points, const Thinning& thinning) {
    if (points.empty()) return {};
    if (thinning.retention) return keep_share(points, *thinning.retention);
    if (thinning.epsilon) {
        return keep_divisions(points, [&thinning](auto, auto, Farthest found) {
            return found.distance >= *thinning.epsilon;
        });
    }
    return keep_divisions(
        points, [points](std::uint32_t first, std::uint32_t last, Farthest found) {
            return found.distance >= digital_tolerance(points[first], points[last]);
        });
}

std::unique_ptr<exec::Operator> Polyline::make(exec::Context& context) const {
    return std::make_unique<PolylineOperator>(context, value_column_, time_column_, thinning_);
}

}  // namespace fluxi::flow::ops
