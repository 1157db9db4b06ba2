#include <doctest/doctest.h>

#include <fstream>
#include <string>

#include "engine/fluxi/fluxi.hpp"
#include "tests/support/engine_options.hpp"
#include "tests/support/store_files.hpp"

using fluxi::Engine;
using fluxi::Options;
using fluxi::Result;
using fluxi::Status;
using fluxi::tests::plain;

TEST_CASE("an engine gives results in the format asked for") {
    const Result result =
        Engine(plain()).run("import \"array\"\narray.from(rows: [{a: 1}, {a: 2}])");
    CHECK(result.status == Status::ok);
    CHECK(result.output == "a\n1\n2\n");
    CHECK(result.messages.empty());
}

TEST_CASE("an engine gives the last plain value") {
    Options options = plain();
    options.params["n"] = "41";
    const Result result = Engine(options).run("n = 1\nn + 1");
    CHECK(result.ok());
    CHECK(result.value == "42");
}

TEST_CASE("a rejected and a failed script are told apart") {
    const Result rejected = Engine(plain()).run("x = nope", "mine.flux");
    CHECK(rejected.status == Status::rejected);
    CHECK(rejected.messages.find("mine.flux:1:5") != std::string::npos);
    const Result failed = Engine(plain()).run("x = (n) => 1 / n\nx(n: 0)");
    CHECK(failed.status == Status::failed);
    CHECK(failed.messages.find("divide by zero") != std::string::npos);
    CHECK(Engine(plain()).check("x = (n) => 1 / n\nx(n: 0)").ok());
}

TEST_CASE("an unknown format is a mistake of the caller") {
    Options options;
    options.format = "nope";
    const Result result = Engine(options).run("1");
    CHECK(result.status == Status::usage);
    CHECK(result.messages.find("nope") != std::string::npos);
}

TEST_CASE("requests of a dry run are described") {
    Options options = plain();
    options.http = fluxi::Http::dry_run;
    const char* script = "import \"http\"\nhttp.post(url: \"http://example.com/x\")";
    const Result shown = Engine(options).run(script);
    CHECK(shown.value == "200");
    CHECK(shown.messages.find("POST http://example.com/x") != std::string::npos);
    options.http = fluxi::Http::deny;
    CHECK(Engine(options).run(script).status == Status::failed);
}

TEST_CASE("an engine reads and writes the buckets it is given") {
    const fluxi::tests::StoreFolder folder;
    const std::string lines = (folder.path() / "lines.lp").string();
    std::ofstream(lines) << "m,t=a f=1 1\nm,t=b f=2 2\n";
    Options options = plain();
    options.data = folder.file();
    options.mounts["lines"] = lines;
    options.create_buckets = true;
    const std::string copy =
        "from(bucket: \"lines\") |> range(start: 0) |> to(bucket: \"copy\") |> group() |> sum()"
        " |> keep(columns: [\"_value\"])";
    CHECK(Engine(options).run(copy).output == "_value\n3\n");
    options.variables["t"] = "b";
    const std::string read =
        "from(bucket: \"copy\") |> range(start: 0) |> filter(fn: (r) => r.t == v.t)"
        " |> keep(columns: [\"_value\"])";
    CHECK(Engine(options).run(read).output == "_value\n2\n");
}
