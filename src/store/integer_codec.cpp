#include "store/integer_codec.hpp"

#include <algorithm>
#include <bit>
#include <numeric>
#include <vector>

namespace fluxi::store {

namespace {

constexpr std::size_t kBlock = 512;
constexpr std::uint8_t kHighestOrder = 2;

std::uint64_t magnitude(std::uint64_t difference) {
    return difference >> 63 != 0 ? 0 - difference : difference;
}

std::int64_t as_signed(std::uint64_t v) {
    return static_cast<std::int64_t>(v);
}

/// What all differences are a multiple of; 1 where that is nothing, or a difference overflows.
std::uint64_t common_factor(std::span<const std::uint64_t> values) {
    std::uint64_t factor = 0;
    for (std::size_t i = 1; i < values.size() && factor != 1; ++i) {
        const bool up = as_signed(values[i]) >= as_signed(values[i - 1]);
        const std::uint64_t difference = values[i] - values[i - 1];
        if (up == (difference >> 63 != 0) && difference != 0) return 1;
        // Mostly the factor found so far divides the next difference, too.
        const std::uint64_t size = magnitude(difference);
        if (factor == 0 || size % factor != 0) factor = std::gcd(factor, size);
    }
    return factor == 0 ? 1 : factor;
}

struct Range {
    std::uint64_t least;
    unsigned width;
};

Range range_of(std::span<const std::uint64_t> block) {
    std::int64_t least = as_signed(block[0]);
    std::int64_t greatest = least;
    for (const std::uint64_t v : block) {
        least = std::min(least, as_signed(v));
        greatest = std::max(greatest, as_signed(v));
    }
    const std::uint64_t spread =
        static_cast<std::uint64_t>(greatest) - static_cast<std::uint64_t>(least);
    return {static_cast<std::uint64_t>(least), static_cast<unsigned>(std::bit_width(spread))};
}

template <typename Visit>
void each_block(std::span<const std::uint64_t> values, Visit&& visit) {
    for (std::size_t begin = 0; begin < values.size(); begin += kBlock) {
        visit(values.subspan(begin, std::min(kBlock, values.size() - begin)));
    }
}

std::size_t bits_of(std::span<const std::uint64_t> values) {
    std::size_t bits = 0;
    each_block(values, [&](std::span<const std::uint64_t> block) {
        bits += block.size() * range_of(block).width;
    });
    return bits;
}

void pack(std::string& out, std::span<const std::uint64_t> block) {
    const Range range = range_of(block);
    out += static_cast<char>(range.width);
    append_varint(out, zigzag(range.least));
    if (range.width == 0) return;
    const std::size_t begin = out.size();
    const std::size_t bytes = (block.size() * range.width + 7) / 8;
    out.resize(begin + bytes + sizeof(std::uint64_t));
    char* place = out.data() + begin;
    std::uint64_t pending = 0;
    unsigned filled = 0;
    for (const std::uint64_t v : block) {
        const std::uint64_t rest = v - range.least;
        pending |= rest << filled;
        filled += range.width;
        if (filled < 64) continue;
        std::memcpy(place, &pending, sizeof pending);
        place += sizeof pending;
        filled -= 64;
        pending = filled == 0 ? 0 : rest >> (range.width - filled);
    }
    std::memcpy(place, &pending, sizeof pending);
    out.resize(begin + bytes);
}

void unpack(Reader& in, std::span<std::uint64_t> block) {
    const unsigned width = in.byte();
    if (width > 64) fail_damaged("a width of more than 64 bits");
    const std::uint64_t least = unzigzag(in.varint());
    if (width == 0) {
        std::fill(block.begin(), block.end(), least);
        return;
    }
    const char* bytes = in.take((block.size() * width + 7) / 8).data();
    const auto load = [bytes](std::size_t bit) {
        std::uint64_t v = 0;
        std::memcpy(&v, bytes + bit / 8, sizeof v);
        return v >> (bit % 8);
    };
    const std::uint64_t mask = ~std::uint64_t{0} >> (64 - width);
    if (width <= 57) {
        for (std::size_t i = 0; i < block.size(); ++i) block[i] = (load(i * width) & mask) + least;
        return;
    }
    // Up to seven bits of a shifted word are missing here; they are in the byte after it.
    for (std::size_t i = 0; i < block.size(); ++i) {
        const std::size_t bit = i * width;
        std::uint64_t v = load(bit);
        if (const std::size_t shift = bit % 8; shift + width > 64) {
            const auto next = static_cast<std::uint8_t>(bytes[bit / 8 + 8]);
            v |= static_cast<std::uint64_t>(next) << (64 - shift);
        }
        block[i] = (v & mask) + least;
    }
}

/// Replaces values by their differences; the first stays.
void differentiate(std::span<std::uint64_t> values) {
    for (std::size_t i = values.size(); i-- > 1;) values[i] -= values[i - 1];
}

void integrate(std::span<std::uint64_t> values) {
    std::uint64_t sum = 0;
    for (std::uint64_t& v : values) v = sum += v;
}

}  // namespace

// Layout: the order (0 to 2), the factor, the first values (as many as the order, at least one: the
// first number itself), then the blocks of what remains.
void encode_integers(std::string& out, std::span<const std::uint64_t> values) {
    if (values.empty()) return;
    const std::uint64_t factor = common_factor(values);
    std::vector<std::uint64_t> scaled(values.size());
    for (std::size_t i = 0; i < values.size(); ++i) {
        const std::uint64_t offset = values[i] - values[0];
        if (factor == 1) {
            scaled[i] = offset;
        } else {
            // Neighbours differ by less than 2^63; the way from the first value can be longer.
            const std::uint64_t step = i == 0 ? 0 : values[i] - values[i - 1];
            const std::uint64_t steps = magnitude(step) / factor;
            scaled[i] = i == 0 ? 0 : scaled[i - 1] + (step >> 63 != 0 ? 0 - steps : steps);
        }
    }
    std::vector<std::uint64_t> best = scaled;
    std::uint8_t order = 0;
    std::size_t least = bits_of(std::span(best).subspan(1));
    for (std::uint8_t next = 1; next <= kHighestOrder && scaled.size() > next && least != 0;
         ++next) {
        differentiate(std::span(scaled).subspan(next - std::size_t{1}));
        const std::size_t bits = bits_of(std::span(scaled).subspan(next));
        if (bits >= least) continue;
        least = bits;
        order = next;
        best = scaled;
    }
    out += static_cast<char>(order);
    append_varint(out, factor);
    append_varint(out, zigzag(values[0]));
    const std::size_t plain = std::max<std::size_t>(order, 1);
    for (std::size_t i = 1; i < plain; ++i) append_varint(out, zigzag(best[i]));
    each_block(std::span<const std::uint64_t>(best).subspan(plain),
               [&](std::span<const std::uint64_t> block) { pack(out, block); });
}

void decode_integers(Reader& in, std::span<std::uint64_t> values) {
    if (values.empty()) return;
    const std::uint8_t order = in.byte();
    if (order > kHighestOrder || (order > values.size()))
        fail_damaged("an unknown coding of numbers");
    const std::uint64_t factor = in.varint();
    const std::uint64_t first = unzigzag(in.varint());
    const std::size_t plain = std::max<std::size_t>(order, 1);
    values[0] = 0;
    for (std::size_t i = 1; i < plain; ++i) values[i] = unzigzag(in.varint());
    for (std::size_t begin = plain; begin < values.size(); begin += kBlock) {
        unpack(in, values.subspan(begin, std::min(kBlock, values.size() - begin)));
    }
    for (std::size_t i = order; i > 0; --i) integrate(values.subspan(i - 1));
    if (factor == 1) {
        for (std::uint64_t& v : values) v += first;
    } else {
        for (std::uint64_t& v : values) v = v * factor + first;
    }
}

}  // namespace fluxi::store
