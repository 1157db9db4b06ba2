#include "store/sqlite_bucket.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include "base/error.hpp"
#include "store/block_codec.hpp"
#include "store/bytes.hpp"
#include "store/chunk_row.hpp"
#include "store/points.hpp"

namespace fluxi::store {

namespace {

/// Runs `f`; an error about damaged data gets the name of the file.
template <typename F>
auto naming(const Database& database, F&& f) {
    try {
        return f();
    } catch (base::RuntimeError& error) {
        name_file(error, database.path());
        throw;
    }
}

}  // namespace

SqliteBucket::SqliteBucket(std::unique_ptr<Database> database, BucketInfo info,
                           std::int64_t earliest,
                           std::function<void(std::unique_ptr<Database>)> release)
    : database_(std::move(database)),
      info_(std::move(info)),
      earliest_(earliest),
      release_(std::move(release)) {
    statements_.emplace(*database_);
    index_.emplace(*database_, info_.id);
}

SqliteBucket::~SqliteBucket() {
    index_.reset();
    statements_.reset();
    release_(std::move(database_));
}

value::Bounds SqliteBucket::clamp(value::Bounds bounds) const {
    return {std::max(bounds.start, earliest_), bounds.stop};
}

void SqliteBucket::find_in(const Measurement& measurement, const TagPredicate& predicate,
                           value::Bounds bounds, bool exactly, std::vector<Series>& found) const {
    const std::vector<TagSet> sets = index_->candidates(measurement, predicate);
    if (sets.empty()) return;
    Matcher matches(predicate);
    const auto first = static_cast<std::ptrdiff_t>(found.size());
    const auto consider = [&](const TagSet& set, const Statement& row) {
        const auto field = measurement.fields.find(row.integer(1));
        if (field == measurement.fields.end()) fail_damaged("a field is missing");
        Series series;
        series.id = static_cast<std::uint64_t>(row.integer(2));
        series.tag_set = static_cast<std::uint64_t>(set.id);
        series.measurement = measurement.name;
        series.tags = set.tags;
        series.field = field->second.name;
        series.type = field->second.type;
        const Presence there = BucketIndex::presence({row.integer(3), row.integer(4)}, bounds);
        if (there == Presence::none || !matches(series)) return;
        if (there == Presence::maybe) {
            if (exactly ? !has_points(series.id, series.type, bounds)
                        : chunks_of(series.id, series.type, bounds).empty()) {
                return;
            }
        }
        found.push_back(series);
    };
    // Many tag sets: one pass over their part of the table; few: one look-up each.
    const std::int64_t width = sets.back().id - sets.front().id;
    if (width < 8 * static_cast<std::int64_t>(sets.size())) {
        Statement& read = statement(
            "SELECT tag_set, field, id, first_time, last_time FROM series "
            "WHERE tag_set BETWEEN ? AND ?");
        read.with(sets.front().id, sets.back().id);
        for (auto set = sets.begin(); set != sets.end() && read.step();) {
            while (set != sets.end() && set->id < read.integer(0)) ++set;
            if (set != sets.end() && set->id == read.integer(0)) consider(*set, read);
        }
        read.reset();
    } else {
        Statement& read = statement(
            "SELECT tag_set, field, id, first_time, last_time FROM series WHERE tag_set = ?");
        for (const TagSet& set : sets) {
            read.with(set.id);
            while (read.step()) consider(set, read);
        }
    }
    std::sort(found.begin() + first, found.end(), series_before);
}

std::vector<Series> SqliteBucket::find(const TagPredicate& predicate, value::Bounds bounds,
                                       bool exactly) const {
    std::vector<Series> found;
    bounds = clamp(bounds);
    if (bounds.is_empty()) return found;
    for (const Measurement& measurement : measurements()) {
        if (BucketIndex::presence(measurement.span, bounds) == Presence::none) continue;
        if (by_measurement(predicate, measurement.name) == false) continue;
        find_in(measurement, predicate, bounds, exactly, found);
    }
    return found;
}

std::vector<Series> SqliteBucket::exactly(const TagPredicate& predicate,
                                          value::Bounds bounds) const {
    return naming(database(), [&] { return find(predicate, bounds, true); });
}

std::vector<Series> SqliteBucket::series(const TagPredicate& predicate,
                                         value::Bounds bounds) const {
    const std::lock_guard lock(mutex_);
    return naming(database(), [&] { return find(predicate, bounds, false); });
}

std::vector<Chunk> SqliteBucket::chunks_of(std::uint64_t series, FieldType type,
                                           value::Bounds bounds) const {
    std::vector<Chunk> found;
    Statement& read = statement(
        "SELECT first_time, last_time, points, block, statistics FROM chunk "
        "WHERE series = ? AND last_time >= ? ORDER BY last_time");
    read.with(series, bounds.start);
    while (read.step() && read.integer(0) < bounds.stop) {
        Chunk chunk;
        chunk.first_time = read.integer(0);
        chunk.last_time = read.integer(1);
        chunk.count = static_cast<std::uint32_t>(read.integer(2));
        chunk.ref = static_cast<std::uint64_t>(read.integer(3));
        decode_statistics(series, type, read.bytes(4), chunk);
        chunk.cut = chunk.first_time < earliest_;
        found.push_back(chunk);
    }
    read.reset();
    return found;
}

std::vector<std::vector<Chunk>> SqliteBucket::chunks(std::span<const Series> series,
                                                     value::Bounds bounds) const {
    const std::lock_guard lock(mutex_);
    bounds = clamp(bounds);
    std::vector<std::vector<Chunk>> found;
    found.reserve(series.size());
    naming(database(), [&] {
        for (const Series& one : series) found.push_back(chunks_of(one.id, one.type, bounds));
    });
    return found;
}

std::string SqliteBucket::block(std::uint64_t ref) const {
    Statement& read = statement("SELECT data FROM block WHERE id = ?");
    read.with(ref);
    if (!read.step()) fail_damaged("the data of a chunk is missing");
    std::string bytes(read.bytes(0));
    read.reset();
    return bytes;
}

Points SqliteBucket::load(const Series& series, const Chunk& chunk, value::Bounds bounds,
                          Wanted wanted) const {
    bounds = clamp(bounds);
    return naming(database(), [&] {
        std::string bytes;
        {
            const std::lock_guard lock(mutex_);
            bytes = block(chunk.ref);
        }
        const Block block(std::move(bytes), chunk.count);
        return block.columns(series.type,
                             chunk.inside(bounds) ? std::nullopt : std::optional(bounds),
                             wanted != Wanted::values, wanted != Wanted::times);
    });
}

bool SqliteBucket::has_points(std::uint64_t series, FieldType type, value::Bounds bounds) const {
    for (const Chunk& chunk : chunks_of(series, type, bounds)) {
        if (chunk.first_time >= bounds.start || chunk.last_time < bounds.stop) return true;
        std::vector<std::int64_t> times(chunk.count);
        Block(block(chunk.ref), chunk.count).decode_times(times);
        const auto next = std::lower_bound(times.begin(), times.end(), bounds.start);
        if (next != times.end() && *next < bounds.stop) return true;
    }
    return false;
}

std::uint64_t SqliteBucket::cardinality(const TagPredicate& predicate, value::Bounds bounds) const {
    const std::lock_guard lock(mutex_);
    std::uint64_t count = 0;
    const Series* last = nullptr;
    const auto found = exactly(predicate, bounds);
    for (const Series& series : found) {
        if (last == nullptr || last->tag_set != series.tag_set) ++count;
        last = &series;
    }
    return count;
}

BucketSummary SqliteBucket::summary() const {
    const std::lock_guard lock(mutex_);
    BucketSummary summary;
    for (const Measurement& measurement : measurements()) {
        summary.first_time =
            std::min(summary.first_time.value_or(measurement.span.first), measurement.span.first);
        summary.last_time =
            std::max(summary.last_time.value_or(measurement.span.last), measurement.span.last);
    }
    if (summary.first_time) summary.first_time = std::max(*summary.first_time, earliest_);
    Statement& sets = statement(
        "SELECT count(*) FROM tag_set JOIN measurement ON measurement.id = tag_set.measurement "
        "WHERE measurement.bucket = ?");
    sets.with(info_.id).step();
    summary.tag_sets = static_cast<std::uint64_t>(sets.integer(0));
    sets.reset();
    Statement& chunks = statement(
        "SELECT count(DISTINCT series.id), sum(chunk.points), sum(length(block.data)) "
        "FROM measurement JOIN tag_set ON tag_set.measurement = measurement.id "
        "JOIN series ON series.tag_set = tag_set.id JOIN chunk ON chunk.series = series.id "
        "JOIN block ON block.id = chunk.block WHERE measurement.bucket = ?");
    chunks.with(info_.id).step();
    summary.series = static_cast<std::uint64_t>(chunks.integer(0));
    summary.points = static_cast<std::uint64_t>(chunks.integer(1));
    summary.bytes = static_cast<std::uint64_t>(chunks.integer(2));
    chunks.reset();
    return summary;
}

}  // namespace fluxi::store
