// What a program that embeds fluxi may do wrong, and what it may take to the edge: each is refused
// or works, none is undefined.
#include <doctest/doctest.h>

#include <chrono>
#include <cstdint>
#include <limits>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "engine/fluxi/fluxi.hpp"
#include "tests/support/engine_options.hpp"

using fluxi::Engine;
using fluxi::Options;
using fluxi::Program;
using fluxi::Result;
using fluxi::Rows;
using fluxi::RunSettings;
using fluxi::Status;
using fluxi::tests::plain;
using fluxi::tests::with;

namespace {

std::string problem(const Result& result) {
    return result.problems.empty() ? std::string() : result.problems.front().message;
}

}  // namespace

TEST_CASE("a program that runs cannot be run from its own handler") {
    Program program = Engine(plain()).compile("import \"array\"\narray.from(rows: [{a: 1}])");
    Result inside;
    const Result outside = program.stream([&](const Rows&) {
        inside = program.run();
        return true;
    });
    CHECK(outside.ok());
    CHECK(inside.status == Status::usage);
    CHECK(problem(inside).find("runs already") != std::string::npos);
    CHECK(program.run().output == "a\n1\n");
    Program elsewhere = std::move(program);
    CHECK(elsewhere.run().output == "a\n1\n");
    CHECK(program.run().status == Status::failed);  // NOLINT: what was moved from says so
    CHECK_FALSE(program.ok());
}

TEST_CASE("a cancellation that was moved from is a copy") {
    fluxi::Cancellation first;
    fluxi::Cancellation second = std::move(first);
    first.cancel();  // NOLINT
    CHECK(second.cancelled());
}

TEST_CASE("parameters of every type arrive as they are, others are refused") {
    using fluxi::Value;
    const Engine engine(plain());
    constexpr auto kLeast = std::numeric_limits<std::int64_t>::min();
    const std::vector<std::pair<const char*, std::vector<Value>>> types = {
        {"true", {true, false}},
        {"1", {std::int64_t{0}, kLeast, std::numeric_limits<std::int64_t>::max()}},
        {"uint(v: 1)", {std::uint64_t{0}, std::numeric_limits<std::uint64_t>::max()}},
        {"1.5", {-0.1, 5e-324, 1.7976931348623157e308, std::numeric_limits<double>::infinity()}},
        {"\"\"", {"", "a \"q\" \\ ${x}\n", std::string("\0\xff", 2)}},
        {"2020-01-01T00:00:00Z", {fluxi::Time{1}, fluxi::Time{kLeast}}},
        {"1m", {fluxi::Duration{1, 14}, fluxi::Duration{-1, -3}, fluxi::Duration{}}},
    };
    for (const auto& [text, values] : types) {
        Program program = engine.compile(std::string("p = ") + text + "\np");
        REQUIRE(program.ok());
        for (const Value& value : values) {
            const Result result = program.run(with({{"p", value}}));
            CAPTURE(result.messages);
            CHECK(result.scalar == value);
        }
        CHECK(program.run(with({{"p", fluxi::Null{}}})).status == Status::usage);
        CHECK(program.run(with({{"p", fluxi::Duration{-1, 3}}})).status == Status::usage);
    }
}

TEST_CASE("packages that no script could use are refused before it is read") {
    const auto refused = [](fluxi::NativePackage package) {
        Options options;
        options.packages.push_back(std::move(package));
        const Result result = Engine(options).run("1");
        return result.status == Status::usage ? problem(result) : "";
    };
    const auto with_function = [](const char* name, const char* parameter, const char* type) {
        fluxi::NativePackage package("acme/units");
        const auto call = [](std::span<const fluxi::Value>) { return fluxi::Value(true); };
        package.add({name, {{parameter, type, false}}, "bool", call, fluxi::Effects::none});
        return package;
    };
    for (const char* path : {"", "acme/", "acme units", "acme/1", "acme/option", "acme/a\"b"})
        CHECK(refused(fluxi::NativePackage(path)).find("has to end in a name") !=
              std::string::npos);
    CHECK(refused(with_function("f", "a", "int")).empty());
    CHECK(refused(with_function("f g", "a", "int")).find("f g") != std::string::npos);
    CHECK(refused(with_function("f : int\noption now", "a", "int")) != "");
    CHECK(refused(with_function("f", "if", "int")).find("\"if\"") != std::string::npos);
    CHECK(refused(with_function("f", "a", "[int]")).find("[int]") != std::string::npos);
    CHECK(refused(with_function("f", "a", "int, b: int")) != "");
    fluxi::NativePackage twice = with_function("f", "a", "int");
    CHECK(refused(twice.function("f", [] { return true; })).find("twice") != std::string::npos);
    fluxi::NativePackage same("acme/units");
    CHECK(refused(same.function("f", {"a", "a"}, [](bool a, bool) { return a; })) != "");
    CHECK(refused(fluxi::NativePackage("acme/x").source("\nx = ")).find("line 2") !=
          std::string::npos);
    fluxi::NativePackage uncallable("acme/x");
    CHECK(refused(uncallable.add({"f", {}, "bool", nullptr, fluxi::Effects::none})) != "");
    Options options;
    options.packages = {fluxi::NativePackage("acme/x"), fluxi::NativePackage("acme/x")};
    CHECK(problem(Engine(options).run("1")).find("two packages") != std::string::npos);
}

TEST_CASE("functions of every kind can be native, and may run scripts themselves") {
    const Engine inner(plain());
    fluxi::NativePackage package("acme/all");
    struct Adder {
        std::int64_t by;
        std::int64_t operator()(std::int64_t n) noexcept { return n + by; }
    };
    package.function("half", {"n"}, [](double n) noexcept { return n / 2; })
        .function("add", {"n"}, Adder{2})
        .function("script", {"n"},
                  [&inner](std::int64_t n) {
                      return inner.run(std::to_string(n) + " * 10").value.value_or("");
                  })
        .function("thrown", []() -> bool { throw 42; })
        .function("long", [] {
            return fluxi::Duration{-1, 3};
        });
    Options options = plain();
    options.memory_limit = 1 << 20;
    options.packages.push_back(package);
    const Engine engine(options);
    const std::string import = "import \"array\"\nimport \"acme/all\"\n";
    CHECK(engine
              .run(import + "array.from(rows: [{n: 1}, {n: 2}]) |> map(fn: (r) =>"
                            " ({a: all.add(n: r.n), h: all.half(n: float(v: r.n)),"
                            " s: all.script(n: r.n)}))")
              .output == "a,h,s\n3,0.5,10\n4,1,20\n");
    CHECK(engine.run(import + "all.thrown()").status == Status::failed);
    CHECK(problem(engine.run(import + "all.long()")).find("same sign") != std::string::npos);
}

TEST_CASE("limits take any number") {
    Options options = plain();
    options.threads = std::numeric_limits<std::size_t>::max();
    for (const auto timeout :
         {std::chrono::milliseconds::max(), std::chrono::milliseconds::min()}) {
        options.timeout = timeout;
        CHECK(Engine(options).run("1 + 1").value == "2");
    }
    // Each operation behind the one before it.
    const auto chain = [](int length) {
        std::string script = "import \"array\"\nx0 = array.from(rows: [{a: 1}])\n";
        for (int i = 1; i <= length; ++i) {
            script += "x" + std::to_string(i) + " = x" + std::to_string(i - 1) +
                      " |> filter(fn: (r) => r.a > 0)\n";
        }
        return Engine(plain()).run(script + "x" + std::to_string(length));
    };
    CHECK(chain(900).output == "a\n1\n");
    CHECK(chain(2500).status == Status::failed);
    CHECK(problem(chain(2500)).find("2000 operations") != std::string::npos);
}

TEST_CASE("results outlive programs, programs outlive engines") {
    std::optional<Program> program;
    {
        const Engine engine(plain());
        program.emplace(engine.compile("import \"strings\"\nstrings.toUpper(v: \"ab\")"));
    }
    const Result result = program->run();
    program.reset();
    CHECK(result.scalar == fluxi::Value("AB"));
}
