// Changes the chunks of series, inside a write transaction of the database: lays points over those
// that are there, removes points. Knows nothing of the index.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "store/points.hpp"
#include "store/sqlite.hpp"

namespace fluxi::store {

class ChunkWriter {
  public:
    explicit ChunkWriter(Database& database) : database_(database), statement_(database) {}

    /// Merges points with those of the series; of several at one time the last counts, and all of
    /// them override what is stored.
    void merge(std::uint64_t series, FieldType type, RawPoints points);
    /// Removes the points from `first` to `last`; tells whether there were any.
    bool remove(std::uint64_t series, FieldType type, std::int64_t first, std::int64_t last);
    /// The points of a block; their texts live until `forget_texts`.
    RawPoints read(FieldType type, std::string block, std::size_t count);
    void forget_texts() { heaps_.clear(); }

  private:
    void put(std::uint64_t series, FieldType type, RawPoints points);
    void insert(std::uint64_t series, FieldType type, const RawPoints& points, std::size_t begin,
                std::size_t end);
    std::vector<Chunk> overlapping(std::uint64_t series, std::int64_t first, std::int64_t last);
    std::optional<Chunk> last_before(std::uint64_t series, std::int64_t time);
    RawPoints read(FieldType type, const Chunk& chunk);
    void erase(std::uint64_t series, const Chunk& chunk);

    Database& database_;
    StatementCache statement_;
    /// Texts of chunks that were read, while their points are being merged.
    std::vector<std::shared_ptr<const std::string>> heaps_{};
};

}  // namespace fluxi::store
