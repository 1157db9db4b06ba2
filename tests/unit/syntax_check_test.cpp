#include "syntax/check.hpp"

#include <doctest/doctest.h>

#include <memory>
#include <string>
#include <vector>

#include "syntax/parser.hpp"

using namespace fluxi;

namespace {

/// The messages about a package of these files.
std::vector<std::string> messages(const std::vector<std::string>& texts,
                                  base::Features features = {}) {
    base::SourceMap sources;
    base::Diagnostics diagnostics;
    std::vector<std::unique_ptr<syntax::File>> files;
    std::vector<const syntax::File*> package;
    for (const std::string& text : texts) {
        files.push_back(syntax::parse_file(sources, sources.add("test", text), diagnostics));
        package.push_back(files.back().get());
    }
    syntax::check(package, features, diagnostics);
    std::vector<std::string> found;
    for (const base::Diagnostic& diagnostic : diagnostics.all())
        found.push_back(diagnostic.message);
    return found;
}

using Messages = std::vector<std::string>;

}  // namespace

TEST_CASE("a name is assigned once in a block and in a package") {
    CHECK(messages({"x = 1\nx = 2"}) == Messages{"variable `x` reassigned"});
    CHECK(messages({"x = 1", "x = 2"}) == Messages{"variable `x` reassigned"});
    CHECK(messages({"f = (a) => {\n a = 1\n return a\n}"}) == Messages{"variable `a` reassigned"});
    CHECK(messages({"option x = 1", "option x = 2"}) == Messages{"option `x` reassigned"});
    CHECK(messages({"x = 1\noption x = 2"}) ==
          Messages{"variable `x` conflicts with the option of the same name"});
    // Inner blocks, test cases and packages have names of their own.
    CHECK(messages({"x = 1\nf = () => {\n x = 2\n g = (x) => x\n return x\n}"}).empty());
    CHECK(messages({"x = 1\ntestcase t {\n x = 2\n}\ntestcase u {\n x = 3\n}"}).empty());
    CHECK(messages({"option a.x = 1\noption b.x = 2\nx = 3"}).empty());
    CHECK(messages({"f = (a, a) => a"}).empty());
}

TEST_CASE("options of a package do not use each other") {
    CHECK(messages({"option a = 1\noption b = () => a"}) ==
          Messages{"option `b` depends on option `a` of the same package"});
    CHECK(messages({"option a = 1\noption b = (a) => a"}).empty());
    CHECK(messages({"option a = 1\noption b = () => {\n a = 2\n return a\n}"}).empty());
    CHECK(messages({"option a = 1\noption p.b = a\nc = a"}).empty());
    CHECK(messages({"option a = (n) => a(n: n)"}).empty());
}

TEST_CASE("labels are behind a switch") {
    CHECK(messages({"x = f(column: .name)"}) ==
          Messages{"labels are experimental and not switched on"});
    CHECK(messages({"x = f(column: .name)"}, {.label_polymorphism = true}).empty());
    // In types they may stand: packages declare such functions.
    CHECK(messages({"builtin f : (?column: A = .name) => A where A: Label"}).empty());
}

TEST_CASE("blocks of functions end with return and hold no declarations") {
    CHECK(messages({"f = () => {\n x = 1\n}"}) ==
          Messages{"the block of a function must end with `return`"});
    CHECK(messages({"f = () => {\n return 1\n return 2\n}"}) ==
          Messages{"`return` is not the last statement of its block"});
    CHECK(messages({"f = () => {\n builtin x : int\n return 1\n}"}) ==
          Messages{"`builtin` cannot stand inside of a function"});
    CHECK(messages({"testcase t {\n return 1\n}"}) ==
          Messages{"`return` stands outside of a function"});
    CHECK(messages({"testcase t {\n option now = () => 2020-01-01\n x = 1\n}"}).empty());
}
