// What a transaction has been given to write, sorted into series but not by time, until it is
// committed. Texts are copied. Beyond a bound the points of all series are compressed into runs in
// a temporary file without a name, so memory does not grow with the input. A run holds points in
// order, each time once; later runs, and what is still in memory, override earlier ones.
#pragma once

#include <cstdint>
#include <deque>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "io/line_protocol.hpp"
#include "store/points.hpp"
#include "store/store.hpp"

namespace fluxi::store {

/// Bytes in a temporary file that is gone when this is destroyed.
class SpillFile {
  public:
    SpillFile() = default;
    SpillFile(const SpillFile&) = delete;
    SpillFile& operator=(const SpillFile&) = delete;
    ~SpillFile();
    /// Returns where the bytes stand.
    std::uint64_t append(std::string_view bytes);
    [[nodiscard]] std::string read(std::uint64_t place, std::size_t size) const;

  private:
    int descriptor_ = -1;
    std::uint64_t size_ = 0;
};

struct StagedRun {
    std::uint64_t place = 0;
    std::size_t size = 0;
    std::size_t count = 0;
    std::int64_t first_time = 0;
    std::int64_t last_time = 0;
};

struct StagedSeries {
    std::string_view field{};
    FieldType type = FieldType::floating;
    RawPoints points{};
    std::vector<StagedRun> runs{};
};

struct StagedTagSet {
    std::uint32_t measurement = 0;
    std::vector<Tag> tags{};
    std::vector<StagedSeries> series{};
};

struct StagedMeasurement {
    std::string_view name{};
    std::unordered_map<std::string_view, FieldType> types{};  ///< those known and those staged
};

/// The types of the fields that a bucket has already, by measurement.
using KnownTypes = std::unordered_map<std::string, std::unordered_map<std::string, FieldType>>;

/// What is written to one bucket.
class Staging {
  public:
    explicit Staging(KnownTypes known) : known_(std::move(known)) {}
    Staging(const Staging&) = delete;
    Staging& operator=(const Staging&) = delete;

    /// Tells if the point is refused.
    std::optional<Refusal> add(const io::LinePoint& point);
    /// Sorts what is in memory into the order in which it is written: measurements, tag sets and
    /// fields in the order of J.3, points by time.
    void finish();
    /// About how much memory the points take.
    [[nodiscard]] std::size_t bytes() const { return bytes_; }
    /// Moves the points to the file.
    void spill(SpillFile& file);

    [[nodiscard]] const std::vector<StagedMeasurement>& measurements() const {
        return measurements_;
    }
    [[nodiscard]] std::vector<StagedTagSet>& tag_sets() { return tag_sets_; }

  private:
    struct Slot {
        std::uint64_t hash = 0;
        std::uint32_t tag_set = 0;  ///< its number + 1; 0 for a free slot
    };

    std::optional<Refusal> refuse(const io::LinePoint& point);
    std::uint32_t tag_set_of(const io::LinePoint& point);
    std::uint32_t measurement_of(std::string_view name);
    std::size_t series_of(StagedTagSet& set, const io::LineField& field, std::size_t hint);
    bool type_fits(StagedMeasurement& measurement, StagedTagSet& set, const io::LinePoint& point);
    void grow();

    KnownTypes known_;
    std::vector<StagedMeasurement> measurements_{};
    std::unordered_map<std::string_view, std::uint32_t> measurement_numbers_{};
    std::vector<StagedTagSet> tag_sets_{};
    std::vector<std::string_view> keys_{};  ///< of the tag sets
    std::vector<Slot> slots_{};
    std::string key_{};
    std::vector<std::size_t> places_{};  ///< of the series of a point's fields
    table::StringHeap names_{};
    std::unique_ptr<table::StringHeap> texts_ = std::make_unique<table::StringHeap>();
    std::size_t bytes_ = 0;
};

}  // namespace fluxi::store
