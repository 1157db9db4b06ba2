#include "flow/ops/lagged_random.hpp"

#include <cmath>
#include <cstdlib>

namespace fluxi::flow::ops {

namespace {

using State = LaggedRandom::State;

constexpr std::size_t kLength = LaggedRandom::kLength;
constexpr std::size_t kTap = 273;
constexpr std::size_t kFeed = kLength - kTap;
constexpr std::uint64_t kPositive = (std::uint64_t{1} << 63) - 1;
/// How far the generator was run before its state was taken to stir the seeds with.
constexpr std::uint64_t kStirred = 7'800'000'000'000;

/// The minimal standard generator that seeds the other one.
class SeedRandom {
  public:
    explicit SeedRandom(std::uint64_t seed) : x_(seed) {
        for (int i = 0; i < 20; ++i) next();
    }
    std::uint64_t next() { return x_ = x_ * 48271 % kModulus; }
    /// Three numbers as one, each `shift` bits higher than the one after it.
    std::uint64_t three(unsigned shift) {
        const std::uint64_t a = next() << (2 * shift);
        const std::uint64_t b = next() << shift;
        return a ^ b ^ next();
    }
    static constexpr std::uint64_t kModulus = (std::uint64_t{1} << 31) - 1;

  private:
    std::uint64_t x_;
};

/// a * b modulo x^607 - x^334 - 1, the characteristic polynomial of the recurrence.
State times(const State& a, const State& b) {
    std::array<std::uint64_t, 2 * kLength - 1> product{};
    for (std::size_t i = 0; i < kLength; ++i) {
        for (std::size_t j = 0; j < kLength; ++j) product[i + j] += a[i] * b[j];
    }
    for (std::size_t i = product.size(); i-- > kLength;) {
        product[i - kLength] += product[i];
        product[i - kTap] += product[i];
    }
    State result;
    for (std::size_t i = 0; i < kLength; ++i) result[i] = product[i];
    return result;
}

/// x^exponent modulo the same polynomial: what the number so many places on is made of.
State power_of_x(std::uint64_t exponent) {
    State result{1};
    for (unsigned bit = 64; bit-- > 0;) {
        result = times(result, result);
        if ((exponent >> bit & 1U) == 0) continue;
        const std::uint64_t top = result[kLength - 1];
        for (std::size_t i = kLength; i-- > 1;) result[i] = result[i - 1];
        result[0] = top;
        result[kFeed] += top;
    }
    return result;
}

/// The state of a generator seeded with 1 after it ran very long: computed by jumping there, since
/// the way would take hours.
State stirred() {
    SeedRandom seeds(1);
    State first;
    for (std::uint64_t& x : first) x = seeds.three(10);
    // The numbers in the order in which they are used up, and as many that follow.
    std::array<std::uint64_t, 2 * kLength> numbers{};
    for (std::size_t i = 0; i < kLength; ++i)
        numbers[i] = first[(kFeed - 1 + kLength - i) % kLength];
    for (std::size_t i = kLength; i < numbers.size(); ++i)
        numbers[i] = numbers[i - kLength] + numbers[i - kTap];
    const State jump = power_of_x(kStirred);
    State state{};
    for (std::size_t j = 0; j < kLength; ++j) {
        std::uint64_t number = 0;
        for (std::size_t i = 0; i < kLength; ++i) number += jump[i] * numbers[i + j];
        const std::size_t call = (kStirred + j + 1) % kLength;  // which call gave it, modulo 607
        state[(kFeed + kLength - call) % kLength] = number;
    }
    return state;
}

/// The layers of the ziggurat for the normal distribution.
struct Layers {
    static constexpr double kEdge = 3.442619855899;
    std::array<std::uint32_t, 128> inside{};
    std::array<float, 128> width{};
    std::array<float, 128> height{};

    Layers() {
        constexpr double kArea = 9.91256303526217e-3;
        constexpr double kScale = 2147483648.0;
        double x = kEdge;
        double above = x;
        const double base = kArea / std::exp(-0.5 * x * x);
        inside[0] = static_cast<std::uint32_t>(x / base * kScale);
        width[0] = static_cast<float>(base / kScale);
        width[127] = static_cast<float>(x / kScale);
        height[0] = 1;
        height[127] = static_cast<float>(std::exp(-0.5 * x * x));
        for (std::size_t i = 126; i >= 1; --i) {
            x = std::sqrt(-2 * std::log(kArea / x + std::exp(-0.5 * x * x)));
            inside[i + 1] = static_cast<std::uint32_t>(x / above * kScale);
            above = x;
            height[i] = static_cast<float>(std::exp(-0.5 * x * x));
            width[i] = static_cast<float>(x / kScale);
        }
    }
};

}  // namespace

LaggedRandom::LaggedRandom(std::int64_t seed) : feed_(kFeed) {
    constexpr std::uint64_t kForZero = 89482311;
    static const State stir = stirred();
    const auto modulus = static_cast<std::int64_t>(SeedRandom::kModulus);
    const auto start = static_cast<std::uint64_t>((seed % modulus + modulus) % modulus);
    SeedRandom seeds(start == 0 ? kForZero : start);
    for (std::size_t i = 0; i < kLength; ++i) state_[i] = seeds.three(20) ^ stir[i];
}

std::uint64_t LaggedRandom::next() {
    tap_ = (tap_ + kLength - 1) % kLength;
    feed_ = (feed_ + kLength - 1) % kLength;
    state_[feed_] += state_[tap_];
    return state_[feed_] & kPositive;
}

std::uint32_t LaggedRandom::below(std::uint32_t count) {
    constexpr std::uint32_t kRange = std::uint32_t{1} << 31;
    const auto draw = [this] { return static_cast<std::uint32_t>(next() >> 32); };
    if ((count & (count - 1)) == 0) return draw() & (count - 1);
    const std::uint32_t most = kRange - 1 - kRange % count;
    std::uint32_t number = draw();
    while (number > most) number = draw();
    return number % count;
}

double LaggedRandom::share() {
    // The largest numbers are rounded up to 1.
    double drawn = 1;
    while (drawn == 1) drawn = static_cast<double>(next()) / 0x1p63;
    return drawn;
}

double LaggedRandom::normal() {
    static const Layers layers;
    while (true) {
        const auto number = static_cast<std::int32_t>(static_cast<std::uint32_t>(next() >> 31));
        const auto layer = static_cast<std::size_t>(number & 0x7F);
        const double x = static_cast<double>(number) * static_cast<double>(layers.width[layer]);
        const auto size = static_cast<std::uint32_t>(std::llabs(number));
        if (size < layers.inside[layer]) return x;
        if (layer == 0) {
            double beyond = 0;
            double y = 0;
            do {
                beyond = -std::log(share()) / Layers::kEdge;
                y = -std::log(share());
            } while (y + y < beyond * beyond);
            return number > 0 ? Layers::kEdge + beyond : -Layers::kEdge - beyond;
        }
        const float low = layers.height[layer];
        const float high = layers.height[layer - 1];
        if (low + static_cast<float>(share()) * (high - low) <
            static_cast<float>(std::exp(-0.5 * x * x)))
            return x;
    }
}

}  // namespace fluxi::flow::ops
