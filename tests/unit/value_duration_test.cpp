#include <array>
#include <limits>
#include <string>

#include <doctest/doctest.h>

#include "base/error.hpp"
#include "value/duration.hpp"

using namespace fluxi::value;

namespace {
Duration read(std::string_view text) {
    const ParsedDuration parsed = parse_duration(text);
    REQUIRE_MESSAGE(parsed.problem.empty(), text, ": ", parsed.problem);
    return parsed.duration;
}
}  // namespace

TEST_CASE("a duration is written with its largest units first") {
    CHECK(to_string({}) == "0ns");
    CHECK(to_string(read("90m")) == "1h30m");
    CHECK(to_string(read("13mo")) == "1y1mo");
    CHECK(to_string(read("1000ns")) == "1us");
    CHECK(to_string(read("25h")) == "1d1h");
    CHECK(to_string(read("10d")) == "1w3d");
    CHECK(to_string(read("-1mo2d")) == "-1mo2d");
    CHECK(to_string(read("1y2mo3w4d5h6m7s8ms9us10ns")) == "1y2mo3w4d5h6m7s8ms9us10ns");
    CHECK(to_string(Duration{std::numeric_limits<std::int64_t>::min(), 0}) ==
          "-15250w1d23h47m16s854ms775us808ns");
    CHECK(to_string(kInfiniteDuration) == "15250w1d23h47m16s854ms775us807ns");
}

TEST_CASE("a literal may repeat units in any order") {
    CHECK(read("1s1h1s") == Duration{3602 * kNsPerSecond, 0});
    CHECK(read("001h") == Duration{kNsPerHour, 0});
    CHECK(read("3\xC2\xB5s") == Duration{3000, 0});
    CHECK(read("3\xCE\xBCs") == Duration{3000, 0});
    CHECK(read("1y1mo") == Duration{0, 13});
}

TEST_CASE("what is no duration is named") {
    for (const char* bad : {"", "-", "10", "10x", "1.5h", "1h 30m", "h", "--1h", "+1h", "1h-", "1M",
                            "9223372036854775808ns"}) {
        CAPTURE(bad);
        CHECK_FALSE(parse_duration(bad).problem.empty());
    }
    CHECK(parse_duration("10x").problem.find("\"x\"") != std::string::npos);
    CHECK_THROWS_WITH_AS(
        duration_from_text("10"),
        "cannot convert string \"10\" to duration due to invalid syntax: 10 has no unit",
        fluxi::base::RuntimeError);
    CHECK(duration_from_text("-90m") == Duration{-90 * kNsPerMinute, 0});
}

TEST_CASE("a part that overflows when scaled wraps") {
    const Duration wrapped = read("9223372036854775807us");
    CHECK(wrapped.nanoseconds == -1000);
    CHECK(duration_of(DurationPart{4294967297, DurationUnit::month}).months == 1);
    const std::array<DurationPart, 2> parts{
        {{1, DurationUnit::year}, {2, DurationUnit::millisecond}}};
    CHECK(duration_of(parts) == Duration{2 * kNsPerMs, 12});
}

TEST_CASE("arithmetic acts on both parts") {
    const Duration mixed{5, 2};
    CHECK(mixed.is_mixed());
    CHECK(mixed.scaled(-3) == Duration{-15, -6});
    CHECK(mixed.negated().is_negative());
    CHECK(mixed.negated().negated() == mixed);
    CHECK(mixed.scaled(0).is_zero());
    CHECK(mixed.plus({1, 1}) == Duration{6, 3});
    CHECK(Duration{0, 1}.approximate_ns() == 2'629'800'000'000'000);
    CHECK(Duration{-7, -12}.approximate_ns() == -31'557'600'000'000'007);
    CHECK(Duration{0, 1}.is_positive());
    CHECK_FALSE(Duration{}.is_positive());
}

TEST_CASE("reading what was written gives the same duration") {
    std::uint64_t state = 88172645463325252ULL;
    for (int i = 0; i < 20000; ++i) {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        const auto shift = state % 63;
        const bool minus = (state >> 40) % 2 == 1;
        Duration d{static_cast<std::int64_t>((state >> 1) >> shift),
                   static_cast<std::int32_t>((state >> 20) % 100000)};
        if (minus) d = d.negated();
        CHECK(read(to_string(d)) == d);
    }
}
