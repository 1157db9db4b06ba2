#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "base/error.hpp"
#include "value/time.hpp"
#include "value/window.hpp"

using namespace fluxi::value;

namespace {
std::int64_t at(std::string_view text) {
    const auto time = parse_time_literal(text);
    REQUIRE_MESSAGE(time.has_value(), text);
    return *time;
}
Duration span_of(std::string_view text) {
    return duration_from_text(text);
}
std::string shown(std::int64_t time) {
    std::string out;
    append_time_trimmed(out, time);
    return out;
}
std::string shown(Bounds bounds) {
    return shown(bounds.start) + " " + shown(bounds.stop);
}
std::vector<std::string> holding(const Window& window, std::string_view time) {
    std::vector<std::string> all;
    window.for_each_containing(at(time), [&](Bounds bounds) { all.push_back(shown(bounds)); });
    return all;
}
std::string cut(std::string_view time, std::string_view unit, const Location& location = {}) {
    return shown(Truncation(span_of(unit), location)(at(time)));
}
}  // namespace

TEST_CASE("windows of a fixed length count from the epoch") {
    const Window day(span_of("1d"), {}, {}, {});
    CHECK(day.is_simple());
    CHECK(holding(day, "2021-05-06T07:08:09Z") ==
          std::vector<std::string>{"2021-05-06T00:00:00Z 2021-05-07T00:00:00Z"});
    CHECK(holding(day, "1969-12-31T23:59:59.999999999Z") ==
          std::vector<std::string>{"1969-12-31T00:00:00Z 1970-01-01T00:00:00Z"});
    const Window shifted(span_of("1h"), {}, span_of("-15m"), {});
    CHECK(holding(shifted, "2021-01-01T00:44:59Z") ==
          std::vector<std::string>{"2020-12-31T23:45:00Z 2021-01-01T00:45:00Z"});
}

TEST_CASE("overlapping windows come latest first, gaps hold nothing") {
    const Window overlap(span_of("1h"), span_of("150m"), {}, {});
    CHECK(holding(overlap, "2021-01-01T02:15:00Z") ==
          std::vector<std::string>{"2021-01-01T02:00:00Z 2021-01-01T04:30:00Z",
                                   "2021-01-01T01:00:00Z 2021-01-01T03:30:00Z",
                                   "2021-01-01T00:00:00Z 2021-01-01T02:30:00Z"});
    const Window gaps(span_of("1h"), span_of("10m"), {}, {});
    CHECK(holding(gaps, "2021-01-01T02:10:00Z").empty());
    CHECK(holding(gaps, "2021-01-01T02:09:59Z").size() == 1);
}

TEST_CASE("windows of months") {
    const Window quarter(span_of("3mo"), {}, {}, {});
    CHECK(holding(quarter, "2021-03-31T23:59:59Z") ==
          std::vector<std::string>{"2021-01-01T00:00:00Z 2021-04-01T00:00:00Z"});
    const Window late(span_of("1mo"), {}, span_of("30d"), {});
    CHECK(holding(late, "2024-02-15T00:00:00Z") ==
          std::vector<std::string>{"2024-01-31T00:00:00Z 2024-02-29T00:00:00Z"});
    CHECK(holding(late, "2024-03-28T00:00:00Z") ==
          std::vector<std::string>{"2024-02-29T00:00:00Z 2024-03-29T00:00:00Z"});
    CHECK(holding(late, "2024-03-30T00:00:00Z").empty());
    CHECK(holding(late, "2024-03-31T00:00:00Z").size() == 1);
}

TEST_CASE("windows on a wall clock") {
    ZoneDatabase zones;
    const Location york{&zones.get("America/New_York"), {}};
    const Window day(span_of("1d"), {}, {}, york);
    CHECK(holding(day, "2021-03-14T12:00:00Z") ==
          std::vector<std::string>{"2021-03-14T05:00:00Z 2021-03-15T04:00:00Z"});
    CHECK(holding(day, "2021-11-08T04:59:59Z") ==
          std::vector<std::string>{"2021-11-07T04:00:00Z 2021-11-08T05:00:00Z"});
    const Window hour(span_of("1h"), {}, {}, york);
    // The hour that comes twice is one window of two hours.
    for (const char* time : {"2021-11-07T05:30:00Z", "2021-11-07T06:30:00Z"})
        CHECK(holding(hour, time) ==
              std::vector<std::string>{"2021-11-07T05:00:00Z 2021-11-07T07:00:00Z"});
    // No instant of that night is lost with shorter windows.
    const Window short_ones(span_of("15m"), {}, {}, york);
    for (std::int64_t time = at("2021-11-07T04:00:00Z"); time < at("2021-11-07T09:00:00Z");
         time += kNsPerMinute) {
        int found = 0;
        short_ones.for_each_containing(time, [&](Bounds bounds) {
            CHECK(bounds.contains(time));
            ++found;
        });
        CHECK(found == 1);
    }
    const auto spring = hour.overlapping({at("2021-03-14T06:00:00Z"), at("2021-03-14T09:00:00Z")});
    REQUIRE(spring.size() == 3);
    CHECK(shown(spring[1]) == "2021-03-14T07:00:00Z 2021-03-14T08:00:00Z");
}

TEST_CASE("windows that overlap a range, and clipping") {
    const Window hour(span_of("1h"), span_of("2h"), {}, {});
    const Bounds range{at("2021-01-01T00:30:00Z"), at("2021-01-01T02:00:00Z")};
    const auto windows = hour.overlapping(range);
    REQUIRE(windows.size() == 3);
    CHECK(shown(windows[0]) == "2020-12-31T23:00:00Z 2021-01-01T01:00:00Z");
    CHECK(shown(windows[2]) == "2021-01-01T01:00:00Z 2021-01-01T03:00:00Z");
    CHECK(shown(clip(windows[0], range)) == "2021-01-01T00:30:00Z 2021-01-01T01:00:00Z");
    CHECK(clip({0, 10}, range) == range);
    CHECK(clip({range.stop, range.stop + 10}, range) == range);
    CHECK(hour.overlapping({5, 5}).empty());
}

TEST_CASE("windows with a negative period end where they would start") {
    const Window left(span_of("1h"), span_of("-15m"), {}, {});
    CHECK(holding(left, "2021-01-01T01:50:00Z") ==
          std::vector<std::string>{"2021-01-01T01:45:00Z 2021-01-01T02:00:00Z"});
    CHECK(holding(left, "2021-01-01T01:44:59Z").empty());
    CHECK(holding(left, "2021-01-01T02:00:00Z").empty());
    const Window overlap(span_of("1h"), span_of("-150m"), span_of("10m"), {});
    CHECK(holding(overlap, "2021-01-01T02:15:00Z") ==
          std::vector<std::string>{"2021-01-01T01:40:00Z 2021-01-01T04:10:00Z",
                                   "2021-01-01T00:40:00Z 2021-01-01T03:10:00Z"});
    // The day of a month is clamped before and after.
    const Window months(span_of("3mo"), span_of("-1mo"), span_of("30d"), {});
    CHECK(holding(months, "2021-04-15T00:00:00Z") ==
          std::vector<std::string>{"2021-03-30T00:00:00Z 2021-04-30T00:00:00Z"});
    CHECK(holding(months, "2021-03-15T00:00:00Z").empty());
    ZoneDatabase zones;
    const Window york(span_of("1d"), span_of("-6h"), {}, {&zones.get("America/New_York"), {}});
    CHECK(holding(york, "2021-03-15T03:00:00Z") ==
          std::vector<std::string>{"2021-03-14T22:00:00Z 2021-03-15T04:00:00Z"});
    CHECK(holding(york, "2021-03-15T04:00:00Z").empty());
    const auto all = left.overlapping({at("2021-01-01T00:50:00Z"), at("2021-01-01T02:30:00Z")});
    REQUIRE(all.size() == 2);
    CHECK(shown(all[0]) == "2021-01-01T00:45:00Z 2021-01-01T01:00:00Z");
    CHECK(shown(all[1]) == "2021-01-01T01:45:00Z 2021-01-01T02:00:00Z");
}

TEST_CASE("the first window that reaches a time, and those from there on, are those of a search") {
    ZoneDatabase zones;
    const Location dublin{&zones.get("Europe/Dublin"), {}};
    const Window windows[] = {Window(span_of("7m"), {}, {}, {}),
                              Window(span_of("7m"), span_of("40m"), span_of("3m"), {}),
                              Window(span_of("7m"), span_of("2m"), {}, {}),
                              Window(span_of("7m"), span_of("-33m"), {}, {}),
                              Window(span_of("1mo"), span_of("100d"), {}, {}),
                              Window(span_of("1mo"), span_of("-10d"), span_of("29d"), dublin),
                              Window(span_of("1d"), span_of("9d"), {}, dublin)};
    for (const Window& window : windows) {
        std::int64_t time = at("2019-12-01");
        for (int i = 0; i < 500; ++i, time += 613 * kNsPerMinute) {
            const std::int64_t first = window.first_reaching(time);
            CHECK(window.bounds(first).stop > time);
            CHECK(window.bounds(first - 1).stop <= time);
            std::vector<std::string> from_each;
            window.for_each_containing(
                time, [&](Bounds bounds) { from_each.insert(from_each.begin(), shown(bounds)); });
            std::vector<std::string> overlapping;
            for (const Bounds bounds : window.overlapping({time, time + 1}))
                overlapping.push_back(shown(bounds));
            CHECK(overlapping == from_each);
        }
    }
}

TEST_CASE("windows that start before the first time give way to those that do not") {
    constexpr std::int64_t kMin = std::numeric_limits<std::int64_t>::min();
    const Window years(span_of("1y"), span_of("200y"), {}, {});
    const auto all = holding(years, "1680-06-01T00:00:00Z");
    // Those of 1481 to 1677 start too early.
    CHECK(all == std::vector<std::string>{"1680-01-01T00:00:00Z 1880-01-01T00:00:00Z",
                                          "1679-01-01T00:00:00Z 1879-01-01T00:00:00Z",
                                          "1678-01-01T00:00:00Z 1878-01-01T00:00:00Z"});
    CHECK(years.overlapping({at("1680-06-01T00:00:00Z"), at("1680-07-01T00:00:00Z")}).size() == 3);
    // Of those around the first time the latest holds what would be lost.
    int found = 0;
    years.for_each_containing(kMin + 1, [&](Bounds bounds) {
        CHECK(bounds.start == kMin);
        ++found;
    });
    CHECK(found == 1);
}

TEST_CASE("windows at the ends of time") {
    constexpr std::int64_t kMin = std::numeric_limits<std::int64_t>::min();
    constexpr std::int64_t kMax = std::numeric_limits<std::int64_t>::max();
    ZoneDatabase zones;
    const std::vector<Location> places{
        {}, {&zones.get("Asia/Tokyo"), {}}, {&zones.get("America/New_York"), span_of("1h")}};
    for (const Location& place : places)
        for (const char* every : {"1ns", "7s", "1d", "1mo", "100y"})
            for (const std::int64_t time : {kMin, kMin + 1, kMax - 1}) {
                const Window window(span_of(every), {}, {}, place);
                CAPTURE(every);
                CAPTURE(time);
                int found = 0;
                window.for_each_containing(time, [&](Bounds bounds) {
                    CHECK(bounds.contains(time));
                    ++found;
                });
                CHECK(found == 1);
            }
}

TEST_CASE("windows with offsets and long periods at the ends of time are few and in order") {
    constexpr std::int64_t kMin = std::numeric_limits<std::int64_t>::min();
    constexpr std::int64_t kMax = std::numeric_limits<std::int64_t>::max();
    ZoneDatabase zones;
    const std::vector<Location> places{{},
                                       {&zones.get("Asia/Tokyo"), {}},
                                       {&zones.get("America/New_York"), {}},
                                       {nullptr, span_of("-7h")}};
    for (const Location& place : places)
        for (const char* every : {"1s", "1h", "1w", "1mo", "1y"})
            for (const char* offset : {"30m", "-1mo", "40d", "-290y"})
                for (const std::int64_t time : {kMin, kMin + kNsPerHour, kMax - kNsPerHour, kMax}) {
                    CAPTURE(every);
                    CAPTURE(offset);
                    CAPTURE(time);
                    const Window window(span_of(every), span_of(every).scaled(3), span_of(offset),
                                        place);
                    const std::int64_t index = window.index_of(time);
                    CHECK(window.bounds(index).start <= time);
                    if (time != kMax) CHECK(window.bounds(index + 1).start > time);
                    CHECK(window.bounds(index - 1).start <= window.bounds(index).start);
                    int found = 0;
                    window.for_each_containing(time, [&](Bounds bounds) {
                        CHECK(bounds.contains(time));
                        ++found;
                    });
                    if (time != kMax) CHECK((found >= 1 && found <= 3));
                    CHECK(window.overlapping({std::max(time, kMin + 1) - 1, time}).size() <= 4);
                }
    // The beginning of a truncation that lies before the first time is the first time.
    for (const Location& place : places) {
        CHECK(Truncation(span_of("1d"), place)(kMin) <= kMin + kNsPerDay);
        CHECK(Truncation(span_of("1mo"), place)(kMax) > kMax - 31 * kNsPerDay);
    }
}

TEST_CASE("a cursor finds the windows that a search finds") {
    ZoneDatabase zones;
    const Window windows[] = {Window(span_of("7m"), {}, {}, {}),
                              Window(span_of("1mo"), span_of("1w"), {}, {}),
                              Window(span_of("1d"), {}, {}, {&zones.get("Europe/Dublin"), {}})};
    for (const Window& window : windows) {
        WindowCursor cursor(window);
        std::int64_t time = at("2019-12-01");
        std::int64_t last = 0;
        for (int i = 0; i < 5000; ++i, time += 97 * kNsPerMinute) {
            const bool moved = cursor.seek(time);
            CHECK(cursor.index() == window.index_of(time));
            CHECK(cursor.bounds() == window.bounds(cursor.index()));
            CHECK(moved == (i == 0 || cursor.index() != last));
            last = cursor.index();
        }
        CHECK(cursor.seek(at("2000-01-01")));
    }
}

TEST_CASE("what is no interval") {
    const auto make = [](const char* every, const char* period) {
        return Window(span_of(every), span_of(period), {}, {});
    };
    CHECK_THROWS_WITH(make("0s", "1h"), "duration used as an interval cannot be zero");
    CHECK_THROWS_WITH(make("-1h", "1h"), "duration used as an interval cannot be negative");
    CHECK_THROWS_WITH(make("1mo1h", "1h"),
                      "duration used as an interval cannot mix month and nanosecond units");
    CHECK(Window(kInfiniteDuration, {}, {}, {}).is_infinite());
}

TEST_CASE("truncation") {
    CHECK(cut("2021-03-04T05:06:07.8Z", "1m") == "2021-03-04T05:06:00Z");
    CHECK(cut("2021-03-06T00:00:00Z", "1w") == "2021-03-04T00:00:00Z");
    CHECK(cut("2021-03-04", "7mo") == "2020-10-01T00:00:00Z");
    CHECK(cut("2021-03-04", "3y") == "2021-01-01T00:00:00Z");
    CHECK(cut("1969-03-04T05:06:07Z", "1y") == "1969-01-01T00:00:00Z");
    ZoneDatabase zones;
    const Location york{&zones.get("America/New_York"), {}};
    CHECK(cut("2021-03-14T12:00:00Z", "12h", york) == "2021-03-14T05:00:00Z");
    CHECK(cut("2021-11-07T06:30:00Z", "1h", york) == "2021-11-07T05:00:00Z");
    CHECK(cut("2021-07-01T02:00:00Z", "1mo", york) == "2021-06-01T04:00:00Z");
    CHECK(cut("2021-07-01T02:00:00Z", "1d", {nullptr, span_of("-5h")}) == "2021-06-30T05:00:00Z");
}

TEST_CASE("adding on a wall clock") {
    ZoneDatabase zones;
    const Location york{&zones.get("America/New_York"), {}};
    const auto add = [](std::string_view to, std::string_view by, const Location& where) {
        return shown(add_in_location(at(to), span_of(by), where));
    };
    CHECK(add("2021-03-13T17:00:00Z", "24h", york) == "2021-03-14T16:00:00Z");
    CHECK(add("2021-03-13T07:30:00Z", "1d", york) == "2021-03-14T07:00:00Z");
    CHECK(add("2021-11-07T05:30:00Z", "1h", york) == "2021-11-07T07:30:00Z");
    CHECK(add("2021-01-31T02:00:00Z", "1mo", {nullptr, span_of("-5h")}) == "2021-03-01T02:00:00Z");
    CHECK(shown(wall_clock(at("2021-03-13T07:30:00Z"), york)) == "2021-03-13T02:30:00Z");
    CHECK(shown(wall_clock(at("2021-03-13T07:30:00Z"), {nullptr, span_of("5h")})) ==
          "2021-03-13T12:30:00Z");
}
