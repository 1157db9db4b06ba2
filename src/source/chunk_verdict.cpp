#include "source/chunk_verdict.hpp"

#include <algorithm>
#include <optional>

#include "base/overloaded.hpp"

namespace fluxi::source {

using value::Nature;
using value::Value;

namespace {

/// Negative, zero, positive; nothing where the two are not told apart exactly. Whole numbers that a
/// double cannot hold are not compared with floats here.
std::optional<int> compare(const store::Scalar& scalar, const Value& literal) {
    const auto sign = [](auto a, auto b) { return a < b ? -1 : static_cast<int>(b < a); };
    constexpr std::int64_t kExact = std::int64_t{1} << 53;
    const bool whole = literal.is(Nature::integer);
    if (const auto* v = std::get_if<double>(&scalar)) {
        return sign(*v, whole ? static_cast<double>(literal.as_integer()) : literal.as_floating());
    }
    if (const auto* v = std::get_if<std::int64_t>(&scalar)) {
        if (whole) return sign(*v, literal.as_integer());
        if (*v > kExact || *v < -kExact) return std::nullopt;
        return sign(static_cast<double>(*v), literal.as_floating());
    }
    if (const auto* v = std::get_if<std::uint64_t>(&scalar)) {
        if (*v > static_cast<std::uint64_t>(kExact)) return std::nullopt;
        const auto number = static_cast<std::int64_t>(*v);
        if (whole) return sign(number, literal.as_integer());
        return sign(static_cast<double>(number), literal.as_floating());
    }
    return std::nullopt;
}

Verdict judge_test(const Predicate& predicate, const store::Statistics& statistics) {
    using Test = Predicate::Test;
    if (!predicate.literal.is(Nature::integer) && !predicate.literal.is(Nature::floating))
        return Verdict::some;
    const auto min = compare(statistics.min, predicate.literal);
    const auto max = compare(statistics.max, predicate.literal);
    if (!min || !max) return Verdict::some;
    const auto verdict = [](bool all, bool none) {
        return all ? Verdict::all : none ? Verdict::none : Verdict::some;
    };
    switch (predicate.test) {
        case Test::less:
            return verdict(*max < 0, *min >= 0);
        case Test::less_equal:
            return verdict(*max <= 0, *min > 0);
        case Test::greater:
            return verdict(*min > 0, *max <= 0);
        case Test::greater_equal:
            return verdict(*min >= 0, *max < 0);
        case Test::equal:
            return verdict(*min == 0 && *max == 0, *min > 0 || *max < 0);
        case Test::not_equal:
            return verdict(*min > 0 || *max < 0, *min == 0 && *max == 0);
        default:
            return Verdict::some;
    }
}

}  // namespace

Verdict judge(const Predicate& predicate, const store::Statistics& statistics) {
    switch (predicate.kind) {
        case Predicate::Kind::truth:
            return predicate.holds ? Verdict::all : Verdict::none;
        case Predicate::Kind::value:
            return judge_test(predicate, statistics);
        case Predicate::Kind::tag:
            return Verdict::some;
        case Predicate::Kind::all:
        case Predicate::Kind::any:
            break;
    }
    const bool all = predicate.kind == Predicate::Kind::all;
    Verdict verdict = all ? Verdict::all : Verdict::none;
    for (const Predicate& part : predicate.parts) {
        const Verdict next = judge(part, statistics);
        verdict = all ? std::min(verdict, next) : std::max(verdict, next);
    }
    return verdict;
}

}  // namespace fluxi::source
