// Property tests of the codecs: whatever goes in comes out, bit by bit, for many kinds of columns
// and every size around the borders of blocks; damaged bytes are noticed, never read past their
// end.
#include <bit>
#include <cmath>
#include <limits>
#include <random>

#include <doctest/doctest.h>

#include "base/error.hpp"
#include "store/block_codec.hpp"
#include "store/integer_codec.hpp"

using namespace fluxi;
using store::FieldType;
using Words = std::vector<std::uint64_t>;

namespace {

std::uint64_t bits(double v) {
    return std::bit_cast<std::uint64_t>(v);
}

Words integers_back(const Words& words) {
    std::string bytes;
    store::encode_integers(bytes, words);
    const std::size_t size = bytes.size();
    bytes.resize(size + store::kReadAhead);
    store::Reader in(std::string_view(bytes).substr(0, size));
    Words back(words.size());
    store::decode_integers(in, back);
    CHECK(in.rest().empty());
    return back;
}

const std::vector<std::size_t> kSizes = {1, 2, 3, 4, 511, 512, 513, 514, 1000, 1025, 4096};

/// Integers of one kind, made from a random source.
using Kind = std::uint64_t (*)(std::mt19937_64& random, std::size_t i);
const std::vector<Kind> kIntegers = {
    [](auto& r, auto) { return r(); },
    [](auto& r, auto) { return r() % 7; },
    [](auto&, auto) { return std::uint64_t{42}; },
    [](auto&, auto i) { return 1'600'000'000'000'000'000 + i * 10'000'000'000; },
    [](auto& r, auto i) { return i * 1'000'000 + r() % 1000; },
    [](auto& r, auto) { return std::uint64_t{1} << (r() % 64); },
    [](auto& r, auto) { return r() % 2 == 0 ? std::uint64_t{1} << 63 : ~std::uint64_t{0} >> 1; },
    [](auto& r, auto) { return 0 - r() % 1000 * 60; },
    [](auto& r, auto i) { return i % 600 == 599 ? r() : i; },
    [](auto&, auto i) { return i * i * i; },
    [](auto& r, auto) { return (r() >> 6) | (r() % 2 << 63); },
};

const std::vector<Kind> kFloats = {
    [](auto& r, auto) { return bits(static_cast<double>(r() % 100'000) / 1000); },
    [](auto& r, auto) { return bits(static_cast<double>(r() % 100'000) / 10 - 5000); },
    [](auto& r, auto) { return r(); },  // every pattern: NaN, infinity, denormals
    [](auto&, auto i) { return bits(std::sin(static_cast<double>(i))); },
    [](auto&, auto i) { return bits(static_cast<double>(i)); },
    [](auto& r, auto) { return bits(r() % 20 == 0 ? -0.0 : static_cast<double>(r() % 10) / 4); },
    [](auto& r, auto) {
        return bits(r() % 40 == 0 ? std::numeric_limits<double>::quiet_NaN()
                                  : static_cast<double>(r() % 1000) / 100);
    },
    [](auto& r, auto) {
        return bits(r() % 2 == 0 ? std::numeric_limits<double>::infinity()
                                 : -std::numeric_limits<double>::infinity());
    },
    [](auto& r, auto) { return bits(r() % 2 == 0 ? std::numeric_limits<double>::max() : 5e-324); },
    [](auto& r, auto) { return bits(9007199254740991.0 + static_cast<double>(r() % 4)); },
    [](auto& r, auto) { return bits(0.1 + 0.2 * static_cast<double>(r() % 9)); },
};

Words make(Kind kind, std::size_t size, std::uint64_t seed) {
    std::mt19937_64 random(seed);
    Words words(size);
    for (std::size_t i = 0; i < size; ++i) words[i] = kind(random, i);
    return words;
}

std::vector<std::int64_t> some_times(std::size_t size) {
    std::vector<std::int64_t> times(size);
    for (std::size_t i = 0; i < size; ++i) {
        times[i] = static_cast<std::int64_t>(i * 1'000'000'000 + i * i % 17);
    }
    return times;
}

Words block_back(FieldType type, const Words& words) {
    const auto times = some_times(words.size());
    const store::Block block(store::encode_block(type, times, words, {}), words.size());
    std::vector<std::int64_t> times_back(words.size());
    block.decode_times(times_back);
    CHECK(times_back == times);
    Words back(words.size());
    std::shared_ptr<const std::string> heap;
    CHECK(block.decode_values(type, back, heap).empty());
    return back;
}

}  // namespace

TEST_CASE("integers of every kind survive") {
    for (std::size_t kind = 0; kind < kIntegers.size(); ++kind) {
        for (const std::size_t size : kSizes) {
            CAPTURE(kind);
            CAPTURE(size);
            const Words words = make(kIntegers[kind], size, kind + size);
            CHECK(integers_back(words) == words);
            CHECK(block_back(FieldType::integer, words) == words);
            CHECK(block_back(FieldType::uinteger, words) == words);
        }
    }
}

TEST_CASE("every width of bits survives") {
    std::mt19937_64 random(5);
    for (unsigned width = 1; width <= 64; ++width) {
        Words words(600);
        for (auto& word : words) word = random() >> (64 - width);
        CAPTURE(width);
        CHECK(integers_back(words) == words);
    }
}

TEST_CASE("floats of every kind survive with all their bits") {
    for (std::size_t kind = 0; kind < kFloats.size(); ++kind) {
        for (const std::size_t size : kSizes) {
            CAPTURE(kind);
            CAPTURE(size);
            const Words words = make(kFloats[kind], size, kind + size);
            CHECK(block_back(FieldType::floating, words) == words);
        }
    }
}

TEST_CASE("regular times and floats with three decimals are small") {
    std::vector<std::int64_t> times(1000);
    for (std::size_t i = 0; i < times.size(); ++i) {
        times[i] = 1'600'000'000'000'000'000 + static_cast<std::int64_t>(i) * 10'000'000'000;
    }
    const Words words = make(kFloats[0], 1000, 1);  // 17 bits each
    const std::string block = store::encode_block(FieldType::floating, times, words, {});
    CHECK(block.size() < 1000 * 17 / 8 + 80);
    CHECK(store::encode_block(FieldType::boolean, times, Words(1000, 1), {}).size() < 80);
}

TEST_CASE("texts survive") {
    std::mt19937_64 random(3);
    for (const std::size_t size : kSizes) {
        std::vector<std::string> owned;
        Words words(size);
        for (std::size_t i = 0; i < size; ++i) {
            owned.push_back(std::string(random() % 40, static_cast<char>(random() % 256)));
            if (i % 3 == 0) owned.back() += std::to_string(i);
            words[i] = size - 1 - i;
        }
        const std::vector<std::string_view> texts(owned.begin(), owned.end());
        const auto times = some_times(size);
        std::shared_ptr<const std::string> heap;
        Words back(size);
        std::vector<std::string_view> texts_back;
        {
            const store::Block block(store::encode_block(FieldType::string, times, words, texts),
                                     size);
            texts_back = block.decode_values(FieldType::string, back, heap);
        }
        for (std::size_t i = 0; i < size; ++i) CHECK(texts_back[back[i]] == texts[words[i]]);
    }
}

TEST_CASE("damage is noticed") {
    const Words words = make(kFloats[0], 1000, 1);
    const auto times = some_times(1000);
    const std::string good = store::encode_block(FieldType::floating, times, words, {});
    for (std::size_t i = 0; i < good.size(); i += 7) {
        std::string bad = good;
        bad[i] = static_cast<char>(bad[i] ^ 4);
        CHECK_THROWS_AS(store::Block(bad, 1000), base::RuntimeError);
    }
    for (const std::size_t size :
         {std::size_t{0}, std::size_t{7}, std::size_t{8}, good.size() / 2}) {
        CHECK_THROWS_AS(store::Block(good.substr(0, size), 1000), base::RuntimeError);
    }
    // A chunk that claims to have more points than were written.
    const store::Block block(good, 1000);
    std::vector<std::int64_t> more(5000);
    CHECK_THROWS_AS(block.decode_times(more), base::RuntimeError);
}
