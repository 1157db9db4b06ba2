#include "value/duration.hpp"

#include <array>
#include <charconv>

#include <fmt/core.h>

#include "base/error.hpp"

namespace fluxi::value {
namespace {

struct UnitFacts {
    std::string_view text;
    std::int64_t nanoseconds;
    std::int32_t months;
};

constexpr std::array<UnitFacts, 10> kUnits{{
    {"y", 0, 12},
    {"mo", 0, 1},
    {"w", kNsPerWeek, 0},
    {"d", kNsPerDay, 0},
    {"h", kNsPerHour, 0},
    {"m", kNsPerMinute, 0},
    {"s", kNsPerSecond, 0},
    {"ms", kNsPerMs, 0},
    {"us", kNsPerUs, 0},
    {"ns", 1, 0},
}};

constexpr std::int32_t wrap_months(std::int64_t months) {
    return static_cast<std::int32_t>(
        static_cast<std::uint32_t>(static_cast<std::uint64_t>(months)));
}

void append_part(std::string& out, std::uint64_t count, std::string_view unit) {
    char digits[24];
    const auto end = std::to_chars(digits, digits + sizeof digits, count).ptr;
    out.append(digits, end);
    out.append(unit);
}

constexpr bool is_digit(char c) {
    return c >= '0' && c <= '9';
}
/// Letters of a unit: ASCII, and every byte of a longer UTF-8 sequence (for the micro sign).
constexpr bool is_unit_byte(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
           static_cast<unsigned char>(c) >= 0x80;
}

}  // namespace

Duration Duration::scaled(std::int64_t factor) const {
    return {wrap_mul(nanoseconds, factor), wrap_months(wrap_mul(months, factor))};
}

Duration Duration::plus(Duration other) const {
    return {wrap_add(nanoseconds, other.nanoseconds),
            wrap_months(std::int64_t{months} + std::int64_t{other.months})};
}

std::int64_t Duration::approximate_ns() const {
    constexpr std::int64_t kNsPerMonth = kNsPerHour * 1461 / 2;  // 30.4375 days
    static_assert(kNsPerMonth * 12 == kNsPerDay * 365 + kNsPerDay / 4);
    return wrap_add(wrap_mul(months, kNsPerMonth), nanoseconds);
}

std::optional<DurationUnit> duration_unit(std::string_view text) {
    for (std::size_t i = 0; i < kUnits.size(); ++i)
        if (kUnits[i].text == text) return static_cast<DurationUnit>(i);
    // Both code points that look like a micro: the sign and the Greek letter.
    if (text == "\xC2\xB5s" || text == "\xCE\xBCs") return DurationUnit::microsecond;
    return std::nullopt;
}

std::string_view duration_unit_text(DurationUnit unit) {
    return kUnits[static_cast<std::size_t>(unit)].text;
}

Duration duration_of(DurationPart part) {
    const UnitFacts& facts = kUnits[static_cast<std::size_t>(part.unit)];
    return {wrap_mul(part.magnitude, facts.nanoseconds),
            wrap_months(wrap_mul(part.magnitude, facts.months))};
}

Duration duration_of(std::span<const DurationPart> parts) {
    Duration sum;
    for (const DurationPart& part : parts) sum = sum.plus(duration_of(part));
    return sum;
}

ParsedDuration parse_duration(std::string_view text) {
    const bool negative = !text.empty() && text.front() == '-';
    std::string_view rest = negative ? text.substr(1) : text;
    if (rest.empty()) return {{}, "a number and a unit are expected, as in 1h30m"};
    Duration sum;
    while (!rest.empty()) {
        std::size_t digits = 0;
        while (digits < rest.size() && is_digit(rest[digits])) ++digits;
        if (digits == 0) return {{}, fmt::format("a number is expected at \"{}\"", rest)};
        std::int64_t count = 0;
        if (std::from_chars(rest.data(), rest.data() + digits, count).ec != std::errc())
            return {{}, fmt::format("the number {} is too large", rest.substr(0, digits))};
        std::size_t end = digits;
        while (end < rest.size() && is_unit_byte(rest[end])) ++end;
        const std::string_view name = rest.substr(digits, end - digits);
        if (name.empty()) return {{}, fmt::format("{} has no unit", rest.substr(0, digits))};
        const auto unit = duration_unit(name);
        if (!unit)
            return {{},
                    fmt::format("\"{}\" is no unit, the units are y mo w d h m s ms us ns", name)};
        sum = sum.plus(duration_of(DurationPart{count, *unit}));
        rest.remove_prefix(end);
    }
    return {negative ? sum.negated() : sum, {}};
}

Duration duration_from_text(std::string_view text) {
    if (text.empty()) return {};  // as the reference reads it
    const ParsedDuration parsed = parse_duration(text);
    if (!parsed.problem.empty())
        base::fail("cannot convert string \"{}\" to duration due to invalid syntax: {}", text,
                   parsed.problem);
    return parsed.duration;
}

void append_duration(std::string& out, Duration duration) {
    if (duration.is_zero()) {
        out += "0ns";
        return;
    }
    if (duration.is_negative()) out += '-';
    const std::uint64_t all_months = magnitude(duration.months);
    if (all_months / 12 != 0) append_part(out, all_months / 12, "y");
    if (all_months % 12 != 0) append_part(out, all_months % 12, "mo");
    std::uint64_t rest = magnitude(duration.nanoseconds);
    for (auto i = static_cast<std::size_t>(DurationUnit::week); rest != 0; ++i) {
        const auto size = static_cast<std::uint64_t>(kUnits[i].nanoseconds);
        if (rest >= size) append_part(out, rest / size, kUnits[i].text);
        rest %= size;
    }
}

std::string to_string(Duration duration) {
    std::string out;
    append_duration(out, duration);
    return out;
}

}  // namespace fluxi::value
