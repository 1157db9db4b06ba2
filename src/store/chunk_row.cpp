#include "store/chunk_row.hpp"

#include <array>
#include <bit>

#include <xxhash.h>

#include "base/overloaded.hpp"
#include "store/bytes.hpp"

namespace fluxi::store {

namespace {

std::uint64_t word_of(const Scalar& scalar) {
    return std::visit(base::Overloaded{[](std::monostate) { return std::uint64_t{0}; },
                                       [](double v) { return std::bit_cast<std::uint64_t>(v); },
                                       [](bool v) { return static_cast<std::uint64_t>(v); },
                                       [](auto v) { return static_cast<std::uint64_t>(v); }},
                      scalar);
}

Scalar scalar_of(FieldType type, std::uint64_t word) {
    switch (type) {
        case FieldType::floating:
            return std::bit_cast<double>(word);
        case FieldType::integer:
            return static_cast<std::int64_t>(word);
        case FieldType::uinteger:
            return word;
        case FieldType::boolean:
            return word != 0;
        case FieldType::string:
            break;
    }
    return {};
}

std::uint64_t checksum(std::uint64_t series, const Chunk& chunk, std::string_view statistics) {
    const std::array row = {series, static_cast<std::uint64_t>(chunk.first_time),
                            static_cast<std::uint64_t>(chunk.last_time),
                            static_cast<std::uint64_t>(chunk.count), chunk.ref};
    return XXH3_64bits_withSeed(statistics.data(), statistics.size(),
                                XXH3_64bits(row.data(), sizeof row));
}

}  // namespace

std::string encode_statistics(std::uint64_t series, FieldType type, const Chunk& chunk) {
    std::string words;
    if (type != FieldType::string) {
        const Statistics& known = chunk.statistics;
        append_word(words, word_of(known.first));
        append_word(words, word_of(known.last));
        if (type != FieldType::boolean) {
            append_word(words, word_of(known.min));
            append_word(words, word_of(known.max));
            append_word(words, static_cast<std::uint64_t>(known.min_time));
            append_word(words, static_cast<std::uint64_t>(known.max_time));
            append_word(words, word_of(known.sum));
        }
    }
    std::string out;
    append_word(out, checksum(series, chunk, words));
    return out + words;
}

void decode_statistics(std::uint64_t series, FieldType type, std::string_view bytes, Chunk& chunk) {
    Reader in(bytes);
    if (in.word() != checksum(series, chunk, in.rest())) {
        fail_damaged("the checksum of a chunk's row does not match");
    }
    if (type == FieldType::string) return;
    Statistics& known = chunk.statistics;
    known.first = scalar_of(type, in.word());
    known.last = scalar_of(type, in.word());
    if (type == FieldType::boolean) return;
    known.min = scalar_of(type, in.word());
    known.max = scalar_of(type, in.word());
    known.min_time = static_cast<std::int64_t>(in.word());
    known.max_time = static_cast<std::int64_t>(in.word());
    known.sum = scalar_of(type, in.word());
}

}  // namespace fluxi::store
