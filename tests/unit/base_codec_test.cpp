#include <doctest/doctest.h>

#include "base/codec.hpp"

using namespace fluxi::base;
using namespace std::string_literals;

TEST_CASE("base64 pads and comes back") {
    CHECK(base64_encode("") == "");
    CHECK(base64_encode("a") == "YQ==");
    CHECK(base64_encode("ab") == "YWI=");
    CHECK(base64_encode("abc") == "YWJj");
    CHECK(base64_encode("\xff\xfe\x00"s) == "//4A");
    for (const auto& bytes : {""s, "x"s, "\0\1\2\3"s, "user:päss"s}) {
        CHECK(base64_decode(base64_encode(bytes)) == bytes);
    }
    CHECK_FALSE(base64_decode("YQ").has_value());
    CHECK_FALSE(base64_decode("Y=Q=").has_value());
    CHECK_FALSE(base64_decode("Y-Q=").has_value());
}

TEST_CASE("hexadecimal comes back") {
    CHECK(hex_encode("\x00\x1f\xff"s) == "001fff");
    CHECK(hex_decode("001FfF") == "\x00\x1f\xff"s);
    CHECK_FALSE(hex_decode("0").has_value());
    CHECK_FALSE(hex_decode("0g").has_value());
}
