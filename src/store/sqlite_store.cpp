#include "store/sqlite_store.hpp"

#include <algorithm>

#include "store/schema.hpp"
#include "store/sqlite_transaction.hpp"

namespace fluxi::store {

BucketInfo info_of(const Statement& row) {
    return {static_cast<BucketId>(row.integer(0)), std::string(row.bytes(1)), row.integer(2)};
}

/// Points before this are expired.
std::int64_t earliest_of(const BucketInfo& bucket, std::int64_t now) {
    if (bucket.retention <= 0) return kEarliestTime;
    std::int64_t earliest = 0;
    return __builtin_sub_overflow(now, bucket.retention, &earliest)
               ? kEarliestTime
               : std::max(earliest, kEarliestTime);
}

std::unique_ptr<Database> Connections::take() {
    std::unique_ptr<Database> database;
    {
        const std::lock_guard lock(mutex_);
        if (!idle_.empty()) {
            database = std::move(idle_.back());
            idle_.pop_back();
        }
    }
    if (!database) database = open_for_reading(path_);
    if (database) database->execute("BEGIN");
    return database;
}

void Connections::give_back(std::unique_ptr<Database> database) noexcept {
    try {
        database->execute("ROLLBACK");
        const std::lock_guard lock(mutex_);
        idle_.push_back(std::move(database));
    } catch (const std::exception&) {
        // A connection that cannot end its transaction is closed, which ends it.
    }
}

std::vector<BucketInfo> SqliteStore::buckets() const {
    std::vector<BucketInfo> found;
    auto database = connections_->take();
    if (!database) return found;
    {
        Statement list = database->prepare("SELECT id, name, retention FROM bucket ORDER BY name");
        while (list.step()) found.push_back(info_of(list));
    }
    connections_->give_back(std::move(database));
    return found;
}

std::unique_ptr<Transaction> SqliteStore::begin() {
    return std::make_unique<SqliteTransaction>(shared_from_this());
}

std::shared_ptr<Store> open_store(std::string path, std::shared_ptr<const host::Clock> clock) {
    auto store = std::make_shared<SqliteStore>(std::move(path), std::move(clock));
    // A file that is no store is an error now, not at the first use.
    static_cast<void>(store->buckets());
    return store;
}

}  // namespace fluxi::store
