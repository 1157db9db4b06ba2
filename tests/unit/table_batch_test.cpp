#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "table/batch.hpp"
#include "table/builder.hpp"
#include "table/group_key.hpp"

using namespace fluxi;
using namespace fluxi::table;
using value::Value;

namespace {

Column ints(const std::vector<std::int64_t>& values) {
    Builder builder(ColumnType::integer);
    for (const std::int64_t v : values) builder.append_stored(v);
    return builder.finish();
}

Column texts(const std::vector<std::string>& values) {
    Builder builder(ColumnType::string);
    for (const std::string& v : values) builder.append_text(v);
    return builder.finish();
}

/// Tables "a" (rows 0-2), "b" (empty), "c" (rows 3-4, goes on).
Batch three_tables() {
    auto schema = make_schema({{"v", ColumnType::integer}, {"tag", ColumnType::string}}, {1});
    return {schema,
            {ints({0, 1, 2, 3, 4}), texts({"a", "b", "c"})},
            {{7, 0, 3, true, true}, {8, 3, 3, true, true}, {9, 3, 5, true, false}}};
}

std::string shown(const Batch& batch) {
    std::string all;
    for (std::size_t r = 0; r < batch.runs().size(); ++r) {
        const Run& run = batch.runs()[r];
        all += std::to_string(run.table) + (run.opens ? "(" : "~");
        all += std::string(batch.key_value(1, r).as_text()) + ":";
        for (std::uint32_t row = run.begin; row < run.end; ++row) {
            CHECK(batch.column(1).at(row).as_text() == batch.key_value(1, r).as_text());
            all += " " + std::to_string(batch.column(0).at(row).as_integer());
        }
        all += run.closes ? ") " : "~ ";
    }
    return all;
}

GroupKey key(const std::vector<std::pair<std::string, Value>>& parts) {
    std::vector<Field> fields;
    std::vector<Column> columns;
    std::vector<std::uint32_t> positions;
    for (const auto& [label, v] : parts) {
        const ColumnType type = column_type_of(v.nature()).value_or(ColumnType::string);
        positions.push_back(static_cast<std::uint32_t>(fields.size()));
        fields.push_back({label, type});
        columns.push_back(Column::constant(type, 1, v));
    }
    return GroupKey::of(Batch(make_schema(fields, positions), columns, {Run{0, 0, 1, true, true}}),
                        0);
}

}  // namespace

TEST_CASE("batches are cut by run and by row") {
    const Batch batch = three_tables();
    CHECK(shown(batch) == "7(a: 0 1 2) 8(b:) 9(c: 3 4~ ");
    CHECK(shown(batch.only(2)) == "9(c: 3 4~ ");
    CHECK(shown(batch.only(1)) == "8(b:) ");
    CHECK(shown(batch.slice(2, 4)) == "7~a: 2) 9(c: 3~ ");
    CHECK(shown(batch.slice(0, 3)) == "7(a: 0 1 2) ");
    CHECK(shown(batch.slice(4, 5)) == "9~c: 4~ ");
    const std::uint32_t rows[] = {1, 4};
    CHECK(shown(batch.take(rows)) == "7(a: 1) 8(b:) 9(c: 4~ ");
}

TEST_CASE("a key column has one value per row when asked") {
    const Batch batch = three_tables();
    CHECK(batch.column(1).size() == 5);
    CHECK(batch.only(0).column(1).size() == 3);
    CHECK(batch.only(0).column(1).encoding() == Encoding::constant);
    CHECK(batch.only(1).column(1).size() == 0);
}

TEST_CASE("one whole table") {
    auto schema = make_schema({{"v", ColumnType::integer}, {"tag", ColumnType::string}}, {1});
    CHECK(shown(Batch::single(schema, {ints({5, 6}), texts({"x", "x"})}, 2, 3)) == "3(x: 5 6) ");
    CHECK(shown(Batch::single(schema, {ints({}), texts({})}, 0, 3, {Value::string("y")})) ==
          "3(y:) ");
}

TEST_CASE("group keys compare by sorted label") {
    const auto s = [](const char* text) { return Value::string(text); };
    const GroupKey none = key({});
    const GroupKey by = key({{"b", s("y")}});
    const GroupKey null_a = key({{"a", Value::null()}, {"c", s("q")}});
    const GroupKey with_c = key({{"c", s("q")}, {"a", s("p")}});
    const GroupKey with_b = key({{"a", s("p")}, {"b", s("y")}});
    const std::vector<const GroupKey*> order{&none, &by, &null_a, &with_c, &with_b};
    for (std::size_t i = 0; i < order.size(); ++i) {
        for (std::size_t j = 0; j < order.size(); ++j) {
            CHECK((*order[i] < *order[j]) == (i < j));
            CHECK((*order[i] == *order[j]) == (i == j));
        }
    }
    const GroupKey other_order = key({{"a", s("p")}, {"c", s("q")}});
    CHECK(other_order == with_c);
    CHECK(other_order.hash() == with_c.hash());
    CHECK(with_c.text() == "{a=p,c=q}");
    CHECK(key({{"a", Value::boolean(false)}}) < key({{"a", Value::boolean(true)}}));
    CHECK(key({{"a", Value::integer(5)}}) < key({{"a", s("4")}}));
    CHECK_FALSE(key({{"a", Value::integer(5)}}) == key({{"a", Value::uinteger(5)}}));
}
