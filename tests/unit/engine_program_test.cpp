#include <doctest/doctest.h>

#include <atomic>
#include <chrono>
#include <stdexcept>
#include <string>
#include <thread>
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

const char* const kEndless =
    "import \"generate\"\n"
    "generate.from(count: 4000000000, fn: (n) => n, start: 2020-01-01T00:00:00Z,"
    " stop: 2021-01-01T00:00:00Z) |> filter(fn: (r) => r._value < 0)";

std::string problem(const Result& result) {
    return result.problems.empty() ? std::string() : result.problems.front().message;
}

}  // namespace

TEST_CASE("a program runs many times, each time with its own parameters") {
    Program program = Engine(plain()).compile(
        "import \"array\"\nlow = 0.0\nhost = \"-\"\nevery = 1m\n"
        "array.from(rows: [{v: 1.5}, {v: 2.5}]) |> filter(fn: (r) => r.v > low)"
        " |> map(fn: (r) => ({r with host: host, every: string(v: every)}))");
    REQUIRE(program.ok());
    CHECK(program.run().output == "v,every,host\n1.5,1m,-\n2.5,1m,-\n");
    const Result other = program.run(
        with({{"low", 2.0}, {"host", "a"}, {"every", fluxi::Duration{3'600'000'000'000, 0}}}));
    CHECK(other.output == "v,every,host\n2.5,1h,a\n");
    CHECK(program.run(with({{"low", std::int64_t{2}}})).output == "v,every,host\n2.5,1m,-\n");
    CHECK(program.run().output == "v,every,host\n1.5,1m,-\n2.5,1m,-\n");
}

TEST_CASE("each run of a program has its own present, options and values") {
    Program program = Engine(plain()).compile("option task = {name: \"t\", every: 1h}\nnow()");
    RunSettings settings;
    settings.now_ns = 1'000'000'000;
    CHECK(program.run(settings).scalar == fluxi::Value(fluxi::Time{1'000'000'000}));
    settings.now_ns = 2'000'000'000;
    CHECK(program.run(settings).value == "1970-01-01T00:00:02.000000000Z");
    Program failing = Engine(plain()).compile("n = 0\n10 / n");
    CHECK(failing.run().status == Status::failed);
    CHECK(failing.run(with({{"n", std::int64_t{5}}})).scalar == fluxi::Value(std::int64_t{2}));
    CHECK(failing.run().status == Status::failed);
}

TEST_CASE("what is wrong with a program or its parameters is told in data") {
    const Program rejected = Engine(plain()).compile("\nx = nope", "mine.flux");
    CHECK(rejected.compiled().status == Status::rejected);
    REQUIRE(rejected.compiled().problems.size() == 1);
    const fluxi::Problem& found = rejected.compiled().problems.front();
    CHECK(found.error);
    CHECK(found.code == "E0200");
    CHECK(found.source == "mine.flux");
    CHECK(found.line == 2);
    CHECK(found.column == 5);
    Program program = Engine(plain()).compile("limit = 1\nlimit");
    const Result unknown = program.run(with({{"limits", std::int64_t{2}}}));
    CHECK(unknown.status == Status::usage);
    CHECK(problem(unknown).find("did you mean limit?") != std::string::npos);
    CHECK(program.run(with({{"limit", "many"}})).status == Status::failed);
    CHECK(program.run().ok());
}

TEST_CASE("results are handed over by column") {
    Program program = Engine().compile(
        "import \"array\"\nimport \"internal/debug\"\n"
        "array.from(rows: [{_time: 1970-01-01T00:00:01Z, k: \"a\", b: true, i: 1, u: uint(v: 1),"
        " f: 0.5}, {_time: 1970-01-01T00:00:02Z, k: \"b\", b: false, i: 2, u: uint(v: 2), f: 1.5}])"
        " |> group(columns: [\"k\"]) |> yield(name: \"one\")\n"
        "array.from(rows: [{t: \"a text that is longer than twelve\"}, {t: \"b\"}])"
        " |> map(fn: (r) => ({t: if r.t == \"b\" then debug.null(type: \"string\") else r.t}))"
        " |> yield(name: \"two\")");
    REQUIRE(program.ok());
    std::vector<std::string> seen;
    const Result result = program.stream([&](const Rows& rows) {
        std::string line = std::string(rows.result) + " " + std::to_string(rows.table) + " " +
                           std::to_string(rows.size) + (rows.first ? " first" : "") +
                           (rows.last ? " last" : "");
        if (rows.result == "one") {
            CHECK(rows.find("nope") == nullptr);
            const fluxi::Column* key = rows.find("k");
            REQUIRE(key != nullptr);
            CHECK(key->in_group_key);
            CHECK_FALSE(rows.find("i")->in_group_key);
            line += " " + std::string(key->texts[0]);
            line += " " + std::to_string(rows.find("i")->integers[0]);
            line += " " + std::to_string(rows.find("u")->uintegers[0]);
            line += " " + std::to_string(rows.find("f")->floats[0]);
            line += " " + std::to_string(rows.find("b")->booleans[0]);
            line += " " + std::to_string(rows.find("_time")->integers[0]);
            CHECK(rows.find("_time")->type == fluxi::ColumnType::time);
        } else {
            const fluxi::Column* text = rows.find("t");
            REQUIRE(text != nullptr);
            CHECK(text->at(0) == fluxi::Value("a text that is longer than twelve"));
            CHECK(text->is_null(1));
            CHECK(text->at(1) == fluxi::Value(fluxi::Null{}));
        }
        seen.push_back(line);
        return true;
    });
    CHECK(result.ok());
    CHECK(result.output.empty());
    CHECK(seen == std::vector<std::string>{"one 0 1 first last a 1 1 0.500000 1 1000000000",
                                           "one 1 1 first last b 2 2 1.500000 0 2000000000",
                                           "two 0 2 first last"});
}

TEST_CASE("who takes the rows can end the run") {
    Program program = Engine().compile(
        "import \"generate\"\ngenerate.from(count: 4000000000, fn: (n) => n,"
        " start: 2020-01-01T00:00:00Z, stop: 2021-01-01T00:00:00Z)");
    std::size_t calls = 0;
    CHECK(program.stream([&](const Rows& rows) { return ++calls < 3 && rows.size > 0; }).status ==
          Status::cancelled);
    CHECK(calls == 3);
    const Result thrown =
        program.stream([](const Rows&) -> bool { throw std::runtime_error("the disk is full"); });
    CHECK(thrown.status == Status::failed);
    CHECK(problem(thrown).find("the disk is full") != std::string::npos);
}

TEST_CASE("a run is cancelled from another thread, and a limit ends it") {
    Program program = Engine().compile(kEndless);
    RunSettings settings;
    fluxi::Cancellation cancellation;
    settings.cancellation = cancellation;
    std::thread watchdog([&] {
        std::this_thread::sleep_for(std::chrono::milliseconds(20));
        cancellation.cancel();
    });
    const Result result = program.run(settings);
    watchdog.join();
    CHECK(result.status == Status::cancelled);
    CHECK(cancellation.cancelled());
    CHECK(program.run(settings).status == Status::cancelled);  // it stays cancelled
    settings.cancellation.reset();
    settings.timeout = std::chrono::milliseconds(10);
    const Result late = program.run(settings);
    CHECK(late.status == Status::failed);
    CHECK(problem(late).find("time limit") != std::string::npos);
    Options options;
    options.memory_limit = 1 << 20;
    const Result large = Engine(options).run(
        "import \"generate\"\ngenerate.from(count: 1000000, fn: (n) => n,"
        " start: 2020-01-01T00:00:00Z, stop: 2021-01-01T00:00:00Z) |> sort(desc: true)");
    CHECK(large.status == Status::failed);
}

TEST_CASE("a package of C++ functions is imported like any other") {
    int calls = 0;
    fluxi::NativePackage units("acme/units");
    units.function("miles", {"km"}, [](double km) { return km / 2.0; })
        .function("name", {"code", "language"},
                  [](std::string_view code, std::optional<std::string> language) {
                      return std::string(code) + ":" + language.value_or("en");
                  })
        .function("positive", {"n"},
                  [](std::int64_t n) -> std::variant<std::int64_t, fluxi::Error> {
                      if (n < 0) return fluxi::Error{"a negative number"};
                      return n;
                  })
        .function("broken", []() -> bool { throw std::runtime_error("no such table"); })
        .function("half", {"n"},
                  [](std::int64_t n) -> std::optional<std::int64_t> {
                      if (n % 2 != 0) return std::nullopt;
                      return n / 2;
                  })
        .function(
            "next", [&calls] { return static_cast<std::int64_t>(++calls); }, fluxi::Effects::some)
        .source("import \"strings\"\nloud = (code) => strings.toUpper(v: name(code))\n");
    Options options = plain();
    options.packages.push_back(units);
    const Engine engine(options);
    const std::string import = "import \"array\"\nimport \"acme/units\"\n";
    CHECK(engine.run(import + "units.miles(km: 3.0)").scalar == fluxi::Value(1.5));
    CHECK(engine.run(import + "units.name(code: \"a\")").value == "a:en");
    CHECK(engine.run(import + "units.name(code: \"a\", language: \"fr\")").value == "a:fr");
    CHECK(engine.run(import + "units.loud(code: \"a\")").value == "A:EN");
    CHECK(engine
              .run(import + "array.from(rows: [{n: 4}, {n: 3}])"
                            " |> map(fn: (r) => ({half: units.half(n: r.n)}))"
                            " |> map(fn: (r) => ({again: units.half(n: r.half)}))")
              .output == "again\n1\n\n");
    const Result wrong = engine.run(import + "units.miles(km: \"3\")");
    CHECK(wrong.status == Status::rejected);
    CHECK(problem(wrong).find("expected `float`") != std::string::npos);
    const Result negative = engine.run(import + "units.positive(n: -1)");
    CHECK(negative.status == Status::failed);
    CHECK(problem(negative) == "units.positive: a negative number");
    CHECK(negative.problems.front().line == 3);
    CHECK(problem(engine.run(import + "units.broken()")) == "units.broken: no such table");
    CHECK(engine
              .run(import + "array.from(rows: [{a: 1}, {a: 2}])"
                            " |> map(fn: (r) => ({r with n: units.next()}))")
              .output == "a,n\n1,1\n2,2\n");
    CHECK(calls == 2);
    options.packages.emplace_back("strings");
    CHECK(Engine(options).run("1").status == Status::usage);
}
