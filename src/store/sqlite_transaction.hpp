// A transaction of the embedded store: stages what it is given and locks the file only to commit.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "store/sqlite_store.hpp"
#include "store/staging.hpp"
#include "store/store.hpp"

namespace fluxi::store {

class SqliteTransaction final : public Transaction {
  public:
    explicit SqliteTransaction(std::shared_ptr<const SqliteStore> store)
        : store_(std::move(store)), path_(store_->path()), now_(store_->now()) {}

    BucketInfo create_bucket(std::string_view name, std::int64_t retention) override;
    BucketId ensure_bucket(std::string_view name) override;
    void drop_bucket(BucketId bucket) override;
    std::optional<Refusal> write(BucketId bucket, const io::LinePoint& point) override;
    void remove(BucketId bucket, std::int64_t first, std::int64_t last,
                const TagPredicate& predicate) override;

    WriteOutcome commit() override;

  private:
    struct Writes {
        BucketId bucket;
        std::int64_t earliest;
        std::unique_ptr<Staging> staging;
    };
    struct Removal {
        BucketId bucket;
        std::int64_t first;
        std::int64_t last;
        TagPredicate predicate;
    };
    struct Creation {
        BucketInfo info;
        bool adopts = false;  ///< one of this name that is there by then
    };
    struct Drop {
        BucketId bucket;
    };
    using Step = std::variant<Writes, Removal, Creation, Drop>;
    static constexpr std::size_t kCheckEvery = 65536;

    /// The bucket in the file, or one that this transaction creates; null if there is none.
    [[nodiscard]] const BucketInfo* known_by_name(std::string_view name);
    const BucketInfo& known(BucketId bucket);
    [[nodiscard]] bool dropped(BucketId bucket) const;

    /// Where points for a bucket go: behind everything that was asked for before, but together with
    /// the writes that directly precede.
    Writes& writes_for(BucketId bucket);
    [[nodiscard]] KnownTypes types_of(BucketId bucket) const;
    std::optional<Refusal> write_without_time(Staging& staging, const io::LinePoint& point);
    void note(const Refusal& refusal);
    void spill_if_large();
    void apply(std::unique_ptr<Database>& database, Step& step);
    void expire(std::unique_ptr<Database>& database, BucketId bucket);
    BucketInfo stage_creation(std::string_view name, std::int64_t retention, bool adopts);
    void create(Database& database, const Creation& creation);
    /// The bucket that stands for one this transaction was to create.
    [[nodiscard]] BucketId actual(BucketId bucket) const;
    static void remove(std::unique_ptr<Database>& database, const Removal& removal);
    static void require(Database& database, BucketId bucket);

    std::shared_ptr<const SqliteStore> store_;
    std::string path_;
    std::int64_t now_;
    std::vector<Step> steps_{};
    std::map<BucketId, BucketInfo> created_{};
    std::map<BucketId, BucketInfo> seen_{};
    /// Buckets that another writer made before this one came to create them.
    std::map<BucketId, BucketId> adopted_{};
    SpillFile spilled_{};
    std::size_t staged_ = 0;  ///< values since the size was last looked at
    WriteOutcome outcome_{};
};

}  // namespace fluxi::store
