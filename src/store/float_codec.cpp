#include "store/float_codec.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <cstddef>
#include <vector>

#include "store/integer_codec.hpp"

namespace fluxi::store {

namespace {

enum Coding : std::uint8_t { decimal = 0, planes = 1 };

/// All of them are exact, so that a division by them is rounded once.
constexpr std::array kPowers = {1e0, 1e1, 1e2,  1e3,  1e4,  1e5,  1e6,  1e7,
                                1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15};
constexpr double kExact = 9007199254740992.0;  ///< whole numbers up to here are floats
constexpr std::size_t kSamples = 64;
constexpr std::size_t kExceptionsPerValue = 16;  ///< one in so many is acceptable
constexpr std::size_t kPlanes = sizeof(std::uint64_t);

/// The whole number that gives the very same float when divided by the power; false if there is
/// none.
bool to_decimal(std::uint64_t word, double power, std::uint64_t& number) {
    const double scaled = std::bit_cast<double>(word) * power;
    if (!(std::fabs(scaled) < kExact)) return false;
    const double rounded = std::nearbyint(scaled);
    number = static_cast<std::uint64_t>(static_cast<std::int64_t>(rounded));
    // The sign of minus zero is lost on the way.
    return std::bit_cast<std::uint64_t>(static_cast<double>(static_cast<std::int64_t>(number)) /
                                        power) == word;
}

/// The number of decimals that suits most of some values spread over all; kPowers.size() if none
/// does.
std::size_t choose_decimals(std::span<const std::uint64_t> words) {
    const std::size_t step = std::max<std::size_t>(1, words.size() / kSamples);
    std::size_t best = kPowers.size();
    std::size_t least = kSamples;  // misses
    for (std::size_t e = 0; e < kPowers.size() && least != 0; ++e) {
        std::size_t tried = 0;
        std::size_t misses = 0;
        for (std::size_t i = 0; i < words.size(); i += step, ++tried) {
            std::uint64_t number = 0;
            misses += to_decimal(words[i], kPowers[e], number) ? 0 : 1;
        }
        // Another digit for all is only worth it if it saves some exceptions.
        if (misses * kExceptionsPerValue <= tried && misses < least) {
            least = misses;
            best = e;
        }
    }
    return best;
}

bool encode_decimal(std::string& out, std::span<const std::uint64_t> words) {
    const std::size_t decimals = choose_decimals(words);
    if (decimals == kPowers.size()) return false;
    std::vector<std::uint64_t> numbers(words.size());
    std::vector<std::size_t> exceptions;
    std::uint64_t last = 0;
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (to_decimal(words[i], kPowers[decimals], numbers[i])) {
            last = numbers[i];
        } else {
            exceptions.push_back(i);
            numbers[i] = last;
        }
    }
    if (exceptions.size() * kExceptionsPerValue > words.size() + kExceptionsPerValue) return false;
    out += static_cast<char>(Coding::decimal);
    out += static_cast<char>(decimals);
    append_varint(out, exceptions.size());
    for (const std::size_t i : exceptions) {
        append_varint(out, i);
        append_word(out, words[i]);
    }
    encode_integers(out, numbers);
    return true;
}

void encode_planes(std::string& out, std::span<const std::uint64_t> words) {
    out += static_cast<char>(Coding::planes);
    const std::size_t begin = out.size();
    out.resize(begin + words.size() * kPlanes);
    for (std::size_t i = 0; i < words.size(); ++i) {
        const std::uint64_t changed = words[i] ^ (i == 0 ? 0 : words[i - 1]);
        for (std::size_t plane = 0; plane < kPlanes; ++plane) {
            out[begin + plane * words.size() + i] = static_cast<char>(changed >> (8 * plane));
        }
    }
}

void decode_decimal(Reader& in, std::span<std::uint64_t> words) {
    const std::uint8_t decimals = in.byte();
    const std::uint64_t count = in.varint();
    if (decimals >= kPowers.size() || count > words.size()) {
        fail_damaged("an unknown coding of floats");
    }
    std::vector<std::pair<std::uint64_t, std::uint64_t>> exceptions(count);
    for (auto& [place, word] : exceptions) {
        place = in.varint();
        word = in.word();
        if (place >= words.size()) fail_damaged("an exception behind the end");
    }
    decode_integers(in, words);
    const double power = kPowers[decimals];
    for (std::uint64_t& word : words) {
        word = std::bit_cast<std::uint64_t>(static_cast<double>(static_cast<std::int64_t>(word)) /
                                            power);
    }
    for (const auto& [place, word] : exceptions) words[place] = word;
}

void decode_planes(Reader& in, std::span<std::uint64_t> words) {
    const std::string_view bytes = in.take(words.size() * kPlanes);
    std::uint64_t last = 0;
    for (std::size_t i = 0; i < words.size(); ++i) {
        std::uint64_t changed = 0;
        for (std::size_t plane = 0; plane < kPlanes; ++plane) {
            const auto byte = static_cast<std::uint8_t>(bytes[plane * words.size() + i]);
            changed |= static_cast<std::uint64_t>(byte) << (8 * plane);
        }
        words[i] = last ^= changed;
    }
}

}  // namespace

void encode_floats(std::string& out, std::span<const std::uint64_t> words) {
    if (!encode_decimal(out, words)) encode_planes(out, words);
}

void decode_floats(Reader& in, std::span<std::uint64_t> words) {
    const std::uint8_t coding = in.byte();
    if (coding > Coding::planes) fail_damaged("an unknown coding of floats");
    if (coding == Coding::decimal) {
        decode_decimal(in, words);
    } else {
        decode_planes(in, words);
    }
}

}  // namespace fluxi::store
