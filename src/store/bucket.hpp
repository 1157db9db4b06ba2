// A bucket as it is read: one consistent view of it, which stays as it was when it was taken until
// it is destroyed, whatever is written meanwhile. All members may be called from several threads at
// once. What a Series, a Chunk or a Tag refers to lives as long as the Bucket. Points beyond the
// bucket's retention are not there. Reading throws base::RuntimeError (Code::file) when the store
// is damaged or cannot be read.
#pragma once

#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "store/model.hpp"
#include "store/predicate.hpp"

namespace fluxi::store {

/// Which columns `load` is to decode; what is not wanted is an empty column.
enum class Wanted : std::uint8_t { times, values, both };

class Bucket {
  public:
    Bucket() = default;
    Bucket(const Bucket&) = delete;
    Bucket& operator=(const Bucket&) = delete;
    virtual ~Bucket() = default;

    [[nodiscard]] virtual const BucketInfo& info() const = 0;

    /// The series that fulfil the predicate and have points in the range, in the order of J.3:
    /// measurement, tag sets pair by pair, field. Answered from the index: where a range lies
    /// between two points of one chunk, a series without points in it may be among them, and `load`
    /// then gives no rows.
    [[nodiscard]] virtual std::vector<Series> series(const TagPredicate& predicate,
                                                     value::Bounds bounds) const = 0;
    /// The chunks of each of these series that overlap the range, ascending. Reads no points.
    [[nodiscard]] virtual std::vector<std::vector<Chunk>> chunks(std::span<const Series> series,
                                                                 value::Bounds bounds) const = 0;
    /// The points of a chunk that lie in the range.
    [[nodiscard]] virtual Points load(const Series& series, const Chunk& chunk,
                                      value::Bounds bounds, Wanted wanted) const = 0;

    // Names, sorted by their bytes, each once. Exact: only what has a point in the range.

    /// Without `_measurement` and `_field`.
    [[nodiscard]] virtual std::vector<std::string> tag_keys(const TagPredicate& predicate,
                                                            value::Bounds bounds) const = 0;
    /// `key` may be `_measurement` or `_field`, too.
    [[nodiscard]] virtual std::vector<std::string> tag_values(std::string_view key,
                                                              const TagPredicate& predicate,
                                                              value::Bounds bounds) const = 0;
    /// The number of measurements with tag sets that have a point in the range.
    [[nodiscard]] virtual std::uint64_t cardinality(const TagPredicate& predicate,
                                                    value::Bounds bounds) const = 0;

    [[nodiscard]] virtual BucketSummary summary() const = 0;
};

using BucketRef = std::shared_ptr<const Bucket>;

}  // namespace fluxi::store
