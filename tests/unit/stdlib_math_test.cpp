#include <cmath>
#include <initializer_list>
#include <limits>

#include <doctest/doctest.h>

#include "math/inverse_error.hpp"

using fluxi::stdlib::math::inverse_erf;
using fluxi::stdlib::math::inverse_erfc;

TEST_CASE("the inverse error functions undo the error functions") {
    for (double y = -5; y <= 5; y += 0.0625) {
        CAPTURE(y);
        const double x = std::erf(y);
        if (std::fabs(x) < 1) CHECK(std::erf(inverse_erf(x)) == doctest::Approx(x).epsilon(1e-15));
        CHECK(std::erfc(inverse_erfc(std::erfc(y))) ==
              doctest::Approx(std::erfc(y)).epsilon(1e-14));
    }
    for (const double x : {1e-300, 1e-20, 1e-8, 0.1, 0.4999, 0.5001, 0.999999999999999})
        CHECK(std::erf(inverse_erf(x)) == doctest::Approx(x).epsilon(1e-14));
    for (const double x : {1e-300, 1e-100, 1e-17, 0.3})
        CHECK(std::erfc(inverse_erfc(x)) == doctest::Approx(x).epsilon(1e-11));
}

TEST_CASE("the inverse error functions at their ends") {
    constexpr double kInf = std::numeric_limits<double>::infinity();
    CHECK(inverse_erf(1) == kInf);
    CHECK(inverse_erf(-1) == -kInf);
    CHECK(std::isnan(inverse_erf(1.5)));
    CHECK(std::signbit(inverse_erf(-0.0)));
    CHECK(inverse_erfc(0) == kInf);
    CHECK(inverse_erfc(2) == -kInf);
    CHECK(std::isnan(inverse_erfc(-0.1)));
    CHECK(inverse_erfc(1) == 0);
}
