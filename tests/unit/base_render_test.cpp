#include "base/render.hpp"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "base/utf8.hpp"

using namespace fluxi;

TEST_CASE("a diagnostic over several lines and files") {
    base::SourceMap sources;
    const base::FileId a = sources.add("a.flux", "f = (x) => {\n    return x\n}\ny = f(z: 1)\n");
    const base::FileId b = sources.add("b.flux", "\tx = \"日本\"  // wide\n");
    base::Diagnostic diagnostic{
        base::Severity::error, base::Code::missing_argument, "no `x`", {a, 32, 39}, "here"};
    diagnostic.secondary.push_back({{a, 4, 28}, "the function"});
    diagnostic.secondary.push_back({{b, 5, 13}, "a text"});
    diagnostic.notes.emplace_back("first line\nsecond line");
    CHECK(base::render(sources, diagnostic) ==
          "a.flux:4:5: error[E0304]: no `x`\n"
          "  │\n"
          "1 │ f = (x) => {\n"
          "  │     --------\n"
          "2 │     return x\n"
          "3 │ }\n"
          "  │ - the function\n"
          "4 │ y = f(z: 1)\n"
          "  │     ^^^^^^^ here\n"
          "  in b.flux:1:6\n"
          "  │\n"
          "1 │     x = \"日本\"  // wide\n"
          "  │         ------ a text\n"
          "  │\n"
          "  = note: first line\n"
          "          second line\n");
    CHECK(base::render_line(sources, diagnostic) == "a.flux:4:5: error[E0304]: no `x`");
    base::RenderOptions colored;
    colored.color = true;
    CHECK(base::render(sources, diagnostic, colored).find("\x1b[1;31m^^^^^^^\x1b[0m") !=
          std::string::npos);
}

TEST_CASE("a diagnostic without a place") {
    const base::SourceMap sources;
    CHECK(base::render(sources,
                       base::Diagnostic{
                           base::Severity::warning, base::Code::no_result, "nothing", {}, {}}) ==
          "warning[W0101]: nothing\n");
}

TEST_CASE("the calls on the way to an error; a recursion takes one line") {
    base::SourceMap sources;
    const base::FileId file = sources.add("a.flux", "f = (x) => f(x: x)\nf(x: 1)\n");
    base::RuntimeError error(base::Code::limit, "too deep");
    error.set_span({file, 11, 18});
    for (int i = 0; i < 3; ++i) error.add_frame("f", {file, 11, 18});
    error.add_frame("outer", {file, 19, 26});
    CHECK(base::render(sources, error) ==
          "a.flux:1:12: error[E0401]: too deep\n"
          "  │\n"
          "1 │ f = (x) => f(x: x)\n"
          "  │            ^^^^^^^\n"
          "  │\n"
          "  = calls, the innermost first:\n"
          "      f      a.flux:1:12  (3 times)\n"
          "      outer  a.flux:2:1\n");
    const auto json = nlohmann::json::parse(base::to_json(sources, error));
    CHECK(json["code"] == "E0401");
    CHECK(json["stack"].size() == 4);
    CHECK(json["place"]["start"]["column"] == 12);
}

TEST_CASE("width is counted in cells") {
    CHECK(base::display_width("abc") == 3);
    CHECK(base::display_width("größe") == 5);
    CHECK(base::display_width("日本") == 4);
    CHECK(base::display_width("e\xCC\x81") == 1);  // e and a combining acute
    CHECK(base::display_width("👩‍👩‍👧") == 2);
    CHECK(base::grapheme_size("👩‍👩‍👧x") ==
          std::string_view("👩‍👩‍👧").size());
}

TEST_CASE("what is not UTF-8 is found") {
    CHECK(base::is_valid_utf8("plain text that is longer than one block, größe 日本 👩"));
    CHECK(base::find_invalid_utf8("abc\xC3(") == 3);
    CHECK(base::find_invalid_utf8("┌──┐日本 é 🙂") == std::string_view::npos);
    CHECK(base::find_invalid_utf8("──\xE2\x94") == 6);
    CHECK(base::find_invalid_utf8("─\xE2(\x80") == 3);
    CHECK(base::find_invalid_utf8("─\xED\xA0\x80") == 3);
    CHECK_FALSE(base::is_valid_utf8("\xC0\x80"));          // overlong
    CHECK_FALSE(base::is_valid_utf8("\xED\xA0\x80"));      // surrogate
    CHECK_FALSE(base::is_valid_utf8("\xF4\x90\x80\x80"));  // above U+10FFFF
    CHECK(base::to_valid_utf8("a\xFFz") == "a\xEF\xBF\xBDz");
    CHECK(base::count_code_points("日本x") == 3);
}
