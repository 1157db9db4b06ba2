package math_test

import "array"
import "internal/debug"
import "math"
import "testing"

// same compares pairs of a value that came out and one that is wanted.
same = (pairs) => testing.diff(
    got: array.from(rows: pairs) |> map(fn: (r) => ({v: r.got})),
    want: array.from(rows: pairs) |> map(fn: (r) => ({v: r.want})),
)

testcase constants_of_mathematics {
    same(pairs: [
        {got: math.pi, want: 3.141592653589793},
        {got: math.e, want: 2.718281828459045},
        {got: math.phi, want: 1.618033988749895},
        {got: math.sqrt2 * math.sqrt2, want: 2.0},
        {got: math.sqrte * math.sqrte, want: 2.718281828459045},
        {got: math.sqrtpi * math.sqrtpi, want: 3.141592653589793},
        {got: math.sqrtphi * math.sqrtphi, want: 1.618033988749895},
        {got: math.ln2, want: 0.6931471805599453},
        {got: math.log2e * math.ln2, want: 1.0},
        {got: math.ln10, want: 2.302585092994046},
        {got: math.log10e * math.ln10, want: 1.0},
    ])
}

testcase limits_of_numbers {
    same(pairs: [
        {got: string(v: math.maxint), want: "9223372036854775807"},
        {got: string(v: math.minint), want: "-9223372036854775808"},
        {got: string(v: math.maxuint), want: "18446744073709551615"},
        {got: string(v: math.maxint + 1 == math.minint), want: "true"},
        {got: display(v: math.maxfloat), want: "1.7976931348623157e+308"},
        {got: display(v: math.smallestNonzeroFloat), want: "5e-324"},
    ])
}

testcase rounding {
    same(pairs: [
        {got: math.ceil(x: 1.2), want: 2.0},
        {got: math.ceil(x: -1.2), want: -1.0},
        {got: math.floor(x: 1.8), want: 1.0},
        {got: math.floor(x: -1.2), want: -2.0},
        {got: math.trunc(x: -1.8), want: -1.0},
        {got: math.round(x: 2.5), want: 3.0},
        {got: math.round(x: -2.5), want: -3.0},
        {got: math.round(x: 0.49999999999999994), want: 0.0},
        {got: math.roundtoeven(x: 2.5), want: 2.0},
        {got: math.roundtoeven(x: 3.5), want: 4.0},
        {got: math.abs(x: -3.5), want: 3.5},
    ])
}

testcase negative_zero_stays {
    same(pairs: [
        {got: math.signbit(x: math.round(x: -0.4)), want: true},
        {got: math.signbit(x: math.ceil(x: -0.5)), want: true},
        {got: math.signbit(x: math.trunc(x: -0.3)), want: true},
        {got: math.signbit(x: math.roundtoeven(x: -0.5)), want: true},
        {got: math.signbit(x: math.abs(x: -0.0)), want: false},
        {got: math.signbit(x: 0.0), want: false},
        {got: math.signbit(x: math.copysign(x: 0.0, y: -1.0)), want: true},
    ])
}

testcase powers_and_roots {
    same(pairs: [
        {got: math.sqrt(x: 2.25), want: 1.5},
        {got: math.cbrt(x: -27.0), want: -3.0},
        {got: math.pow(x: 2.0, y: 10.0), want: 1024.0},
        {got: math.pow(x: 2.0, y: -1.0), want: 0.5},
        {got: math.pow(x: 0.0, y: 0.0), want: 1.0},
        {got: math.pow10(n: 3), want: 1000.0},
        {got: math.pow10(n: -324), want: 0.0},
        {got: math.hypot(p: 3.0, q: 4.0), want: 5.0},
        {got: math.exp(x: 1.0), want: 2.718281828459045},
        {got: math.exp2(x: 5.0), want: 32.0},
        {got: math.expm1(x: 0.0), want: 0.0},
        {got: math.ldexp(frac: 0.5, exp: 4), want: 8.0},
    ])
}

testcase logarithms {
    same(pairs: [
        {got: math.log(x: 2.718281828459045), want: 1.0},
        {got: math.log10(x: 1000.0), want: 3.0},
        {got: math.log2(x: 8.0), want: 3.0},
        {got: math.log1p(x: 0.0), want: 0.0},
        {got: math.logb(x: 10.0), want: 3.0},
    ])
}

testcase angles {
    same(pairs: [
        {got: math.sin(x: math.pi / 2.0), want: 1.0},
        {got: math.cos(x: math.pi), want: -1.0},
        {got: math.tan(x: math.pi / 4.0), want: 1.0},
        {got: math.asin(x: 1.0), want: 1.5707963267948966},
        {got: math.acos(x: 1.0), want: 0.0},
        {got: math.atan(x: 1.0), want: 0.7853981633974483},
        {got: math.atan2(y: 1.0, x: -1.0), want: 2.356194490192345},
        {got: math.sincos(x: 0.0).sin, want: 0.0},
        {got: math.sincos(x: 0.0).cos, want: 1.0},
    ])
}

testcase hyperbolic_functions {
    same(pairs: [
        {got: math.sinh(x: 1.0), want: 1.1752011936438014},
        {got: math.cosh(x: 1.0), want: 1.5430806348152437},
        {got: math.tanh(x: 1.0), want: 0.7615941559557649},
        {got: math.asinh(x: 1.0), want: 0.881373587019543},
        {got: math.acosh(x: 2.0), want: 1.3169578969248166},
        {got: math.atanh(x: 0.5), want: 0.5493061443340548},
    ])
}

testcase error_functions {
    same(pairs: [
        {got: math.erf(x: 0.5), want: 0.5204998778130465},
        {got: math.erfc(x: 0.5), want: 0.4795001221869535},
        {got: math.erfinv(x: math.erf(x: 0.5)), want: 0.5},
        {got: math.erfcinv(x: math.erfc(x: 0.5)), want: 0.5},
    ])
}

testcase gamma_and_Bessel_functions {
    same(pairs: [
        {got: math.gamma(x: 5.0), want: 24.0},
        {got: math.gamma(x: 0.5), want: 1.7724538509055159},
        {got: math.lgamma(x: 10.0).lgamma, want: 12.801827480081467},
        {got: math.j0(x: 0.0), want: 1.0},
        {got: math.j1(x: 0.0), want: 0.0},
        {got: math.j0(x: 1.0), want: 0.7651976865579666},
        {got: math.j1(x: 1.0), want: 0.4400505857449335},
        {got: math.jn(n: 2, x: 1.0), want: 0.1149034849319005},
        {got: math.y0(x: 1.0), want: 0.08825696421567697},
        {got: math.y1(x: 1.0), want: -0.7812128213002887},
        {got: math.yn(n: 2, x: 1.0), want: -1.6506826068162546},
    ])
}

testcase remainders {
    same(pairs: [
        {got: math.mod(x: 7.5, y: 2.0), want: 1.5},
        {got: math.mod(x: -7.5, y: 2.0), want: -1.5},
        {got: math.remainder(x: 7.5, y: 2.0), want: -0.5},
        {got: math.remainder(x: 10.0, y: 4.0), want: 2.0},
        {got: math.dim(x: 5.0, y: 3.0), want: 2.0},
        {got: math.dim(x: 3.0, y: 5.0), want: 0.0},
    ])
}

testcase least_and_greatest {
    same(pairs: [
        {got: math.mMax(x: 1.0, y: 2.0), want: 2.0},
        {got: math.mMin(x: 1.0, y: 2.0), want: 1.0},
        {got: math.copysign(x: 3.0, y: -0.5), want: -3.0},
        {got: math.nextafter(x: 1.0, y: 2.0), want: 1.0000000000000002},
        {got: math.nextafter(x: 1.0, y: 1.0), want: 1.0},
    ])
}

testcase numbers_taken_apart {
    same(pairs: [
        {got: math.modf(f: 3.25).int, want: 3.0},
        {got: math.modf(f: 3.25).frac, want: 0.25},
        {got: math.modf(f: -3.25).frac, want: -0.25},
        {got: math.frexp(f: 8.0).frac, want: 0.5},
    ])
}

testcase whole_numbers {
    same(pairs: [
        {got: math.ilogb(x: 8.0), want: 3},
        {got: math.ilogb(x: 0.0), want: -2147483648},
        {got: math.frexp(f: 8.0).exp, want: 4},
        {got: math.lgamma(x: 10.0).sign, want: 1},
        {got: math.lgamma(x: -0.5).sign, want: -1},
    ])
}

testcase what_is_no_number {
    same(pairs: [
        {got: math.isNaN(f: math.NaN()), want: true},
        {got: math.isNaN(f: 1.0), want: false},
        {got: math.isNaN(f: math.log(x: -1.0)), want: true},
        {got: math.isNaN(f: math.sqrt(x: -1.0)), want: true},
        {got: math.isNaN(f: math.acos(x: 2.0)), want: true},
        {got: math.isNaN(f: math.gamma(x: -1.0)), want: true},
        {got: math.isNaN(f: math.mMax(x: 1.0, y: math.NaN())), want: true},
        {got: math.isNaN(f: math.mMax(x: math.mInf(sign: 1), y: math.NaN())), want: false},
        {got: math.isNaN(f: math.mMin(x: math.mInf(sign: -1), y: math.NaN())), want: false},
    ])
}

testcase infinities {
    same(pairs: [
        {got: math.isInf(f: math.mInf(sign: 1), sign: 1), want: true},
        {got: math.isInf(f: math.mInf(sign: 0), sign: 1), want: true},
        {got: math.isInf(f: math.mInf(sign: -1), sign: 1), want: false},
        {got: math.isInf(f: math.mInf(sign: -1), sign: 0), want: true},
        {got: math.isInf(f: math.pow10(n: 309), sign: 1), want: true},
        {got: math.isInf(f: math.log(x: 0.0), sign: -1), want: true},
        {got: math.isInf(f: math.gamma(x: 0.0), sign: 1), want: true},
        {got: math.isInf(f: 1.0, sign: 0), want: false},
    ])
}

testcase bits {
    same(pairs: [
        {got: string(v: math.float64bits(f: 1.0)), want: "4607182418800017408"},
        {got: string(v: math.float64bits(f: -0.0)), want: "9223372036854775808"},
        {got: string(v: math.float64frombits(b: uint(v: "4607182418800017408"))), want: "1"},
    ])
}

testcase a_null_gives_a_null {
    same(pairs: [
        {got: exists math.abs(x: debug.null(type: "float")), want: false},
        {got: exists math.isNaN(f: debug.null(type: "float")), want: false},
        {got: exists math.pow(x: 2.0, y: debug.null(type: "float")), want: false},
        {got: exists math.pow10(n: debug.null(type: "int")), want: false},
    ])
}

testcase functions_work_on_columns {
    got =
        array.from(rows: [{v: 4.0}, {v: 2.25}, {v: debug.null(type: "float")}])
            |> map(fn: (r) => ({v: math.sqrt(x: r.v), w: math.floor(x: r.v)}))
    want = array.from(
        rows: [
            {v: 2.0, w: 4.0},
            {v: 1.5, w: 2.0},
            {v: debug.null(type: "float"), w: debug.null(type: "float")},
        ],
    )

    testing.diff(got: got, want: want)
}
