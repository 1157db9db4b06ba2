#include "contrib/qxip/hash/cityhash.hpp"

#include <bit>
#include <cstring>
#include <utility>

namespace fluxi::stdlib::contrib_qxip_hash {
namespace {

using Word = std::uint64_t;

// The odd numbers that the algorithm multiplies with.
constexpr Word kA = 0xC3A5C85C97CB3127;
constexpr Word kB = 0xB492B66FBE98F273;
constexpr Word kC = 0x9AE16A3B2F90404F;
constexpr Word kD = 0xC949D7C7509E6557;
constexpr Word kMix = 0x9DDFEA08EB382D69;

/// Reads little-endian words at positions from the start or from the end of the text.
class Bytes {
  public:
    explicit Bytes(std::string_view text) : text_(text) {}
    [[nodiscard]] Word size() const { return text_.size(); }
    [[nodiscard]] Word byte(std::size_t at) const { return static_cast<unsigned char>(text_[at]); }
    [[nodiscard]] Word word(std::size_t at) const { return load<Word>(at); }
    [[nodiscard]] Word word_from_end(std::size_t back) const { return word(text_.size() - back); }
    [[nodiscard]] Word half(std::size_t at) const { return load<std::uint32_t>(at); }
    [[nodiscard]] Word half_from_end(std::size_t back) const { return half(text_.size() - back); }

  private:
    template <typename T>
    [[nodiscard]] T load(std::size_t at) const {
        static_assert(std::endian::native == std::endian::little);
        T value;
        std::memcpy(&value, text_.data() + at, sizeof value);
        return value;
    }
    std::string_view text_;
};

Word fold(Word value) {
    return value ^ (value >> 47);
}

Word combine(Word low, Word high) {
    const Word first = fold((low ^ high) * kMix);
    return fold((high ^ first) * kMix) * kMix;
}

Word up_to_16(const Bytes& bytes) {
    const Word size = bytes.size();
    if (size > 8) {
        const Word last = bytes.word_from_end(8);
        return combine(bytes.word(0), std::rotr(last + size, static_cast<int>(size))) ^ last;
    }
    if (size >= 4) return combine(size + (bytes.half(0) << 3), bytes.half_from_end(4));
    if (size == 0) return kC;
    const Word start = bytes.byte(0) + (bytes.byte(size / 2) << 8);
    const Word end = size + (bytes.byte(size - 1) << 2);
    return fold(start * kC ^ end * kD) * kC;
}

Word up_to_32(const Bytes& bytes) {
    const Word a = bytes.word(0) * kB;
    const Word b = bytes.word(8);
    const Word c = bytes.word_from_end(8) * kC;
    const Word d = bytes.word_from_end(16) * kA;
    return combine(std::rotr(a - b, 43) + std::rotr(c, 30) + d,
                   a + std::rotr(b ^ kD, 20) - c + bytes.size());
}

using Pair = std::pair<Word, Word>;

/// Mixes four words, of which the last two also take part in the rotated half, as the middle range
/// does with its head and its tail.
Pair half_of_64(Word seed, Word second, Word third, Word last) {
    Word a = seed;
    const Word b = std::rotr(a + last, 52);
    Word c = std::rotr(a, 37);
    a += second;
    c += std::rotr(a, 7);
    a += third;
    return {a + last, b + std::rotr(a, 31) + c};
}

Word up_to_64(const Bytes& bytes) {
    const Pair head = half_of_64(bytes.word(0) + (bytes.size() + bytes.word_from_end(16)) * kA,
                                 bytes.word(8), bytes.word(16), bytes.word(24));
    const Pair tail = half_of_64(bytes.word(16) + bytes.word_from_end(32), bytes.word_from_end(24),
                                 bytes.word_from_end(16), bytes.word_from_end(8));
    const Word mixed = fold((head.first + tail.second) * kC + (tail.first + head.second) * kA);
    return fold(mixed * kA + head.second) * kC;
}

/// Mixes 32 bytes into two seeds.
Pair mix_32(const Bytes& bytes, std::size_t at, Word a, Word b) {
    const Word last = bytes.word(at + 24);
    a += bytes.word(at);
    b = std::rotr(b + a + last, 21);
    const Word start = a;
    a += bytes.word(at + 8) + bytes.word(at + 16);
    return {a + last, b + std::rotr(a, 44) + start};
}

Word long_text(const Bytes& bytes) {
    const Word size = bytes.size();
    Word x = bytes.word(0);
    Word y = bytes.word_from_end(16) ^ kB;
    Word z = bytes.word_from_end(56) ^ kA;
    Pair v = mix_32(bytes, size - 64, size, y);
    Pair w = mix_32(bytes, size - 32, size * kB, kA);
    z += fold(v.second) * kB;
    x = std::rotr(z + x, 39) * kB;
    y = std::rotr(y, 33) * kB;
    const std::size_t end = (size - 1) & ~std::size_t{63};
    for (std::size_t at = 0; at < end; at += 64) {
        x = std::rotr(x + y + v.first + bytes.word(at + 16), 37) * kB;
        y = std::rotr(y + v.second + bytes.word(at + 48), 42) * kB;
        x ^= w.second;
        y ^= v.first;
        z = std::rotr(z ^ w.first, 33);
        v = mix_32(bytes, at, v.second * kB, x + w.first);
        w = mix_32(bytes, at + 32, z + w.second, y);
        std::swap(x, z);
    }
    return combine(combine(v.first, w.first) + fold(y) * kB + z, combine(v.second, w.second) + x);
}

}  // namespace

std::uint64_t cityhash64(std::string_view text) {
    const Bytes bytes(text);
    if (text.size() <= 16) return up_to_16(bytes);
    if (text.size() <= 32) return up_to_32(bytes);
    if (text.size() <= 64) return up_to_64(bytes);
    return long_text(bytes);
}

}  // namespace fluxi::stdlib::contrib_qxip_hash
