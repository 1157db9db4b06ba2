#include "store/bucket_writer.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

#include "base/error.hpp"
#include "store/bytes.hpp"

namespace fluxi::store {

namespace {

/// Runs of one series are joined up to this many points, and then merged with what is stored.
constexpr std::size_t kMergedAtOnce = 16 * kChunkPoints;

}  // namespace

void BucketWriter::Span::include(Span other) {
    first = std::min(first, other.first);
    last = std::max(last, other.last);
}

void BucketWriter::Row::include(Span other) {
    changed = changed || other.first < span.first || other.last > span.last;
    span.include(other);
}

BucketWriter::BucketWriter(Database& database, BucketId bucket)
    : database_(database),
      bucket_(bucket),
      statement_(database),
      chunks_(database),
      next_series_(database.integer("SELECT next FROM counter WHERE name = 'series'")) {}

// ---- The index ----

void BucketWriter::open_measurement(const StagedMeasurement& staged) {
    open_ = {};
    open_.name = staged.name;
    next_tag_ = database_.integer("SELECT max(id) FROM tag") + 1;
    Statement& find = statement_(
        "SELECT id, first_time, last_time FROM measurement WHERE bucket = ? AND name = ?");
    find.with(bucket_, staged.name);
    if (!find.step()) {
        statement_("INSERT INTO measurement (bucket, name) VALUES (?, ?)")
            .run(bucket_, staged.name);
        open_.row.id = database_.last_id();
        open_.row.is_new = true;
        return;
    }
    open_.row.id = find.integer(0);
    open_.row.span = {find.integer(1), find.integer(2)};
    find.reset();
    Statement& fields =
        statement_("SELECT id, name, type, first_time, last_time FROM field WHERE measurement = ?");
    fields.with(open_.row.id);
    while (fields.step()) {
        Row row;
        row.id = fields.integer(0);
        row.type = static_cast<FieldType>(fields.integer(2));
        if (!fields.is_null(3)) row.span = {fields.integer(3), fields.integer(4)};
        open_.fields.emplace(fields.bytes(1), row);
    }
}

void BucketWriter::close_measurement() {
    for (const auto& [name, row] : open_.fields) {
        if (!row.changed) continue;
        statement_("UPDATE field SET first_time = ?, last_time = ? WHERE id = ?")
            .run(row.span.first, row.span.last, row.id);
    }
    for (const auto& [tag, row] : open_.tags) {
        if (row.is_new) {
            statement_("INSERT INTO tag VALUES (?, ?, ?, ?, ?, ?)")
                .run(open_.row.id, tag.first, tag.second, row.span.first, row.span.last, row.id);
        } else if (row.changed) {
            statement_("UPDATE tag SET first_time = ?, last_time = ? WHERE id = ?")
                .run(row.span.first, row.span.last, row.id);
        }
    }
    if (open_.row.changed) {
        statement_("UPDATE measurement SET first_time = ?, last_time = ? WHERE id = ?")
            .run(open_.row.span.first, open_.row.span.last, open_.row.id);
    }
}

BucketWriter::Row& BucketWriter::field_row(const StagedSeries& series) {
    const auto found = open_.fields.find(series.field);
    if (found == open_.fields.end()) {
        statement_("INSERT INTO field (measurement, name, type) VALUES (?, ?, ?)")
            .run(open_.row.id, series.field, static_cast<std::int64_t>(series.type));
        Row& made = open_.fields[std::string(series.field)];
        made.id = database_.last_id();
        made.type = series.type;
        return made;
    }
    if (found->second.type != series.type) {
        base::fail(
            "field type conflict: input field \"{}\" on measurement \"{}\" is type {}, already "
            "exists as type {}: another program has written it meanwhile; nothing was written, run "
            "this again",
            series.field, open_.name, type_name(series.type), type_name(found->second.type));
    }
    return found->second;
}

BucketWriter::Row& BucketWriter::tag_row(const Tag& tag) {
    const auto [found, first_time] = open_.tags.try_emplace({tag.key, tag.value});
    Row& row = found->second;
    if (!first_time) return row;
    if (!open_.row.is_new) {
        Statement& find = statement_(
            "SELECT id, first_time, last_time FROM tag WHERE measurement = ? AND key = ? AND value "
            "= ?");
        find.with(open_.row.id, tag.key, tag.value);
        if (find.step()) {
            row.id = find.integer(0);
            row.span = {find.integer(1), find.integer(2)};
            find.reset();
            return row;
        }
    }
    row.id = next_tag_++;
    row.is_new = true;
    return row;
}

std::int64_t BucketWriter::tag_set_id(const std::vector<Tag>& tags, Span span) {
    std::string encoded;
    std::vector<std::int64_t> ids;
    bool is_new = open_.row.is_new;
    append_varint(encoded, tags.size());
    for (const Tag& tag : tags) {
        Row& row = tag_row(tag);
        row.include(span);
        is_new = is_new || row.is_new;
        ids.push_back(row.id);
        append_varint(encoded, static_cast<std::uint64_t>(row.id));
    }
    const std::span<const char> blob(encoded.data(), encoded.size());
    Statement& find = statement_("SELECT id FROM tag_set WHERE measurement = ? AND tags = ?");
    if (find.with(open_.row.id, blob).step()) {
        const std::int64_t id = find.integer(0);
        find.reset();
        return id;
    }
    statement_("INSERT INTO tag_set (measurement, tags) VALUES (?, ?)").run(open_.row.id, blob);
    const std::int64_t id = database_.last_id();
    for (const std::int64_t tag : ids) {
        statement_("INSERT INTO tag_member VALUES (?, ?)").run(tag, id);
    }
    return id;
}

std::uint64_t BucketWriter::series_id(std::int64_t tag_set, std::int64_t field, Span span) {
    Statement& find =
        statement_("SELECT id, first_time, last_time FROM series WHERE tag_set = ? AND field = ?");
    find.with(tag_set, field);
    if (!find.step()) {
        statement_("INSERT INTO series VALUES (?, ?, ?, ?, ?)")
            .run(tag_set, field, next_series_, span.first, span.last);
        return static_cast<std::uint64_t>(next_series_++);
    }
    const std::int64_t id = find.integer(0);
    Row row;
    row.span = {find.integer(1), find.integer(2)};
    find.reset();
    row.include(span);
    if (row.changed) {
        statement_(
            "UPDATE series SET first_time = ?, last_time = ? WHERE tag_set = ? AND field = ?")
            .run(row.span.first, row.span.last, tag_set, field);
    }
    return static_cast<std::uint64_t>(id);
}

// ---- Writing ----

BucketWriter::Span BucketWriter::span_of(const StagedSeries& series) {
    Span span;
    for (const StagedRun& run : series.runs) span.include({run.first_time, run.last_time});
    if (!series.points.empty()) {
        span.include({series.points.times.front(), series.points.times.back()});
    }
    return span;
}

void BucketWriter::write(Staging& staging, const SpillFile& spilled) {
    staging.finish();
    const StagedMeasurement* current = nullptr;
    for (StagedTagSet& set : staging.tag_sets()) {
        const StagedMeasurement& measurement = staging.measurements()[set.measurement];
        if (current != &measurement) {
            if (current != nullptr) close_measurement();
            open_measurement(measurement);
            current = &measurement;
        }
        write_tag_set(set, spilled);
    }
    if (current != nullptr) close_measurement();
    statement_("UPDATE counter SET next = ? WHERE name = 'series'").run(next_series_);
}

void BucketWriter::write_tag_set(StagedTagSet& set, const SpillFile& spilled) {
    Span span;
    for (const StagedSeries& series : set.series) span.include(span_of(series));
    if (span.first > span.last) return;  // all of its points were refused
    open_.row.include(span);
    const std::int64_t tag_set = tag_set_id(set.tags, span);
    for (StagedSeries& series : set.series) {
        const Span own = span_of(series);
        if (own.first > own.last) continue;
        Row& field = field_row(series);
        field.include(own);
        const std::uint64_t id = series_id(tag_set, field.id, own);
        RawPoints points;
        for (const StagedRun& run : series.runs) {
            const RawPoints more =
                chunks_.read(series.type, spilled.read(run.place, run.size), run.count);
            points.append(more, 0, more.size());
            if (points.size() < kMergedAtOnce) continue;
            chunks_.merge(id, series.type, std::exchange(points, {}));
            chunks_.forget_texts();
        }
        if (points.empty()) {
            points = std::move(series.points);
        } else {
            points.append(series.points, 0, series.points.size());
        }
        series.points = {};
        chunks_.merge(id, series.type, std::move(points));
        chunks_.forget_texts();
    }
}

}  // namespace fluxi::store
