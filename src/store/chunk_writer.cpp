#include "store/chunk_writer.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

#include "store/block_codec.hpp"
#include "store/bytes.hpp"
#include "store/chunk_row.hpp"

namespace fluxi::store {

namespace {

/// Texts of one chunk may take this much before it is cut.
constexpr std::size_t kChunkText = std::size_t{1} << 20;
/// A chunk at most so many times larger than what follows it is rewritten together with that. So
/// appending point by point rewrites each point a logarithmic number of times.
constexpr std::size_t kAbsorbed = 2;

std::size_t place_of(const std::vector<std::int64_t>& times, std::int64_t time) {
    return static_cast<std::size_t>(
        std::distance(times.begin(), std::lower_bound(times.begin(), times.end(), time)));
}

}  // namespace

/// Lays points, of which later ones override earlier ones, over the chunks of a series. Chunks
/// between whose points none of them falls stay as they are.
void ChunkWriter::merge(std::uint64_t series, FieldType type, RawPoints points) {
    if (points.empty()) return;
    normalise(points);
    std::size_t begin = 0;
    const auto part = [&](std::size_t end) {
        RawPoints cut;
        cut.append(points, begin, end);
        begin = end;
        return cut;
    };
    for (const Chunk& chunk : overlapping(series, points.times.front(), points.times.back())) {
        const std::size_t inside = place_of(points.times, chunk.first_time);
        const std::size_t end = place_of(points.times, chunk.last_time + 1);
        if (inside > begin) put(series, type, part(inside));
        if (end == inside) continue;
        RawPoints merged = read(type, chunk);
        const RawPoints over = part(end);
        merged.append(over, 0, over.size());
        normalise(merged);
        erase(series, chunk);
        put(series, type, std::move(merged));
    }
    if (begin == 0) return put(series, type, std::move(points));
    if (begin < points.size()) put(series, type, part(points.size()));
}

/// Stores points that overlap no chunk, together with those right before them if these are few.
void ChunkWriter::put(std::uint64_t series, FieldType type, RawPoints points) {
    while (const auto before = last_before(series, points.times.front())) {
        if (before->count > kAbsorbed * points.size() ||
            before->count + points.size() > kChunkPoints) {
            break;
        }
        RawPoints joined = read(type, *before);
        joined.append(points, 0, points.size());
        points = std::move(joined);
        erase(series, *before);
    }
    const std::size_t pieces = (points.size() + kChunkPoints - 1) / kChunkPoints;
    for (std::size_t piece = 0; piece < pieces; ++piece) {
        insert(series, type, points, points.size() * piece / pieces,
               points.size() * (piece + 1) / pieces);
    }
}

void ChunkWriter::insert(std::uint64_t series, FieldType type, const RawPoints& points,
                         std::size_t begin, std::size_t end) {
    if (type == FieldType::string && end - begin > 1) {
        std::size_t size = 0;
        for (std::size_t i = begin; i < end; ++i) {
            size += points.texts[points.words[i]].size();
            if (size > kChunkText && i > begin) {
                insert(series, type, points, begin, i);
                return insert(series, type, points, i, end);
            }
        }
    }
    const std::size_t count = end - begin;
    const auto times = std::span(points.times).subspan(begin, count);
    const auto words = std::span(points.words).subspan(begin, count);
    const std::string block = encode_block(type, times, words, points.texts);
    statement_("INSERT INTO block (data) VALUES (?)")
        .run(std::span<const char>(block.data(), block.size()));
    Chunk chunk;
    chunk.first_time = times.front();
    chunk.last_time = times.back();
    chunk.count = static_cast<std::uint32_t>(count);
    chunk.ref = static_cast<std::uint64_t>(database_.last_id());
    chunk.statistics = statistics_of(type, times, words);
    const std::string statistics = encode_statistics(series, type, chunk);
    statement_("INSERT INTO chunk VALUES (?, ?, ?, ?, ?, ?)")
        .run(series, chunk.last_time, chunk.first_time, static_cast<std::int64_t>(count), chunk.ref,
             std::span<const char>(statistics.data(), statistics.size()));
}

namespace {

Chunk chunk_of(const Statement& row) {
    Chunk chunk;
    chunk.first_time = row.integer(0);
    chunk.last_time = row.integer(1);
    chunk.count = static_cast<std::uint32_t>(row.integer(2));
    chunk.ref = static_cast<std::uint64_t>(row.integer(3));
    return chunk;
}

}  // namespace

std::vector<Chunk> ChunkWriter::overlapping(std::uint64_t series, std::int64_t first,
                                            std::int64_t last) {
    std::vector<Chunk> found;
    Statement& read = statement_(
        "SELECT first_time, last_time, points, block FROM chunk "
        "WHERE series = ? AND last_time >= ? ORDER BY last_time");
    read.with(series, first);
    while (read.step() && read.integer(0) <= last) found.push_back(chunk_of(read));
    read.reset();
    return found;
}

std::optional<Chunk> ChunkWriter::last_before(std::uint64_t series, std::int64_t time) {
    Statement& read = statement_(
        "SELECT first_time, last_time, points, block FROM chunk "
        "WHERE series = ? AND last_time < ? ORDER BY last_time DESC LIMIT 1");
    read.with(series, time);
    if (!read.step()) return std::nullopt;
    const Chunk chunk = chunk_of(read);
    read.reset();
    return chunk;
}

RawPoints ChunkWriter::read(FieldType type, const Chunk& chunk) {
    Statement& read_block = statement_("SELECT data FROM block WHERE id = ?");
    if (!read_block.with(chunk.ref).step()) fail_damaged("the data of a chunk is missing");
    std::string bytes(read_block.bytes(0));
    read_block.reset();
    return read(type, std::move(bytes), chunk.count);
}

RawPoints ChunkWriter::read(FieldType type, std::string bytes, std::size_t count) {
    const Block block(std::move(bytes), count);
    RawPoints points;
    points.times.resize(count);
    points.words.resize(count);
    block.decode_times(points.times);
    std::shared_ptr<const std::string> heap;
    points.texts = block.decode_values(type, points.words, heap);
    if (heap) heaps_.push_back(std::move(heap));
    return points;
}

void ChunkWriter::erase(std::uint64_t series, const Chunk& chunk) {
    statement_("DELETE FROM block WHERE id = ?").run(chunk.ref);
    statement_("DELETE FROM chunk WHERE series = ? AND last_time = ?").run(series, chunk.last_time);
}

/// Whether there was anything to remove.
bool ChunkWriter::remove(std::uint64_t series, FieldType type, std::int64_t first,
                         std::int64_t last) {
    bool removed = false;
    for (const Chunk& chunk : overlapping(series, first, last)) {
        RawPoints kept;
        if (chunk.first_time < first || chunk.last_time > last) {
            const RawPoints points = read(type, chunk);
            const std::size_t begin = place_of(points.times, first);
            const std::size_t end = place_of(points.times, last + 1);
            if (begin == end) continue;
            kept.append(points, 0, begin);
            kept.append(points, end, points.size());
        }
        removed = true;
        erase(series, chunk);
        if (!kept.empty()) insert(series, type, kept, 0, kept.size());
    }
    heaps_.clear();
    return removed;
}

}  // namespace fluxi::store
