// The inverse of the error function, which the C library does not have. Pure functions.
#pragma once

namespace fluxi::stdlib::math {

/// The y with erf(y) = x; ±Inf at ±1, NaN beyond.
double inverse_erf(double x);
/// The y with erfc(y) = x; +Inf at 0, -Inf at 2, NaN beyond.
double inverse_erfc(double x);

}  // namespace fluxi::stdlib::math
