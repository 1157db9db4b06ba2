#include <doctest/doctest.h>

#include "tests/support/type_world.hpp"

using namespace fluxi;

namespace {

std::string warnings(const std::string& text, bool strict = false) {
    static test::TypeWorld world;
    types::InferOptions options;
    options.warnings = true;
    options.strict = strict;
    const auto checked = world.check(text, options);
    std::string found;
    for (const base::Diagnostic& d : checked.diagnostics.all()) {
        found += std::string(d.severity == base::Severity::error ? "error" : "warning") + " " +
                 std::to_string(world.position(d.span).line) + ": " + d.message + "\n";
    }
    return found;
}

}  // namespace

TEST_CASE(
    "unused imports and variables of blocks are told, those that are used or named _ are not") {
    CHECK(warnings("import \"math\"\nimport \"strings\"\nx = math.pi") ==
          "warning 2: package `strings` is not used\n");
    CHECK(warnings("f = (a) => {\n    b = a\n    _c = a\n    d = a\n    return d\n}") ==
          "warning 2: `b` is not used\n");
    CHECK(warnings("f = (a, b) => a").empty());
    CHECK(warnings("import \"math\"\noption math.pi = 3.0").empty());
}

TEST_CASE("a name that hides another is told") {
    CHECK(warnings("x = 1\nf = (x) => x") == "warning 2: `x` hides another of the same name\n");
    CHECK(warnings("f = (x) => {\n    g = (x) => x\n    return g(x: x)\n}") ==
          "warning 2: `x` hides another of the same name\n");
}

TEST_CASE("a statement without effect is told, a stream or a call has one") {
    CHECK(warnings("x = 1\nx + 1\ny = 2") ==
          "warning 2: this does nothing: its value (`int`) is not used and is no stream\n");
    CHECK(warnings("x = 1\nx + 1").empty());
    CHECK(warnings("from(bucket: \"b\")").empty());
    CHECK(warnings("data = from(bucket: \"b\")\ndata").empty());
    CHECK(warnings("die(msg: \"x\")").empty());
}

TEST_CASE("an argument in another letter case is taken, unless strict") {
    CHECK(warnings("import \"strings\"\nx = strings.toUpper(V: \"a\")") ==
          "warning 2: `strings.toUpper` calls this argument `v`\n");
    CHECK(warnings("f = (aB, ab) => aB + ab\nx = f(AB: 1, ab: 2)") ==
          "warning 2: `f` calls this argument `aB`\n");
    // Two parameters could be meant.
    CHECK(warnings("f = (aB=1, ab=1) => aB + ab\nx = f(AB: 1)").starts_with("error 2:"));
    CHECK(warnings("import \"strings\"\nx = strings.toUpper(V: \"a\")", true)
              .starts_with("error 2:"));
}

TEST_CASE("types that grow without end are refused, soon") {
    std::string text = "f0 = (x) => x\n";
    for (int i = 1; i < 30; ++i) {
        const std::string before = "f" + std::to_string(i - 1) + "(x: x)";
        text += "f" + std::to_string(i) + " = (x) => ({a: " + before + ", b: " + before + "})\n";
    }
    CHECK(warnings(text).find("too large to be checked") != std::string::npos);
    std::string nested = "x0 = 1\n";
    for (int i = 1; i < 2000; ++i) {
        nested += "x" + std::to_string(i) + " = [x" + std::to_string(i - 1) + "]\n";
    }
    CHECK(warnings(nested).find("nested too deeply") != std::string::npos);
}
