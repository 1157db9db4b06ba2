#include <doctest/doctest.h>

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <variant>

#include "engine/fluxi/fluxi.hpp"
#include "tests/support/engine_options.hpp"

using fluxi::Calls;
using fluxi::Engine;
using fluxi::Error;
using fluxi::NativePackage;
using fluxi::Null;
using fluxi::Options;
using fluxi::Result;
using fluxi::Results;
using fluxi::Status;
using fluxi::Value;
using fluxi::tests::plain;

namespace {

/// What a function whose types are only known at run time was asked for, and in which form.
struct Seen {
    int calls = 0;           ///< one at a time
    int blocks = 0;          ///< of many rows
    std::size_t rows = 0;    ///< in blocks
    std::size_t wanted = 0;  ///< of those
    bool constant = false;   ///< the second argument was one value for all rows
};

/// scale(v: float, ?by: float) => float: not below zero; 10 times as much if `by` is left out.
NativePackage::Function scale(Seen& seen) {
    NativePackage::Function function;
    function.name = "scale";
    function.parameters = {{"v", "float"}, {"by", "float", true}};
    function.result = "float";
    function.call = [&seen](std::span<const Value> arguments) -> std::variant<Value, Error> {
        ++seen.calls;
        if (std::holds_alternative<Null>(arguments[0])) return Value(Null{});
        const double v = std::get<double>(arguments[0]);
        if (v < 0) return Error{"below zero: " + std::to_string(static_cast<int>(v))};
        const auto* by = std::get_if<double>(&arguments[1]);
        return Value(v * (by == nullptr ? 10.0 : *by));
    };
    function.rows = [&seen](NativePackage::Call&, const Calls& calls,
                            Results& results) -> std::optional<Error> {
        ++seen.blocks;
        seen.rows += calls.rows;
        const Calls::Argument& v = calls.arguments[0];
        const Calls::Argument& by = calls.arguments[1];
        seen.constant = by.constant;
        for (std::size_t row = 0; row < calls.rows; ++row) {
            if (calls.wants(row)) ++seen.wanted;
            if (!calls.wants(row) || !v.has(row)) {
                results.add_null();
                continue;
            }
            if (v.at<double>(row) < 0) return Error{"one of them is below zero"};
            results.add(v.at<double>(row) * (by.has(row) ? by.at<double>(row) : 10.0));
        }
        return std::nullopt;
    };
    return function;
}

Result run(NativePackage::Function function, const std::string& expression) {
    Options options = plain();
    options.packages.push_back(NativePackage("acme/rows").add(std::move(function)));
    return Engine(options).run(
        "import \"array\"\nimport \"acme/rows\"\n"
        "array.from(rows: [{v: 1.5, by: 2.0}, {v: 3.0, by: 4.0}, {v: -1.0, by: 0.5}])\n" +
        expression);
}

}  // namespace

TEST_CASE("the form for many rows is given columns, constants and the rows that count") {
    Seen seen;
    const std::string positive = "|> filter(fn: (r) => r.v > 0.0)";
    CHECK(run(scale(seen), positive + " |> map(fn: (r) => ({x: rows.scale(v: r.v, by: r.by)}))")
              .output == "x\n3\n12\n");
    CHECK(seen.calls == 0);
    CHECK(seen.blocks == 1);
    CHECK(seen.rows == 2);
    CHECK_FALSE(seen.constant);
    seen = {};
    CHECK(run(scale(seen), positive + " |> map(fn: (r) => ({x: rows.scale(v: r.v, by: 3.0)}))")
              .output == "x\n4.5\n9\n");
    CHECK(seen.blocks == 1);
    CHECK(seen.constant);
    // An argument that is left out is one without a value.
    seen = {};
    CHECK(run(scale(seen), positive + " |> map(fn: (r) => ({x: rows.scale(v: r.v)}))").output ==
          "x\n15\n30\n");
    CHECK(seen.blocks == 1);
    // Nobody asks about the row that takes the other branch.
    seen = {};
    CHECK(
        run(scale(seen), "|> map(fn: (r) => ({x: if r.v < 0.0 then 0.0 else rows.scale(v: r.v)}))")
            .output == "x\n15\n30\n0\n");
    CHECK(seen.calls == 0);
    CHECK(seen.wanted == 2);
    // Outside of rows the other form is called.
    seen = {};
    CHECK(run(scale(seen), "|> limit(n: 0)\nrows.scale(v: 2.0)").scalar == Value(20.0));
    CHECK(seen.calls == 1);
    CHECK(seen.blocks == 0);
}

TEST_CASE("where the form for many rows fails, the error is that of the first row that fails") {
    Seen seen;
    const Result failed = run(scale(seen), "|> map(fn: (r) => ({x: rows.scale(v: r.v)}))");
    CHECK(failed.status == Status::failed);
    REQUIRE(failed.problems.size() == 1);
    CHECK(failed.problems.front().message == "rows.scale: below zero: -1");
    CHECK(seen.blocks == 1);
    CHECK(seen.calls == 3);
}

TEST_CASE("a form for many rows that gives too few results or another type is not believed") {
    Seen seen;
    const char* const stage = "|> map(fn: (r) => ({x: rows.scale(v: r.v, by: 1.0)}))";
    const auto with_rows = [&seen](NativePackage::CallRows rows) {
        NativePackage::Function function = scale(seen);
        function.call = [](std::span<const Value>) -> std::variant<Value, Error> {
            return Value(7.0);
        };
        function.rows = std::move(rows);
        return function;
    };
    // What is wrong with the block does not show where the rows one by one are right.
    const auto few = [](NativePackage::Call&, const Calls&, Results& results) {
        results.add(1.0);
        return std::optional<Error>();
    };
    CHECK(run(with_rows(few), stage).output == "x\n7\n7\n7\n");
    const auto text = [](NativePackage::Call&, const Calls& calls, Results& results) {
        for (std::size_t row = 0; row < calls.rows; ++row) results.add(std::string_view("one"));
        return std::optional<Error>();
    };
    CHECK(run(with_rows(text), stage).output == "x\n7\n7\n7\n");
}
