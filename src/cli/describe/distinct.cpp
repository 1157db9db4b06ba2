#include "cli/describe/distinct.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <utility>

namespace fluxi::cli {

namespace {

constexpr unsigned kBits = 16;  ///< 2^16 registers
constexpr std::size_t kRegisters = std::size_t{1} << kBits;
constexpr unsigned kRanks = 64 - kBits;

/// Every bit of the hash has a say in every bit of the result, and 0 stands for a free place.
std::uint64_t stirred(std::uint64_t hash) {
    hash ^= hash >> 33U;
    hash *= 0xFF51AFD7ED558CCDULL;
    hash ^= hash >> 33U;
    hash *= 0xC4CEB9FE1A85EC53ULL;
    hash ^= hash >> 33U;
    return hash == 0 ? 1 : hash;
}

double sigma(double x) {
    if (x == 1) return INFINITY;
    double sum = x;
    double power = 1;
    for (double before = -1; before != sum;) {
        before = sum;
        x *= x;
        sum += x * power;
        power += power;
    }
    return sum;
}

double tau(double x) {
    if (x == 0 || x == 1) return 0;
    double sum = 1 - x;
    double power = 1;
    for (double before = -1; before != sum;) {
        before = sum;
        x = std::sqrt(x);
        power /= 2;
        sum -= (1 - x) * (1 - x) * power;
    }
    return sum / 3;
}

}  // namespace

void Distinct::add(std::uint64_t hash) {
    hash = stirred(hash);
    if (!ranks_.empty()) return rank(hash);
    if (2 * used_ >= hashes_.size()) widen();
    insert(hash);
    if (used_ <= kExact) return;
    ranks_.assign(kRegisters, 0);
    for (const std::uint64_t kept : std::exchange(hashes_, {})) {
        if (kept != 0) rank(kept);
    }
}

void Distinct::insert(std::uint64_t hash) {
    const std::size_t mask = hashes_.size() - 1;
    std::size_t place = hash & mask;
    while (hashes_[place] != 0) {
        if (hashes_[place] == hash) return;
        place = (place + 1) & mask;
    }
    hashes_[place] = hash;
    ++used_;
}

void Distinct::widen() {
    const std::vector<std::uint64_t> before = std::exchange(hashes_, {});
    hashes_.resize(std::max<std::size_t>(16, before.size() * 2));
    used_ = 0;
    for (const std::uint64_t hash : before) {
        if (hash != 0) insert(hash);
    }
}

void Distinct::rank(std::uint64_t hash) {
    const std::size_t index = hash >> kRanks;
    const auto zeros = static_cast<unsigned>(std::countl_zero(hash << kBits));
    const auto found = static_cast<std::uint8_t>(std::min(zeros, kRanks) + 1);
    ranks_[index] = std::max(ranks_[index], found);
}

std::uint64_t Distinct::count() const {
    if (ranks_.empty()) return used_;
    std::array<std::uint32_t, kRanks + 2> counts = {};
    for (const std::uint8_t found : ranks_) ++counts[found];
    constexpr auto kCount = static_cast<double>(kRegisters);
    double z = kCount * tau(1 - counts[kRanks + 1] / kCount);
    for (unsigned k = kRanks; k > 0; --k) z = 0.5 * (z + counts[k]);
    z += kCount * sigma(counts[0] / kCount);
    return static_cast<std::uint64_t>(kCount * kCount / (2 * std::log(2.0)) / z + 0.5);
}

}  // namespace fluxi::cli
