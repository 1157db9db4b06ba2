// Time zones: the offsets of a named place at any instant, and the way between instants and wall
// clocks. A ZoneDatabase owns its zones and gives out pointers that live as long as it does; a Zone
// never changes. Zone files are read here and not through date-tz, which ignores the rules for the
// years after 2037.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "value/duration.hpp"

namespace fluxi::value {

class Zone {
  public:
    /// A stretch of time with one offset; all in seconds since the epoch, `end` is exclusive.
    struct Period {
        std::int64_t start;
        std::int64_t end;
        std::int64_t offset;  ///< seconds east of UTC
    };

    /// The zone UTC.
    Zone();
    /// Reads a zone file (TZif); nothing if it is none.
    static std::optional<Zone> parse(std::string name, std::string_view file);

    [[nodiscard]] const std::string& name() const { return name_; }
    /// Whether the wall clock always shows UTC.
    [[nodiscard]] bool is_utc() const { return starts_.size() == 1 && offsets_[0] == 0; }
    [[nodiscard]] Period period_at(std::int64_t seconds) const;
    /// The instants at which the offset or the name of the time changes, from the first on record
    /// to 2263.
    [[nodiscard]] std::vector<std::int64_t> transitions() const;

    /// What a clock on the wall shows at an instant, written as if it were UTC.
    [[nodiscard]] std::int64_t to_wall(std::int64_t time) const {
        const Period period = period_at(floor_div(time, kNsPerSecond));
        return wrap_add(time, period.offset * kNsPerSecond);
    }
    /// The instant at which a clock on the wall shows `wall`. If it shows it twice, the first; if
    /// never, the instant of the change that skips it (D.4).
    [[nodiscard]] std::int64_t from_wall(std::int64_t wall) const;

  private:
    [[nodiscard]] std::size_t index_at(std::int64_t seconds) const;
    [[nodiscard]] Period period(std::size_t index) const;

    std::string name_ = "UTC";
    std::vector<std::int64_t> starts_;   ///< ascending, the first is the beginning of time
    std::vector<std::int32_t> offsets_;  ///< the offset from the start of the same index on
};

/// to_wall for a column of times: neighbours mostly lie in one period, which is kept.
class ZoneCursor {
  public:
    explicit ZoneCursor(const Zone& zone) : zone_(&zone), period_(zone.period_at(0)) {}
    std::int64_t to_wall(std::int64_t time) {
        const std::int64_t seconds = floor_div(time, kNsPerSecond);
        if (seconds < period_.start || seconds >= period_.end) period_ = zone_->period_at(seconds);
        return wrap_add(time, period_.offset * kNsPerSecond);
    }

  private:
    const Zone* zone_;
    Zone::Period period_;
};

/// Flux's location record: a zone and a fixed offset. The default is UTC.
struct Location {
    const Zone* zone = nullptr;  ///< null means UTC
    Duration offset;

    [[nodiscard]] bool has_zone() const { return zone != nullptr && !zone->is_utc(); }
    [[nodiscard]] bool is_utc() const { return !has_zone() && offset.is_zero(); }
};

/// The zones of the system, read when they are first asked for. May be shared between threads.
class ZoneDatabase {
  public:
    /// Looks in the usual folders of Unix systems.
    ZoneDatabase();
    explicit ZoneDatabase(std::vector<std::string> folders) : folders_(std::move(folders)) {}

    /// The zone of that exact name ("" is UTC), or null. "Local" and offsets are no names.
    const Zone* find(std::string_view name);
    /// The zone of that name, or a RuntimeError `unknown time zone X` with the nearest name.
    const Zone& get(std::string_view name);
    /// The names of all zones, sorted. Reads the folders each time.
    [[nodiscard]] std::vector<std::string> names() const;

  private:
    std::vector<std::string> folders_;
    std::mutex mutex_;
    std::map<std::string, std::unique_ptr<const Zone>, std::less<>> zones_;
    Zone utc_;
};

}  // namespace fluxi::value
