// The quick readers of plain cells: each takes the common spelling of a value at `p` and leaves `p`
// at the byte after it, or says no and the cell is read the careful way (csv_layout.hpp). All of
// them may load up to CsvBlock::kPadding bytes past the line, which ends with a line feed.
#pragma once

#include <bit>
#include <cstdint>
#include <cstring>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

#include "io/csv_record.hpp"

namespace fluxi::io::scan {

inline std::uint64_t load8(const char* p) noexcept {
    std::uint64_t word = 0;
    std::memcpy(&word, p, sizeof word);
    return word;
}

/// How many of the eight bytes of a little-endian word are digits before the first that is not.
inline unsigned leading_digits(std::uint64_t word) noexcept {
    // A byte is a digit when neither it nor it plus 6 leaves the row of 0x30.
    const std::uint64_t rest =
        ((word & 0xF0F0F0F0F0F0F0F0ULL) ^ 0x3030303030303030ULL) |
        (((word + 0x0606060606060606ULL) & 0xF0F0F0F0F0F0F0F0ULL) ^ 0x3030303030303030ULL);
    return rest == 0 ? 8 : static_cast<unsigned>(std::countr_zero(rest)) / 8;
}

/// The number that the first `count` (1 to 8) digits of the word make.
inline std::uint64_t digits_value(std::uint64_t word, unsigned count) noexcept {
    word <<= (8 - count) * 8;  // Missing leading digits become bytes 0, which are zero below too.
    word = (word & 0x0F0F0F0F0F0F0F0FULL) * 2561 >> 8;
    word = (word & 0x00FF00FF00FF00FFULL) * 6553601 >> 16;
    return (word & 0x0000FFFF0000FFFFULL) * 42949672960001ULL >> 32;
}

inline constexpr std::uint64_t kPowers[] = {1,      10,      100,      1000,     10000,
                                            100000, 1000000, 10000000, 100000000};

/// Digits at `p`, up to 16; returns how many, `value` is continued.
inline unsigned read_digits(const char*& p, std::uint64_t& value) noexcept {
    const std::uint64_t first = load8(p);
    unsigned count = leading_digits(first);
    if (count == 0) return 0;
    value = value * kPowers[count] + digits_value(first, count);
    p += count;
    if (count < 8) return count;
    const std::uint64_t second = load8(p);
    count = leading_digits(second);
    if (count == 0) return 8;
    value = value * kPowers[count] + digits_value(second, count);
    p += count;
    return 8 + count;
}

/// Decimal integers of up to 16 digits.
inline bool read_int(const char*& p, std::int64_t& value) noexcept {
    const bool negative = *p == '-';
    p += static_cast<int>(negative);
    std::uint64_t magnitude = 0;
    if (read_digits(p, magnitude) == 0) return false;
    value = negative ? -static_cast<std::int64_t>(magnitude) : static_cast<std::int64_t>(magnitude);
    return true;
}

inline bool read_uint(const char*& p, std::uint64_t& value) noexcept {
    value = 0;
    return read_digits(p, value) != 0;
}

/// Decimal fractions whose digits make an integer below 2^53 and whose scale is a power of ten that
/// a double holds: one division then rounds right.
inline bool read_float(const char*& p, double& value) noexcept {
    static constexpr double kScales[] = {1e0, 1e1,  1e2,  1e3,  1e4,  1e5,  1e6,  1e7, 1e8,
                                         1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16};
    const bool negative = *p == '-';
    p += static_cast<int>(negative);
    std::uint64_t mantissa = 0;
    const unsigned whole = read_digits(p, mantissa);
    unsigned fraction = 0;
    if (*p == '.') {
        ++p;
        if (whole > 8) return false;
        fraction = read_digits(p, mantissa);
        if (whole + fraction > 16) return false;
    }
    if (whole + fraction == 0 || mantissa > (std::uint64_t{1} << 53)) return false;
    const double magnitude = static_cast<double>(mantissa) / kScales[fraction];
    value = negative ? -magnitude : magnitude;
    return true;
}

/// The first delimiter or line feed from `p` on.
inline const char* cell_end(const char* p) noexcept {
#ifdef __SSE2__
    const __m128i delimiter = _mm_set1_epi8(kCsvDelimiter);
    const __m128i line_feed = _mm_set1_epi8('\n');
    for (;; p += 16) {
        const __m128i bytes = _mm_loadu_si128(reinterpret_cast<const __m128i*>(p));
        const __m128i hits =
            _mm_or_si128(_mm_cmpeq_epi8(bytes, delimiter), _mm_cmpeq_epi8(bytes, line_feed));
        const auto mask = static_cast<unsigned>(_mm_movemask_epi8(hits));
        if (mask != 0) return p + std::countr_zero(mask);
    }
#else
    while (*p != kCsvDelimiter && *p != '\n') ++p;
    return p;
#endif
}

inline bool same_bytes(const char* a, const char* b, std::size_t size) noexcept {
#ifdef __SSE2__
    if (size >= 16) {
        std::size_t i = 0;
        for (; i + 16 <= size; i += 16) {
            const __m128i x = _mm_loadu_si128(reinterpret_cast<const __m128i*>(a + i));
            const __m128i y = _mm_loadu_si128(reinterpret_cast<const __m128i*>(b + i));
            if (_mm_movemask_epi8(_mm_cmpeq_epi8(x, y)) != 0xFFFF) return false;
        }
        if (i == size) return true;
        const __m128i x = _mm_loadu_si128(reinterpret_cast<const __m128i*>(a + size - 16));
        const __m128i y = _mm_loadu_si128(reinterpret_cast<const __m128i*>(b + size - 16));
        return _mm_movemask_epi8(_mm_cmpeq_epi8(x, y)) == 0xFFFF;
    }
#endif
    if (size >= 8) {
        return load8(a) == load8(b) && load8(a + size - 8) == load8(b + size - 8);
    }
    for (std::size_t i = 0; i < size; ++i) {
        if (a[i] != b[i]) return false;
    }
    return true;
}

}  // namespace fluxi::io::scan
