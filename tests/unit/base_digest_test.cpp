#include <doctest/doctest.h>

#include <string>

#include "base/codec.hpp"
#include "base/digest.hpp"

using namespace fluxi::base;

TEST_CASE("digests of the empty text") {
    CHECK(hex_encode(md5("")) == "d41d8cd98f00b204e9800998ecf8427e");
    CHECK(hex_encode(sha1("")) == "da39a3ee5e6b4b0d3255bfef95601890afd80709");
    CHECK(hex_encode(sha256("")) ==
          "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
}

TEST_CASE("digests of longer texts") {
    const std::string text(1000, 'a');
    CHECK(hex_encode(md5(text)) == "cabe45dcc9ae5b66ba86600cca6b8ba8");
    CHECK(hex_encode(sha1(text)) == "291e9a6c66994949b57ba5e650361e98fc36b1ba");
    CHECK(hex_encode(sha256(text)) ==
          "41edece42d63e8d9bf515a9ba6932e1c20cbc9f5a5d134645adb5db1b9737ea3");
}

TEST_CASE("signatures depend on key and text") {
    CHECK(base64_encode(hmac_sha1("key", "Hello")) == "u7hohx+wjvZ9uJMBDkLSEgpHbZk=");
    // An empty key does not mean the key of the call before.
    CHECK(hex_encode(hmac_sha1("", "")) == "fbdb1d1b18aa6c08324b7d64b71fb76370690e1d");
    CHECK(hmac_sha1("a", "x") != hmac_sha1("b", "x"));
}
