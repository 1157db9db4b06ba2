// Two's complement arithmetic: the integers and times of Flux wrap and never trap.
// Pure functions; none of them can fail.
#pragma once

#include <cstdint>

namespace fluxi::value {

constexpr std::int64_t wrap_add(std::int64_t a, std::int64_t b) {
    return static_cast<std::int64_t>(static_cast<std::uint64_t>(a) + static_cast<std::uint64_t>(b));
}
constexpr std::int64_t wrap_sub(std::int64_t a, std::int64_t b) {
    return static_cast<std::int64_t>(static_cast<std::uint64_t>(a) - static_cast<std::uint64_t>(b));
}
constexpr std::int64_t wrap_mul(std::int64_t a, std::int64_t b) {
    return static_cast<std::int64_t>(static_cast<std::uint64_t>(a) * static_cast<std::uint64_t>(b));
}
/// The absolute value; that of the smallest integer fits the unsigned result.
constexpr std::uint64_t magnitude(std::int64_t value) {
    return value < 0 ? std::uint64_t{0} - static_cast<std::uint64_t>(value)
                     : static_cast<std::uint64_t>(value);
}
/// The quotient rounded towards minus infinity; `b` must be positive.
constexpr std::int64_t floor_div(std::int64_t a, std::int64_t b) {
    return a / b - static_cast<std::int64_t>(a % b < 0);
}
/// The remainder that belongs to floor_div: never negative.
constexpr std::int64_t floor_mod(std::int64_t a, std::int64_t b) {
    const std::int64_t rest = a % b;
    return rest < 0 ? rest + b : rest;
}

}  // namespace fluxi::value
