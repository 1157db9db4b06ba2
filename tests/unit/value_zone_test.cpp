#include <string>

#include <doctest/doctest.h>

#include "base/error.hpp"
#include "value/time.hpp"
#include "value/zone.hpp"
#include "value/zone_rule.hpp"

using namespace fluxi::value;

namespace {
std::int64_t at(std::string_view text) {
    const auto time = parse_time_literal(text);
    REQUIRE_MESSAGE(time.has_value(), text);
    return *time;
}
std::string shown(std::int64_t time) {
    std::string out;
    append_time_trimmed(out, time);
    return out;
}
}  // namespace

TEST_CASE("New York before, in and after the years that its zone file lists") {
    ZoneDatabase zones;
    const Zone& zone = zones.get("America/New_York");
    CHECK(&zone == zones.find("America/New_York"));
    CHECK(shown(zone.to_wall(at("2021-07-01T12:00:00Z"))) == "2021-07-01T08:00:00Z");
    CHECK(shown(zone.to_wall(at("2021-01-01T12:00:00Z"))) == "2021-01-01T07:00:00Z");
    CHECK(shown(zone.to_wall(at("2100-07-01T12:00:00Z"))) == "2100-07-01T08:00:00Z");
    CHECK(shown(zone.to_wall(at("2262-01-01T12:00:00Z"))) == "2262-01-01T07:00:00Z");
    CHECK(shown(zone.to_wall(at("1800-01-01T12:00:00Z"))) == "1800-01-01T07:03:58Z");
    CHECK(shown(zone.to_wall(at("1969-07-01T00:00:00.25Z"))) == "1969-06-30T20:00:00.25Z");
}

TEST_CASE("a wall clock that is skipped or comes twice") {
    ZoneDatabase zones;
    const Zone& zone = zones.get("America/New_York");
    CHECK(shown(zone.from_wall(at("2021-03-14T01:59:59Z"))) == "2021-03-14T06:59:59Z");
    CHECK(shown(zone.from_wall(at("2021-03-14T02:00:00Z"))) == "2021-03-14T07:00:00Z");
    CHECK(shown(zone.from_wall(at("2021-03-14T02:59:59.5Z"))) == "2021-03-14T07:00:00Z");
    CHECK(shown(zone.from_wall(at("2021-03-14T03:00:00Z"))) == "2021-03-14T07:00:00Z");
    CHECK(shown(zone.from_wall(at("2021-11-07T01:30:00Z"))) == "2021-11-07T05:30:00Z");
    CHECK(shown(zone.from_wall(at("2021-11-07T00:59:59Z"))) == "2021-11-07T04:59:59Z");
    CHECK(shown(zone.from_wall(at("2021-11-07T02:00:00Z"))) == "2021-11-07T07:00:00Z");
    // Samoa had no 30 December 2011.
    const Zone& apia = zones.get("Pacific/Apia");
    CHECK(shown(apia.from_wall(at("2011-12-30T12:00:00Z"))) == "2011-12-30T10:00:00Z");
    // Half an hour of daylight time, in the south.
    const Zone& howe = zones.get("Australia/Lord_Howe");
    CHECK(shown(howe.to_wall(at("2050-01-01T00:00:00Z"))) == "2050-01-01T11:00:00Z");
    CHECK(shown(howe.to_wall(at("2050-07-01T00:00:00Z"))) == "2050-07-01T10:30:00Z");
}

TEST_CASE("names of zones") {
    ZoneDatabase zones;
    CHECK(zones.get("").is_utc());
    CHECK(zones.get("UTC").is_utc());
    CHECK(zones.get("Etc/UTC").is_utc());
    CHECK_FALSE(zones.get("EST").is_utc());
    CHECK(zones.get("Etc/GMT+5").period_at(0).offset == -18000);
    for (const char* bad : {"Local", "+05:00", "america/new_york", "../etc/passwd",
                            "/etc/localtime", "America", "tzdata.zi", "Nowhere/Atlantis"}) {
        CAPTURE(bad);
        CHECK(zones.find(bad) == nullptr);
    }
    try {
        zones.get("america/new_york");
        FAIL("found");
    } catch (const fluxi::base::RuntimeError& error) {
        CHECK(error.diagnostic().message == "unknown time zone america/new_york");
        REQUIRE(error.diagnostic().help.size() == 1);
        CHECK(error.diagnostic().help[0] == "did you mean \"America/New_York\"?");
    }
    ZoneDatabase nothing({"/nowhere"});
    CHECK_THROWS_AS(nothing.get("Europe/Paris"), fluxi::base::RuntimeError);
}

TEST_CASE("every zone around every change of its clock") {
    ZoneDatabase zones;
    const std::vector<std::string> names = zones.names();
    REQUIRE(names.size() > 300);
    const std::int64_t first = at("1678-01-01") / kNsPerSecond;
    const std::int64_t last = at("2262-01-01") / kNsPerSecond;
    for (const std::string& name : names) {
        const Zone* zone = zones.find(name);
        if (zone == nullptr) continue;  // a table beside the zones
        ZoneCursor cursor(*zone);
        int wrong = 0;
        for (const std::int64_t change : zone->transitions()) {
            if (change < first || change > last) continue;
            for (const std::int64_t step : {-7200, -1, 0, 1, 1800, 7200}) {
                const std::int64_t time = (change + step) * kNsPerSecond;
                const std::int64_t wall = zone->to_wall(time);
                const std::int64_t back = zone->from_wall(wall);
                // The first instant with this reading: never later, and it reads the same.
                wrong += static_cast<int>(back > time || zone->to_wall(back) != wall ||
                                          cursor.to_wall(time) != wall);
            }
        }
        CHECK_MESSAGE(wrong == 0, name);
    }
}

TEST_CASE("rules at the end of zone files") {
    const auto rule = ZoneRule::parse("<+1030>-10:30<+11>-11,M10.1.0,M4.1.0");
    REQUIRE(rule.has_value());
    CHECK(rule->standard == 37800);
    CHECK(rule->daylight == 39600);
    const auto julian = ZoneRule::parse("AAA3BBB,J60/0,59/-2:30");
    REQUIRE(julian.has_value());
    CHECK(julian->daylight == -7200);
    CHECK(julian->daylight_start.at(2020) == days_from_date(2020, 3, 1) * 86400);
    CHECK(julian->daylight_end.at(2020) == days_from_date(2020, 2, 29) * 86400 - 9000);
    CHECK(ZoneRule::parse("EST5")->has_daylight == false);
    for (const char* bad : {"", "E5", "EST", "EST5EDT", "EST5EDT,M13.1.0,M1.1.0", "EST5EDT,J0,J1",
                            "EST5EDT,M3.2.0", "EST5EDT,M3.2.0,M11.1.0x", "<EST5"}) {
        CAPTURE(bad);
        CHECK_FALSE(ZoneRule::parse(bad).has_value());
    }
}
