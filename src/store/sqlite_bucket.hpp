// A view of a bucket in an SQLite store: a connection of its own that stays in one read
// transaction, so what others write is not seen. The index is read as far as a question needs it:
// an equality on a tag goes through the table of members, names alone through the table of tags,
// and only what is left looks at all tag sets of a measurement.
#pragma once

#include <functional>
#include <memory>
#include <mutex>
#include <optional>

#include "store/bucket.hpp"
#include "store/bucket_index.hpp"
#include "store/sqlite.hpp"

namespace fluxi::store {

class SqliteBucket final : public Bucket {
  public:
    /// `database` is in a transaction; `release` gets it back when the view is destroyed. Points
    /// before `earliest` are not there.
    SqliteBucket(std::unique_ptr<Database> database, BucketInfo info, std::int64_t earliest,
                 std::function<void(std::unique_ptr<Database>)> release);
    ~SqliteBucket() override;

    [[nodiscard]] const BucketInfo& info() const override { return info_; }
    [[nodiscard]] std::vector<Series> series(const TagPredicate& predicate,
                                             value::Bounds bounds) const override;
    [[nodiscard]] std::vector<std::vector<Chunk>> chunks(std::span<const Series> series,
                                                         value::Bounds bounds) const override;
    [[nodiscard]] Points load(const Series& series, const Chunk& chunk, value::Bounds bounds,
                              Wanted wanted) const override;
    [[nodiscard]] std::vector<std::string> tag_keys(const TagPredicate& predicate,
                                                    value::Bounds bounds) const override;
    [[nodiscard]] std::vector<std::string> tag_values(std::string_view key,
                                                      const TagPredicate& predicate,
                                                      value::Bounds bounds) const override;
    [[nodiscard]] std::uint64_t cardinality(const TagPredicate& predicate,
                                            value::Bounds bounds) const override;
    [[nodiscard]] BucketSummary summary() const override;

    /// The types of all fields: what a writer has to know.
    template <typename Visit>
    void each_field_type(Visit&& visit) const {
        const std::lock_guard lock(mutex_);
        for (const Measurement& measurement : measurements()) {
            for (const auto& [id, field] : measurement.fields) {
                visit(measurement.name, field.name, field.type);
            }
        }
    }

  private:
    using Presence = BucketIndex::Presence;
    using Measurement = BucketIndex::Measurement;
    using TagSet = BucketIndex::TagSet;

    [[nodiscard]] Database& database() const { return *database_; }
    [[nodiscard]] value::Bounds clamp(value::Bounds bounds) const;

    // All of these are called with the mutex held.
    Statement& statement(std::string_view sql) const { return (*statements_)(sql); }
    const std::vector<Measurement>& measurements() const { return index_->measurements(); }
    std::string_view keep(std::string_view text) const { return index_->keep(text); }
    std::vector<Series> find(const TagPredicate& predicate, value::Bounds bounds,
                             bool exactly) const;
    std::vector<Series> exactly(const TagPredicate& predicate, value::Bounds bounds) const;
    void find_in(const Measurement& measurement, const TagPredicate& predicate,
                 value::Bounds bounds, bool exactly, std::vector<Series>& found) const;
    bool has_points(std::uint64_t series, FieldType type, value::Bounds bounds) const;
    bool tag_has_points(std::int64_t tag, value::Bounds bounds) const;
    std::vector<Chunk> chunks_of(std::uint64_t series, FieldType type, value::Bounds bounds) const;
    std::string block(std::uint64_t ref) const;

    mutable std::mutex mutex_{};
    std::unique_ptr<Database> database_;
    BucketInfo info_;
    std::int64_t earliest_;
    std::function<void(std::unique_ptr<Database>)> release_;
    mutable std::optional<StatementCache> statements_{};
    mutable std::optional<BucketIndex> index_{};
};

}  // namespace fluxi::store
