// Values of a column tested by a predicate: loops over columns, one for each kind of comparison.
#include <algorithm>
#include <string>

#include "flow/exec/columns.hpp"
#include "source/predicate.hpp"
#include "value/regexp_object.hpp"

namespace fluxi::source {

using table::ColumnType;
using value::Nature;
using value::Value;

namespace {

using Test = Predicate::Test;

template <typename T, typename U, typename Keep>
void compare_with(const flow::exec::View<T>& values, const U& literal, std::uint32_t rows,
                  std::vector<std::uint8_t>& out, Keep keep) {
    for (std::uint32_t row = 0; row < rows; ++row)
        out[row] = static_cast<std::uint8_t>(keep(static_cast<U>(values[row]), literal));
}

template <typename U, typename T>
void compare(Test test, const flow::exec::View<T>& values, const U& literal, std::uint32_t rows,
             std::vector<std::uint8_t>& out) {
    const auto with = [&](auto keep) { compare_with(values, literal, rows, out, keep); };
    switch (test) {
        case Test::equal:
            return with([](const U& a, const U& b) { return a == b; });
        case Test::not_equal:
            return with([](const U& a, const U& b) { return a != b; });
        case Test::less:
            return with([](const U& a, const U& b) { return a < b; });
        case Test::less_equal:
            return with([](const U& a, const U& b) { return a <= b; });
        case Test::greater:
            return with([](const U& a, const U& b) { return a > b; });
        case Test::greater_equal:
            return with([](const U& a, const U& b) { return a >= b; });
        case Test::match:
        case Test::not_match:
        case Test::exists:
        case Test::missing:
            break;
    }
}

void test_unsigned(const Predicate& predicate, const table::Column& values,
                   std::vector<std::uint8_t>& out) {
    const flow::exec::View<std::uint64_t> view(values);
    if (predicate.literal.is(Nature::floating))
        return compare(predicate.test, view, predicate.literal.as_floating(), values.size(), out);
    const std::int64_t literal = predicate.literal.as_integer();
    if (literal >= 0) {
        return compare(predicate.test, view, static_cast<std::uint64_t>(literal), values.size(),
                       out);
    }
    const bool above = predicate.test == Test::not_equal || predicate.test == Test::greater ||
                       predicate.test == Test::greater_equal;
    std::fill(out.begin(), out.end(), static_cast<std::uint8_t>(above));
}

void test_texts(const Predicate& predicate, const table::Column& values,
                std::vector<std::uint8_t>& out) {
    const flow::exec::View<table::StringView> view(values);
    if (predicate.literal.is(Nature::regexp)) {
        const value::Regexp& regexp = predicate.literal.as_regexp().regexp();
        for (std::uint32_t row = 0; row < values.size(); ++row) {
            out[row] = static_cast<std::uint8_t>(regexp.match(view[row].view()) ==
                                                 (predicate.test == Test::match));
        }
        return;
    }
    const std::string literal(predicate.literal.as_text());
    compare(predicate.test, view, table::StringView(literal), values.size(), out);
}

void test_values(const Predicate& predicate, ColumnType type, const table::Column& values,
                 std::vector<std::uint8_t>& out) {
    const Value& literal = predicate.literal;
    const std::uint32_t rows = values.size();
    switch (type) {
        case ColumnType::floating: {
            const flow::exec::View<double> view(values);
            const double number = literal.is(Nature::integer)
                                      ? static_cast<double>(literal.as_integer())
                                      : literal.as_floating();
            return compare(predicate.test, view, number, rows, out);
        }
        case ColumnType::integer: {
            const flow::exec::View<std::int64_t> view(values);
            if (literal.is(Nature::integer))
                return compare(predicate.test, view, literal.as_integer(), rows, out);
            return compare(predicate.test, view, literal.as_floating(), rows, out);
        }
        case ColumnType::uinteger:
            return test_unsigned(predicate, values, out);
        case ColumnType::boolean: {
            const flow::exec::View<std::uint8_t> view(values);
            const auto wanted = static_cast<std::uint8_t>(literal.as_boolean());
            return compare(predicate.test, view, wanted, rows, out);
        }
        case ColumnType::string:
            return test_texts(predicate, values, out);
        case ColumnType::time:
            break;
    }
}

}  // namespace

std::vector<std::uint8_t> ValueTest::evaluate(const Predicate& predicate,
                                              const table::Column& values) const {
    std::vector<std::uint8_t> kept(values.size(), static_cast<std::uint8_t>(predicate.holds));
    if (predicate.kind == Predicate::Kind::value) {
        test_values(predicate, type_, values, kept);
        return kept;
    }
    const bool all = predicate.kind == Predicate::Kind::all;
    for (std::size_t i = 0; i < predicate.parts.size(); ++i) {
        const std::vector<std::uint8_t> part = evaluate(predicate.parts[i], values);
        for (std::uint32_t row = 0; row < values.size(); ++row) {
            kept[row] = i == 0 ? part[row] : all ? kept[row] & part[row] : kept[row] | part[row];
        }
    }
    return kept;
}

void ValueTest::select(const table::Column& values, std::vector<std::uint32_t>& rows) const {
    const std::vector<std::uint8_t> kept = evaluate(predicate_, values);
    for (std::uint32_t row = 0; row < values.size(); ++row) {
        if (kept[row] != 0) rows.push_back(row);
    }
}

}  // namespace fluxi::source
