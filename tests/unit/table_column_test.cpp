#include <doctest/doctest.h>

#include <numeric>
#include <string>
#include <vector>

#include "base/error.hpp"
#include "table/builder.hpp"
#include "table/column.hpp"

using namespace fluxi;
using namespace fluxi::table;
using value::Nature;
using value::Value;

namespace {

Column texts(const std::vector<std::string>& values, const std::vector<int>& nulls = {}) {
    Builder builder(ColumnType::string);
    for (std::size_t i = 0; i < values.size(); ++i) {
        bool null = false;
        for (const int n : nulls) null = null || static_cast<std::size_t>(n) == i;
        if (null) {
            builder.append_null();
        } else {
            builder.append_text(values[i]);
        }
    }
    return builder.finish();
}

Column numbers(std::uint32_t count) {
    Builder builder(ColumnType::integer);
    for (std::uint32_t i = 0; i < count; ++i) builder.append_stored<std::int64_t>(i * 10);
    return builder.finish();
}

BufferRef codes(const std::vector<std::uint32_t>& values) {
    auto buffer = Buffer::allocate(values.size() * sizeof(std::uint32_t));
    std::memcpy(buffer->data(), values.data(), buffer->size());
    return buffer;
}

/// One text per row, "-" for null: what a column holds, read through `at`.
std::string shown(const Column& column) {
    std::string all;
    for (std::uint32_t i = 0; i < column.size(); ++i) {
        const Value v = column.at(i);
        CHECK(v.is_null() == column.is_null(i));
        if (i != 0) all += ' ';
        if (v.is_null()) {
            all += '-';
        } else if (v.nature() == Nature::string) {
            all += v.as_text();
        } else {
            all += std::to_string(v.as_integer());
        }
    }
    return all;
}

void check_everywhere(const Column& column, const std::string& expected) {
    CHECK(shown(column) == expected);
    const Column flat = column.flattened();
    CHECK(flat.encoding() == Encoding::flat);
    CHECK(shown(flat) == expected);
    CHECK(shown(column.simple()) == expected);
    if (column.size() < 3) return;
    std::vector<std::uint32_t> rows(column.size());
    std::iota(rows.begin(), rows.end(), 0U);
    CHECK(shown(column.take(rows)) == expected);
    // A slice of a slice is the inner part, and taking from it counts from its own first row.
    const Column part = column.slice(1, column.size() - 1).slice(1, column.size() - 2);
    const std::uint32_t picked[] = {part.size() - 1, 0};
    std::string last_first = shown(column.slice(column.size() - 1, 1));
    last_first += ' ' + shown(column.slice(2, 1));
    CHECK(shown(part.take(picked)) == last_first);
    CHECK(shown(part.flattened()) == shown(part));
}

}  // namespace

TEST_CASE("a flat column gives its values and nulls, sliced and taken") {
    const std::string longer = "a text of more than twelve bytes";
    check_everywhere(texts({"a", longer, "", "b"}, {3}), "a " + longer + "  -");
    check_everywhere(numbers(5), "0 10 20 30 40");
}

TEST_CASE("constant columns hold one value for all rows") {
    check_everywhere(Column::constant(ColumnType::integer, 4, Value::integer(7)), "7 7 7 7");
    check_everywhere(Column::constant(ColumnType::string, 3, Value::null()), "- - -");
    const std::string longer = "a text of more than twelve bytes";
    const Column column = Column::constant(ColumnType::string, 2, Value::string(longer));
    CHECK(shown(column) == longer + " " + longer);
    CHECK_THROWS_AS(Column::constant(ColumnType::integer, 1, Value::string("x")),
                    base::RuntimeError);
}

TEST_CASE("run-end columns") {
    auto ends = std::make_shared<std::vector<std::uint32_t>>(std::vector<std::uint32_t>{2, 2, 5});
    const Column column = Column::run_end(texts({"a", "unused", "c"}, {2}), ends);
    check_everywhere(column, "a a - - -");
    CHECK(column.slice(0, 2).simple().encoding() == Encoding::constant);
    CHECK(column.slice(1, 2).simple().encoding() == Encoding::flat);
    check_everywhere(
        Column::run_end(Column::constant(ColumnType::integer, 3, Value::integer(1)), ends),
        "1 1 1 1 1");
}

TEST_CASE("dictionary columns have nulls by code and by row") {
    auto validity = Buffer::allocate(5);
    for (std::size_t i = 0; i < 5; ++i) validity->data()[i] = std::byte{1};
    validity->data()[4] = std::byte{0};
    const Column values = texts({"x", "y", "z"}, {2});
    check_everywhere(Column::dictionary(values, codes({1, 0, 2, 1, 77}), validity, 5), "y x - y -");
    check_everywhere(Column::dictionary(values, codes({1, 0, 1, 1}), nullptr, 4), "y x y y");
}

TEST_CASE("texts outlive what they were copied from") {
    Column kept;
    const std::string longer(40, 'x');
    {
        const Column source = texts({"a", longer, longer + "y"});
        Builder builder(ColumnType::string);
        builder.append_rows(source, 1, 2);
        builder.append_rows(source, 0, 1);
        kept = builder.finish();
    }
    CHECK(shown(kept) == longer + " " + longer + "y a");
}

TEST_CASE("a builder keeps nulls of all that was appended") {
    Builder builder(ColumnType::floating);
    builder.append(Value::floating(1));
    builder.append_rows(Column::nulls(ColumnType::floating, 100), 0, 100);
    builder.append(Value::floating(2));
    const Column column = builder.finish();
    CHECK(column.size() == 102);
    CHECK_FALSE(column.is_null(0));
    CHECK(column.is_null(100));
    CHECK(column.at(101).as_floating() == 2);
    CHECK(builder.size() == 0);
    CHECK_THROWS_AS(builder.append(Value::string("x")), base::RuntimeError);
}

TEST_CASE("memory of columns is counted and given back") {
    auto budget = std::make_shared<base::MemoryBudget>(std::size_t{1} << 16);
    {
        const base::BudgetScope scope(budget);
        const Column column = numbers(1000);
        CHECK(budget->used() >= 8000);
        CHECK_THROWS_AS(numbers(10000), base::RuntimeError);
    }
    CHECK(budget->used() == 0);
}

TEST_CASE("few rows of many do not keep the texts of the others") {
    auto budget = std::make_shared<base::MemoryBudget>();
    const base::BudgetScope scope(budget);
    Column few;
    {
        std::vector<std::string> values;
        for (int i = 0; i < 1000; ++i) values.push_back(std::string(1000, 'x') + std::to_string(i));
        const Column all = texts(values, {7});
        const std::uint32_t rows[] = {3, 7, 999};
        few = all.take(rows);
        CHECK(budget->used() > 1000000);
    }
    CHECK(budget->used() < 100000);
    CHECK(few.at(0).as_text().ends_with("x3"));
    CHECK(few.is_null(1));
    CHECK(few.at(2).as_text().ends_with("x999"));
}
