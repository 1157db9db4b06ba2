#include <limits>
#include <string>

#include <doctest/doctest.h>

#include "base/error.hpp"
#include "value/time.hpp"
#include "value/time_layout.hpp"

using namespace fluxi::value;

namespace {
constexpr std::int64_t kMin = std::numeric_limits<std::int64_t>::min();
constexpr std::int64_t kMax = std::numeric_limits<std::int64_t>::max();

std::string trimmed(std::int64_t time) {
    std::string out;
    append_time_trimmed(out, time);
    return out;
}
std::int64_t at(std::string_view text) {
    const auto time = parse_time_literal(text);
    REQUIRE_MESSAGE(time.has_value(), text);
    return *time;
}
std::string problem(std::string_view layout, std::string_view text) {
    std::string out;
    std::int64_t time = 0;
    CHECK_FALSE(TimeLayout(layout).parse(text, time, &out));
    return out;
}
std::string read(std::string_view layout, std::string_view text) {
    std::string out;
    std::int64_t time = 0;
    if (!TimeLayout(layout).parse(text, time, &out)) return out;
    return trimmed(time);
}
}  // namespace

static_assert(days_from_date(1970, 1, 1) == 0);
static_assert(days_from_date(2000, 3, 1) == 11017);
static_assert(date_from_days(-1) == Date{1969, 12, 31});
static_assert(days_in_month(2000, 2) == 29 && days_in_month(1900, 2) == 28);
static_assert(days_in_month(2023, 7) == 31 && days_in_month(2023, 8) == 31);
static_assert(days_in_month(2023, 9) == 30 && days_in_month(2023, 12) == 31);

TEST_CASE("days and dates agree over eight centuries") {
    std::int64_t days = days_from_date(1600, 1, 1);
    for (std::int64_t year = 1600; year < 2400; ++year)
        for (std::int32_t month = 1; month <= 12; ++month)
            for (std::int32_t day = 1; day <= days_in_month(year, month); ++day, ++days) {
                if (days_from_date(year, month, day) != days) FAIL_CHECK(year);
                if (!(date_from_days(days) == Date{year, month, day})) FAIL_CHECK(year);
            }
    CHECK(days == days_from_date(2400, 1, 1));
}

TEST_CASE("times are written with nine digits or trimmed") {
    CHECK(time_to_string(0) == "1970-01-01T00:00:00.000000000Z");
    CHECK(time_to_string(kMin) == "1677-09-21T00:12:43.145224192Z");
    CHECK(time_to_string(kMax) == "2262-04-11T23:47:16.854775807Z");
    CHECK(trimmed(0) == "1970-01-01T00:00:00Z");
    CHECK(trimmed(-1) == "1969-12-31T23:59:59.999999999Z");
    CHECK(trimmed(500'000'000) == "1970-01-01T00:00:00.5Z");
    CHECK(trimmed(10) == "1970-01-01T00:00:00.00000001Z");
    CHECK(trimmed(kMin) == "1677-09-21T00:12:43.145224192Z");
}

TEST_CASE("literals of a script") {
    CHECK(trimmed(at("2024-02-29")) == "2024-02-29T00:00:00Z");
    CHECK(trimmed(at("2018-05-22T19:53:26.5+02:30")) == "2018-05-22T17:23:26.5Z");
    CHECK(trimmed(at("2018-05-22T19:53:26.1234567899Z")) == "2018-05-22T19:53:26.123456789Z");
    CHECK(trimmed(at("2018-12-31T23:59:60Z")) == "2019-01-01T00:00:00Z");
    CHECK(trimmed(at("2018-01-01T00:00:00-23:59")) == "2018-01-01T23:59:00Z");
    CHECK(time_to_string(at("1500-01-01")) == "2084-07-20T23:34:33.709551616Z");
    for (const char* bad :
         {"2018-13-01", "2018-02-29", "2018-00-10", "2018-01-00", "2018-01-01T24:00:00Z",
          "2018-01-01T00:00:00", "2018-01-01T00:00:00.Z", "2018-01-01T00:00:00z", "2018-1-1",
          "2018-01-01T00:00:00+24:00", "2018-01-01T00:60:00Z", "2018-01-01T00:00:61Z",
          "2018-01-01T00:00:00+0100", "2018-01-01Z", "", "2018-01-01T", "2018-01-01T0:00:00Z"}) {
        CAPTURE(bad);
        CHECK_FALSE(parse_time_literal(bad).has_value());
    }
}

TEST_CASE("texts are read as Go reads RFC 3339") {
    CHECK(parse_rfc3339("2020-01-01T1:00:00Z") == at("2020-01-01T01:00:00Z"));
    CHECK(parse_rfc3339("2020-01-01T01:00:00,25Z") == at("2020-01-01T01:00:00.25Z"));
    CHECK(parse_rfc3339("2020-01-01T00:00:00+24:00") == at("2019-12-31T00:00:00Z"));
    CHECK_FALSE(parse_rfc3339("2020-01-01").has_value());
    CHECK_FALSE(parse_rfc3339("2020-01-01T00:00:60Z").has_value());
    CHECK_FALSE(parse_rfc3339("2020-01-01T00:00:00").has_value());
    CHECK_FALSE(parse_rfc3339("2021-02-29T00:00:00Z").has_value());
    CHECK(time_from_text("2020-02-29") == at("2020-02-29"));
    CHECK_THROWS_WITH_AS(
        time_from_text("yesterday"),
        "cannot convert string \"yesterday\" to time due to invalid syntax: cannot parse date",
        fluxi::base::RuntimeError);
    CHECK_THROWS_WITH_AS(time_from_text("2020-01-01T"),
                         "cannot convert string \"2020-01-01T\" to time due to invalid syntax: "
                         "cannot parse date time",
                         fluxi::base::RuntimeError);
}

TEST_CASE("a column parser and writer give what the single functions give") {
    TimeParser parser;
    TimeWriter writer;
    std::uint64_t state = 88172645463325252ULL;
    std::int64_t time = 0;
    for (int i = 0; i < 50000; ++i) {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        const auto random = static_cast<std::int64_t>(state);
        if (i < 4) {
            time = i % 2 == 0 ? kMin : kMax;
        } else if (i % 8 == 0) {
            time = random;
        } else {
            time = wrap_add(time, random % (3 * kNsPerHour));
        }
        const std::string text = trimmed(time);
        std::int64_t back = 0;
        REQUIRE(parser.parse(text, back));
        CHECK(back == time);
        CHECK(parse_rfc3339(time_to_string(time)) == time);
        char buffer[kTimeTextMax];
        CHECK(std::string(buffer, writer.write(buffer, time)) == text);
        CHECK(time_of(date_time_of(time)) == time);
    }
    std::int64_t out = 0;
    CHECK(parser.parse("2020-01-01T00:00:00Z", out));
    CHECK_FALSE(parser.parse("2020-01-01T00:00:00", out));
    CHECK_FALSE(parser.parse("2020-01-01T25:00:00Z", out));
    CHECK(parser.parse("2020-01-01T00:00:00.5+01:00", out));
    CHECK(out == at("2019-12-31T23:00:00.5Z"));
}

TEST_CASE("months are added before nanoseconds, the day clamped") {
    const auto add = [](std::string_view to, std::string_view duration) {
        return trimmed(add_duration(at(to), parse_duration(duration).duration));
    };
    CHECK(add("2021-01-31", "1mo") == "2021-02-28T00:00:00Z");
    CHECK(add("2020-01-31", "1mo") == "2020-02-29T00:00:00Z");
    CHECK(add("2020-01-31", "1mo1d") == "2020-03-01T00:00:00Z");
    CHECK(add("2020-03-31", "-1mo") == "2020-02-29T00:00:00Z");
    CHECK(add("2020-02-29", "-1y") == "2019-02-28T00:00:00Z");
    CHECK(add("2020-02-29T12:34:56.7Z", "4y") == "2024-02-29T12:34:56.7Z");
    CHECK(add("2020-12-15", "1mo") == "2021-01-15T00:00:00Z");
    CHECK(add("2020-01-15", "-13mo") == "2018-12-15T00:00:00Z");
    CHECK(add("2021-01-01", "300y") == "1736-06-12T00:25:26.290448384Z");
    CHECK(add("1969-12-31T23:59:59.999999999Z", "1mo") == "1970-01-31T23:59:59.999999999Z");
}

TEST_CASE("parts of a date") {
    const auto week = [](std::string_view text) {
        return iso_week_of_days(days_of_time(at(text)));
    };
    CHECK(week("2021-01-01") == 53);
    CHECK(week("2018-12-31") == 1);
    CHECK(week("2020-12-31") == 53);
    CHECK(week("2021-01-04") == 1);
    CHECK(week("1969-12-29") == 1);
    CHECK(weekday_of_days(0) == 4);
    CHECK(weekday_of_days(-5) == 6);
    CHECK(weekday_of_days(days_of_time(at("2026-11-24"))) == 2);
    CHECK(year_day_of_days(days_of_time(at("2020-12-31"))) == 366);
    CHECK(year_day_of_days(days_of_time(at("1969-12-31T23:00:00Z"))) == 365);
    CHECK(months_of_time(at("1969-12-31")) == -1);
    CHECK(months_of_time(at("2021-03-01")) == 614);
}

TEST_CASE("layouts of Go's time package") {
    CHECK(read("2006-01-02", "2021-04-05") == "2021-04-05T00:00:00Z");
    CHECK(read("2006-01-02 15:04:05", "2021-04-05 6:07:08.25") == "2021-04-05T06:07:08.25Z");
    CHECK(read("Jan _2 2006", "mar  4 2021") == "2021-03-04T00:00:00Z");
    CHECK(read("Monday, January 2, 2006 3:04PM", "Sunday, MARCH 14, 2021 12:30AM") ==
          "2021-03-14T00:30:00Z");
    CHECK(read("02/01/06 03:04:05 pm", "31/12/68 11:59:59 pm") == "2068-12-31T23:59:59Z");
    CHECK(read("2006-002", "2020-366") == "2020-12-31T00:00:00Z");
    CHECK(read("2006-01-02T15:04:05.000Z0700", "2021-01-02T03:04:05.678+0530") ==
          "2021-01-01T21:34:05.678Z");
    CHECK(read("2006-01-02T15:04:05.999999999Z07:00", "2021-01-02T03:04:05Z") ==
          "2021-01-02T03:04:05Z");
    CHECK(read("Mon, 02 Jan 2006 15:04:05 MST", "Tue, 10 Nov 2009 23:00:00 GMT+3") ==
          "2009-11-10T20:00:00Z");
    CHECK(read("2006-01-02 15:04:05 -07", "2021-01-02 00:00:00 -03") == "2021-01-02T03:00:00Z");
    CHECK(read("_2006", "_2021") == "2021-01-01T00:00:00Z");
}

TEST_CASE("layout errors have Go's words") {
    CHECK(
        problem(kRfc3339Layout, "2024-01-01") ==
        "parsing time \"2024-01-01\" as \"2006-01-02T15:04:05Z07:00\": cannot parse \"\" as \"T\"");
    CHECK(problem("", "2024-01-01T00:00:00Z") ==
          "parsing time \"2024-01-01T00:00:00Z\": extra text: \"2024-01-01T00:00:00Z\"");
    CHECK(problem("2006-01-02", "2024/01/01") ==
          "parsing time \"2024/01/01\" as \"2006-01-02\": cannot parse \"/01/01\" as \"-\"");
    CHECK(problem("2006-01-02", "2024-13-01") == "parsing time \"2024-13-01\": month out of range");
    CHECK(problem("2006-01-02", "2023-02-29") == "parsing time \"2023-02-29\": day out of range");
    CHECK(problem("2006-01-02", "x\"\x01") ==
          "parsing time \"x\\\"\\x01\" as \"2006-01-02\": cannot parse \"x\\\"\\x01\" as \"2006\"");
    CHECK(problem("15:04", "24:00") == "parsing time \"24:00\": hour out of range");
}
