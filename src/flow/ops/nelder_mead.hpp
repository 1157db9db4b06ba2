// The downhill simplex method of Nelder and Mead with coefficients that adapt to the dimension (Gao
// and Han). Finds a minimum without derivatives.
#pragma once

#include <functional>

#include "base/spilling_vector.hpp"

namespace fluxi::flow::ops {

struct Minimum {
    base::SpillingVector<double> point{};
    double value = 0;
};

/// Starts from `start` and a step of 0.05 along each axis; ends when `patience` steps in a row have
/// not lowered the best value by more than `tolerance`.
Minimum minimise(const std::function<double(const base::SpillingVector<double>&)>& function,
                 const base::SpillingVector<double>& start, double tolerance, int patience);

}  // namespace fluxi::flow::ops
