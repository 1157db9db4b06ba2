// Package math has constants and functions of mathematics.
//
// Its functions take and give floats, unless their types say otherwise.
package math

// pi is the ratio of a circle's circumference to its diameter.
builtin pi : float

// e is the base of the natural logarithm.
builtin e : float

// phi is the golden ratio.
builtin phi : float

// sqrt2 is the square root of 2.
builtin sqrt2 : float

// sqrte is the square root of e.
builtin sqrte : float

// sqrtpi is the square root of pi.
builtin sqrtpi : float

// sqrtphi is the square root of the golden ratio.
builtin sqrtphi : float

// ln2 is the natural logarithm of 2.
builtin ln2 : float

// log2e is the logarithm of e to the base 2.
builtin log2e : float

// ln10 is the natural logarithm of 10.
builtin ln10 : float

// log10e is the logarithm of e to the base 10.
builtin log10e : float

// maxfloat is the greatest finite float.
builtin maxfloat : float

// smallestNonzeroFloat is the least float greater than zero.
builtin smallestNonzeroFloat : float

// maxint is the greatest int.
builtin maxint : int

// minint is the least int.
builtin minint : int

// maxuint is the greatest uint.
builtin maxuint : uint

// abs gives the absolute value.
//
// ## Parameters
//
// - x: Number.
builtin abs : (x: float) => float

// acos gives the angle, in radians, that has a cosine.
//
// ## Parameters
//
// - x: Cosine, from -1.0 to 1.0.
builtin acos : (x: float) => float

// acosh gives the inverse hyperbolic cosine.
//
// ## Parameters
//
// - x: Number of at least 1.0.
builtin acosh : (x: float) => float

// asin gives the angle, in radians, that has a sine.
//
// ## Parameters
//
// - x: Sine, from -1.0 to 1.0.
builtin asin : (x: float) => float

// asinh gives the inverse hyperbolic sine.
//
// ## Parameters
//
// - x: Number.
builtin asinh : (x: float) => float

// atan gives the angle, in radians, that has a tangent.
//
// ## Parameters
//
// - x: Tangent.
builtin atan : (x: float) => float

// atan2 gives the angle, in radians, between the x axis and the line to a point.
//
// ## Parameters
//
// - x: First argument, the ordinate of the point.
// - y: Second argument, its abscissa.
builtin atan2 : (x: float, y: float) => float

// atanh gives the inverse hyperbolic tangent.
//
// ## Parameters
//
// - x: Number between -1.0 and 1.0.
builtin atanh : (x: float) => float

// cbrt gives the cube root.
//
// ## Parameters
//
// - x: Number.
builtin cbrt : (x: float) => float

// ceil gives the least whole number that is not less.
//
// ## Parameters
//
// - x: Number.
builtin ceil : (x: float) => float

// copysign gives the first number with the sign of the second.
//
// ## Parameters
//
// - x: Number whose size counts.
// - y: Number whose sign counts.
builtin copysign : (x: float, y: float) => float

// cos gives the cosine of an angle.
//
// ## Parameters
//
// - x: Angle in radians.
builtin cos : (x: float) => float

// cosh gives the hyperbolic cosine.
//
// ## Parameters
//
// - x: Number.
builtin cosh : (x: float) => float

// dim gives the first number minus the second, or zero if that is negative.
//
// ## Parameters
//
// - x: First number.
// - y: Second number.
builtin dim : (x: float, y: float) => float

// erf gives the error function.
//
// ## Parameters
//
// - x: Number.
builtin erf : (x: float) => float

// erfc gives one minus the error function.
//
// ## Parameters
//
// - x: Number.
builtin erfc : (x: float) => float

// erfcinv gives the inverse of `erfc`.
//
// ## Parameters
//
// - x: Number from 0.0 to 2.0.
builtin erfcinv : (x: float) => float

// erfinv gives the inverse of `erf`.
//
// ## Parameters
//
// - x: Number from -1.0 to 1.0.
builtin erfinv : (x: float) => float

// exp gives e to the power of a number.
//
// ## Parameters
//
// - x: Exponent.
builtin exp : (x: float) => float

// exp2 gives 2 to the power of a number.
//
// ## Parameters
//
// - x: Exponent.
builtin exp2 : (x: float) => float

// expm1 gives e to the power of a number, minus one; precise near zero.
//
// ## Parameters
//
// - x: Exponent.
builtin expm1 : (x: float) => float

// float64bits gives the bits of a float.
//
// ## Parameters
//
// - f: Number.
builtin float64bits : (f: float) => uint

// float64frombits gives the float that has some bits.
//
// ## Parameters
//
// - b: Bits.
builtin float64frombits : (b: uint) => float

// floor gives the greatest whole number that is not greater.
//
// ## Parameters
//
// - x: Number.
builtin floor : (x: float) => float

// frexp takes a number apart into a fraction and an exponent of two.
//
// ## Parameters
//
// - f: Number.
builtin frexp : (f: float) => {frac: float, exp: int}

// gamma gives the gamma function.
//
// ## Parameters
//
// - x: Number.
builtin gamma : (x: float) => float

// hypot gives the hypotenuse of a right triangle.
//
// ## Parameters
//
// - p: Length of a leg.
// - q: Length of the other leg.
builtin hypot : (p: float, q: float) => float

// ilogb gives the exponent of two of a number, as an int.
//
// ## Parameters
//
// - x: Number.
builtin ilogb : (x: float) => int

// mInf gives infinity.
//
// ## Parameters
//
// - sign: Positive infinity if this is not negative, else negative infinity.
builtin mInf : (sign: int) => float

// isInf tells whether a number is infinite.
//
// ## Parameters
//
// - f: Number.
// - sign: 1 asks for positive infinity, -1 for negative, 0 for either.
builtin isInf : (f: float, sign: int) => bool

// isNaN tells whether a float is not a number.
//
// ## Parameters
//
// - f: Number.
builtin isNaN : (f: float) => bool

// j0 gives the Bessel function of the first kind of order 0.
//
// ## Parameters
//
// - x: Number.
builtin j0 : (x: float) => float

// j1 gives the Bessel function of the first kind of order 1.
//
// ## Parameters
//
// - x: Number.
builtin j1 : (x: float) => float

// jn gives the Bessel function of the first kind of some order.
//
// ## Parameters
//
// - n: Order.
// - x: Number.
builtin jn : (n: int, x: float) => float

// ldexp puts a number together from a fraction and an exponent of two.
//
// ## Parameters
//
// - frac: Fraction.
// - exp: Exponent.
builtin ldexp : (exp: int, frac: float) => float

// lgamma gives the natural logarithm of the absolute value of the gamma function, and its sign.
//
// ## Parameters
//
// - x: Number.
builtin lgamma : (x: float) => {sign: int, lgamma: float}

// log gives the natural logarithm.
//
// ## Parameters
//
// - x: Number.
builtin log : (x: float) => float

// log10 gives the logarithm to the base 10.
//
// ## Parameters
//
// - x: Number.
builtin log10 : (x: float) => float

// log1p gives the natural logarithm of one plus a number; precise near zero.
//
// ## Parameters
//
// - x: Number.
builtin log1p : (x: float) => float

// log2 gives the logarithm to the base 2.
//
// ## Parameters
//
// - x: Number.
builtin log2 : (x: float) => float

// logb gives the exponent of two of a number, as a float.
//
// ## Parameters
//
// - x: Number.
builtin logb : (x: float) => float

// mMax gives the greater of two numbers.
//
// ## Parameters
//
// - x: First number.
// - y: Second number.
builtin mMax : (x: float, y: float) => float

// mMin gives the lesser of two numbers.
//
// ## Parameters
//
// - x: First number.
// - y: Second number.
builtin mMin : (x: float, y: float) => float

// mod gives the remainder of a division; its sign is that of the first number.
//
// ## Parameters
//
// - x: Dividend.
// - y: Divisor.
builtin mod : (x: float, y: float) => float

// modf takes a number apart into its whole part and the rest.
//
// ## Parameters
//
// - f: Number.
builtin modf : (f: float) => {int: float, frac: float}

// NaN gives the float that is not a number.
builtin NaN : () => float

// nextafter gives the float next to a number in the direction of another.
//
// ## Parameters
//
// - x: Number to start from.
// - y: Number that shows the direction.
builtin nextafter : (x: float, y: float) => float

// pow gives a power.
//
// ## Parameters
//
// - x: Base.
// - y: Exponent.
builtin pow : (x: float, y: float) => float

// pow10 gives a power of ten.
//
// ## Parameters
//
// - n: Exponent.
builtin pow10 : (n: int) => float

// remainder gives the remainder of a division whose quotient is rounded to a whole number.
//
// ## Parameters
//
// - x: Dividend.
// - y: Divisor.
builtin remainder : (x: float, y: float) => float

// round gives the nearest whole number; halves are rounded away from zero.
//
// ## Parameters
//
// - x: Number.
builtin round : (x: float) => float

// roundtoeven gives the nearest whole number; halves are rounded to the even one.
//
// ## Parameters
//
// - x: Number.
builtin roundtoeven : (x: float) => float

// signbit tells whether a number has a negative sign, as -0.0 has too.
//
// ## Parameters
//
// - x: Number.
builtin signbit : (x: float) => bool

// sin gives the sine of an angle.
//
// ## Parameters
//
// - x: Angle in radians.
builtin sin : (x: float) => float

// sincos gives the sine and the cosine of an angle.
//
// ## Parameters
//
// - x: Angle in radians.
builtin sincos : (x: float) => {sin: float, cos: float}

// sinh gives the hyperbolic sine.
//
// ## Parameters
//
// - x: Number.
builtin sinh : (x: float) => float

// sqrt gives the square root.
//
// ## Parameters
//
// - x: Number.
builtin sqrt : (x: float) => float

// tan gives the tangent of an angle.
//
// ## Parameters
//
// - x: Angle in radians.
builtin tan : (x: float) => float

// tanh gives the hyperbolic tangent.
//
// ## Parameters
//
// - x: Number.
builtin tanh : (x: float) => float

// trunc cuts off the part behind the decimal point.
//
// ## Parameters
//
// - x: Number.
builtin trunc : (x: float) => float

// y0 gives the Bessel function of the second kind of order 0.
//
// ## Parameters
//
// - x: Number.
builtin y0 : (x: float) => float

// y1 gives the Bessel function of the second kind of order 1.
//
// ## Parameters
//
// - x: Number.
builtin y1 : (x: float) => float

// yn gives the Bessel function of the second kind of some order.
//
// ## Parameters
//
// - n: Order.
// - x: Number.
builtin yn : (n: int, x: float) => float
