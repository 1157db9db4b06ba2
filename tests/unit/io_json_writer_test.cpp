#include <cmath>
#include <string>

#include <doctest/doctest.h>

#include "base/error.hpp"
#include "io/json_reader.hpp"
#include "io/json_writer.hpp"
#include "value/composite.hpp"
#include "value/regexp_object.hpp"

using namespace fluxi;
using value::Value;

namespace {
std::string json(const Value& v) {
    std::string out;
    io::append_json(out, v);
    return out;
}
std::string text(std::string_view content) {
    return json(Value::string(content));
}
}  // namespace

TEST_CASE("simple values as JSON") {
    CHECK(json(Value::null()) == "null");
    CHECK(json(Value::null(value::Nature::string)) == "null");
    CHECK(json(Value::boolean(true)) == "true");
    CHECK(json(Value::integer(-7)) == "-7");
    CHECK(json(Value::uinteger(18446744073709551615U)) == "18446744073709551615");
    CHECK(json(Value::floating(1)) == "1");
    CHECK(json(Value::floating(1e21)) == "1e+21");
    CHECK(json(Value::floating(-0.0)) == "-0");
    CHECK(json(Value::time({500'000'000})) == "\"1970-01-01T00:00:00.5Z\"");
    CHECK(json(Value::duration({5'400'000'000'000, 13})) == "\"1y1mo1h30m\"");
    CHECK(json(Value::bytes("hi\xFF")) == "\"aGn/\"");
    CHECK(json(Value::of(value::make<value::RegexpObject>(value::Regexp::compile("a/b.*")))) ==
          "\"a/b.*\"");
}

TEST_CASE("strings as JSON") {
    CHECK(text("a\"b\\c\n\r\t\x01") == "\"a\\\"b\\\\c\\n\\r\\t\\u0001\"");
    CHECK(text("<a href='x'>&") == "\"\\u003ca href='x'\\u003e\\u0026\"");
    CHECK(text("\xE2\x80\xA8\xE2\x80\xA9 é日") == "\"\\u2028\\u2029 é日\"");
    CHECK(text("a\xFF\xC3") == "\"a\\ufffd\\ufffd\"");
}

TEST_CASE("composite values as JSON") {
    const Value record = value::make_record({{"b", Value::integer(1)}, {"a", Value::null()}});
    CHECK(json(record) == "{\"a\":null,\"b\":1}");
    CHECK(json(value::make_array({record, Value::string("x")})) == "[{\"a\":null,\"b\":1},\"x\"]");
    CHECK(json(value::make_array({})) == "[]");
    const Value dict = Value::of(value::make<value::Dict>(std::vector<value::Dict::Entry>{
        {Value::integer(9), Value::integer(2)}, {Value::integer(10), Value::integer(1)}}));
    CHECK(json(dict) == "{\"10\":1,\"9\":2}");
    CHECK(json(Value::of(value::make<value::Dynamic>(record))) == "{\"a\":null,\"b\":1}");
}

TEST_CASE("what has no JSON form") {
    CHECK_THROWS_WITH_AS(json(Value::floating(std::nan(""))), "json: unsupported value: NaN",
                         base::RuntimeError);
    CHECK_THROWS_WITH_AS(json(Value::null(value::Nature::stream)),
                         "got table stream instead of array. Try using tableFind() or findRecord() "
                         "to extract data from stream",
                         base::RuntimeError);
}

TEST_CASE("what was written reads back") {
    for (const char* document :
         {"[1,2.5,-300]", "{\"a\":[true,false],\"b\":{\"c\":\"x\\\"y\"}}", "\"\\u003c\"", "null"}) {
        CHECK(json(io::read_json(document, io::JsonElements::typed)) == document);
    }
}
