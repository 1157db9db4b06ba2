#include "store/sqlite_transaction.hpp"

#include <algorithm>
#include <random>

#include <fmt/core.h>

#include "base/error.hpp"
#include "base/overloaded.hpp"
#include "store/bucket_writer.hpp"
#include "store/schema.hpp"

namespace fluxi::store {

namespace {

/// What a transaction keeps in memory before it goes to a temporary file.
constexpr std::size_t kStagedBytes = std::size_t{128} << 20;
/// Unused pages beyond these are given back to the file system.
constexpr std::int64_t kSparePages = 256;

}  // namespace

BucketInfo SqliteTransaction::create_bucket(std::string_view name, std::int64_t retention) {
    check_bucket_name(name);
    if (known_by_name(name) != nullptr) {
        base::fail("bucket with name {} already exists", name);
    }
    return stage_creation(name, retention, false);
}

BucketId SqliteTransaction::ensure_bucket(std::string_view name) {
    check_bucket_name(name);
    if (const BucketInfo* known = known_by_name(name)) return known->id;
    return stage_creation(name, 0, true).id;
}

BucketInfo SqliteTransaction::stage_creation(std::string_view name, std::int64_t retention,
                                             bool adopts) {
    std::random_device random;
    const BucketId id = (static_cast<BucketId>(random()) << 32) | random();
    BucketInfo info{id, std::string(name), std::max<std::int64_t>(retention, 0)};
    steps_.emplace_back(Creation{info, adopts});
    created_.emplace(id, info);
    return info;
}

void SqliteTransaction::drop_bucket(BucketId bucket) {
    known(bucket);
    steps_.emplace_back(Drop{bucket});
    created_.erase(bucket);
}

std::optional<Refusal> SqliteTransaction::write(BucketId bucket, const io::LinePoint& point) {
    Writes& writes = writes_for(bucket);
    if (point.time < writes.earliest) {
        ++outcome_.expired;
        return std::nullopt;
    }
    std::optional<Refusal> refusal;
    const bool has_time = std::any_of(point.fields.begin(), point.fields.end(),
                                      [](const io::LineField& f) { return f.key == "time"; });
    if (has_time) {
        refusal = write_without_time(*writes.staging, point);
    } else {
        refusal = writes.staging->add(point);
        if (!refusal) outcome_.points += point.fields.size();
    }
    if (refusal) note(*refusal);
    staged_ += point.fields.size();
    // Counting the bytes of all stagings for every point would cost more than the points.
    if (staged_ >= kCheckEvery) spill_if_large();
    return refusal;
}

void SqliteTransaction::remove(BucketId bucket, std::int64_t first, std::int64_t last,
                               const TagPredicate& predicate) {
    known(bucket);
    steps_.emplace_back(Removal{bucket, first, last, predicate});
}

const BucketInfo* SqliteTransaction::known_by_name(std::string_view name) {
    for (const auto& [id, info] : created_) {
        if (info.name == name) return &info;
    }
    const auto view = store_->view("SELECT id, name, retention FROM bucket WHERE name = ?", name);
    if (!view || dropped(view->info().id)) return nullptr;
    return &seen_.insert_or_assign(view->info().id, view->info()).first->second;
}

const BucketInfo& SqliteTransaction::known(BucketId bucket) {
    if (const auto made = created_.find(bucket); made != created_.end()) return made->second;
    if (!dropped(bucket)) {
        if (const auto seen = seen_.find(bucket); seen != seen_.end()) return seen->second;
        const auto view =
            store_->view("SELECT id, name, retention FROM bucket WHERE id = ?", bucket);
        if (view) return seen_.emplace(bucket, view->info()).first->second;
    }
    base::fail("bucket {} not found", id_text(bucket));
}

bool SqliteTransaction::dropped(BucketId bucket) const {
    return std::any_of(steps_.begin(), steps_.end(), [bucket](const Step& step) {
        const auto* drop = std::get_if<Drop>(&step);
        return drop != nullptr && drop->bucket == bucket;
    });
}

SqliteTransaction::Writes& SqliteTransaction::writes_for(BucketId bucket) {
    for (auto step = steps_.rbegin(); step != steps_.rend(); ++step) {
        auto* writes = std::get_if<Writes>(&*step);
        if (writes == nullptr) break;
        if (writes->bucket == bucket) return *writes;
    }
    const BucketInfo& info = known(bucket);
    KnownTypes types;
    const bool removed = std::any_of(steps_.begin(), steps_.end(), [](const Step& step) {
        return std::holds_alternative<Removal>(step);
    });
    if (created_.find(bucket) == created_.end() && !removed) types = types_of(bucket);
    steps_.emplace_back(
        Writes{bucket, earliest_of(info, now_), std::make_unique<Staging>(std::move(types))});
    return std::get<Writes>(steps_.back());
}

KnownTypes SqliteTransaction::types_of(BucketId bucket) const {
    KnownTypes types;
    const auto view = store_->view("SELECT id, name, retention FROM bucket WHERE id = ?", bucket);
    if (!view) return types;
    view->each_field_type(
        [&](std::string_view measurement, std::string_view field, FieldType type) {
            types[std::string(measurement)].emplace(field, type);
        });
    return types;
}

std::optional<Refusal> SqliteTransaction::write_without_time(Staging& staging,
                                                             const io::LinePoint& point) {
    io::LinePoint rest = point;
    std::erase_if(rest.fields, [](const io::LineField& field) { return field.key == "time"; });
    Refusal refusal{
        rest.fields.empty(),
        fmt::format("invalid field name: input field \"time\" on measurement \"{}\" is invalid{}",
                    point.measurement,
                    rest.fields.empty() ? "" : ". Field \"time\" has been stripped from point.")};
    if (refusal.whole_point) return refusal;
    if (auto worse = staging.add(rest)) return worse;
    outcome_.points += rest.fields.size();
    return refusal;
}

void SqliteTransaction::note(const Refusal& refusal) {
    if (refusal.whole_point) ++outcome_.dropped;
    if (!outcome_.first) outcome_.first = refusal;
}

void SqliteTransaction::spill_if_large() {
    staged_ = 0;
    std::size_t bytes = 0;
    for (const Step& step : steps_) {
        if (const auto* writes = std::get_if<Writes>(&step)) bytes += writes->staging->bytes();
    }
    if (bytes < kStagedBytes) return;
    for (Step& step : steps_) {
        if (auto* writes = std::get_if<Writes>(&step)) writes->staging->spill(spilled_);
    }
}

void SqliteTransaction::require(Database& database, BucketId bucket) {
    Statement find = database.prepare("SELECT 1 FROM bucket WHERE id = ?");
    if (!find.with(bucket).step()) {
        base::fail("bucket {} is gone: another program has deleted it meanwhile", id_text(bucket));
    }
}

void SqliteTransaction::remove(std::unique_ptr<Database>& database, const Removal& removal) {
    BucketWriter writer(*database, removal.bucket);
    const SqliteBucket view(std::move(database), {removal.bucket, {}, 0}, kEarliestTime,
                            [&](std::unique_ptr<Database> back) { database = std::move(back); });
    writer.remove(view, removal.first, removal.last, removal.predicate);
}

/// Deletes what is expired in a bucket that is written anyway, once that is a quarter of what the
/// bucket keeps, so that it costs little per commit.
void SqliteTransaction::expire(std::unique_ptr<Database>& database, BucketId bucket) {
    std::int64_t earliest = kEarliestTime;
    {
        Statement find = database->prepare(
            "SELECT bucket.id, bucket.name, retention, min(first_time) FROM bucket "
            "JOIN measurement ON measurement.bucket = bucket.id WHERE bucket.id = ?");
        if (!find.with(bucket).step() || find.is_null(3)) return;
        const BucketInfo info = info_of(find);
        earliest = earliest_of(info, now_);
        if (earliest == kEarliestTime || find.integer(3) >= earliest - info.retention / 4) return;
    }
    remove(database, {bucket, kEarliestTime, earliest - 1, TagPredicate::everything()});
}

BucketId SqliteTransaction::actual(BucketId bucket) const {
    const auto found = adopted_.find(bucket);
    return found == adopted_.end() ? bucket : found->second;
}

void SqliteTransaction::create(Database& database, const Creation& creation) {
    const BucketInfo& info = creation.info;
    Statement find = database.prepare("SELECT id FROM bucket WHERE name = ?");
    if (find.with(std::string_view(info.name)).step()) {
        if (!creation.adopts) base::fail("bucket with name {} already exists", info.name);
        adopted_.insert_or_assign(info.id, static_cast<BucketId>(find.integer(0)));
        return;
    }
    database.prepare("INSERT INTO bucket VALUES (?, ?, ?)")
        .run(info.id, std::string_view(info.name), info.retention);
}

void SqliteTransaction::apply(std::unique_ptr<Database>& database, Step& step) {
    std::visit(
        base::Overloaded{[&](Writes& writes) {
                             const BucketId bucket = actual(writes.bucket);
                             require(*database, bucket);
                             BucketWriter(*database, bucket).write(*writes.staging, spilled_);
                             writes.staging.reset();
                             expire(database, bucket);
                         },
                         [&](Removal removal) {
                             removal.bucket = actual(removal.bucket);
                             require(*database, removal.bucket);
                             remove(database, removal);
                         },
                         [&](const Creation& creation) { create(*database, creation); },
                         [&](const Drop& drop) {
                             const BucketId bucket = actual(drop.bucket);
                             require(*database, bucket);
                             BucketWriter(*database, bucket).drop();
                         }},
        step);
}

WriteOutcome SqliteTransaction::commit() {
    if (steps_.empty()) return outcome_;
    auto database = open_for_writing(path_);
    database->execute("BEGIN IMMEDIATE");
    try {
        for (Step& step : steps_) apply(database, step);
        database->execute("COMMIT");
    } catch (base::RuntimeError& error) {
        name_file(error, path_);
        throw;  // the connection is closed, which undoes everything
    }
    steps_.clear();
    if (database->integer("PRAGMA freelist_count") > kSparePages) {
        database->execute("PRAGMA incremental_vacuum");
    }
    return outcome_;
}

}  // namespace fluxi::store
