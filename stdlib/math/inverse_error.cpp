#include "math/inverse_error.hpp"

#include <cmath>
#include <limits>
#include <numbers>

namespace fluxi::stdlib::math {
namespace {

constexpr double kInf = std::numeric_limits<double>::infinity();
constexpr double kNan = std::numeric_limits<double>::quiet_NaN();

/// A first guess from log(1 - x²), good to three digits (Winitzki's formula).
double guess(double log_term) {
    constexpr double kA = 0.147;
    const double half = 2 / (std::numbers::pi * kA) + log_term / 2;
    return std::sqrt(std::sqrt(half * half - log_term / kA) - half);
}

/// One step of Halley's method; `error` is the function's value at y less the wanted one.
double improved(double y, double error) {
    const double step = error / (2 * std::numbers::inv_sqrtpi * std::exp(-y * y));
    return y - step / (1 + y * step);
}

/// The y >= 0 with erfc(y) = tail, for a tail of at most 1/2: there erfc keeps all its digits.
double from_tail(double tail) {
    double y = guess(std::log(tail * (2 - tail)));
    for (int i = 0; i < 3; ++i) y = improved(y, -(std::erfc(y) - tail));
    return y;
}

}  // namespace

double inverse_erf(double x) {
    if (std::isnan(x) || x < -1 || x > 1) return kNan;
    if (x == 1 || x == -1) return x * kInf;
    const double size = std::fabs(x);
    if (size == 0) return x;
    if (size > 0.5) return std::copysign(from_tail(1 - size), x);
    double y = size * std::sqrt(std::numbers::pi) / 2;
    if (size > 1e-8) y = guess(std::log1p(-size * size));
    for (int i = 0; i < 3; ++i) y = improved(y, std::erf(y) - size);
    return std::copysign(y, x);
}

double inverse_erfc(double x) {
    if (std::isnan(x) || x < 0 || x > 2) return kNan;
    if (x == 0) return kInf;
    if (x <= 0.5) return from_tail(x);
    return inverse_erf(1 - x);
}

}  // namespace fluxi::stdlib::math
