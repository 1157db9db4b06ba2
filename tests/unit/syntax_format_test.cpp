// The formatter changes the looks of a script and nothing else. Holds for every .flux file of the
// repository and for generated programs. How it looks is in tests/fmt: NAME.flux becomes
// NAME.golden, which FLUXI_UPDATE=1 writes anew; read the difference then.
#include "syntax/format.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "syntax/parser.hpp"
#include "tests/support/program_generator.hpp"
#include "tests/support/project_dir.hpp"
#include "tests/support/sample.hpp"
#include "tests/support/tree_meaning.hpp"

using namespace fluxi;
namespace fs = std::filesystem;

namespace {

struct Script {
    explicit Script(std::string text) : id(sources.add("test", std::move(text))) {
        file = syntax::parse_file(sources, id, diagnostics);
    }
    base::SourceMap sources{};
    base::FileId id;
    base::Diagnostics diagnostics{};
    std::unique_ptr<syntax::File> file{};
};

std::string format(const std::string& text) {
    const Script script(text);
    return syntax::format(script.sources, script.id, *script.file);
}

std::vector<std::string> comments(const Script& script) {
    std::vector<std::string> texts;
    for (const syntax::Comment& comment : script.file->comments) {
        texts.emplace_back(script.sources.text(comment.span));
        while (texts.back().ends_with(' ')) texts.back().pop_back();
    }
    // One at the end of a line comes behind those that stand within a string that begins on it.
    std::sort(texts.begin(), texts.end());
    return texts;
}

std::string read(const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

/// What went wrong with a script that has no syntax errors; empty if nothing did.
std::string fault_of(const Script& before) {
    const std::string once = syntax::format(before.sources, before.id, *before.file);
    const Script after(once);
    if (after.diagnostics.has_errors()) return "it has syntax errors now:\n" + once;
    if (test::tree_meaning(before.sources, *before.file) !=
        test::tree_meaning(after.sources, *after.file)) {
        return "it means something else now:\n" + once;
    }
    if (comments(before) != comments(after)) return "comments are lost or new:\n" + once;
    const std::string twice = syntax::format(after.sources, after.id, *after.file);
    return twice == once ? "" : "formatting it again changes it:\n" + once + "---\n" + twice;
}

constexpr std::uint32_t kPrograms = test::kSampleShare > 1 ? 500 : 10000;

}  // namespace

TEST_CASE("formatting generated programs keeps the meaning and is done after one time") {
    std::size_t with_comments = 0;
    for (std::uint32_t seed = 0; seed < kPrograms; ++seed) {
        const Script script(test::ProgramGenerator(seed).program());
        INFO("seed " << seed);
        REQUIRE_FALSE(script.diagnostics.has_errors());
        if (!script.file->comments.empty()) ++with_comments;
        const std::string fault = fault_of(script);
        if (!fault.empty()) FAIL_CHECK(fault);
    }
    CHECK(with_comments > kPrograms / 3);
}

TEST_CASE("formatting keeps the meaning and the comments, and is done after one time") {
    std::size_t count = 0;
    std::size_t scripts = 0;
    const char* root = std::getenv("FLUXI_FORMAT_ROOT");
    const fs::path top = root != nullptr ? fs::path(root) : fs::path(fluxi::test::kProjectDir);
    for (auto entry = fs::recursive_directory_iterator(top);
         entry != fs::recursive_directory_iterator(); ++entry) {
        if (entry->path().filename() == "build") entry.disable_recursion_pending();
        if (entry->path().extension() != ".flux") continue;
        if (scripts++ % test::kSampleShare != 0) continue;
        const std::string text = read(entry->path());
        const Script before(text);
        if (before.diagnostics.has_errors()) continue;
        ++count;
        INFO(entry->path().string());
        CHECK(fault_of(before) == "");
    }
    CHECK(count > 20);
}

TEST_CASE("scripts of every construct in tests/fmt get the one layout") {
    std::size_t count = 0;
    for (const auto& entry :
         fs::directory_iterator(fs::path(fluxi::test::kProjectDir) / "tests/fmt")) {
        fs::path golden = entry.path();
        if (golden.extension() != ".flux") continue;
        ++count;
        golden.replace_extension(".golden");
        const std::string got = format(read(entry.path()));
        if (std::getenv("FLUXI_UPDATE") != nullptr) {
            std::ofstream(golden, std::ios::binary) << got;
        }
        INFO(golden.string());
        CHECK(got == read(golden));
    }
    CHECK(count >= 4);
}

TEST_CASE("lines are broken where they are too long or hold too much") {
    CHECK(format("f(a:1,b:2)") == "f(a: 1, b: 2)\n");
    CHECK(format("x=[1,2,3,4,5]") == "x = [\n    1,\n    2,\n    3,\n    4,\n    5,\n]\n");
    CHECK(format("f(\na:1,b:2)") == "f(\n    a: 1,\n    b: 2,\n)\n");
    CHECK(format("a|>b()|>c()") == "a |> b() |> c()\n");
    CHECK(format("a\n|>b()|>c()") == "a\n    |> b()\n    |> c()\n");
    CHECK(format("x=a\n|>b()") == "x =\n    a\n        |> b()\n");
    CHECK(format("f=(r)=>({r with a:1})") == "f = (r) => ({r with a: 1})\n");
    CHECK(format("map(fn:(r)=>{return r})") == "map(fn: (r) => {\n    return r\n})\n");
    CHECK(format("x=if a\nthen b else c") ==
          "x =\n    if a then\n        b\n    else\n        c\n");
    const std::string name(45, 'n');
    CHECK(format("f(a: " + name + ", b: " + name + ")") ==
          "f(\n    a: " + name + ",\n    b: " + name + ",\n)\n");
}

TEST_CASE("only the parentheses that matter are kept") {
    CHECK(format("x = ((1 + 2)) * 3") == "x = (1 + 2) * 3\n");
    CHECK(format("x = (1 * 2) + 3") == "x = 1 * 2 + 3\n");
    CHECK(format("x = 1 - (2 - 3)") == "x = 1 - (2 - 3)\n");
    CHECK(format("x = (a |> f())") == "x = a |> f()\n");
    CHECK(format("x = (a and (r) => b) or c") == "x = (a and (r) => b) or c\n");
    CHECK(format("x = (if a then b else c) + 1") == "x = (if a then b else c) + 1\n");
    CHECK(format("x = -(-1)") == "x = --1\n");
    CHECK(format("x = -(a + b)") == "x = -(a + b)\n");
    CHECK(format("x = (1).a") == "x = (1).a\n");
    CHECK(format("x = (f)(a: 1)") == "x = f(a: 1)\n");
    CHECK(format("f = (r) => (({a: 1}))") == "f = (r) => ({a: 1})\n");
    CHECK(format("f = (r) => ({a: 1}).a") == "f = (r) => ({a: 1}).a\n");
    CHECK(format("f = (r) => (({a: 1}) == r)") == "f = (r) => (({a: 1}) == r)\n");
    CHECK(format("x = ( // why\n 1)") == "x = ( // why\n    1\n)\n");
}

TEST_CASE("statements are set apart where their kinds differ") {
    CHECK(format("package a\nimport \"b\"\nimport \"c\"\nx=1\ny=2\n\n\n\nz=3\nf()\n// note\ng()") ==
          "package a\n\nimport \"b\"\nimport \"c\"\n\nx = 1\ny = 2\n\nz = 3\n\nf()\n\n// "
          "note\ng()\n");
    CHECK(format("x = 1 // one\ny = 2 // two\n\n// end\n") ==
          "x = 1 // one\ny = 2 // two\n\n// end\n");
    CHECK(format("") == "");
    CHECK(format("// only\n") == "// only\n");
}

TEST_CASE("comments stay at their line and are not moved past each other") {
    CHECK(format("@x // why\n@edition() package demo") == "@x // why\n@edition()\npackage demo\n");
    CHECK(format("import \"a\" // one\nimport \"b\" x = \"${ // two\n y}\"") ==
          "import \"a\" // one\nimport \"b\"\n\nx = \"${ // two\n y}\"\n");
    CHECK(format("x\n// one\n= // two\ny") == "x =\n    // one\n    // two\n    y\n");
    CHECK(format("f(a: . // why\nb)") == "f(\n    a: .b, // why\n)\n");
    CHECK(format("x = if a then\n b\n // why\n else\n\n c") ==
          "x =\n    if a then\n        b\n    // why\n    else\n        c\n");
}

TEST_CASE("parentheses that look needless and are not") {
    CHECK(format("x = rows[(\"a\")]") == "x = rows[(\"a\")]\n");
    CHECK(format("x = -(+(r) => r) |> f()") == "x = -(+(r) => r) |> f()\n");
    CHECK(format("x = (a |> f()) |> g()") == "x = a |> f() |> g()\n");
}
