// Natives of package math: IEEE 754 floats with the special cases of Go's math. Every function of a
// null is null.
#include <bit>
#include <cfloat>
#include <cmath>
#include <cstdint>
#include <limits>
#include <memory>
#include <numbers>

#include "math/inverse_error.hpp"
#include "native/adapter.hpp"
#include "native/part_forms.hpp"
#include "value/number.hpp"

namespace fluxi::stdlib::math {
namespace {

using Int = std::int64_t;
using value::Value;

constexpr double kInf = std::numeric_limits<double>::infinity();
constexpr double kNan = std::numeric_limits<double>::quiet_NaN();

/// Exponents beyond these bounds make no difference.
int small(Int n) {
    constexpr Int kBound = 1 << 20;
    return static_cast<int>(n < -kBound ? -kBound : n > kBound ? kBound : n);
}

double larger(double x, double y) {
    if (x == kInf || y == kInf) return kInf;
    if (std::isnan(x) || std::isnan(y)) return kNan;
    if (x == 0 && y == 0) return std::signbit(x) ? y : x;
    return x > y ? x : y;
}

double smaller(double x, double y) {
    if (x == -kInf || y == -kInf) return -kInf;
    if (std::isnan(x) || std::isnan(y)) return kNan;
    if (x == 0 && y == 0) return std::signbit(x) ? x : y;
    return x < y ? x : y;
}

double dim(double x, double y) {
    const double difference = x - y;
    return difference <= 0 ? 0 : difference;
}

double power_of_ten(Int n) {
    if (n < -323) return 0;
    if (n > 308) return kInf;
    double power = 0;
    value::parse_float("1e" + std::to_string(n), power);  // exact, which a product would not be
    return power;
}

Int binary_exponent(double x) {
    if (std::isnan(x)) return std::numeric_limits<std::int32_t>::max();
    return std::ilogb(x);
}

bool is_infinite(double f, Int sign) {
    return (sign >= 0 && f == kInf) || (sign <= 0 && f == -kInf);
}

double fraction_of(double f) {
    int exponent = 0;
    return std::frexp(f, &exponent);
}

std::int64_t exponent_of(double f) {
    int exponent = 0;
    std::frexp(f, &exponent);
    return std::isfinite(f) ? exponent : 0;
}

double after_point(double f) {
    double whole = 0;
    const double fraction = std::modf(f, &whole);
    return std::isinf(f) ? kNan : fraction;
}

double log_of_gamma(double x) {
    int sign = 1;
    return ::lgamma_r(x, &sign);
}

std::int64_t sign_of_gamma(double x) {
    int sign = 1;
    ::lgamma_r(x, &sign);
    return sign < 0 && (x == 0 || x != std::floor(x)) ? -1 : 1;
}

using Function = double (*)(double);
using Whole = std::int64_t (*)(double);

/// A function of one number that gives a record of two numbers; one field alone is column-wise.
template <typename First, typename Second>
void pair_of(native::PackageNatives& package, std::string_view name, std::string_view parameter,
             const char* first, First f, const char* second, Second g) {
    package.nullable(name, {parameter}, [=](double x) {
        return value::make_record(
            {{first, native::to_value(f(x))}, {second, native::to_value(g(x))}});
    });
    auto forms = std::make_shared<native::FieldForms>();
    forms->field(first, f).field(second, g);
    package.kernels(name, std::move(forms));
}

void register_pairs(native::PackageNatives& package) {
    pair_of(package, "frexp", "f", "frac", Function(fraction_of), "exp", Whole(exponent_of));
    pair_of(package, "modf", "f", "int", Function(std::trunc), "frac", Function(after_point));
    pair_of(package, "lgamma", "x", "lgamma", Function(log_of_gamma), "sign", Whole(sign_of_gamma));
    pair_of(package, "sincos", "x", "sin", Function(std::sin), "cos", Function(std::cos));
}

void register_constants(native::PackageNatives& package) {
    const auto constant = [&](std::string_view name, double v) {
        package.constant(name, Value::floating(v));
    };
    constant("pi", std::numbers::pi);
    constant("e", std::numbers::e);
    constant("phi", std::numbers::phi);
    constant("sqrt2", std::numbers::sqrt2);
    constant("sqrte", 1.64872127070012814684865078781416357);
    constant("sqrtpi", 1.77245385090551602729816748334114518);
    constant("sqrtphi", 1.27201964951406896425242246173749149);
    constant("ln2", std::numbers::ln2);
    constant("log2e", std::numbers::log2e);
    constant("ln10", std::numbers::ln10);
    constant("log10e", std::numbers::log10e);
    constant("maxfloat", std::numeric_limits<double>::max());
    constant("smallestNonzeroFloat", std::numeric_limits<double>::denorm_min());
    package.constant("maxint", Value::integer(std::numeric_limits<Int>::max()));
    package.constant("minint", Value::integer(std::numeric_limits<Int>::min()));
    package.constant("maxuint", Value::uinteger(std::numeric_limits<std::uint64_t>::max()));
}

using Unary = double (*)(double);

void register_unary(native::PackageNatives& package) {
    const auto unary = [&](std::string_view name, Unary f) { package.nullable(name, {"x"}, f); };
    unary("abs", std::fabs);
    unary("acos", std::acos);
    unary("acosh", std::acosh);
    unary("asin", std::asin);
    unary("asinh", std::asinh);
    unary("atan", std::atan);
    unary("atanh", std::atanh);
    // The cube root of the C library is off by one bit for cubes; with more bits it is not.
    unary("cbrt",
          [](double x) { return static_cast<double>(std::cbrt(static_cast<long double>(x))); });
    unary("ceil", std::ceil);
    unary("cos", std::cos);
    unary("cosh", std::cosh);
    unary("erf", std::erf);
    unary("erfc", std::erfc);
    unary("erfinv", inverse_erf);
    unary("erfcinv", inverse_erfc);
    unary("exp", std::exp);
    unary("exp2", std::exp2);
    unary("expm1", std::expm1);
    unary("floor", std::floor);
    unary("gamma", std::tgamma);
    unary("j0", ::j0);
    unary("j1", ::j1);
    unary("log", std::log);
    unary("log10", std::log10);
    unary("log1p", std::log1p);
    unary("log2", std::log2);
    unary("logb", std::logb);
    unary("round", std::round);
    unary("roundtoeven", std::nearbyint);
    unary("sin", std::sin);
    unary("sinh", std::sinh);
    unary("sqrt", std::sqrt);
    unary("tan", std::tan);
    unary("tanh", std::tanh);
    unary("trunc", std::trunc);
    unary("y0", ::y0);
    unary("y1", ::y1);
    package.nullable("ilogb", {"x"}, binary_exponent);
    package.nullable("signbit", {"x"}, [](double x) { return std::signbit(x); });
}

using Binary = double (*)(double, double);

void register_binary(native::PackageNatives& package) {
    const auto binary = [&](std::string_view name, Binary f) {
        package.nullable(name, {"x", "y"}, f);
    };
    binary("atan2", [](double x, double y) { return std::atan2(y, x); });
    binary("copysign", std::copysign);
    binary("dim", dim);
    binary("mMax", larger);
    binary("mMin", smaller);
    binary("mod", std::fmod);
    binary("nextafter", std::nextafter);
    binary("pow", std::pow);
    binary("remainder", std::remainder);
    package.nullable("hypot", {"p", "q"}, static_cast<Binary>(std::hypot));
    package.nullable("jn", {"n", "x"}, [](Int n, double x) { return ::jn(small(n), x); });
    package.nullable("yn", {"n", "x"}, [](Int n, double x) { return ::yn(small(n), x); });
    package.nullable("ldexp", {"frac", "exp"},
                     [](double frac, Int exp) { return std::ldexp(frac, small(exp)); });
}

void register_forms(native::PackageNatives& package) {
    package.function("NaN", {}, [] { return kNan; });
    package.nullable("mInf", {"sign"}, [](Int sign) { return sign >= 0 ? kInf : -kInf; });
    package.nullable("isInf", {"f", "sign"}, is_infinite);
    package.nullable("isNaN", {"f"}, [](double f) { return std::isnan(f); });
    package.nullable("pow10", {"n"}, power_of_ten);
    package.nullable("float64bits", {"f"},
                     [](double f) { return std::bit_cast<std::uint64_t>(f); });
    package.nullable("float64frombits", {"b"},
                     [](std::uint64_t b) { return std::bit_cast<double>(b); });
}

}  // namespace

void register_natives(native::Registry& registry) {
    native::PackageNatives package = registry.package("math");
    register_constants(package);
    register_unary(package);
    register_binary(package);
    register_forms(package);
    register_pairs(package);
}

}  // namespace fluxi::stdlib::math
