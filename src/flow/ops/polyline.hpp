// polyline.rdp: thins out a curve by the algorithm of Ramer, Douglas and Peucker. A point stays if
// it lies far from the line between two points that stay; how far is given, follows from the share
// of points to keep, or is computed from the line itself so that the eye sees no difference.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "flow/plan/node.hpp"
#include "table/sort.hpp"

namespace fluxi::flow::ops {

struct CurvePoint {
    double x = 0;
    double y = 0;
};

/// How much of a curve may go; at most one of the two is given.
struct Thinning {
    std::optional<double> epsilon{};    ///< greatest distance of a dropped point, positive
    std::optional<double> retention{};  ///< share of points to keep in per cent, between 0 and 100
};

/// Which points stay, ascending. The first and the last do.
/// @throws base::RuntimeError if the share to keep is less than one point
table::Rows thin_out(std::span<const CurvePoint> points, const Thinning& thinning);

class Polyline final : public Operation {
  public:
    Polyline(std::string value_column, std::string time_column, Thinning thinning)
        : value_column_(std::move(value_column)),
          time_column_(std::move(time_column)),
          thinning_(thinning) {}
    [[nodiscard]] std::string_view name() const override { return "rdp"; }
    [[nodiscard]] Order order() const override { return Order::by_key; }
    [[nodiscard]] std::unique_ptr<exec::Operator> make(exec::Context& context) const override;

  private:
    std::string value_column_;
    std::string time_column_;
    Thinning thinning_;
};

}  // namespace fluxi::flow::ops
