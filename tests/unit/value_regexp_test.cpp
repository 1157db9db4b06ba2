#include <chrono>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "base/error.hpp"
#include "value/regexp.hpp"

using namespace fluxi::value;

namespace {
std::string found(std::string_view pattern, std::string_view text) {
    const auto match = Regexp::compile(pattern)->find(text);
    return match ? std::string(text.substr(match->start, match->end - match->start)) : "no match";
}
std::string replaced(std::string_view pattern, std::string_view text, std::string_view with) {
    std::string out;
    const auto regexp = Regexp::compile(pattern);
    regexp->append_replaced(out, text, Regexp::Replacement(*regexp, with));
    return out;
}
std::vector<std::string> parts(std::string_view pattern, std::string_view text,
                               std::int64_t limit) {
    std::vector<std::string> all;
    Regexp::compile(pattern)->split(text, limit,
                                    [&](std::string_view part) { all.emplace_back(part); });
    return all;
}
using Parts = std::vector<std::string>;
bool matches(std::string_view pattern, std::string_view text) {
    return Regexp::compile(pattern)->match(text);
}
}  // namespace

TEST_CASE("matching is unanchored") {
    CHECK(matches("b+", "abbc"));
    CHECK_FALSE(matches("^b+$", "abbc"));
    CHECK(matches("", ""));
    CHECK(matches("(?i)ÉCOLE", "école"));
    CHECK(matches("^\\pL+$", "日本é"));
    CHECK_FALSE(matches("^\\w+$", "é"));
    CHECK_FALSE(matches("end$", "end\n"));
    CHECK(matches("(?m)end$", "end\nx"));
    CHECK(matches("(?<year>\\d{4})-(?P<month>\\d\\d)", "2021-05"));
    CHECK(matches("[(?<]x", "<x"));
    CHECK(matches("[]a]", "]"));
    CHECK(matches("\\Q(?<\\E", "(?<"));
    CHECK(matches("\\[(?<x>a)", "[a"));
}

TEST_CASE("patterns without operators") {
    for (const char* text : {"cpu", "cpu0", "xcpu", "xcpux", "cp", ""}) {
        const std::string_view t(text);
        CHECK(matches("cpu", t) == (t.find("cpu") != std::string_view::npos));
        CHECK(matches("^cpu", t) == (t.substr(0, 3) == "cpu"));
        CHECK(matches("cpu$", t) == (t.size() >= 3 && t.substr(t.size() - 3) == "cpu"));
        CHECK(matches("^cpu$", t) == (t == "cpu"));
        CHECK(matches("^", t));
        CHECK(matches("$", t));
        CHECK(matches("^$", t) == t.empty());
    }
}

TEST_CASE("the leftmost match") {
    CHECK(found("fo.?", "seafood fool") == "foo");
    CHECK(found("x", "abc") == "no match");
    CHECK(found("x*", "abc").empty());
    const auto match = Regexp::compile("本+")->find("日本本語");
    REQUIRE(match.has_value());
    CHECK(match->start == 3);
    CHECK(match->end == 9);
    CHECK(Regexp::compile("a/b\\d")->source() == "a/b\\d");
    CHECK(Regexp::compile("$")->find(std::string_view())->start == 0);
}

TEST_CASE("replacement templates") {
    CHECK(replaced("a(x*)b", "-ab-axxb-", "T") == "-T-T-");
    CHECK(replaced("a(x*)b", "-ab-axxb-", "$1") == "--xx-");
    CHECK(replaced("a(x*)b", "-ab-axxb-", "$1W") == "---");
    CHECK(replaced("a(x*)b", "-ab-axxb-", "${1}W") == "-W-xxW-");
    CHECK(replaced("a(?P<n>x*)b", "axb", "[$n|${n}|$0|$$|$9|$]") == "[x|x|axb|$||$]");
    CHECK(replaced("(a)(b)?", "a", "<$2>") == "<>");
    CHECK(replaced("(a)", "a", "$01 ${ $-") == " ${ $-");
    CHECK(replaced("x*", "abc", "-") == "-a-b-c-");
    CHECK(replaced("x*", "axb", "-") == "-a-b-");
    CHECK(replaced("", "日本", "-") == "-日-本-");
    CHECK(replaced("^", "abc", "-") == "-abc");
    CHECK(replaced("b", "", "x").empty());
    CHECK(replaced("\\bx", "x xx", "y") == "y yx");
}

TEST_CASE("splitting at matches") {
    CHECK(parts("a", "banana", -1) == Parts{"b", "n", "n", ""});
    CHECK(parts("a", "banana", 0).empty());
    CHECK(parts("a", "banana", 1) == Parts{"banana"});
    CHECK(parts("a", "banana", 2) == Parts{"b", "nana"});
    CHECK(parts("z+", "pizza", -1) == Parts{"pi", "a"});
    CHECK(parts("z+", "", -1) == Parts{""});
    CHECK(parts("", "abc", -1) == Parts{"a", "b", "c"});
    CHECK(parts("", "", -1).empty());
    CHECK(parts(" *", "a b", -1) == Parts{"a", "b"});
}

TEST_CASE("faults are told in Go's words") {
    const auto fault = [](std::string_view pattern) {
        try {
            Regexp::compile(pattern);
        } catch (const fluxi::base::RuntimeError& error) {
            return std::string(error.what());
        }
        return std::string("accepted");
    };
    CHECK(fault("(") == "error parsing regexp: missing closing ): `(`");
    CHECK(fault("a(b") == "error parsing regexp: missing closing ): `a(b`");
    CHECK(fault("a)b") == "error parsing regexp: unexpected ): `a)b`");
    CHECK(fault("(?=a)") == "error parsing regexp: invalid or unsupported Perl syntax: `(?=`");
    CHECK(fault("[z-a]") == "error parsing regexp: invalid character class range: `z-a`");
    CHECK(fault("*") == "error parsing regexp: missing argument to repetition operator: `*`");
    CHECK(fault("a**") == "error parsing regexp: invalid nested repetition operator: `**`");
    CHECK(fault("a{1001}") == "error parsing regexp: invalid repeat count: `{1001}`");
    CHECK(fault("[a") == "error parsing regexp: missing closing ]: `[a`");
    CHECK(fault("\\C") == "error parsing regexp: invalid escape sequence: `\\C`");
    CHECK(fault("\\q") == "error parsing regexp: invalid escape sequence: `\\q`");
    CHECK(fault("a\\") == "error parsing regexp: trailing backslash at end of expression: ``");
    CHECK(fault("(?P<n") == "error parsing regexp: invalid named capture: `(?P<n`");
    CHECK(fault("[\\C]") != "accepted");
    CHECK(fault("\\") == "error parsing regexp: trailing backslash at end of expression: ``");
    CHECK(fault("\\Qa\\C") == "accepted");
    CHECK(fault("[") != "accepted");
    CHECK(fault("(?<") != "accepted");
}

TEST_CASE("quoting a pattern") {
    std::string quoted;
    append_quoted_pattern(quoted, "a.b+c-d/e#\\[$]");
    CHECK(quoted == "a\\.b\\+c-d/e#\\\\\\[\\$\\]");
    CHECK(matches("^" + quoted + "$", "a.b+c-d/e#\\[$]"));
}

TEST_CASE("a hostile pattern takes linear time") {
    const std::string text(100'000, 'a');
    const auto start = std::chrono::steady_clock::now();
    CHECK_FALSE(matches("(a*)*(a|aa)+b$", text));
    CHECK(std::chrono::steady_clock::now() - start < std::chrono::seconds(5));
}
