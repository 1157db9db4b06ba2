// Points of one series on their way into a store: times and values side by side, values of every
// type as 64-bit words. Whatever writes chunks goes through here, so order, duplicates and
// statistics are the same everywhere.
#pragma once

#include <bit>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "io/line_protocol.hpp"
#include "store/model.hpp"

namespace fluxi::store {

/// How many points a chunk holds at most.
inline constexpr std::size_t kChunkPoints = 4096;

/// A word is the bits of a float, a whole number, 0 or 1, or for strings a position in `texts`,
/// whose bytes live elsewhere.
struct RawPoints {
    std::vector<std::int64_t> times{};
    std::vector<std::uint64_t> words{};
    std::vector<std::string_view> texts{};

    [[nodiscard]] std::size_t size() const { return times.size(); }
    [[nodiscard]] bool empty() const { return times.empty(); }
    void clear();
    /// Appends points of a series of the same type.
    void append(const RawPoints& more, std::size_t begin, std::size_t end);
};

/// Sorts by time, and of several points at one time keeps the last.
void normalise(RawPoints& points);

/// The type of a value of line protocol.
FieldType type_of(const io::LineValue& value);
/// The word of a value that is no text.
std::uint64_t word_of(const io::LineValue& value);

Statistics statistics_of(FieldType type, std::span<const std::int64_t> times,
                         std::span<const std::uint64_t> words);

/// A column of type time.
table::Column time_column(std::span<const std::int64_t> times);
/// A column of the type of the field; copies texts.
table::Column value_column(FieldType type, std::span<const std::uint64_t> words,
                           std::span<const std::string_view> texts);

/// Whether tag set `a` stands before, with or after `b` (J.3): pair by pair, key, then value.
int compare_tags(std::span<const Tag> a, std::span<const Tag> b);
/// The order of J.3: measurement, tags, field.
bool series_before(const Series& a, const Series& b);

}  // namespace fluxi::store
