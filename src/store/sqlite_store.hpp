// The embedded store: connections for views, each in a read transaction of its own, which are kept
// for the next view when one is destroyed.
#pragma once

#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "store/sqlite_bucket.hpp"
#include "store/store.hpp"

namespace fluxi::store {

/// A row of id, name and retention.
BucketInfo info_of(const Statement& row);
/// The first time that a bucket keeps points of.
std::int64_t earliest_of(const BucketInfo& bucket, std::int64_t now);

/// Connections for reading that are not in use. Views give theirs back, also after the store is
/// gone.
class Connections {
  public:
    explicit Connections(std::string path) : path_(std::move(path)) {}

    /// In a transaction of its own; null if there is no file.
    std::unique_ptr<Database> take();
    void give_back(std::unique_ptr<Database> database) noexcept;

  private:
    std::string path_;
    std::mutex mutex_{};
    std::vector<std::unique_ptr<Database>> idle_{};
};

class SqliteStore final : public Store, public std::enable_shared_from_this<SqliteStore> {
  public:
    SqliteStore(std::string path, std::shared_ptr<const host::Clock> clock)
        : path_(std::move(path)),
          clock_(std::move(clock)),
          connections_(std::make_shared<Connections>(path_)) {}

    [[nodiscard]] std::vector<BucketInfo> buckets() const override;
    [[nodiscard]] BucketRef bucket(std::string_view name) const override {
        return view("SELECT id, name, retention FROM bucket WHERE name = ?", name);
    }

    [[nodiscard]] BucketRef bucket(BucketId id) const override {
        return view("SELECT id, name, retention FROM bucket WHERE id = ?", id);
    }

    [[nodiscard]] std::unique_ptr<Transaction> begin() override;

    [[nodiscard]] const std::string& path() const { return path_; }
    [[nodiscard]] std::int64_t now() const { return clock_->now_ns(); }

    template <typename Key>
    [[nodiscard]] std::shared_ptr<const SqliteBucket> view(std::string_view sql,
                                                           const Key& key) const {
        auto database = connections_->take();
        if (!database) return nullptr;
        std::optional<BucketInfo> info;
        {
            Statement find = database->prepare(sql);
            if (find.with(key).step()) info = info_of(find);
        }
        if (!info) {
            connections_->give_back(std::move(database));
            return nullptr;
        }
        const std::int64_t earliest = earliest_of(*info, now());
        return std::make_shared<SqliteBucket>(
            std::move(database), std::move(*info), earliest,
            [connections = connections_](std::unique_ptr<Database> done) {
                connections->give_back(std::move(done));
            });
    }

  private:
    std::string path_;
    std::shared_ptr<const host::Clock> clock_;
    std::shared_ptr<Connections> connections_;
};

}  // namespace fluxi::store
