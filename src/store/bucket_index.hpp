// The index of a bucket in the file, read as far as questions need it and then kept: an equality on
// a tag goes through the table of members; only what is left reads all tag sets of a measurement.
// Its texts and tags live as long as it does.
#pragma once

#include <array>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "store/predicate.hpp"
#include "store/sqlite.hpp"
#include "table/buffer.hpp"

namespace fluxi::store {

class BucketIndex {
  public:
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
    /// What the times of an index say about a range.
    enum class Presence : std::uint8_t { none, maybe, certain };

    BucketIndex(Database& database, BucketId bucket) : bucket_(bucket), statement_(database) {}

    /// There is a point at both ends of a span.
    static Presence presence(Span span, value::Bounds bounds);
    /// Sorted by name.
    const std::vector<Measurement>& measurements();
    /// The tag sets among which all are that fulfil the predicate, by their ids.
    std::vector<TagSet> candidates(const Measurement& measurement, const TagPredicate& predicate);
    std::string_view keep(std::string_view text) { return texts_.add(text); }

  private:
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

    const Tag& tag(std::int64_t id);
    void read_tags(const Measurement& measurement);
    std::span<const Tag> tags_of(std::string_view encoded);
    std::vector<TagSet> members(const Measurement& measurement, const std::string& key,
                                const std::vector<std::string_view>& values);

    BucketId bucket_;
    StatementCache statement_;
    table::StringHeap texts_{};
    bool has_measurements_ = false;
    std::vector<Measurement> measurements_{};
    TagTable tags_{};
    TagLists tag_lists_{};
    std::unordered_map<std::int64_t, bool> tags_read_{};  ///< measurements read whole
    std::unordered_map<std::string_view, std::string_view> keys_{};
};

}  // namespace fluxi::store
