#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <numeric>
#include <optional>
#include <random>
#include <string>
#include <vector>

#include "base/error.hpp"
#include "table/builder.hpp"
#include "table/concat.hpp"
#include "table/group_table.hpp"
#include "table/hash.hpp"
#include "table/sort.hpp"

using namespace fluxi;
using namespace fluxi::table;

namespace {

using Text = std::optional<std::string>;
using Number = std::optional<std::int64_t>;

Column texts(const std::vector<Text>& values) {
    Builder builder(ColumnType::string);
    for (const Text& v : values) v ? builder.append_text(*v) : builder.append_null();
    return builder.finish();
}

Column ints(const std::vector<Number>& values) {
    Builder builder(ColumnType::integer);
    for (const Number& v : values) v ? builder.append_stored(*v) : builder.append_null();
    return builder.finish();
}

Column floats(const std::vector<double>& values) {
    Builder builder(ColumnType::floating);
    for (const double v : values) builder.append_stored(v);
    return builder.finish();
}

const double kNan = std::numeric_limits<double>::quiet_NaN();
const std::string kLong = "a text of more than twelve bytes";

using table::Rows;

Rows groups_of(GroupTable& table, const std::vector<Column>& keys) {
    Rows groups(keys.front().size());
    table.assign(keys, groups);
    return groups;
}

/// Random pairs of a short or long text and a small number, with nulls.
struct Pairs {
    std::vector<Text> texts;
    std::vector<Number> numbers;
    explicit Pairs(std::size_t count, unsigned seed) {
        std::mt19937 random(seed);
        for (std::size_t i = 0; i < count; ++i) {
            const auto pick = random() % 7;
            std::string text((pick == 0 ? 0 : 20) * (random() % 2), 'p');
            text += std::to_string(random() % 5);
            texts.push_back(pick == 1 ? Text{} : Text{text});
            numbers.push_back(random() % 9 == 0 ? Number{}
                                                : Number{static_cast<int>(random() % 11) - 5});
        }
    }
};

}  // namespace

TEST_CASE("equal rows hash alike in every encoding, unlike rows differ") {
    const Column flat = texts({"a", std::nullopt, kLong, kLong, "a", ""});
    auto ends =
        std::make_shared<std::vector<std::uint32_t>>(std::vector<std::uint32_t>{1, 2, 4, 5, 6});
    const Column runs = Column::run_end(texts({"a", std::nullopt, kLong, "a", ""}), ends);
    std::vector<std::uint64_t> x(6);
    std::vector<std::uint64_t> y(6);
    hash_rows(std::span(&flat, 1), x);
    hash_rows(std::span(&runs, 1), y);
    CHECK(x == y);
    CHECK(x[0] == x[4]);
    CHECK(x[2] == x[3]);
    for (const std::size_t i : {1, 2, 5}) CHECK(x[0] != x[i]);
    CHECK(x[1] != x[5]);
    const Column numbers = floats({0.0, -0.0, 1.0, kNan, -kNan});
    hash_rows(std::span(&numbers, 1), std::span(x).first(5));
    CHECK(x[0] == x[1]);
    CHECK(x[3] == x[4]);
    CHECK(values_equal(numbers, 0, numbers, 1));
    CHECK_FALSE(values_equal(numbers, 0, numbers, 2));
    CHECK(values_equal(flat, 1, runs, 1));
    CHECK_FALSE(values_equal(flat, 1, runs, 5));
}

TEST_CASE("groups are numbered in order of appearance") {
    GroupTable table({ColumnType::string, ColumnType::integer});
    const std::vector<Column> keys{texts({"x", "x", std::nullopt, "x", std::nullopt, ""}),
                                   ints({1, 2, 1, 1, 1, 1})};
    CHECK(groups_of(table, keys) == Rows{0, 1, 2, 0, 2, 3});
    CHECK(table.size() == 4);
    const std::vector<Column> more{texts({"x", "new"}), ints({std::nullopt, 2})};
    Rows found(2);
    table.find(more, found);
    CHECK(found == Rows{GroupTable::kNone, GroupTable::kNone});
    CHECK(groups_of(table, more) == Rows{4, 5});
    table.find(more, found);
    CHECK(found == Rows{4, 5});
    const std::vector<Column> stored = table.keys();
    CHECK(stored[0].is_null(2));
    CHECK(stored[0].at(5).as_text() == "new");
    CHECK(stored[1].at(1).as_integer() == 2);
    CHECK(stored[1].is_null(4));
}

TEST_CASE("NaN is one group or as many as there are rows") {
    const std::vector<Column> keys{floats({kNan, 0.0, -0.0, kNan})};
    GroupTable equal({ColumnType::floating});
    CHECK(groups_of(equal, keys) == Rows{0, 1, 1, 0});
    GroupTable distinct({ColumnType::floating}, GroupTable::Nan::distinct);
    CHECK(groups_of(distinct, keys) == Rows{0, 1, 1, 2});
    const std::vector<Column> same{
        Column::constant(ColumnType::floating, 2, value::Value::floating(kNan))};
    CHECK(groups_of(distinct, same) == Rows{3, 4});
    CHECK(groups_of(equal, same) == Rows{0, 0});
}

TEST_CASE("grouping agrees with an ordered map") {
    const Pairs pairs(20000, 1);
    GroupTable table({ColumnType::string, ColumnType::integer});
    std::map<std::pair<Text, Number>, std::uint32_t> expected;
    const Column text = texts(pairs.texts);
    const Column number = ints(pairs.numbers);
    for (std::uint32_t begin = 0; begin < 20000; begin += 1000) {
        const std::vector<Column> keys{text.slice(begin, 1000), number.slice(begin, 1000)};
        const auto groups = groups_of(table, keys);
        for (std::uint32_t i = 0; i < 1000; ++i) {
            const auto next = static_cast<std::uint32_t>(expected.size());
            const auto entry =
                expected.emplace(std::pair(pairs.texts[begin + i], pairs.numbers[begin + i]), next);
            REQUIRE(groups[i] == entry.first->second);
        }
    }
    CHECK(table.size() == expected.size());
}

TEST_CASE("nulls come first both ways and ties keep their order") {
    const SortColumn up{ints({3, std::nullopt, 1, 3, std::nullopt, 2}), false};
    CHECK(sort_permutation(std::span(&up, 1), 6) == Rows{1, 4, 2, 5, 0, 3});
    const SortColumn down{up.column, true};
    CHECK(sort_permutation(std::span(&down, 1), 6) == Rows{1, 4, 0, 3, 5, 2});
    const SortColumn numbers{floats({1, kNan, -0.0, 0.0, -1}), false};
    CHECK(sort_permutation(std::span(&numbers, 1), 5) == Rows{1, 4, 2, 3, 0});
    const SortColumn words{texts({"abcdefghij", "abcdefgh", "abcdefghi", "", "b"}), false};
    CHECK(sort_permutation(std::span(&words, 1), 5) == Rows{3, 1, 2, 0, 4});
}

TEST_CASE("sorting and taking the top agree with std::stable_sort") {
    const Pairs pairs(3000, 2);
    for (const bool first : {false, true}) {
        for (const bool second : {false, true}) {
            const std::vector<SortColumn> columns{{texts(pairs.texts), first},
                                                  {ints(pairs.numbers), second}};
            Rows expected(3000);
            std::iota(expected.begin(), expected.end(), 0U);
            const auto before = [](const auto& a, const auto& b, bool descending) {
                if (!a || !b) return !a && b ? -1 : (a && !b ? 1 : 0);
                const int order = *a < *b ? -1 : (*b < *a ? 1 : 0);
                return descending ? -order : order;
            };
            std::stable_sort(expected.begin(), expected.end(), [&](auto a, auto b) {
                const int order = before(pairs.texts[a], pairs.texts[b], first);
                return order != 0 ? order < 0
                                  : before(pairs.numbers[a], pairs.numbers[b], second) < 0;
            });
            CHECK(sort_permutation(columns, 3000) == expected);
            for (const std::uint32_t count : {0U, 1U, 50U, 2999U, 5000U}) {
                Rows top(expected.begin(), expected.begin() + std::min(count, 3000U));
                CHECK(top_permutation(columns, 3000, count) == top);
            }
        }
    }
}

TEST_CASE("parts of one table become one, with nulls for columns a part lacks") {
    const auto first = make_schema({{"k", ColumnType::string}, {"a", ColumnType::integer}}, {0});
    const auto second = make_schema(
        {{"b", ColumnType::string}, {"a", ColumnType::integer}, {"k", ColumnType::string}}, {2});
    TableParts parts;
    parts.add(Batch(first, {texts({"x"}), ints({1, 2})}, {{0, 0, 2, true, true}}), 0);
    parts.add(Batch(second, {texts({"p", "q", "r"}), ints({3, 4, 5}), texts({"w", "x"})},
                    {{1, 0, 1, true, true}, {2, 1, 3, true, true}}),
              1);
    CHECK(parts.rows() == 4);
    const Batch whole = parts.finish(9);
    CHECK(parts.empty());
    REQUIRE(whole.schema()->size() == 3);
    CHECK(whole.schema()->fields()[2].label == "b");
    CHECK(whole.schema()->key() == std::vector<std::uint32_t>{0});
    CHECK(whole.key_value(0, 0).as_text() == "x");
    CHECK(whole.column(1).at(3).as_integer() == 5);
    CHECK(whole.column(2).is_null(1));
    CHECK(whole.column(2).at(2).as_text() == "q");
    CHECK(whole.runs()[0].table == 9);

    const auto clash = make_schema({{"k", ColumnType::string}, {"a", ColumnType::floating}}, {0});
    CHECK_THROWS_WITH_AS((void)merged_schema(first, clash),
                         "schema collision detected: column \"a\" is both of type int and float",
                         base::RuntimeError);
}

TEST_CASE("a few single rows between runs are not lost when parts are put together") {
    const Column long_run = Column::constant(ColumnType::string, 100, value::Value::string("a"));
    const Column few = texts({"a", "b", std::nullopt, "c"});
    const Column parts[] = {long_run, few, long_run, few.slice(1, 1)};
    const Column all = concat(ColumnType::string, parts);
    REQUIRE(all.size() == 205);
    std::uint32_t row = 0;
    for (const Column& part : parts) {
        for (std::uint32_t i = 0; i < part.size(); ++i, ++row)
            CHECK(values_equal(all, row, part, i));
    }
    const std::vector<std::uint32_t> rows{204, 99, 100, 101, 102, 103, 104, 203};
    const Column taken = all.take(rows);
    for (std::uint32_t i = 0; i < rows.size(); ++i) CHECK(values_equal(taken, i, all, rows[i]));
}

TEST_CASE("rows that do not stand after a row are all that can be first") {
    std::mt19937 random(11);
    for (const ColumnType type : {ColumnType::integer, ColumnType::floating, ColumnType::string}) {
        for (const bool nulls : {false, true}) {
            Builder builder(type);
            for (int i = 0; i < 500; ++i) {
                const int v = static_cast<int>(random() % 40) - 20;
                if (nulls && v == 7) {
                    builder.append_null();
                } else if (type == ColumnType::integer) {
                    builder.append_stored(std::int64_t{v});
                } else if (type == ColumnType::floating) {
                    builder.append_stored(v == 3 ? std::nan("") : v / 2.0);
                } else {
                    builder.append_text(std::string(static_cast<std::size_t>(v + 20), 'x'));
                }
            }
            const Column column = builder.finish();
            for (const bool descending : {false, true}) {
                const SortColumn sort{column, descending};
                const auto order = sort_permutation({&sort, 1}, 500);
                Rows kept;
                append_not_after(column, 0, 500, column, order[99], descending, kept);
                CHECK(kept.size() >= 100);
                CHECK(std::is_sorted(kept.begin(), kept.end()));
                for (std::size_t i = 0; i < 100; ++i)
                    CHECK(std::binary_search(kept.begin(), kept.end(), order[i]));
                if (type != ColumnType::string) CHECK(kept.size() < 200);
            }
        }
    }
}

TEST_CASE("runs stay runs when parts are put together and rows are taken") {
    const Column a = Column::constant(ColumnType::string, 40, value::Value::string(kLong));
    const Column b = Column::constant(ColumnType::string, 30, value::Value::null());
    const std::vector<Column> parts{a, a.slice(0, 10), b.slice(0, 0), b, a};
    const Column all = concat(ColumnType::string, parts);
    CHECK(all.encoding() == Encoding::run_end);
    CHECK(all.run_count() == 3);
    CHECK(all.size() == 120);
    for (const std::uint32_t row : {0U, 49U, 80U, 119U}) CHECK(all.at(row).as_text() == kLong);
    CHECK(all.is_null(50));
    CHECK(all.is_null(79));
    // A part of it, joined with itself: the last run of the one goes on in the first of the other.
    const std::vector<Column> again{all.slice(45, 40), all.slice(80, 40)};
    const Column joined = concat(ColumnType::string, again);
    CHECK(joined.run_count() == 3);
    CHECK(joined.at(4).as_text() == kLong);
    CHECK(joined.is_null(34));
    CHECK(joined.at(79).as_text() == kLong);

    std::vector<std::uint32_t> rows(60);
    std::iota(rows.begin(), rows.end(), 40U);
    const Column taken = all.take(rows);
    CHECK(taken.encoding() == Encoding::run_end);
    CHECK(taken.run_count() == 3);
    for (std::uint32_t i = 0; i < 60; ++i) CHECK(values_equal(taken, i, all, 40 + i));
    std::vector<std::uint32_t> mixed;
    for (std::uint32_t i = 0; i < 40; ++i) mixed.push_back(i % 2 == 0 ? i : 50 + i % 30);
    const Column gathered = all.take(mixed);
    CHECK(gathered.encoding() == Encoding::flat);
    for (std::uint32_t i = 0; i < 40; ++i) CHECK(values_equal(gathered, i, all, mixed[i]));

    const std::vector<Column> zeros{
        Column::constant(ColumnType::floating, 20, value::Value::floating(0.0)),
        Column::constant(ColumnType::floating, 20, value::Value::floating(-0.0))};
    const Column signs = concat(ColumnType::floating, zeros);
    CHECK(std::signbit(signs.at(20).as_floating()));
    CHECK_FALSE(std::signbit(signs.at(19).as_floating()));
    const std::vector<Column> same{zeros[0], zeros[0]};
    CHECK(concat(ColumnType::floating, same).encoding() == Encoding::constant);
    const std::vector<Column> flat{ints({1, 2, 3}), ints({4})};
    CHECK(concat(ColumnType::integer, flat).encoding() == Encoding::flat);
}

TEST_CASE("keys of groups are taken whatever their type") {
    GroupTable table({ColumnType::string, ColumnType::integer});
    std::vector<Text> names;
    std::vector<Number> numbers;
    for (int i = 0; i < 100; ++i) {
        names.push_back(kLong + std::to_string(i));
        numbers.push_back(i);
    }
    const std::vector<Column> keys{texts(names), ints(numbers)};
    groups_of(table, keys);
    const std::vector<Column> stored = table.keys();
    const Rows few{99, 3};
    CHECK(stored[0].take(few).at(0).as_text() == kLong + "99");
    CHECK(stored[1].take(few).at(1).as_integer() == 3);
    CHECK(stored[1].heaps().empty());
}
