#include "syntax/parser.hpp"

#include <doctest/doctest.h>

#include <string>

#include "syntax/ast_json.hpp"
#include "syntax/ast_text.hpp"
#include "syntax/operators.hpp"
#include "syntax/walk.hpp"

using namespace fluxi;

namespace {

struct Script {
    explicit Script(std::string text) : id(sources.add("test", std::move(text))) {
        result = syntax::parse(sources, id, diagnostics);
    }
    base::SourceMap sources{};
    base::FileId id;
    base::Diagnostics diagnostics{};
    syntax::ParseResult result{};
};

bool incomplete(std::string text) {
    return Script(std::move(text)).result.incomplete;
}

/// The text of the node that `source` parses to as an expression, without places.
std::string expression(const std::string& source) {
    base::SourceMap sources;
    base::Diagnostics diagnostics;
    const auto expr = syntax::parse_expression(sources, sources.add("test", source), diagnostics);
    if (!expr) return "error: " + diagnostics.all().at(0).message;
    std::string text = syntax::ast_text(sources, *expr);
    return text.substr(0, text.find(" @"));
}

}  // namespace

TEST_CASE("a text that stops too early is incomplete, a wrong one is not") {
    for (const char* text : {"x = (1 + 2", "x = [", "f = (r) => {\n  return r", "x = 1 +",
                             "x =", "a |>", "x = \"abc", "if true then 1 else", "f(a: 1,",
                             "x = {a: ", "import", "option a", "@a", "f = (r) =>", "builtin a :"}) {
        INFO(text);
        CHECK(incomplete(text));
    }
    for (const char* text : {"", "x = 1", "x = )", "x = (1 + 2))", "x = [1 2", "x = 1 && ",
                             "f = (r) => {\n  a = ]\n  return (", "x = \"\\q\" + (", "x = /abc"}) {
        INFO(text);
        CHECK_FALSE(incomplete(text));
    }
}

TEST_CASE("node ids are dense and spans lie in the text") {
    const Script script(
        "import \"a\"\nf = (x=1, y=<-) => x |> g(z: [1, 2], w: \"${x}\")\nb = {f with c: -1}\n");
    CHECK_FALSE(script.diagnostics.has_errors());
    std::vector<bool> seen(script.result.file->node_count);
    std::size_t count = 0;
    syntax::for_each_expr(*script.result.file, [&](const syntax::Expr& expr) {
        REQUIRE(expr.id < seen.size());
        CHECK_FALSE(seen[expr.id]);
        seen[expr.id] = true;
        CHECK(expr.span.begin < expr.span.end);
        CHECK(expr.span.end <= script.sources.file(script.id).text().size());
        ++count;
    });
    CHECK(count == 15);
}

TEST_CASE("comments belong to the token behind them") {
    const Script script("// a\n// b\nx = [ // c\n    1, // d\n]\n// e");
    const syntax::File& file = *script.result.file;
    CHECK(file.comments.size() == 5);
    const auto before = [&](std::uint32_t offset) {
        std::string texts;
        for (const syntax::Comment& comment : file.comments_before(offset)) {
            texts += script.sources.text(comment.span);
        }
        return texts;
    };
    const std::string_view text = script.sources.file(script.id).text();
    const auto at = [&](std::string_view token) {
        return static_cast<std::uint32_t>(text.find(token));
    };
    CHECK(before(at("x = ")) == "// a// b");
    CHECK(before(at("1,")) == "// c");
    CHECK(before(at("]")) == "// d");
    CHECK(before(static_cast<std::uint32_t>(text.size())) == "// e");
}

TEST_CASE("literals have their values") {
    CHECK(expression("007") == "error: the integer 007 begins with a zero");
    CHECK(expression("9223372036854775807") == "IntegerLiteral 9223372036854775807");
    CHECK(expression("1.50") == "FloatLiteral 1.5");
    CHECK(expression("1" + std::string(400, '0') + ".0") == "FloatLiteral inf");
    CHECK(expression("1h30m") == "DurationLiteral 1h30m");
    CHECK(expression("2\xC2\xB5s") == "DurationLiteral 2us");
    CHECK(expression("1970-01-01T00:00:01.5+01:00") ==
          "DateTimeLiteral 1970-01-01T00:00:01.5+01:00 (-3598500000000 ns)");
    CHECK(expression("2000-02-29") == "DateTimeLiteral 2000-02-29 (951782400000000000 ns)");
    CHECK(expression("1900-02-29") == "error: 1900-02 has no day 29");
    // Years that int64 nanoseconds do not hold wrap, as they do in the reference.
    CHECK(expression("1500-01-01") == "DateTimeLiteral 1500-01-01 (3614974473709551616 ns)");
    CHECK(expression("\"a\\x41\\n\\${\"") == "StringLiteral \"aA\\n${\"");
    CHECK(expression("/a\\/b\\d/") == "RegexpLiteral \"a/b\\\\d\"");
    CHECK(expression("/(?<year>\\d+)/") == "RegexpLiteral \"(?<year>\\\\d+)\"");
}

TEST_CASE("nesting and length are limited with an error") {
    for (const char* open : {"(", "[", "{a: ", "f(a: ", "-(", "() => ", "\"${", "if ", "not ("}) {
        std::string text = "x = ";
        for (int i = 0; i < 100000; ++i) text += open;
        INFO(open);
        const Script script(text);
        REQUIRE(script.diagnostics.all().size() >= 1);
        CHECK(script.diagnostics.all()[0].code == base::Code::nesting);
    }
    std::string chain = "x = a";
    for (int i = 0; i < 100000; ++i) chain += " |> f()";
    CHECK(Script(chain).diagnostics.all().at(0).code == base::Code::nesting);
    std::string unary = "x = " + std::string(100000, '-') + "1";
    CHECK(Script(unary).diagnostics.all().at(0).code == base::Code::nesting);
    std::string moderate = "x = 1";
    for (int i = 0; i < 400; ++i) moderate += " + 1";
    CHECK_FALSE(Script(moderate).diagnostics.has_errors());
}

TEST_CASE("hopeless texts are given up") {
    std::string text;
    for (int i = 0; i < 1000; ++i) text += "x = )\n";
    const Script script(text);
    CHECK(script.diagnostics.all().size() <= 102);
}

TEST_CASE("types are parsed on their own") {
    base::SourceMap sources;
    base::Diagnostics diagnostics;
    const auto type = syntax::parse_type(
        sources,
        sources.add("type",
                    "(<-a: [A], ?b: int) => {A with c: B} where A: Record, B: Addable + Numeric"),
        diagnostics);
    REQUIRE(type != nullptr);
    CHECK(type->constraints.size() == 2);
    CHECK(type->constraints[1].kinds.size() == 2);
    CHECK(syntax::parse_type(sources, sources.add("type", "[int"), diagnostics) == nullptr);
    CHECK(syntax::parse_type(sources, sources.add("type", "int int"), diagnostics) == nullptr);
}

TEST_CASE("the tree as JSON has the shape of the reference") {
    const Script script("a = 1 + b.c\n");
    const std::string json = syntax::ast_json(script.sources, *script.result.file);
    CHECK(json.find(R"("type":"VariableAssignment")") != std::string::npos);
    CHECK(json.find(R"("operator":"+")") != std::string::npos);
    CHECK(json.find(R"("value":"1")") != std::string::npos);
    CHECK(json.find(R"("start":{"line":1,"column":5},"end":{"line":1,"column":12})") !=
          std::string::npos);
}

TEST_CASE("every operator is in the table once") {
    for (const syntax::InfixOperator& op : syntax::infix_operators()) {
        CHECK(syntax::find_infix(op.text) == &op);
    }
    for (const syntax::PrefixOperator& op : syntax::prefix_operators()) {
        CHECK(syntax::operator_text(op.op) == op.text);
    }
    CHECK(syntax::operator_text(syntax::BinaryOp::invalid) == "<INVALID_OP>");
}
