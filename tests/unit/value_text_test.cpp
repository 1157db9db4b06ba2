#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "value/text.hpp"

using namespace fluxi::value;

namespace {
template <typename... Args>
std::string made(void (*append)(std::string&, std::string_view, Args...), std::string_view text,
                 Args... args) {
    std::string out = "|";
    append(out, text, args...);
    return out.substr(1);
}
std::vector<std::string> parts(std::string_view text, std::string_view separator,
                               std::int64_t limit = -1, bool keep = false) {
    std::vector<std::string> all;
    text::split(text, separator, limit, keep,
                [&](std::string_view part) { all.emplace_back(part); });
    return all;
}
using Parts = std::vector<std::string>;
std::string replaced(std::string_view text, std::string_view from, std::string_view to,
                     std::int64_t limit) {
    return made<std::string_view, std::string_view, std::int64_t>(text::append_replaced, text, from,
                                                                  to, limit);
}
std::string substring(std::string_view text, std::int64_t start, std::int64_t end) {
    return made<std::int64_t, std::int64_t>(text::append_substring, text, start, end);
}
}  // namespace

TEST_CASE("code points and bytes that are none") {
    CHECK(text::first_rune("a").code == 'a');
    CHECK(text::first_rune("é").code == 0xE9);
    CHECK(text::first_rune("日本").size == 3);
    CHECK(text::first_rune("👨x").code == 0x1F468);
    for (const char* bad : {"\x80", "\xC3", "\xC0\x80", "\xE0\x80\x80", "\xED\xA0\x80",
                            "\xF4\x90\x80\x80", "\xF8\x88\x80\x80", "\xE6\x97"}) {
        CHECK(text::first_rune(bad).invalid());
        CHECK_FALSE(fluxi::base::is_valid_utf8(bad));
        CHECK(text::last_rune(bad).invalid());
    }
    CHECK_FALSE(text::first_rune("\xEF\xBF\xBD").invalid());
    CHECK(text::last_rune("a日").code == 0x65E5);
    CHECK(text::last_rune("日\x80").invalid());
    CHECK(text::rune_count("e\xCC\x81") == 2);
    CHECK(text::rune_count("👨‍👩‍👧") == 5);
    CHECK(text::rune_count("a\xFF\xE6\x97") == 4);
    CHECK(text::rune_count("") == 0);
    for (char32_t code = 0; code <= 0x10FFFF; code += 7) {
        if (code >= 0xD800 && code <= 0xDFFF) continue;
        std::string out;
        fluxi::base::append_utf8(out, code);
        if (text::first_rune(out).code != code || text::last_rune(out).size != out.size())
            FAIL_CHECK(static_cast<unsigned>(code));
    }
}

TEST_CASE("letter case") {
    CHECK(made(text::append_upper, "abc-xyz {|}~ 09") == "ABC-XYZ {|}~ 09");
    CHECK(made(text::append_lower, "ABC@[Z") == "abc@[z");
    CHECK(made(text::append_upper, "straße ﬁ éà ǆ") == "STRAßE ﬁ ÉÀ Ǆ");
    CHECK(made(text::append_lower, "İ ΣΑΣ Ǆ") == "i σασ ǆ");
    CHECK(made(text::append_title_case, "ǆ ab ß") == "ǅ AB ß");
    CHECK(made(text::append_upper, "a\xFFé") == "A\xEF\xBF\xBDÉ");
    CHECK(made(text::append_title, "hello-wide_world 2nd o'neil") == "Hello-Wide_world 2nd O'Neil");
    CHECK(made(text::append_title, "o’neil élan 日本") == "O’neil Élan 日本");
}

TEST_CASE("trimming") {
    CHECK(text::trim("xxhixx", "x") == "hi");
    CHECK(text::trim("éàhéà", "àé") == "h");
    CHECK(text::trim("abc", "") == "abc");
    CHECK(text::trim_left("..a..", ".") == "a..");
    CHECK(text::trim_right("..a..", ".") == "..a");
    CHECK(text::trim("aaaa", "a").empty());
    CHECK(text::trim_space("\t \xC2\xA0\xE3\x80\x80 a b\n\xC2\x85") == "a b");
    CHECK(text::trim_prefix("ababc", "ab") == "abc");
    CHECK(text::trim_suffix("abcc", "c") == "abc");
    CHECK(text::trim_suffix("abc", "x") == "abc");
    CHECK(text::trim("\xFFz\xFF", "\xFE") == "z");
}

TEST_CASE("finding") {
    CHECK(text::index("chicken", "ken") == 4);
    CHECK(text::index("chicken", "dmr") == -1);
    CHECK(text::index("abc", "") == 0);
    CHECK(text::last_index("go gopher", "go") == 3);
    CHECK(text::last_index("abc", "") == 3);
    CHECK(text::index_any("日本語x", "x語") == 6);
    CHECK(text::index_any("abc", "") == -1);
    CHECK(text::last_index_any("日本語x日", "日x") == 10);
    CHECK(text::last_index_any("abc", "z") == -1);
    CHECK(text::count("cheese", "e") == 3);
    CHECK(text::count("aaaa", "aa") == 2);
    CHECK(text::count("日本", "") == 3);
    CHECK(text::has_prefix("abc", "ab"));
    CHECK_FALSE(text::has_prefix("a", "ab"));
    CHECK(text::has_suffix("abc", "bc"));
    CHECK_FALSE(text::has_suffix("c", "bc"));
}

TEST_CASE("comparing") {
    CHECK(text::compare("a", "b") == -1);
    CHECK(text::compare("b", "a") == 1);
    CHECK(text::compare("a", "a") == 0);
    CHECK(text::compare("z", "\xC3\xA9") == -1);
    CHECK(text::equal_fold("Go", "GO"));
    CHECK(text::equal_fold("K", "\xE2\x84\xAA"));
    CHECK(text::equal_fold("ſ", "S"));
    CHECK(text::equal_fold("ΣΑΣ", "σας"));
    CHECK(text::equal_fold("ß", "ẞ"));
    CHECK_FALSE(text::equal_fold("ß", "SS"));
    CHECK_FALSE(text::equal_fold("İ", "i"));
    CHECK_FALSE(text::equal_fold("ı", "I"));
    CHECK_FALSE(text::equal_fold("a", "ab"));
    CHECK(text::equal_fold("", ""));
}

TEST_CASE("substrings count code points and stay within the text") {
    CHECK(substring("influx", 0, 3) == "inf");
    CHECK(substring("日本語", 1, 2) == "本");
    CHECK(substring("日本語", -5, 100) == "日本語");
    CHECK(substring("abc", 2, 1).empty());
    CHECK(substring("abc", 1, -1).empty());
    CHECK(substring("abc", 7, 9).empty());
    CHECK(substring("é\xFFx", 1, 3) == "\xEF\xBF\xBDx");
}

TEST_CASE("splitting") {
    CHECK(parts("a,b,c", ",") == Parts{"a", "b", "c"});
    CHECK(parts("", ",") == Parts{""});
    CHECK(parts("", "").empty());
    CHECK(parts("aé\xFF", "") == Parts{"a", "é", "\xFF"});
    CHECK(parts("a,b,c", ",", 0).empty());
    CHECK(parts("a,b,c", ",", 2) == Parts{"a", "b,c"});
    CHECK(parts("a,b,c", ",", 2, true) == Parts{"a,", "b,c"});
    CHECK(parts("a,b,", ",", -1, true) == Parts{"a,", "b,", ""});
    CHECK(parts("abc", "", 2) == Parts{"a", "bc"});
    CHECK(parts("abc", "", 1) == Parts{"abc"});
    CHECK(parts("aaa", "aa") == Parts{"", "a"});
}

TEST_CASE("replacing and repeating") {
    CHECK(replaced("oink oink oink", "k", "ky", 2) == "oinky oinky oink");
    CHECK(replaced("oink", "x", "y", -1) == "oink");
    CHECK(replaced("oink", "oink", "", -1).empty());
    CHECK(replaced("abc", "", "-", -1) == "-a-b-c-");
    CHECK(replaced("abc", "", "-", 2) == "-a-bc");
    CHECK(replaced("日本", "", "-", -1) == "-日-本-");
    CHECK(replaced("", "", "-", -1) == "-");
    CHECK(replaced("abc", "b", "x", 0) == "abc");
    CHECK(made<std::int64_t>(text::append_repeated, "ab", std::int64_t{3}) == "ababab");
    CHECK(made<std::int64_t>(text::append_repeated, "", std::int64_t{1} << 62).empty());
}

TEST_CASE("kinds of characters") {
    CHECK(text::is_letter(U'é'));
    CHECK(text::is_letter(U'日'));
    CHECK_FALSE(text::is_letter(U'1'));
    CHECK(text::is_digit(U'٣'));
    CHECK_FALSE(text::is_digit(U'Ⅷ'));
    CHECK(text::is_upper(U'É'));
    CHECK(text::is_lower(U'é'));
    CHECK(text::is_space(0x3000));
    CHECK_FALSE(text::is_space(0x200B));
}
