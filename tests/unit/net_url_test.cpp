#include <doctest/doctest.h>

#include "base/error.hpp"
#include "net/url.hpp"

using namespace fluxi;
using namespace fluxi::net;

namespace {

std::string parse_error(const std::string& text) {
    try {
        return "parsed as " + parse_url(text).text();
    } catch (const base::RuntimeError& error) {
        return error.what();
    }
}

}  // namespace

TEST_CASE("a URL is taken apart") {
    const Url url = parse_url("HTTP://us%40er:p%3Aw@Example.com:8080/a/../b?x=1&y=%20#frag");
    CHECK(url.scheme == "http");
    CHECK(url.user == "us@er");
    CHECK(url.password == "p:w");
    CHECK(url.host == "Example.com");
    CHECK(url.port == 8080);
    CHECK(url.path == "/a/../b");
    CHECK(url.query == "?x=1&y=%20");
    CHECK(url.text() == "http://Example.com:8080/a/../b?x=1&y=%20");
    CHECK(parse_url("https://h").text() == "https://h/");
    CHECK(parse_url("http://h:80/").authority() == "h");
    CHECK(parse_url("http://[::1]:81/").authority() == "[::1]:81");
    CHECK(parse_url("http://h?q").text() == "http://h/?q");
}

TEST_CASE("what may not be sent is escaped") {
    CHECK(parse_url("http://h/a b/é").path == "/a%20b/%C3%A9");
    CHECK(parse_url("http://h/a%2Fb").path == "/a%2Fb");
    CHECK(parse_url("http://h/?q=a b+é").query == "?q=a%20b+é");
}

TEST_CASE("what is no URL is named") {
    CHECK(parse_error("::bad") == "parse \"::bad\": missing protocol scheme");
    CHECK(parse_error("ftp://x/") ==
          "\"ftp://x/\": unsupported protocol scheme \"ftp\", expected http or https");
    CHECK(parse_error("example.com/x").find("unsupported protocol scheme \"\"") !=
          std::string::npos);
    CHECK(parse_error("http:///x") == "\"http:///x\": no host in the URL");
    CHECK(parse_error("http:x") == "\"http:x\": no host in the URL");
    CHECK(parse_error("http://h/\n") ==
          "parse \"http://h/\\x0a\": invalid control character in URL");
    CHECK(parse_error("http://h/%zz") == "parse \"http://h/%zz\": invalid URL escape \"%zz\"");
    CHECK(parse_error("http://h:x/").rfind("parse \"http://h:x/\": ", 0) == 0);
    CHECK(parse_error("http://a b/").rfind("parse \"http://a b/\": ", 0) == 0);
}

TEST_CASE("references are resolved") {
    const Url base = parse_url("http://h:81/a/b?q");
    CHECK(resolve_url(base, "/x?y").text() == "http://h:81/x?y");
    CHECK(resolve_url(base, "c").text() == "http://h:81/a/c");
    CHECK(resolve_url(base, "../c d").text() == "http://h:81/c%20d");
    CHECK(resolve_url(base, "//other/x").text() == "http://other/x");
    CHECK(resolve_url(base, "https://other/x").text() == "https://other/x");
    CHECK_THROWS_AS(resolve_url(base, "ftp://x/"), base::RuntimeError);
}

TEST_CASE("escapes of paths and queries") {
    CHECK(path_escape("a b/c?d%e") == "a%20b%2Fc%3Fd%25e");
    CHECK(path_escape("Az09-_.~$&+=:@") == "Az09-_.~$&+=:@");
    CHECK(path_escape("!é'") == "%21%C3%A9%27");
    CHECK(query_escape("x y&z=ü~!") == "x+y%26z%3D%C3%BC~%21");
    CHECK(encode_query({{"b", {"x y", "z&"}}, {"a", {"ü"}}}) == "a=%C3%BC&b=x+y&b=z%26");
    CHECK(encode_query({{"none", {}}}).empty());
    CHECK(with_query("http://h/p?old=1#f", "a=b") == "http://h/p?a=b");
    CHECK(with_query("http://h/p?old=1", "") == "http://h/p");
    CHECK(basic_auth("user", "pass") == "Basic dXNlcjpwYXNz");
}
