#include "table/hash.hpp"

#include <algorithm>
#include <bit>
#include <vector>

#include <xxhash.h>

namespace fluxi::table {

namespace {

constexpr std::uint64_t kSeed = 0x2545F4914F6CDD1DULL;
constexpr std::uint64_t kNull = 0x9E3779B97F4A7C15ULL;

std::uint64_t mix(std::uint64_t a, std::uint64_t b) noexcept {
    __extension__ using Wide = unsigned __int128;
    const Wide product = static_cast<Wide>(a ^ 0xA0761D6478BD642FULL) * (b ^ 0xE7037ED1A0B428DBULL);
    return static_cast<std::uint64_t>(product) ^ static_cast<std::uint64_t>(product >> 64);
}

template <typename T>
std::uint64_t hash_stored(T v) noexcept {
    return mix(static_cast<std::uint64_t>(v), kSeed);
}

template <>
std::uint64_t hash_stored(double v) noexcept {
    if (v == 0) v = 0;
    if (v != v) return kSeed;
    return mix(std::bit_cast<std::uint64_t>(v), kSeed);
}

template <>
std::uint64_t hash_stored(StringView v) noexcept {
    if (!v.is_inline()) return XXH3_64bits(v.view().data(), v.size());
    // The length and the twelve bytes, of which the unused are zero, are the whole text.
    std::uint64_t words[2];
    std::memcpy(words, &v, sizeof words);
    return mix(words[0], words[1]);
}

/// Hashes of the stored values of a flat or constant column.
void hash_values(const Column& column, std::uint32_t count, std::uint64_t* out) {
    dispatch(column.type(), [&](auto tag) {
        using T = stored_t<tag()>;
        const T* values = column.values<T>();
        for (std::uint32_t i = 0; i < count; ++i) out[i] = hash_stored<T>(values[i]);
    });
    if (const std::uint8_t* valid = column.validity()) {
        for (std::uint32_t i = 0; i < count; ++i) {
            if (valid[i] == 0) out[i] = kNull;
        }
    }
}

void combine(const Column& column, std::span<std::uint64_t> hashes) {
    const auto rows = static_cast<std::uint32_t>(hashes.size());
    const auto join = [&](auto&& hash_of) {
        for (std::uint32_t i = 0; i < rows; ++i) hashes[i] = mix(hashes[i], hash_of(i));
    };
    if (column.encoding() == Encoding::dictionary && column.distinct().size() < rows) {
        std::vector<std::uint64_t> distinct(column.distinct().size());
        const Column inner = column.distinct().flattened();
        hash_values(inner, inner.size(), distinct.data());
        const std::uint8_t* valid = column.validity();
        return join([&, codes = column.codes()](std::uint32_t i) {
            return valid != nullptr && valid[i] == 0 ? kNull : distinct[codes[i]];
        });
    }
    const Column simple = column.simple();
    if (simple.encoding() == Encoding::constant) {
        std::uint64_t one = 0;
        hash_values(simple, 1, &one);
        return join([one](std::uint32_t) { return one; });
    }
    std::vector<std::uint64_t> each(rows);
    hash_values(simple, rows, each.data());
    join([&each](std::uint32_t i) { return each[i]; });
}

template <typename T>
bool stored_equal(const T& a, const T& b) {
    return a == b;
}

template <>
bool stored_equal(const double& a, const double& b) {
    return a == b || (a != a && b != b);
}

}  // namespace

void hash_rows(std::span<const Column> columns, std::span<std::uint64_t> hashes) {
    std::fill(hashes.begin(), hashes.end(), kSeed);
    if (hashes.empty()) return;
    for (const Column& column : columns) combine(column, hashes);
}

bool values_equal(const Column& a, std::uint32_t i, const Column& b, std::uint32_t j) {
    const bool null = a.is_null(i);
    if (null != b.is_null(j)) return false;
    if (null) return true;
    return dispatch(a.type(), [&](auto tag) {
        using T = stored_t<tag()>;
        return stored_equal<T>(a.get<T>(i), b.get<T>(j));
    });
}

bool rows_equal(std::span<const Column> a, std::uint32_t i, std::span<const Column> b,
                std::uint32_t j) {
    for (std::size_t c = 0; c < a.size(); ++c) {
        if (!values_equal(a[c], i, b[c], j)) return false;
    }
    return true;
}

}  // namespace fluxi::table
