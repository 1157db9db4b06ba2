// Changes a bucket in the file, inside a write transaction of the database: merges staged points
// with the chunks that are there, removes points, keeps the index and its spans of time in step.
#pragma once

#include <map>
#include <string>
#include <unordered_map>
#include <vector>

#include "store/bucket.hpp"
#include "store/chunk_writer.hpp"
#include "store/sqlite.hpp"
#include "store/staging.hpp"

namespace fluxi::store {

class BucketWriter {
  public:
    BucketWriter(Database& database, BucketId bucket);

    /// Writes what is staged, in order. Throws if a field has got another type since it was staged.
    void write(Staging& staging, const SpillFile& spilled);
    /// Deletes the points of the matching series from `first` to `last`. `view` sees the bucket as
    /// it is now in this transaction.
    void remove(const Bucket& view, std::int64_t first, std::int64_t last,
                const TagPredicate& predicate);
    /// Deletes everything, and the bucket itself.
    void drop();

  private:
    struct Span {
        std::int64_t first = kLatestTime;
        std::int64_t last = kEarliestTime;
        void include(Span other);
    };
    /// A row of the index: its span is what was there and what is added.
    struct Row {
        std::int64_t id = 0;
        FieldType type = FieldType::floating;  ///< of fields
        Span span{};
        bool is_new = false;
        bool changed = false;
        void include(Span other);
    };
    /// The measurement that is being written.
    struct Measurement {
        std::string_view name{};
        Row row{};
        std::map<std::string, Row, std::less<>> fields{};
        std::map<std::pair<std::string_view, std::string_view>, Row> tags{};
    };

    void open_measurement(const StagedMeasurement& staged);
    void close_measurement();
    Row& field_row(const StagedSeries& series);
    Row& tag_row(const Tag& tag);
    std::int64_t tag_set_id(const std::vector<Tag>& tags, Span span);
    std::uint64_t series_id(std::int64_t tag_set, std::int64_t field, Span span);
    void write_tag_set(StagedTagSet& set, const SpillFile& spilled);
    static Span span_of(const StagedSeries& series);

    void tidy(std::int64_t measurement);

    Database& database_;
    BucketId bucket_;
    StatementCache statement_;
    ChunkWriter chunks_;
    Measurement open_{};
    std::int64_t next_series_;
    std::int64_t next_tag_ = 0;
};

}  // namespace fluxi::store
