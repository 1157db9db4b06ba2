#include <bit>
#include <charconv>
#include <cmath>
#include <limits>
#include <string>

#include <doctest/doctest.h>

#include "base/error.hpp"
#include "value/number.hpp"

using namespace fluxi::value;

namespace {
constexpr double kInf = std::numeric_limits<double>::infinity();
constexpr double kNan = std::numeric_limits<double>::quiet_NaN();

std::string plain(double v) {
    return float_to_string(v);
}
std::string display(double v) {
    return float_to_string(v, FloatForm::display);
}
std::string scientific(double v) {
    return float_to_string(v, FloatForm::scientific);
}
std::string json(double v) {
    return float_to_string(v, FloatForm::json);
}
double read(std::string_view text) {
    double value = 0;
    REQUIRE_MESSAGE(parse_float(text, value) == NumberError::none, text);
    return value;
}
}  // namespace

TEST_CASE("floats without an exponent") {
    CHECK(plain(1) == "1");
    CHECK(plain(0) == "0");
    CHECK(plain(-0.0) == "-0");
    CHECK(plain(1.5) == "1.5");
    CHECK(plain(-0.1) == "-0.1");
    CHECK(plain(1e21) == "1000000000000000000000");
    CHECK(plain(1e23) == "100000000000000000000000");
    CHECK(plain(123456789012345680) == "123456789012345680");
    CHECK(plain(1e15) == "1000000000000000");
    CHECK(plain(0.000001) == "0.000001");
    CHECK(plain(5e-324).size() == 326);
    CHECK(plain(5e-324).back() == '5');
    CHECK(plain(-std::numeric_limits<double>::max()).size() == 310);
    CHECK(plain(kNan) == "NaN");
    CHECK(plain(kInf) == "+Inf");
    CHECK(plain(-kInf) == "-Inf");
}

TEST_CASE("floats as display shows them") {
    CHECK(display(0) == "0");
    CHECK(display(-0.0) == "-0");
    CHECK(display(100000) == "100000");
    CHECK(display(1000000) == "1e+06");
    CHECK(display(999999.5) == "999999.5");
    CHECK(display(123456789) == "1.23456789e+08");
    CHECK(display(0.0001) == "0.0001");
    CHECK(display(0.00001) == "1e-05");
    CHECK(display(1e100) == "1e+100");
    CHECK(display(-kInf) == "-Inf");
}

TEST_CASE("floats with an exponent, in JSON, and with six digits") {
    CHECK(scientific(1.5) == "1.5E+00");
    CHECK(scientific(0) == "0E+00");
    CHECK(scientific(-1234) == "-1.234E+03");
    CHECK(scientific(1e-300) == "1E-300");
    CHECK(json(1) == "1");
    CHECK(json(-0.0) == "-0");
    CHECK(json(1e21) == "1e+21");
    CHECK(json(1e20) == "100000000000000000000");
    CHECK(json(1e-7) == "1e-7");
    CHECK(json(1e-6) == "0.000001");
    CHECK(json(1.5e-10) == "1.5e-10");
    CHECK(float_to_string(2, FloatForm::percent_f) == "2.000000");
    CHECK(float_to_string(0.0000005, FloatForm::percent_f) == "0.000000");
    CHECK(float_to_string(-1e300, FloatForm::percent_f).size() == 309);
}

TEST_CASE("texts that are floats") {
    CHECK(read("1e3") == 1000);
    CHECK(read(".5") == 0.5);
    CHECK(read("1.") == 1);
    CHECK(read("+2") == 2);
    CHECK(read("-0") == 0);
    CHECK(std::signbit(read("-0")));
    CHECK(read("0x1p4") == 16);
    CHECK(read("-0X1.8P-1") == -0.75);
    CHECK(read("0x.8p0") == 0.5);
    CHECK(read("1_000.5") == 1000.5);
    CHECK(read("1_0e1_0") == 1e11);
    CHECK(read("0x_1p4") == 16);
    CHECK(read("inf") == kInf);
    CHECK(read("+Infinity") == kInf);
    CHECK(read("-INF") == -kInf);
    CHECK(std::isnan(read("nAn")));
    CHECK(read("1e-400") == 0);
    CHECK(std::signbit(read("-1e-400")));
    CHECK(read("0.00000000000000000000001e-400") == 0);
    CHECK(read("4.9e-324") == 5e-324);
    CHECK(read("2.2250738585072011e-308") == 2.2250738585072011e-308);
    CHECK(read("1" + std::string(400, '0') + "e-400") == 1);
}

TEST_CASE("texts that are no floats") {
    double value = 0;
    for (const char* bad :
         {"",      "+",      "-",     ".",    "e1",   "1e",   "1e+", " 1",        "1 ",   "1,5",
          "_1",    "1_",     "1__0",  "1_.5", "1._5", "0x1",  "0x",  "0xp1",      "+nan", "-nan",
          "infin", "nan(1)", "1.2.3", "--1",  "+-1",  "1e5x", "1f",  "infinityx", "0b1",  "1_e5"}) {
        CAPTURE(bad);
        CHECK(parse_float(bad, value) == NumberError::syntax);
    }
    CHECK(parse_float("1e400", value) == NumberError::range);
    CHECK(parse_float("-1e99999999999999999999", value) == NumberError::range);
    CHECK(parse_float("0x1p2000", value) == NumberError::range);
    CHECK(parse_float("0.00001e400", value) == NumberError::range);
    CHECK_THROWS_WITH(float_from_text("1e400"),
                      "cannot convert string \"1e400\" to float due to invalid syntax");
}

TEST_CASE("a float reads back as itself from every form but %f") {
    std::uint64_t state = 88172645463325252ULL;
    for (int i = 0; i < 30000; ++i) {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        auto value = std::bit_cast<double>(state);
        if (i % 4 == 1) value = static_cast<double>(state % 100000000) / 1000;
        if (i % 4 == 2) value = std::bit_cast<double>(state >> 12);  // subnormal
        if (std::isnan(value)) continue;
        for (const auto form :
             {FloatForm::plain, FloatForm::display, FloatForm::scientific, FloatForm::json}) {
            const std::string text = float_to_string(value, form);
            double back = 0;
            REQUIRE(parse_float(text, back) == NumberError::none);
            if (std::bit_cast<std::uint64_t>(back) != std::bit_cast<std::uint64_t>(value))
                FAIL_CHECK(text);
        }
    }
}

TEST_CASE("integers") {
    std::int64_t value = 0;
    CHECK(parse_int("-9223372036854775808", value) == NumberError::none);
    CHECK(value == std::numeric_limits<std::int64_t>::min());
    CHECK(parse_int("+7", value) == NumberError::none);
    CHECK(value == 7);
    CHECK(parse_int("007", value) == NumberError::none);
    CHECK(value == 7);
    CHECK(parse_int("9223372036854775808", value) == NumberError::range);
    for (const char* bad : {"", "+", "-", "+-1", "-+1", "1.5", " 1", "1 ", "0x1", "1_0", "1e3"}) {
        CAPTURE(bad);
        CHECK(parse_int(bad, value) == NumberError::syntax);
    }
    std::uint64_t count = 0;
    CHECK(parse_uint("18446744073709551615", count) == NumberError::none);
    CHECK(count == std::numeric_limits<std::uint64_t>::max());
    CHECK(parse_uint("18446744073709551616", count) == NumberError::range);
    for (const char* bad : {"", "+1", "-1", "-0", "1.0"}) {
        CAPTURE(bad);
        CHECK(parse_uint(bad, count) == NumberError::syntax);
    }
    std::string out;
    append_int(out, std::numeric_limits<std::int64_t>::min());
    append_uint(out, 7);
    CHECK(out == "-92233720368547758087");
    CHECK(number_error_text(NumberError::range) == "value out of range");
    CHECK_THROWS_WITH(int_from_text("1.5"),
                      "cannot convert string \"1.5\" to int due to invalid syntax");
    CHECK_THROWS_WITH(uint_from_text("-1"),
                      "cannot convert string \"-1\" to uint due to invalid syntax");
}

TEST_CASE("booleans") {
    for (const char* yes : {"1", "t", "T", "TRUE", "true", "True"}) CHECK(parse_bool(yes) == true);
    for (const char* no : {"0", "f", "F", "FALSE", "false", "False"})
        CHECK(parse_bool(no) == false);
    for (const char* bad : {"", "yes", "tRUE", "2", " true"})
        CHECK_FALSE(parse_bool(bad).has_value());
    CHECK(bool_from_text("true"));
    CHECK_THROWS_WITH(bool_from_text("1"), "cannot convert string \"1\" to bool");
}

TEST_CASE("floats become integers as on amd64") {
    constexpr auto kMin = std::numeric_limits<std::int64_t>::min();
    CHECK(float_to_int(1.9) == 1);
    CHECK(float_to_int(-1.9) == -1);
    CHECK(float_to_int(kNan) == kMin);
    CHECK(float_to_int(kInf) == kMin);
    CHECK(float_to_int(-kInf) == kMin);
    CHECK(float_to_int(1e19) == kMin);
    CHECK(float_to_int(9223372036854774784.0) == 9223372036854774784);
    CHECK(float_to_uint(-1.5) == 18446744073709551615U);
    CHECK(float_to_uint(kNan) == 9223372036854775808U);
    CHECK(float_to_uint(kInf) == 9223372036854775808U);
    CHECK(float_to_uint(1e19) == 10000000000000000000U);
    CHECK(float_to_uint(1e20) == 9223372036854775808U);
}

TEST_CASE("floats of few decimal places have the digits that std::to_chars finds") {
    std::uint64_t state = 1;
    for (int i = 0; i < 200000; ++i) {
        state = state * 6364136223846793005ULL + 1442695040888963407ULL;
        const auto digits = static_cast<double>((state >> 20) % (std::uint64_t{1} << (i % 44)));
        const double v = digits / (i % 3 == 0 ? 1e6 : 1e4) + 0.0001 * (i % 5);
        char text[kFloatTextMax];
        char expected[kFloatTextMax];
        const std::string shortest(
            expected,
            std::to_chars(expected, expected + kFloatTextMax, v, std::chars_format::fixed).ptr);
        REQUIRE(std::string(text, write_float(text, v)) == shortest);
    }
}
