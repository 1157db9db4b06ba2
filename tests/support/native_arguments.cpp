#include "tests/support/native_arguments.hpp"

#include <cmath>
#include <limits>
#include <string_view>
#include <utility>

#include "table/builder.hpp"
#include "value/composite.hpp"
#include "value/regexp_object.hpp"
#include "vec/stored_form.hpp"

namespace fluxi::test {

using table::Column;
using table::ColumnType;
using value::Nature;
using value::Value;

namespace {

std::vector<Value> texts() {
    std::vector<Value> all;
    using namespace std::string_view_literals;
    for (const auto text : {""sv,
                            "a"sv,
                            "1"sv,
                            "Z"sv,
                            "alpha/beta/gamma"sv,
                            "  spaced out  "sv,
                            "\xff\xfe"sv,
                            "a\xffz"sv,
                            "\xe2\x82"sv,
                            "\0x\0"sv,
                            "Größe ΣΑΣ ǆ"sv,
                            "日本語"sv,
                            "12"sv,
                            "-7"sv,
                            "0x1f"sv,
                            "68656c6c6f"sv,
                            "6g"sv,
                            "1.5e3"sv,
                            "NaN"sv,
                            "true"sv,
                            "1h30m"sv,
                            "-2mo"sv,
                            "1"sv,
                            "$1$x$$"sv,
                            "2021-03-04T05:06:07Z"sv,
                            "2021-02-30T05:06:07Z"sv,
                            "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaab"sv,
                            "a text that is longer than what a column keeps beside its length"sv}) {
        all.push_back(Value::string(text));
    }
    all.push_back(Value::string(std::string(300, 'x') + "é"));
    return all;
}

std::vector<Value> durations() {
    constexpr std::int64_t kMost = std::numeric_limits<std::int64_t>::max();
    std::vector<Value> all;
    for (const value::Duration v :
         {value::Duration{}, value::Duration{1, 0}, value::Duration{-1, 0},
          value::Duration{value::kNsPerHour, 0}, value::Duration{0, 1}, value::Duration{0, -14},
          value::Duration{value::kNsPerDay, 1}, value::Duration{kMost, 0},
          value::Duration{-kMost - 1, 0}, value::Duration{0, 2147483647}}) {
        all.push_back(Value::duration(v));
    }
    return all;
}

std::vector<Value> times() {
    std::vector<Value> all;
    for (const std::int64_t v :
         {std::int64_t{0}, std::int64_t{-1}, std::int64_t{1}, std::int64_t{1614834367123456789},
          std::int64_t{1616893200000000000}, std::int64_t{1635642000000000000},
          std::int64_t{-2208988800000000000}, std::numeric_limits<std::int64_t>::max(),
          std::numeric_limits<std::int64_t>::min()}) {
        all.push_back(Value::time({v}));
    }
    return all;
}

/// Values of one type that are likely to show a difference.
std::vector<Value> values_of(ColumnType type) {
    std::vector<Value> all;
    switch (type) {
        case ColumnType::boolean:
            return {Value::boolean(false), Value::boolean(true)};
        case ColumnType::integer:
            for (const std::int64_t v : {0, 1, -1, 2, 3, 7, -5, 20, 63, 64, 65, -200})
                all.push_back(Value::integer(v));
            all.push_back(Value::integer(std::numeric_limits<std::int64_t>::max()));
            all.push_back(Value::integer(std::numeric_limits<std::int64_t>::min()));
            return all;
        case ColumnType::uinteger:
            for (const std::uint64_t v : {0U, 1U, 2U, 63U, 64U, 1000U})
                all.push_back(Value::uinteger(v));
            all.push_back(Value::uinteger(std::numeric_limits<std::uint64_t>::max()));
            return all;
        case ColumnType::floating:
            for (const double v :
                 {0.0, -0.0, 1.0, -1.0, 0.5, 2.5, -3.7, 1e300, -1e300, 5e-324, 1e-10, 123456789.125,
                  std::nan(""), std::numeric_limits<double>::infinity(),
                  -std::numeric_limits<double>::infinity()})
                all.push_back(Value::floating(v));
            return all;
        case ColumnType::string:
            return texts();
        case ColumnType::time:
            return times();
    }
    return all;
}

}  // namespace

std::optional<MadeArgument> ArgumentMaker::make(const std::string& type,
                                                std::map<std::string, ColumnType>& variables) {
    static const std::map<std::string, ColumnType> kTypes{
        {"bool", ColumnType::boolean},  {"int", ColumnType::integer},
        {"uint", ColumnType::uinteger}, {"float", ColumnType::floating},
        {"string", ColumnType::string}, {"time", ColumnType::time}};
    if (const auto plain = kTypes.find(type); plain != kTypes.end()) return column(plain->second);
    if (type == "duration") return stored(vec::kDurationForm);
    if (type == "bytes") return stored(vec::kBytesForm);
    if (type == "regexp") return constant(regexp());
    if (type.starts_with("[") && type.find(':') == std::string::npos) {
        const std::string element = type.substr(1, type.size() - 2);
        const auto plain = kTypes.find(element);
        const ColumnType known =
            plain != kTypes.end() ? plain->second : variable(element, variables);
        return list(known);
    }
    if (type.starts_with("[")) return constant(dict());
    if (type.starts_with("{zone")) return constant(location());
    if (type.size() != 1) return std::nullopt;
    switch (variables.contains(type) ? 0 : random_() % 8) {
        case 5:
            return stored(vec::kDurationForm);
        case 6:
            return stored(vec::kBytesForm);
        case 7:
            return record();
        default:
            return column(variable(type, variables));
    }
}

ColumnType ArgumentMaker::variable(const std::string& name,
                                   std::map<std::string, ColumnType>& variables) {
    const auto type = static_cast<ColumnType>(random_() % 6);
    return variables.emplace(name, type).first->second;
}

std::vector<Value> ArgumentMaker::some(const std::vector<Value>& pool, Nature nature) {
    std::vector<Value> rows;
    const bool nulls = coin(3);
    for (std::uint32_t i = 0; i < kArgumentRows; ++i)
        rows.push_back(nulls && coin(4) ? Value::null(nature) : pick(pool));
    return rows;
}

MadeArgument ArgumentMaker::constant(Value v) {
    MadeArgument made;
    made.constant = std::make_shared<Value>(std::move(v));
    made.kind.constant = made.constant.get();
    made.rows.assign(kArgumentRows, *made.constant);
    if (const auto type = table::column_type_of(made.constant->nature()))
        made.columns.push_back(Column::constant(*type, kArgumentRows, *made.constant));
    return made;
}

MadeArgument ArgumentMaker::column(ColumnType type) {
    const Nature nature = table::nature_of(type);
    if (coin(3)) return constant(coin(12) ? Value::null(nature) : pick(values_of(type)));
    MadeArgument made;
    made.kind.type = type;
    made.rows = some(values_of(type), nature);
    table::Builder builder(type);
    for (const Value& v : made.rows) builder.append(v);
    made.columns.push_back(builder.finish());
    return made;
}

MadeArgument ArgumentMaker::stored(vec::Form form) {
    std::vector<Value> pool;
    if (form == vec::kDurationForm) {
        pool = durations();
    } else {
        for (const Value& text : texts()) pool.push_back(Value::bytes(text.as_text()));
    }
    if (coin(3)) return constant(pick(pool));
    return of_rows(form, some(pool, form.nature));
}

MadeArgument ArgumentMaker::list(ColumnType element) {
    std::vector<Value> rows;
    const std::vector<Value> pool = values_of(element);
    for (std::uint32_t i = 0; i < kArgumentRows; ++i) {
        std::vector<Value> elements;
        for (std::size_t n = random_() % 5; n > 0; --n)
            elements.push_back(coin(9) ? Value::null(table::nature_of(element)) : pick(pool));
        rows.push_back(value::make_array(std::move(elements)));
    }
    if (coin(4)) return constant(rows.front());
    return of_rows({Nature::array, element}, std::move(rows));
}

MadeArgument ArgumentMaker::of_rows(vec::Form form, std::vector<Value> rows) {
    MadeArgument made;
    made.kind.form = form;
    made.rows = std::move(rows);
    table::Builder builder(ColumnType::string);
    for (const Value& v : made.rows) {
        // An array without elements has no type of its own.
        const bool empty = v.is(Nature::array) && v.as_array().size() == 0;
        builder.append(empty ? Value::string(std::string(4, '\0')) : vec::stored(v));
    }
    made.columns.push_back(builder.finish());
    return made;
}

MadeArgument ArgumentMaker::record() {
    MadeArgument made;
    made.kind.whole = Nature::record;
    std::vector<std::vector<std::pair<std::string, Value>>> rows(kArgumentRows);
    static const std::vector<std::string> kLabels{"b", "a", "c"};
    for (const std::string& label : kLabels) {
        parts_.push_back(std::make_shared<MadeArgument>(
            label == "c" ? list(ColumnType::string)
                         : column(static_cast<ColumnType>(random_() % 6))));
        const MadeArgument& part = *parts_.back();
        made.kind.labels.push_back(label);
        made.kind.parts.push_back(part.kind);
        made.columns.insert(made.columns.end(), part.columns.begin(), part.columns.end());
        for (std::uint32_t i = 0; i < kArgumentRows; ++i) rows[i].emplace_back(label, part.rows[i]);
    }
    for (auto& fields : rows) made.rows.push_back(value::make_record(std::move(fields)));
    return made;
}

Value ArgumentMaker::regexp() {
    static const std::vector<std::string> kPatterns{"a", "[a-e]+", "(a)(l)?", "^",   "$",
                                                    "",  "(?i)A.", "\\pL*",   "é|x", "(?P<x>b)"};
    return Value::of(value::make<value::RegexpObject>(value::Regexp::compile(pick(kPatterns))));
}
Value ArgumentMaker::dict() {
    std::vector<value::Dict::Entry> entries;
    for (int i = 0; i < 4; ++i) {
        entries.emplace_back(Value::string(std::string(1, static_cast<char>('a' + i))),
                             Value::integer(i));
    }
    return Value::of(value::make<value::Dict>(std::move(entries)));
}
Value ArgumentMaker::location() {
    static const std::vector<std::string> kZones{"UTC", "America/New_York", "Asia/Kathmandu"};
    std::vector<std::pair<std::string, Value>> fields;
    fields.emplace_back("zone", Value::string(pick(kZones)));
    fields.emplace_back("offset", Value::duration({coin() ? 0 : value::kNsPerHour, 0}));
    return value::make_record(std::move(fields));
}

}  // namespace fluxi::test
