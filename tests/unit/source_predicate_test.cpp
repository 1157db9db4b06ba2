// What a source tests by itself: values against a column, statistics of a chunk against its values.
#include <doctest/doctest.h>

#include <algorithm>
#include <random>
#include <string>
#include <vector>

#include "source/chunk_verdict.hpp"
#include "source/predicate.hpp"
#include "table/builder.hpp"

using namespace fluxi;
using source::Predicate;
using table::ColumnType;
using value::Value;

namespace {

Predicate value_test(Predicate::Test test, Value literal) {
    Predicate predicate;
    predicate.kind = Predicate::Kind::value;
    predicate.test = test;
    predicate.literal = std::move(literal);
    return predicate;
}

Predicate tag_test(Predicate::Test test, std::string label, Value literal = {}) {
    Predicate predicate;
    predicate.kind = Predicate::Kind::tag;
    predicate.test = test;
    predicate.label = std::move(label);
    predicate.literal = std::move(literal);
    return predicate;
}

std::optional<std::string_view> no_tags(std::string_view) {
    return std::nullopt;
}

std::vector<std::uint32_t> selected(const Predicate& predicate, const table::Column& values) {
    std::vector<std::uint32_t> rows;
    source::ValueTest(predicate, values.type()).select(values, rows);
    return rows;
}

}  // namespace

TEST_CASE("a missing tag counts as the empty text") {
    using Test = Predicate::Test;
    const auto holds = [](const Predicate& predicate) {
        return source::for_series(predicate, no_tags, ColumnType::floating).is_true();
    };
    CHECK(holds(tag_test(Test::not_equal, "x", Value::string("1"))));
    CHECK_FALSE(holds(tag_test(Test::not_equal, "x", Value::string(""))));
    CHECK_FALSE(holds(tag_test(Test::equal, "x", Value::string("1"))));
    CHECK(holds(tag_test(Test::missing, "x")));
    CHECK_FALSE(holds(tag_test(Test::exists, "x")));
    // A literal that is no text fulfils nothing.
    CHECK_FALSE(holds(tag_test(Test::not_equal, "x", Value::integer(1))));
}

TEST_CASE("a value of another type fulfils nothing, also with !=") {
    using Test = Predicate::Test;
    const auto left = [](Test test, Value literal, ColumnType type) {
        return source::for_series(value_test(test, std::move(literal)), no_tags, type);
    };
    CHECK(left(Test::not_equal, Value::string("x"), ColumnType::floating).is_false());
    CHECK(left(Test::not_equal, Value::integer(1), ColumnType::string).is_false());
    CHECK(left(Test::less, Value::boolean(true), ColumnType::boolean).is_false());
    CHECK_FALSE(left(Test::less, Value::integer(1), ColumnType::floating).is_false());
    CHECK_FALSE(left(Test::less, Value::string("x"), ColumnType::string).is_false());
}

TEST_CASE("a negative literal is below every unsigned value") {
    table::Builder builder(ColumnType::uinteger);
    builder.append_stored(std::uint64_t{0});
    builder.append_stored(std::uint64_t{18446744073709551615U});
    const table::Column values = builder.finish();
    using Test = Predicate::Test;
    CHECK(selected(value_test(Test::greater, Value::integer(-1)), values).size() == 2);
    CHECK(selected(value_test(Test::less, Value::integer(-1)), values).empty());
    CHECK(selected(value_test(Test::greater, Value::integer(9223372036854775807)), values).size() ==
          1);
}

TEST_CASE("what statistics say of a chunk holds for its values") {
    std::mt19937 random(7);
    using Test = Predicate::Test;
    const Test tests[] = {Test::equal,      Test::not_equal, Test::less,
                          Test::less_equal, Test::greater,   Test::greater_equal};
    for (int round = 0; round < 2000; ++round) {
        table::Builder builder(ColumnType::floating);
        store::Statistics statistics;
        double min = 10;
        double max = -10;
        for (int i = 0; i < 3; ++i) {
            const double v = static_cast<double>(static_cast<int>(random() % 5)) - 2.0;
            builder.append_stored(v);
            min = std::min(min, v);
            max = std::max(max, v);
        }
        statistics.min = min;
        statistics.max = max;
        const table::Column values = builder.finish();
        std::vector<Predicate> parts;
        for (int i = 0; i < 2; ++i) {
            const auto literal = static_cast<std::int64_t>(random() % 5) - 2;
            parts.push_back(value_test(
                tests[random() % 6],
                i == 0 ? Value::integer(literal) : Value::floating(static_cast<double>(literal))));
        }
        const Predicate predicate = random() % 2 == 0 ? Predicate::all_of(std::move(parts))
                                                      : Predicate::any_of(std::move(parts));
        const std::size_t count = selected(predicate, values).size();
        const source::Verdict verdict = source::judge(predicate, statistics);
        CAPTURE(source::to_string(predicate));
        if (verdict == source::Verdict::all) CHECK(count == values.size());
        if (verdict == source::Verdict::none) CHECK(count == 0);
    }
}
