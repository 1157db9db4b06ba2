// Every zone of the tz database against the C library, which reads the same files by other code.
#include <cstdlib>
#include <ctime>
#include <optional>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "value/time.hpp"
#include "value/zone.hpp"

using namespace fluxi::value;

namespace {

/// Sets TZ for the C library and puts it back afterwards.
class LocalZone {
  public:
    LocalZone() {
        if (const char* before = std::getenv("TZ")) before_ = before;
    }
    ~LocalZone() {
        if (before_)
            setenv("TZ", before_->c_str(), 1);
        else
            unsetenv("TZ");
        tzset();
    }
    LocalZone(const LocalZone&) = delete;
    LocalZone& operator=(const LocalZone&) = delete;

    void set(const std::string& name) {
        setenv("TZ", (":" + name).c_str(), 1);
        tzset();
    }
    /// Seconds east of UTC at an instant.
    [[nodiscard]] std::int64_t offset(std::int64_t seconds) const {
        const auto instant = static_cast<std::time_t>(seconds);
        std::tm broken{};
        localtime_r(&instant, &broken);
        return broken.tm_gmtoff;
    }
    /// The first second with the offset of `to`, which differs from that of `from` before it.
    [[nodiscard]] std::int64_t change(std::int64_t from, std::int64_t to) const {
        const std::int64_t after = offset(to);
        while (to - from > 1) {
            const std::int64_t middle = from + (to - from) / 2;
            (offset(middle) == after ? to : from) = middle;
        }
        return to;
    }

  private:
    std::optional<std::string> before_{};
};

constexpr std::int64_t kDay = 86400;

/// The instants at which the C library changes the offset between two years.
std::vector<std::int64_t> changes(const LocalZone& local, std::int64_t first_year,
                                  std::int64_t last_year, std::int64_t step) {
    std::vector<std::int64_t> all;
    std::int64_t before = days_from_date(first_year, 1, 1) * kDay;
    const std::int64_t last = days_from_date(last_year, 1, 1) * kDay;
    for (std::int64_t at = before + step; at < last; before = at, at += step)
        if (local.offset(at) != local.offset(before)) all.push_back(local.change(before, at));
    return all;
}

/// How many instants around a change are read or written otherwise than the C library does.
int differences(const Zone& zone, const LocalZone& local, std::int64_t change) {
    int wrong = 0;
    for (const std::int64_t step : {-10800, -3600, -1800, -1, 0, 1, 1800, 3599, 3600, 10800}) {
        const std::int64_t seconds = change + step;
        const std::int64_t wall = zone.to_wall(seconds * kNsPerSecond);
        wrong += static_cast<int>(wall != (seconds + local.offset(seconds)) * kNsPerSecond);
        // The way back: the C library reads the same clock there, and did not an hour before.
        const std::int64_t back = zone.from_wall(wall) / kNsPerSecond;
        wrong += static_cast<int>((back + local.offset(back)) * kNsPerSecond != wall);
        wrong += static_cast<int>(back > seconds);
    }
    const std::int64_t before = local.offset(change - 1);
    const std::int64_t skipped = local.offset(change) - before;
    // Every clock reading that is left out is the instant of the change.
    for (std::int64_t into = 0; into < skipped; into += 600)
        wrong += static_cast<int>(zone.from_wall((change + before + into) * kNsPerSecond) !=
                                  change * kNsPerSecond);
    // A reading that comes twice is the first of the two.
    for (std::int64_t into = 1; into <= -skipped; into += 600)
        wrong += static_cast<int>(zone.from_wall((change + before - into) * kNsPerSecond) !=
                                  (change - into) * kNsPerSecond);
    return wrong;
}

}  // namespace

TEST_CASE("every zone agrees with the C library at every change of its clock") {
    ZoneDatabase zones;
    LocalZone local;
    int seen = 0;
    for (const std::string& name : zones.names()) {
        const Zone* zone = zones.find(name);
        if (zone == nullptr) continue;  // a table beside the zones
        local.set(name);
        int wrong = 0;
        for (const std::int64_t change : changes(local, 1900, 2060, 14 * kDay)) {
            wrong += differences(*zone, local, change);
            ++seen;
        }
        CHECK_MESSAGE(wrong == 0, name);
    }
    CHECK(seen > 40'000);
}

TEST_CASE("every zone agrees with the C library from 1677 to 2262") {
    ZoneDatabase zones;
    LocalZone local;
    const std::int64_t first = INT64_MIN / kNsPerSecond + kDay;
    const std::int64_t last = INT64_MAX / kNsPerSecond - kDay;
    for (const std::string& name : zones.names()) {
        const Zone* zone = zones.find(name);
        if (zone == nullptr) continue;
        local.set(name);
        int wrong = 0;
        // A step that is no multiple of a day or a year, so that all hours and seasons are met.
        for (std::int64_t at = first; at < last; at += 61 * kDay + 4999)
            wrong += static_cast<int>(zone->to_wall(at * kNsPerSecond) !=
                                      (at + local.offset(at)) * kNsPerSecond);
        CHECK_MESSAGE(wrong == 0, name);
    }
}
