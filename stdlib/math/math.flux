// Package math has constants and functions of mathematics.
//
// Its functions take and give floats, unless their types say otherwise.
package math

// pi is the ratio of a circle's circumference to its diameter.
//
// ## Examples
//
// ### The number
//
// ```flux
// import "math"
//
// math.pi
// ```
//
// ```text
// 3.141592653589793
// ```
//
// ### Degrees in radians
//
// ```flux
// import "math"
//
// math.sin(x: 30.0 * math.pi / 180.0)
// ```
//
// ```text
// 0.49999999999999994
// ```
builtin pi : float

// e is the base of the natural logarithm.
//
// ## Examples
//
// ```flux
// import "math"
//
// math.e
// ```
//
// ```text
// 2.718281828459045
// ```
builtin e : float

// phi is the golden ratio.
//
// ## Examples
//
// ```flux
// import "math"
//
// math.phi
// ```
//
// ```text
// 1.618033988749895
// ```
builtin phi : float

// sqrt2 is the square root of 2.
//
// ## Examples
//
// ```flux
// import "math"
//
// math.sqrt2
// ```
//
// ```text
// 1.4142135623730951
// ```
builtin sqrt2 : float

// sqrte is the square root of e.
//
// ## Examples
//
// ```flux
// import "math"
//
// math.sqrte
// ```
//
// ```text
// 1.6487212707001282
// ```
builtin sqrte : float

// sqrtpi is the square root of pi.
//
// ## Examples
//
// ```flux
// import "math"
//
// math.sqrtpi
// ```
//
// ```text
// 1.772453850905516
// ```
builtin sqrtpi : float

// sqrtphi is the square root of the golden ratio.
//
// ## Examples
//
// ```flux
// import "math"
//
// math.sqrtphi
// ```
//
// ```text
// 1.272019649514069
// ```
builtin sqrtphi : float

// ln2 is the natural logarithm of 2.
//
// ## Examples
//
// ```flux
// import "math"
//
// math.ln2
// ```
//
// ```text
// 0.6931471805599453
// ```
builtin ln2 : float

// log2e is the logarithm of e to the base 2.
//
// ## Examples
//
// ```flux
// import "math"
//
// math.log2e
// ```
//
// ```text
// 1.4426950408889634
// ```
builtin log2e : float

// ln10 is the natural logarithm of 10.
//
// ## Examples
//
// ```flux
// import "math"
//
// math.ln10
// ```
//
// ```text
// 2.302585092994046
// ```
builtin ln10 : float

// log10e is the logarithm of e to the base 10.
//
// ## Examples
//
// ```flux
// import "math"
//
// math.log10e
// ```
//
// ```text
// 0.4342944819032518
// ```
builtin log10e : float

// maxfloat is the greatest finite float.
//
// ## Examples
//
// ```flux
// import "math"
//
// math.maxfloat
// ```
//
// ```text
// 1.7976931348623157e+308
// ```
builtin maxfloat : float

// smallestNonzeroFloat is the least float greater than zero.
//
// ## Examples
//
// ```flux
// import "math"
//
// math.smallestNonzeroFloat
// ```
//
// ```text
// 5e-324
// ```
builtin smallestNonzeroFloat : float

// maxint is the greatest int.
//
// ## Examples
//
// ```flux
// import "math"
//
// math.maxint
// ```
//
// ```text
// 9223372036854775807
// ```
builtin maxint : int

// minint is the least int.
//
// ## Examples
//
// ```flux
// import "math"
//
// math.minint
// ```
//
// ```text
// -9223372036854775808
// ```
builtin minint : int

// maxuint is the greatest uint.
//
// ## Examples
//
// ```flux
// import "math"
//
// math.maxuint
// ```
//
// ```text
// 18446744073709551615
// ```
builtin maxuint : uint

// abs gives the absolute value.
//
// ## Parameters
//
// - x: Number.
//
// ## Examples
//
// ```flux
// import "array"
// import "math"
//
// array.from(rows: [{x: -2.5}, {x: 0.0}, {x: 3.0}])
//     |> map(fn: (r) => ({r with abs: math.abs(x: r.x)}))
// ```
//
// ```text
// _result · table 0
// ┌───────┬───────┐
// │     x │   abs │
// │ float │ float │
// ├───────┼───────┤
// │  -2.5 │   2.5 │
// │     0 │     0 │
// │     3 │     3 │
// └───────┴───────┘
// 3 rows
// ```
builtin abs : (x: float) => float

// acos gives the angle, in radians, that has a cosine.
//
// ## Parameters
//
// - x: Cosine, from -1.0 to 1.0.
//
// ## Examples
//
// ```flux
// import "math"
//
// math.acos(x: 0.5)
// ```
//
// ```text
// 1.0471975511965979
// ```
builtin acos : (x: float) => float

// acosh gives the inverse hyperbolic cosine.
//
// ## Parameters
//
// - x: Number of at least 1.0.
//
// ## Examples
//
// ```flux
// import "math"
//
// math.acosh(x: 2.0)
// ```
//
// ```text
// 1.3169578969248166
// ```
builtin acosh : (x: float) => float

// asin gives the angle, in radians, that has a sine.
//
// ## Parameters
//
// - x: Sine, from -1.0 to 1.0.
//
// ## Examples
//
// ```flux
// import "math"
//
// math.asin(x: 0.5)
// ```
//
// ```text
// 0.5235987755982989
// ```
builtin asin : (x: float) => float

// asinh gives the inverse hyperbolic sine.
//
// ## Parameters
//
// - x: Number.
//
// ## Examples
//
// ```flux
// import "math"
//
// math.asinh(x: 1.0)
// ```
//
// ```text
// 0.881373587019543
// ```
builtin asinh : (x: float) => float

// atan gives the angle, in radians, that has a tangent.
//
// ## Parameters
//
// - x: Tangent.
//
// ## Examples
//
// ```flux
// import "math"
//
// math.atan(x: 1.0)
// ```
//
// ```text
// 0.7853981633974483
// ```
builtin atan : (x: float) => float

// atan2 gives the angle, in radians, between the x axis and the line to a point.
//
// ## Parameters
//
// - x: First argument, the ordinate of the point.
// - y: Second argument, its abscissa.
//
// ## Examples
//
// ```flux
// import "math"
//
// math.atan2(y: 1.0, x: -1.0)
// ```
//
// ```text
// 2.356194490192345
// ```
builtin atan2 : (x: float, y: float) => float

// atanh gives the inverse hyperbolic tangent.
//
// ## Parameters
//
// - x: Number between -1.0 and 1.0.
//
// ## Examples
//
// ```flux
// import "math"
//
// math.atanh(x: 0.5)
// ```
//
// ```text
// 0.5493061443340548
// ```
builtin atanh : (x: float) => float

// cbrt gives the cube root.
//
// ## Parameters
//
// - x: Number.
//
// ## Examples
//
// ```flux
// import "array"
// import "math"
//
// array.from(rows: [{x: 27.0}, {x: -8.0}])
//     |> map(fn: (r) => ({r with cbrt: math.cbrt(x: r.x)}))
// ```
//
// ```text
// _result · table 0
// ┌───────┬───────┐
// │     x │  cbrt │
// │ float │ float │
// ├───────┼───────┤
// │    27 │     3 │
// │    -8 │    -2 │
// └───────┴───────┘
// 2 rows
// ```
builtin cbrt : (x: float) => float

// ceil gives the least whole number that is not less.
//
// ## Parameters
//
// - x: Number.
//
// ## Examples
//
// ```flux
// import "array"
// import "math"
//
// array.from(rows: [{x: 1.2}, {x: -1.2}, {x: 3.0}])
//     |> map(fn: (r) => ({r with ceil: math.ceil(x: r.x)}))
// ```
//
// ```text
// _result · table 0
// ┌───────┬───────┐
// │     x │  ceil │
// │ float │ float │
// ├───────┼───────┤
// │   1.2 │     2 │
// │  -1.2 │    -1 │
// │     3 │     3 │
// └───────┴───────┘
// 3 rows
// ```
builtin ceil : (x: float) => float

// copysign gives the first number with the sign of the second.
//
// ## Parameters
//
// - x: Number whose size counts.
// - y: Number whose sign counts.
//
// ## Examples
//
// ```flux
// import "math"
//
// math.copysign(x: 3.5, y: -1.0)
// ```
//
// ```text
// -3.5
// ```
builtin copysign : (x: float, y: float) => float

// cos gives the cosine of an angle.
//
// ## Parameters
//
// - x: Angle in radians.
//
// ## Examples
//
// ```flux
// import "math"
//
// math.cos(x: 0.0)
// ```
//
// ```text
// 1
// ```
builtin cos : (x: float) => float

// cosh gives the hyperbolic cosine.
//
// ## Parameters
//
// - x: Number.
//
// ## Examples
//
// ```flux
// import "math"
//
// math.cosh(x: 1.0)
// ```
//
// ```text
// 1.5430806348152437
// ```
builtin cosh : (x: float) => float

// dim gives the first number minus the second, or zero if that is negative.
//
// ## Parameters
//
// - x: First number.
// - y: Second number.
//
// ## Examples
//
// ### A positive difference
//
// ```flux
// import "math"
//
// math.dim(x: 7.5, y: 5.0)
// ```
//
// ```text
// 2.5
// ```
//
// ### A negative one gives zero
//
// ```flux
// import "math"
//
// math.dim(x: 5.0, y: 7.5)
// ```
//
// ```text
// 0
// ```
builtin dim : (x: float, y: float) => float

// erf gives the error function.
//
// ## Parameters
//
// - x: Number.
//
// ## Examples
//
// ```flux
// import "math"
//
// math.erf(x: 0.5)
// ```
//
// ```text
// 0.5204998778130465
// ```
builtin erf : (x: float) => float

// erfc gives one minus the error function.
//
// ## Parameters
//
// - x: Number.
//
// ## Examples
//
// ```flux
// import "math"
//
// math.erfc(x: 0.5)
// ```
//
// ```text
// 0.4795001221869535
// ```
builtin erfc : (x: float) => float

// erfcinv gives the inverse of `erfc`.
//
// ## Parameters
//
// - x: Number from 0.0 to 2.0.
//
// ## Examples
//
// ```flux
// import "math"
//
// math.erfcinv(x: 0.5)
// ```
//
// ```text
// 0.4769362762044699
// ```
builtin erfcinv : (x: float) => float

// erfinv gives the inverse of `erf`.
//
// ## Parameters
//
// - x: Number from -1.0 to 1.0.
//
// ## Examples
//
// ```flux
// import "math"
//
// math.erfinv(x: 0.5)
// ```
//
// ```text
// 0.4769362762044699
// ```
builtin erfinv : (x: float) => float

// exp gives e to the power of a number.
//
// ## Parameters
//
// - x: Exponent.
//
// ## Examples
//
// ```flux
// import "math"
//
// math.exp(x: 1.0)
// ```
//
// ```text
// 2.718281828459045
// ```
builtin exp : (x: float) => float

// exp2 gives 2 to the power of a number.
//
// ## Parameters
//
// - x: Exponent.
//
// ## Examples
//
// ```flux
// import "math"
//
// math.exp2(x: 10.0)
// ```
//
// ```text
// 1024
// ```
builtin exp2 : (x: float) => float

// expm1 gives e to the power of a number, minus one; precise near zero.
//
// ## Parameters
//
// - x: Exponent.
//
// ## Examples
//
// ```flux
// import "math"
//
// math.expm1(x: 0.001)
// ```
//
// ```text
// 0.0010005001667083417
// ```
builtin expm1 : (x: float) => float

// float64bits gives the bits of a float.
//
// ## Parameters
//
// - f: Number.
//
// ## Examples
//
// ```flux
// import "math"
//
// math.float64bits(f: 1.0)
// ```
//
// ```text
// 4607182418800017408
// ```
builtin float64bits : (f: float) => uint

// float64frombits gives the float that has some bits.
//
// ## Parameters
//
// - b: Bits.
//
// ## Examples
//
// ```flux
// import "math"
//
// math.float64frombits(b: uint(v: 4609434218613702656))
// ```
//
// ```text
// 1.5
// ```
builtin float64frombits : (b: uint) => float

// floor gives the greatest whole number that is not greater.
//
// ## Parameters
//
// - x: Number.
//
// ## Examples
//
// ```flux
// import "array"
// import "math"
//
// array.from(rows: [{x: 1.2}, {x: -1.2}, {x: 3.0}])
//     |> map(fn: (r) => ({r with floor: math.floor(x: r.x)}))
// ```
//
// ```text
// _result · table 0
// ┌───────┬───────┐
// │     x │ floor │
// │ float │ float │
// ├───────┼───────┤
// │   1.2 │     1 │
// │  -1.2 │    -2 │
// │     3 │     3 │
// └───────┴───────┘
// 3 rows
// ```
builtin floor : (x: float) => float

// frexp takes a number apart into a fraction and an exponent of two.
//
// ## Parameters
//
// - f: Number.
//
// ## Examples
//
// ```flux
// import "math"
//
// parts = math.frexp(f: 12.0)
//
// "${parts.frac} times 2 to the power of ${parts.exp}"
// ```
//
// ```text
// 0.75 times 2 to the power of 4
// ```
builtin frexp : (f: float) => {frac: float, exp: int}

// gamma gives the gamma function.
//
// ## Parameters
//
// - x: Number.
//
// ## Examples
//
// ```flux
// import "math"
//
// math.gamma(x: 5.0)
// ```
//
// ```text
// 24
// ```
builtin gamma : (x: float) => float

// hypot gives the hypotenuse of a right triangle.
//
// ## Parameters
//
// - p: Length of a leg.
// - q: Length of the other leg.
//
// ## Examples
//
// ```flux
// import "math"
//
// math.hypot(p: 3.0, q: 4.0)
// ```
//
// ```text
// 5
// ```
builtin hypot : (p: float, q: float) => float

// ilogb gives the exponent of two of a number, as an int.
//
// ## Parameters
//
// - x: Number.
//
// ## Examples
//
// ```flux
// import "math"
//
// math.ilogb(x: 8.5)
// ```
//
// ```text
// 3
// ```
builtin ilogb : (x: float) => int

// mInf gives infinity.
//
// ## Parameters
//
// - sign: Positive infinity if this is not negative, else negative infinity.
//
// ## Examples
//
// ```flux
// import "math"
//
// "${math.mInf(sign: 1)} ${math.mInf(sign: -1)}"
// ```
//
// ```text
// +Inf -Inf
// ```
builtin mInf : (sign: int) => float

// isInf tells whether a number is infinite.
//
// ## Parameters
//
// - f: Number.
// - sign: 1 asks for positive infinity, -1 for negative, 0 for either.
//
// ## Examples
//
// ```flux
// import "math"
//
// math.isInf(f: math.mInf(sign: -1), sign: -1)
// ```
//
// ```text
// true
// ```
builtin isInf : (f: float, sign: int) => bool

// isNaN tells whether a float is not a number.
//
// ## Parameters
//
// - f: Number.
//
// ## Examples
//
// ```flux
// import "array"
// import "math"
//
// array.from(rows: [{x: 1.0}, {x: 0.0}])
//     |> map(fn: (r) => ({r with ratio: r.x / r.x}))
//     |> map(fn: (r) => ({r with usable: not math.isNaN(f: r.ratio)}))
// ```
//
// ```text
// _result · table 0
// ┌───────┬───────┬────────┐
// │     x │ ratio │ usable │
// │ float │ float │ bool   │
// ├───────┼───────┼────────┤
// │     1 │     1 │ true   │
// │     0 │   NaN │ false  │
// └───────┴───────┴────────┘
// 2 rows
// ```
builtin isNaN : (f: float) => bool

// j0 gives the Bessel function of the first kind of order 0.
//
// ## Parameters
//
// - x: Number.
//
// ## Examples
//
// ```flux
// import "math"
//
// math.j0(x: 1.0)
// ```
//
// ```text
// 0.7651976865579666
// ```
builtin j0 : (x: float) => float

// j1 gives the Bessel function of the first kind of order 1.
//
// ## Parameters
//
// - x: Number.
//
// ## Examples
//
// ```flux
// import "math"
//
// math.j1(x: 1.0)
// ```
//
// ```text
// 0.4400505857449335
// ```
builtin j1 : (x: float) => float

// jn gives the Bessel function of the first kind of some order.
//
// ## Parameters
//
// - n: Order.
// - x: Number.
//
// ## Examples
//
// ```flux
// import "math"
//
// math.jn(n: 2, x: 1.0)
// ```
//
// ```text
// 0.11490348493190049
// ```
builtin jn : (n: int, x: float) => float

// ldexp puts a number together from a fraction and an exponent of two.
//
// ## Parameters
//
// - frac: Fraction.
// - exp: Exponent.
//
// ## Examples
//
// ```flux
// import "math"
//
// math.ldexp(frac: 0.75, exp: 4)
// ```
//
// ```text
// 12
// ```
builtin ldexp : (exp: int, frac: float) => float

// lgamma gives the natural logarithm of the absolute value of the gamma function, and its sign.
//
// ## Parameters
//
// - x: Number.
//
// ## Examples
//
// ```flux
// import "math"
//
// result = math.lgamma(x: 5.0)
//
// "${result.sign} ${result.lgamma}"
// ```
//
// ```text
// 1 3.1780538303479458
// ```
builtin lgamma : (x: float) => {sign: int, lgamma: float}

// log gives the natural logarithm.
//
// ## Parameters
//
// - x: Number.
//
// ## Examples
//
// ```flux
// import "math"
//
// math.log(x: math.e)
// ```
//
// ```text
// 1
// ```
builtin log : (x: float) => float

// log10 gives the logarithm to the base 10.
//
// ## Parameters
//
// - x: Number.
//
// ## Examples
//
// ```flux
// import "math"
//
// math.log10(x: 1000.0)
// ```
//
// ```text
// 3
// ```
builtin log10 : (x: float) => float

// log1p gives the natural logarithm of one plus a number; precise near zero.
//
// ## Parameters
//
// - x: Number.
//
// ## Examples
//
// ```flux
// import "math"
//
// math.log1p(x: 0.001)
// ```
//
// ```text
// 0.0009995003330835331
// ```
builtin log1p : (x: float) => float

// log2 gives the logarithm to the base 2.
//
// ## Parameters
//
// - x: Number.
//
// ## Examples
//
// ```flux
// import "math"
//
// math.log2(x: 8.0)
// ```
//
// ```text
// 3
// ```
builtin log2 : (x: float) => float

// logb gives the exponent of two of a number, as a float.
//
// ## Parameters
//
// - x: Number.
//
// ## Examples
//
// ```flux
// import "math"
//
// math.logb(x: 8.5)
// ```
//
// ```text
// 3
// ```
builtin logb : (x: float) => float

// mMax gives the greater of two numbers.
//
// ## Parameters
//
// - x: First number.
// - y: Second number.
//
// ## Examples
//
// ```flux
// import "math"
//
// math.mMax(x: 3.0, y: 4.0)
// ```
//
// ```text
// 4
// ```
builtin mMax : (x: float, y: float) => float

// mMin gives the lesser of two numbers.
//
// ## Parameters
//
// - x: First number.
// - y: Second number.
//
// ## Examples
//
// ```flux
// import "math"
//
// math.mMin(x: 3.0, y: 4.0)
// ```
//
// ```text
// 3
// ```
builtin mMin : (x: float, y: float) => float

// mod gives the remainder of a division; its sign is that of the first number.
//
// ## Parameters
//
// - x: Dividend.
// - y: Divisor.
//
// ## Examples
//
// ```flux
// import "math"
//
// math.mod(x: -7.5, y: 2.0)
// ```
//
// ```text
// -1.5
// ```
builtin mod : (x: float, y: float) => float

// modf takes a number apart into its whole part and the rest.
//
// ## Parameters
//
// - f: Number.
//
// ## Examples
//
// ```flux
// import "math"
//
// parts = math.modf(f: -3.25)
//
// "${parts.int} ${parts.frac}"
// ```
//
// ```text
// -3 -0.25
// ```
builtin modf : (f: float) => {int: float, frac: float}

// NaN gives the float that is not a number.
//
// ## Examples
//
// ```flux
// import "math"
//
// "${math.NaN()} ${math.NaN() == math.NaN()}"
// ```
//
// ```text
// NaN false
// ```
builtin NaN : () => float

// nextafter gives the float next to a number in the direction of another.
//
// ## Parameters
//
// - x: Number to start from.
// - y: Number that shows the direction.
//
// ## Examples
//
// ```flux
// import "math"
//
// math.nextafter(x: 1.0, y: 2.0)
// ```
//
// ```text
// 1.0000000000000002
// ```
builtin nextafter : (x: float, y: float) => float

// pow gives a power.
//
// ## Parameters
//
// - x: Base.
// - y: Exponent.
//
// ## Examples
//
// ```flux
// import "math"
//
// math.pow(x: 2.0, y: 0.5)
// ```
//
// ```text
// 1.4142135623730951
// ```
builtin pow : (x: float, y: float) => float

// pow10 gives a power of ten.
//
// ## Parameters
//
// - n: Exponent.
//
// ## Examples
//
// ```flux
// import "math"
//
// math.pow10(n: 3)
// ```
//
// ```text
// 1000
// ```
builtin pow10 : (n: int) => float

// remainder gives the remainder of a division whose quotient is rounded to a whole number.
//
// ## Parameters
//
// - x: Dividend.
// - y: Divisor.
//
// ## Examples
//
// ```flux
// import "math"
//
// math.remainder(x: 7.5, y: 2.0)
// ```
//
// ```text
// -0.5
// ```
builtin remainder : (x: float, y: float) => float

// round gives the nearest whole number; halves are rounded away from zero.
//
// ## Parameters
//
// - x: Number.
//
// ## Examples
//
// ```flux
// import "array"
// import "math"
//
// array.from(rows: [{x: 1.4}, {x: 1.5}, {x: -1.5}])
//     |> map(fn: (r) => ({r with round: math.round(x: r.x)}))
// ```
//
// ```text
// _result · table 0
// ┌───────┬───────┐
// │     x │ round │
// │ float │ float │
// ├───────┼───────┤
// │   1.4 │     1 │
// │   1.5 │     2 │
// │  -1.5 │    -2 │
// └───────┴───────┘
// 3 rows
// ```
builtin round : (x: float) => float

// roundtoeven gives the nearest whole number; halves are rounded to the even one.
//
// ## Parameters
//
// - x: Number.
//
// ## Examples
//
// ```flux
// import "array"
// import "math"
//
// array.from(rows: [{x: 1.5}, {x: 2.5}, {x: 3.5}])
//     |> map(fn: (r) => ({r with roundtoeven: math.roundtoeven(x: r.x)}))
// ```
//
// ```text
// _result · table 0
// ┌───────┬─────────────┐
// │     x │ roundtoeven │
// │ float │       float │
// ├───────┼─────────────┤
// │   1.5 │           2 │
// │   2.5 │           2 │
// │   3.5 │           4 │
// └───────┴─────────────┘
// 3 rows
// ```
builtin roundtoeven : (x: float) => float

// signbit tells whether a number has a negative sign, as -0.0 has too.
//
// ## Parameters
//
// - x: Number.
//
// ## Examples
//
// ```flux
// import "array"
// import "math"
//
// array.from(rows: [{x: 1.5}, {x: -1.5}])
//     |> map(fn: (r) => ({r with signbit: math.signbit(x: r.x)}))
// ```
//
// ```text
// _result · table 0
// ┌───────┬─────────┐
// │     x │ signbit │
// │ float │ bool    │
// ├───────┼─────────┤
// │   1.5 │ false   │
// │  -1.5 │ true    │
// └───────┴─────────┘
// 2 rows
// ```
builtin signbit : (x: float) => bool

// sin gives the sine of an angle.
//
// ## Parameters
//
// - x: Angle in radians.
//
// ## Examples
//
// ```flux
// import "math"
//
// math.sin(x: math.pi / 2.0)
// ```
//
// ```text
// 1
// ```
builtin sin : (x: float) => float

// sincos gives the sine and the cosine of an angle.
//
// ## Parameters
//
// - x: Angle in radians.
//
// ## Examples
//
// ```flux
// import "math"
//
// result = math.sincos(x: math.pi)
//
// result.cos
// ```
//
// ```text
// -1
// ```
builtin sincos : (x: float) => {sin: float, cos: float}

// sinh gives the hyperbolic sine.
//
// ## Parameters
//
// - x: Number.
//
// ## Examples
//
// ```flux
// import "math"
//
// math.sinh(x: 1.0)
// ```
//
// ```text
// 1.1752011936438014
// ```
builtin sinh : (x: float) => float

// sqrt gives the square root.
//
// ## Parameters
//
// - x: Number.
//
// ## Examples
//
// ```flux
// import "array"
// import "math"
//
// array.from(rows: [{x: 2.25}, {x: 9.0}, {x: -1.0}])
//     |> map(fn: (r) => ({r with sqrt: math.sqrt(x: r.x)}))
// ```
//
// ```text
// _result · table 0
// ┌───────┬───────┐
// │     x │  sqrt │
// │ float │ float │
// ├───────┼───────┤
// │  2.25 │   1.5 │
// │     9 │     3 │
// │    -1 │   NaN │
// └───────┴───────┘
// 3 rows
// ```
builtin sqrt : (x: float) => float

// tan gives the tangent of an angle.
//
// ## Parameters
//
// - x: Angle in radians.
//
// ## Examples
//
// ```flux
// import "math"
//
// math.tan(x: math.pi / 4.0)
// ```
//
// ```text
// 0.9999999999999999
// ```
builtin tan : (x: float) => float

// tanh gives the hyperbolic tangent.
//
// ## Parameters
//
// - x: Number.
//
// ## Examples
//
// ```flux
// import "math"
//
// math.tanh(x: 1.0)
// ```
//
// ```text
// 0.7615941559557649
// ```
builtin tanh : (x: float) => float

// trunc cuts off the part behind the decimal point.
//
// ## Parameters
//
// - x: Number.
//
// ## Examples
//
// ```flux
// import "array"
// import "math"
//
// array.from(rows: [{x: 1.9}, {x: -1.9}])
//     |> map(fn: (r) => ({r with trunc: math.trunc(x: r.x)}))
// ```
//
// ```text
// _result · table 0
// ┌───────┬───────┐
// │     x │ trunc │
// │ float │ float │
// ├───────┼───────┤
// │   1.9 │     1 │
// │  -1.9 │    -1 │
// └───────┴───────┘
// 2 rows
// ```
builtin trunc : (x: float) => float

// y0 gives the Bessel function of the second kind of order 0.
//
// ## Parameters
//
// - x: Number.
//
// ## Examples
//
// ```flux
// import "math"
//
// math.y0(x: 1.0)
// ```
//
// ```text
// 0.08825696421567698
// ```
builtin y0 : (x: float) => float

// y1 gives the Bessel function of the second kind of order 1.
//
// ## Parameters
//
// - x: Number.
//
// ## Examples
//
// ```flux
// import "math"
//
// math.y1(x: 1.0)
// ```
//
// ```text
// -0.7812128213002887
// ```
builtin y1 : (x: float) => float

// yn gives the Bessel function of the second kind of some order.
//
// ## Parameters
//
// - n: Order.
// - x: Number.
//
// ## Examples
//
// ```flux
// import "math"
//
// math.yn(n: 2, x: 1.0)
// ```
//
// ```text
// -1.6506826068162543
// ```
builtin yn : (n: int, x: float) => float
