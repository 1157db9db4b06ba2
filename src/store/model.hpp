// The words of the store: buckets, series, chunks of points and what is known about a chunk without
// reading it. Plain values; the texts of a Series belong to the Bucket that gave it.
#pragma once

#include <cstdint>
#include <limits>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>

#include "table/column.hpp"
#include "value/window.hpp"

namespace fluxi::store {

/// The types of a field (J.2). The numbers are part of the file format.
enum class FieldType : std::uint8_t {
    floating = 0,
    integer = 1,
    uinteger = 2,
    boolean = 3,
    string = 4
};

/// The names that messages of InfluxDB use: float, integer, unsigned, boolean, string.
std::string_view type_name(FieldType type);
table::ColumnType column_type(FieldType type);

/// The earliest and the latest time that a point can have (J.1).
inline constexpr std::int64_t kLatestTime = std::numeric_limits<std::int64_t>::max() - 1;
inline constexpr std::int64_t kEarliestTime = -kLatestTime;
/// Every time that a point can have.
inline constexpr value::Bounds kAllTime{kEarliestTime, kLatestTime + 1};

struct Tag {
    std::string_view key;
    std::string_view value;
    friend bool operator==(const Tag&, const Tag&) = default;
};

/// One field of one measurement and tag set.
struct Series {
    std::uint64_t id = 0;
    std::uint64_t tag_set = 0;  ///< the same number for all fields of a measurement and tag set
    std::string_view measurement{};
    std::span<const Tag> tags{};  ///< sorted by key; no empty values
    std::string_view field{};
    FieldType type = FieldType::floating;
};

using BucketId = std::uint64_t;
/// 16 hexadecimal digits.
std::string id_text(BucketId id);
/// Reads what id_text writes; nothing for another text.
std::optional<BucketId> parse_id(std::string_view text);

struct BucketInfo {
    BucketId id = 0;
    std::string name{};
    std::int64_t retention = 0;  ///< nanoseconds; 0 = for ever
};

/// A value of a field that is no text; nothing where there is none.
using Scalar = std::variant<std::monostate, double, std::int64_t, std::uint64_t, bool>;

/// What is known about the values of a chunk. Fields of strings have none of it; booleans have only
/// the first and the last. Ties go to the earliest point.
struct Statistics {
    Scalar first{};
    Scalar last{};
    Scalar min{};
    Scalar max{};
    std::int64_t min_time = 0;
    std::int64_t max_time = 0;
    Scalar sum{};  ///< in the order of times; whole numbers wrap around
};

/// A stretch of the points of one series. Chunks of a series do not overlap.
struct Chunk {
    std::int64_t first_time = 0;
    std::int64_t last_time = 0;
    std::uint32_t count = 0;
    Statistics statistics{};
    std::uint64_t ref = 0;  ///< where the store keeps it
    bool cut = false;       ///< some of its points are expired: count and statistics are too high

    /// Whether all of its points are in the range, so that count and statistics answer for them.
    [[nodiscard]] bool inside(value::Bounds bounds) const {
        return !cut && bounds.start <= first_time && last_time < bounds.stop;
    }
    [[nodiscard]] bool overlaps(value::Bounds bounds) const {
        return first_time < bounds.stop && last_time >= bounds.start;
    }
};

/// Points of a series: times ascending, each once. Flat columns without nulls.
struct Points {
    table::Column times;   ///< of type time
    table::Column values;  ///< of the type of the field
};

/// What a bucket holds, for people.
struct BucketSummary {
    std::uint64_t series = 0;
    std::uint64_t tag_sets = 0;
    std::uint64_t points = 0;  ///< values of fields
    std::uint64_t bytes = 0;   ///< of the compressed columns
    std::optional<std::int64_t> first_time{};
    std::optional<std::int64_t> last_time{};
};

}  // namespace fluxi::store
