// A view of a bucket in an SQLite store: a connection of its own that stays in one read
// transaction, so what others write is not seen. The index is read as far as a question needs it:
// an equality on a tag goes through the table of members, names alone through the table of tags,
// and only what is left looks at all tag sets of a measurement.
#pragma once

#include <array>
#include <functional>
#include <memory>
#include <mutex>
#include <unordered_map>

#include "store/bucket.hpp"
#include "store/sqlite.hpp"
#include "table/buffer.hpp"

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
    struct Span {
        std::int64_t first;
        std::int64_t last;
    };
    struct Field {
        std::string_view name;
        FieldType type;
        Span span;
    };
    struct Measurement {
        std::int64_t id;
        std::string_view name;
        Span span;
        std::unordered_map<std::int64_t, Field> fields{};
    };
    /// A tag set as far as it was read. Its tags lie in tag_lists_.
    struct TagSet {
        std::int64_t id;
        std::span<const Tag> tags;
    };
    /// Tags by their ids, which are dense: pages that are made when they are needed.
    class TagTable {
      public:
        /// A tag without key for an id that was not set.
        Tag& operator[](std::int64_t id);

      private:
        static constexpr std::size_t kPage = 1024;
        std::vector<std::unique_ptr<std::array<Tag, kPage>>> pages_{};
    };
    /// Room for the tags of tag sets, which stay where they are.
    class TagLists {
      public:
        std::span<Tag> add(std::size_t count);

      private:
        static constexpr std::size_t kBlock = 4096;
        std::vector<std::unique_ptr<Tag[]>> blocks_{};
        std::size_t room_ = 0;
        Tag* next_ = nullptr;
    };
    /// What the times of an index say about a range.
    enum class Presence : std::uint8_t { none, maybe, certain };

    [[nodiscard]] Database& database() const { return *database_; }
    [[nodiscard]] value::Bounds clamp(value::Bounds bounds) const;
    static Presence presence(Span span, value::Bounds bounds);

    // All of these are called with the mutex held.
    Statement& statement(std::string_view sql) const;
    std::string_view keep(std::string_view text) const { return texts_.add(text); }
    const std::vector<Measurement>& measurements() const;
    const Tag& tag(std::int64_t id) const;
    void read_tags(const Measurement& measurement) const;
    std::span<const Tag> tags_of(std::string_view encoded) const;
    std::vector<TagSet> candidates(const Measurement& measurement,
                                   const TagPredicate& predicate) const;
    std::vector<TagSet> members(const Measurement& measurement, const std::string& key,
                                const std::vector<std::string_view>& values) const;
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
    mutable std::unordered_map<std::string_view, Statement> statements_{};
    mutable table::StringHeap texts_{};
    mutable bool has_measurements_ = false;
    mutable std::vector<Measurement> measurements_{};
    mutable TagTable tags_{};
    mutable TagLists tag_lists_{};
    mutable std::unordered_map<std::int64_t, bool> tags_read_{};  ///< measurements read whole
    mutable std::unordered_map<std::string_view, std::string_view> keys_{};
};

}  // namespace fluxi::store
