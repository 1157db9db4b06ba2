#include "store/block_codec.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <unordered_map>
#include <utility>

#include <xxhash.h>
#include <zstd.h>

#include "store/bytes.hpp"
#include "store/float_codec.hpp"
#include "store/integer_codec.hpp"
#include "store/points.hpp"

namespace fluxi::store {

namespace {

constexpr std::size_t kWorthCompressing = 64;
constexpr int kZstdLevel = 1;
enum Packing : std::uint8_t { plain = 0, zstd = 1 };

/// Appends a column, compressed if that saves at least a sixteenth.
void append_column(std::string& out, std::string_view column) {
    if (column.size() >= kWorthCompressing) {
        std::string packed(ZSTD_compressBound(column.size()), '\0');
        const std::size_t size =
            ZSTD_compress(packed.data(), packed.size(), column.data(), column.size(), kZstdLevel);
        if (ZSTD_isError(size) == 0 && size < column.size() - column.size() / 16) {
            out += static_cast<char>(Packing::zstd);
            append_varint(out, column.size());
            out.append(packed, 0, size);
            return;
        }
    }
    out += static_cast<char>(Packing::plain);
    out.append(column);
}

/// A column as it was before append_column, with kReadAhead bytes behind it that may be read: those
/// of `frame` itself, which has them, or of `room`.
Reader open_column(std::string_view frame, std::string& room) {
    Reader in(frame);
    const std::uint8_t packing = in.byte();
    if (packing == Packing::plain) return in;
    if (packing != Packing::zstd) fail_damaged("an unknown compression");
    const std::uint64_t size = in.varint();
    if (size != ZSTD_getFrameContentSize(in.rest().data(), in.rest().size())) {
        fail_damaged("a compressed column has another size than it should");
    }
    room.resize(size + kReadAhead);
    const std::size_t done = ZSTD_decompress(room.data(), size, in.rest().data(), in.rest().size());
    if (ZSTD_isError(done) != 0 || done != size) fail_damaged("a column cannot be decompressed");
    return Reader(std::string_view(room).substr(0, size));
}

void encode_texts(std::string& out, std::span<const std::uint64_t> words,
                  std::span<const std::string_view> texts) {
    std::unordered_map<std::string_view, std::uint64_t> known;
    std::vector<std::string_view> distinct;
    std::vector<std::uint64_t> codes(words.size());
    for (std::size_t i = 0; i < words.size(); ++i) {
        const auto [found, is_new] = known.try_emplace(texts[words[i]], distinct.size());
        if (is_new) distinct.push_back(found->first);
        codes[i] = found->second;
    }
    append_varint(out, distinct.size());
    for (const std::string_view text : distinct) append_varint(out, text.size());
    for (const std::string_view text : distinct) out.append(text);
    encode_integers(out, codes);
}

std::vector<std::string_view> decode_texts(Reader& in, std::span<std::uint64_t> words) {
    std::vector<std::string_view> texts;
    const std::uint64_t count = in.varint();
    if (count > words.size()) fail_damaged("a dictionary is too large");
    std::vector<std::uint64_t> sizes(count);
    for (std::uint64_t& size : sizes) size = in.varint();
    texts.reserve(count);
    for (const std::uint64_t size : sizes) texts.push_back(in.take(size));
    decode_integers(in, words);
    for (const std::uint64_t word : words) {
        if (word >= count) fail_damaged("a code without a text");
    }
    return texts;
}

}  // namespace

std::string encode_block(FieldType type, std::span<const std::int64_t> times,
                         std::span<const std::uint64_t> words,
                         std::span<const std::string_view> texts) {
    std::string column;
    std::string body;
    encode_integers(column, {reinterpret_cast<const std::uint64_t*>(times.data()), times.size()});
    append_column(body, column);
    std::string out(sizeof(std::uint64_t), '\0');
    append_varint(out, body.size());
    out.append(body);
    column.clear();
    switch (type) {
        case FieldType::floating:
            encode_floats(column, words);
            break;
        case FieldType::integer:
        case FieldType::uinteger:
        case FieldType::boolean:
            encode_integers(column, words);
            break;
        case FieldType::string:
            encode_texts(column, words, texts);
            break;
    }
    append_column(out, column);
    const std::uint64_t sum = XXH3_64bits(out.data() + sizeof sum, out.size() - sizeof sum);
    std::memcpy(out.data(), &sum, sizeof sum);
    return out;
}

Block::Block(std::string bytes, std::size_t count) : bytes_(std::move(bytes)), count_(count) {
    const std::size_t size = bytes_.size();
    bytes_.resize(size + kReadAhead);
    Reader in(std::string_view(bytes_).substr(0, size));
    const std::uint64_t sum = in.word();
    if (sum != XXH3_64bits(in.rest().data(), in.rest().size()) || count == 0) {
        fail_damaged("the checksum of a chunk does not match");
    }
    times_ = in.take(in.varint());
    values_ = in.rest();
}

void Block::decode_times(std::span<std::int64_t> times) const {
    std::string room;
    Reader in = open_column(times_, room);
    decode_integers(in, {reinterpret_cast<std::uint64_t*>(times.data()), times.size()});
}

std::vector<std::string_view> Block::decode_values(FieldType type, std::span<std::uint64_t> words,
                                                   std::shared_ptr<const std::string>& heap) const {
    if (type == FieldType::string) {
        auto texts = std::make_shared<std::string>();
        Reader in = open_column(values_, *texts);
        if (texts->empty()) {
            // Not compressed: the texts outlive the block in a copy.
            texts->assign(in.rest());
            texts->append(kReadAhead, '\0');
            in = Reader(std::string_view(*texts).substr(0, texts->size() - kReadAhead));
        }
        heap = texts;
        return decode_texts(in, words);
    }
    std::string room;
    Reader in = open_column(values_, room);
    if (type == FieldType::floating) {
        decode_floats(in, words);
    } else {
        decode_integers(in, words);
    }
    return {};
}

table::Column Block::value_column(FieldType type) const {
    const auto rows = static_cast<std::uint32_t>(count_);
    if (type == FieldType::floating || type == FieldType::integer || type == FieldType::uinteger) {
        auto buffer = table::Buffer::allocate(count_ * sizeof(std::uint64_t));
        std::shared_ptr<const std::string> heap;
        decode_values(type, {reinterpret_cast<std::uint64_t*>(buffer->data()), count_}, heap);
        return table::Column::flat(column_type(type), rows, std::move(buffer), nullptr);
    }
    std::vector<std::uint64_t> words(count_);
    std::shared_ptr<const std::string> heap;
    const auto texts = decode_values(type, words, heap);
    if (type == FieldType::boolean) return store::value_column(type, words, texts);
    std::vector<table::StringView> views;
    views.reserve(texts.size());
    for (const std::string_view text : texts) views.emplace_back(text);
    auto buffer = table::Buffer::allocate(count_ * sizeof(table::StringView));
    auto* out = reinterpret_cast<table::StringView*>(buffer->data());
    for (const std::uint64_t word : words) *out++ = views[word];
    return table::Column::flat(column_type(type), rows, std::move(buffer), nullptr, {heap});
}

Points Block::columns(FieldType type, std::optional<value::Bounds> bounds, bool want_times,
                      bool want_values) const {
    std::uint32_t begin = 0;
    auto end = static_cast<std::uint32_t>(count_);
    Points points{time_column({}), store::value_column(type, {}, {})};
    if (want_times || bounds) {
        auto buffer = table::Buffer::allocate(count_ * sizeof(std::int64_t));
        auto* times = reinterpret_cast<std::int64_t*>(buffer->data());
        decode_times({times, count_});
        if (bounds) {
            const auto place = [&](std::int64_t time) {
                return static_cast<std::uint32_t>(std::lower_bound(times, times + count_, time) -
                                                  times);
            };
            begin = place(bounds->start);
            end = std::max(begin, place(bounds->stop));
        }
        if (want_times) {
            points.times =
                table::Column::flat(table::ColumnType::time, static_cast<std::uint32_t>(count_),
                                    std::move(buffer), nullptr)
                    .slice(begin, end - begin);
        }
    }
    if (want_values && begin != end) points.values = value_column(type).slice(begin, end - begin);
    return points;
}

}  // namespace fluxi::store
