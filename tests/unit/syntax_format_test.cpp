// The formatter changes the looks of a script and nothing else. Holds for every .flux file of the
// repository.
#include "syntax/format.hpp"

#include <doctest/doctest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "syntax/ast_json.hpp"
#include "syntax/parser.hpp"
#include "tests/support/project_dir.hpp"

using namespace fluxi;
namespace fs = std::filesystem;
using Json = nlohmann::ordered_json;

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

/// The tree without places, comments, and parentheses.
Json meaning(const Json& node) {
    if (node.is_array()) {
        Json result = Json::array();
        for (const Json& item : node) result.push_back(meaning(item));
        return result;
    }
    if (!node.is_object()) return node;
    if (node.value("type", "") == "ParenExpression") return meaning(node["expression"]);
    Json result = Json::object();
    static const std::vector<std::string> kLeftOut = {"location", "comments", "lparen", "rparen",
                                                      "lbrace",   "rbrace",   "lbrack", "rbrack",
                                                      "comma",    "eof",      "tk_if"};
    for (const auto& [key, value] : node.items()) {
        if (std::find(kLeftOut.begin(), kLeftOut.end(), key) == kLeftOut.end())
            result[key] = meaning(value);
    }
    return result;
}

std::string meaning(const Script& script) {
    return meaning(Json::parse(syntax::ast_json(script.sources, *script.file))).dump(1);
}

std::vector<std::string> comments(const Script& script) {
    std::vector<std::string> texts;
    for (const syntax::Comment& comment : script.file->comments) {
        texts.emplace_back(script.sources.text(comment.span));
    }
    return texts;
}

std::string read(const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

}  // namespace

TEST_CASE("formatting keeps the meaning and the comments, and is done after one time") {
    std::size_t count = 0;
    const char* root = std::getenv("FLUXI_FORMAT_ROOT");
    const fs::path top = root != nullptr ? fs::path(root) : fs::path(fluxi::test::kProjectDir);
    for (auto entry = fs::recursive_directory_iterator(top);
         entry != fs::recursive_directory_iterator(); ++entry) {
        if (entry->path().filename() == "build") entry.disable_recursion_pending();
        if (entry->path().extension() != ".flux") continue;
        const std::string text = read(entry->path());
        const Script before(text);
        if (before.diagnostics.has_errors()) continue;
        ++count;
        INFO(entry->path().string());
        const std::string once = syntax::format(before.sources, before.id, *before.file);
        const Script after(once);
        CHECK_FALSE(after.diagnostics.has_errors());
        CHECK(meaning(before) == meaning(after));
        CHECK(comments(before) == comments(after));
        CHECK(syntax::format(after.sources, after.id, *after.file) == once);
    }
    CHECK(count > 20);
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
