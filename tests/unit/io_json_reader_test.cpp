#include <doctest/doctest.h>

#include <string>
#include <string_view>

#include "base/error.hpp"
#include "io/json_reader.hpp"
#include "value/composite.hpp"

using namespace fluxi;
using io::JsonElements;
using value::Nature;
using value::Value;

namespace {

Value read(std::string_view text) {
    return io::read_json(text, JsonElements::typed);
}

std::string problem(std::string_view text) {
    try {
        read(text);
    } catch (const base::RuntimeError& error) {
        return error.what();
    }
    return "";
}

}  // namespace

TEST_CASE("JSON scalars") {
    CHECK(read(" 1.5e2 ").as_floating() == 150.0);
    CHECK(read("-0").as_floating() == 0.0);
    CHECK(read("12345678901234567890").as_floating() == 12345678901234567890.0);
    CHECK(read("1e-400").as_floating() == 0.0);
    CHECK(read("true").as_boolean());
    CHECK(read("null").is_null());
    CHECK(read(R"("a\u00e9\n\"\\\/")").as_text() == "a\u00e9\n\"\\/");
}

TEST_CASE("JSON strings outside of the basic plane and invalid ones") {
    CHECK(read(R"("\ud83d\ude00")").as_text() == "\U0001F600");
    CHECK(read(R"("\ud83dx")").as_text() == "\uFFFDx");
    CHECK(read(R"("\ud83d\u0041")").as_text() == "\uFFFDA");
    CHECK(read("\"a\xff\"").as_text() == "a\uFFFD");
}

TEST_CASE("JSON arrays and objects") {
    const Value array = read("[1, 2, 3]");
    REQUIRE(array.is(Nature::array));
    CHECK(array.as_array().size() == 3);
    CHECK(read("[]").as_array().size() == 0);
    const Value object = read(R"({"b": [{"x": 1}, {"x": 2}], "a": null, "b": "last"})");
    REQUIRE(object.is(Nature::record));
    CHECK(object.as_record().find("b")->as_text() == "last");
    CHECK(object.as_record().find("a")->is_null());
    CHECK(object.as_record().size() == 2);
}

TEST_CASE("JSON arrays have one type unless their elements are dynamic") {
    CHECK(problem(R"([1, "a"])") == "array values must all be the same type");
    CHECK(problem(R"([{"a": 1}, {"b": 1}])") == "array values must all be the same type");
    CHECK(problem(R"([{"a": 1, "b": 2}, {"b": 1, "a": 3}])").empty());
    const Value mixed = io::read_json(R"([1, "a", null])", JsonElements::dynamic);
    CHECK(mixed.as_array().elements()[1].as_dynamic().inner().as_text() == "a");
}

TEST_CASE("JSON errors") {
    CHECK(problem("") == "unexpected end of JSON input");
    CHECK(problem("{\"a\": ") == "unexpected end of JSON input");
    CHECK(problem("\"abc") == "unexpected end of JSON input");
    CHECK(problem("{a: 1}") == "invalid character 'a' looking for beginning of object key string");
    CHECK(problem("[1,]") == "invalid character ']' looking for beginning of value");
    CHECK(problem("1 2") == "invalid character '2' after top-level value");
    CHECK(problem("noll") == "invalid character 'o' in literal null (expecting 'u')");
    CHECK(problem("[1 2]") == "invalid character '2' after array element");
    CHECK(problem("{\"a\" 1}") == "invalid character '1' after object key");
    CHECK(problem("{\"a\": 1 2}") == "invalid character '2' after object key:value pair");
    CHECK(problem("01") == "invalid character '1' after top-level value");
    CHECK(problem("-x") == "invalid character 'x' in numeric literal");
    CHECK(problem("1.x") == "invalid character 'x' after decimal point in numeric literal");
    CHECK(problem("\"\\x\"") == "invalid character 'x' in string escape code");
    CHECK(problem("\"a\nb\"") == "invalid character '\\n' in string literal");
    CHECK(problem("1e999") == "json: cannot unmarshal number 1e999 into Go value of type float64");
}

TEST_CASE("JSON nested as deeply as it may be") {
    const auto nested = [](std::size_t depth) {
        return std::string(depth, '[') + std::string(depth, ']');
    };
    CHECK(problem(nested(io::kJsonMaxDepth)).empty());
    CHECK(problem(nested(io::kJsonMaxDepth + 1)) == "exceeded max depth");
}
