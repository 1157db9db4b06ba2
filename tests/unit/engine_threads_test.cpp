// Engines on several threads at once: nothing that one of them does is seen by another. Meant to be
// run under ThreadSanitizer, too (the preset `tsan`).
#include <doctest/doctest.h>

#include <atomic>
#include <fstream>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include "engine/fluxi/fluxi.hpp"
#include "tests/support/http_server.hpp"
#include "tests/support/store_files.hpp"

using fluxi::Engine;
using fluxi::Options;
using fluxi::Program;
using fluxi::Result;
using fluxi::RunSettings;

namespace {

constexpr int kThreads = 4;

template <typename Work>
void on_threads(Work work) {
    std::vector<std::thread> threads;
    for (int i = 0; i < kThreads; ++i) threads.emplace_back(work, i);
    for (std::thread& thread : threads) thread.join();
}

struct Script {
    const char* about;
    std::string text;
    std::string output;
};

/// Scripts that use what has state of its own: connections, databases, compiled expressions, time
/// zones, threads that read, buckets. `number` is in what they print.
std::vector<Script> scripts(int number, const std::string& url, const std::string& folder) {
    const std::string n = std::to_string(number);
    const std::string array = "import \"array\"\n";
    return {
        {"http",
         "import \"http\"\nimport \"http/requests\"\nimport \"array\"\n"
         "code = http.post(url: \"" +
             url + "\", data: bytes(v: \"" + n +
             "\"))\n"
             "got = requests.post(url: \"" +
             url + "\", body: bytes(v: \"body " + n +
             "\"))\n"
             "array.from(rows: [{code: code, got: string(v: got.body)}])",
         "code,got\n200,body " + n + "\n"},
        {"sql",
         array +
             "import \"sql\"\n"
             "array.from(rows: [{name: \"a\", v: " +
             n +
             "}, {name: \"b\", v: 10}])"
             " |> sql.to(driverName: \"sqlite3\", dataSourceName: \"" +
             folder + "/own" + n + ".db\", table: \"t" + n + "\") |> drop(columns: [\"name\"])",
         "v\n" + n + "\n10\n"},
        {"sql query",
         "import \"sql\"\nsql.from(driverName: \"sqlite3\", dataSourceName: \"" + folder +
             "/shared.db\", query: \"SELECT name FROM t WHERE v = " + n + "\")",
         "name\nrow " + n + "\n"},
        {"regexp",
         array +
             "import \"regexp\"\nimport \"strings\"\n"
             "digits = regexp.compile(v: \"x([0-9]+)\")\n"
             "array.from(rows: [{t: \"x1\"}, {t: \"y2\"}, {t: \"x" +
             n +
             "5\"}])"
             " |> filter(fn: (r) => r.t =~ /^x/)"
             " |> map(fn: (r) => ({t: regexp.replaceAllString(r: digits, v: r.t, t: \"$1-" +
             n + "\")}))",
         ""},
        {"time zones",
         array +
             "import \"timezone\"\n"
             "option location = timezone.location(name: \"" +
             std::string(number % 2 == 0 ? "America/New_York" : "Asia/Kolkata") +
             "\")\n"
             "array.from(rows: [{_time: 2024-03-10T06:30:00Z, _value: " +
             n +
             "}, {_time: 2024-03-10T07:30:00Z, _value: 1}]) |> range(start: 2024-03-10, stop: "
             "2024-03-11)"
             " |> aggregateWindow(every: 1d, fn: sum, createEmpty: false) |> keep(columns: "
             "[\"_value\"])",
         "_value\n" + std::to_string(number + 1) + "\n"},
        {"csv",
         "import \"csv\"\ncsv.from(file: \"" + folder +
             "/rows.csv\", mode: \"raw\")"
             " |> filter(fn: (r) => r.k == \"k" +
             n + "\") |> count(column: \"v\") |> keep(columns: [\"v\"])",
         "v\n5000\n"},
        {"buckets",
         array +
             "array.from(rows: [{_time: now(), _measurement: \"m\", _field: \"f\", _value: " + n +
             "}])"
             " |> to(bucket: \"own\") |> keep(columns: [\"_value\"])",
         "_value\n" + n + "\n"},
        {"store",
         "from(bucket: \"shared\") |> range(start: 0) |> filter(fn: (r) => r.t == \"" + n +
             "\")"
             " |> keep(columns: [\"_value\"])",
         "_value\n" + n + "\n"},
    };
}

Options options_of(const std::string& data) {
    Options options;
    options.format = "plain-csv";
    options.threads = 2;
    options.data = data;
    options.create_buckets = true;
    options.now_ns = 1'700'000'000'000'000'000;
    return options;
}

void prepare(const fluxi::tests::StoreFolder& folder) {
    std::ofstream rows(folder.path() / "rows.csv");
    rows << "k,v\n";
    for (int i = 0; i < kThreads * 5000; ++i) rows << 'k' << i % kThreads << ',' << i << '\n';
    rows.close();
    std::string points;
    std::string table;
    for (int i = 0; i < kThreads; ++i) {
        const std::string n = std::to_string(i);
        points +=
            (i == 0 ? "{t: \"" : ", {t: \"") + n +
            "\", _time: 2020-01-01T00:00:00Z, _measurement: \"m\", _field: \"f\", _value: " + n +
            "}";
        table += (i == 0 ? "{v: " : ", {v: ") + n + ", name: \"row " + n + "\"}";
    }
    const Engine engine(options_of(folder.file()));
    REQUIRE(engine
                .run("import \"array\"\narray.from(rows: [" + points +
                     "]) |> to(bucket: \"shared\", tagColumns: [\"t\"])")
                .ok());
    REQUIRE(engine
                .run("import \"array\"\nimport \"sql\"\narray.from(rows: [" + table +
                     "]) |> sql.to(driverName: \"sqlite3\", dataSourceName: \"" +
                     folder.path().string() + "/shared.db\", table: \"t\")")
                .ok());
}

}  // namespace

TEST_CASE("engines of several threads run scripts of all kinds at once") {
    const fluxi::tests::StoreFolder folder;
    prepare(folder);
    const fluxi::test::HttpServer server([](const fluxi::test::Recorded&) {
        fluxi::test::Answer answer;
        answer.echo = true;
        return answer;
    });
    std::vector<std::string> problems(kThreads);
    on_threads([&](int number) {
        const std::string own = folder.path().string() + "/" + std::to_string(number) + ".data";
        const std::vector<Script> all = scripts(number, server.url(), folder.path().string());
        for (int round = 0; round < 3; ++round) {
            for (std::size_t i = 0; i < all.size(); ++i) {
                // Every thread begins with another one, so that all kinds meet all others.
                const Script& script = all[(i + static_cast<std::size_t>(2 * number)) % all.size()];
                const bool shared = std::string(script.about) == "store";
                const Result result =
                    Engine(options_of(shared ? folder.file() : own)).run(script.text);
                std::string wanted = script.output;
                if (wanted.empty()) {
                    wanted = "t\n1-" + std::to_string(number) + "\n" + std::to_string(number) +
                             "5-" + std::to_string(number) + "\n";
                }
                if (!result.ok() || result.output != wanted)
                    problems[static_cast<std::size_t>(number)] +=
                        std::string(script.about) + ": " + result.output + result.messages;
            }
        }
    });
    for (const std::string& problem : problems) CHECK(problem == "");
}

TEST_CASE("engines of several threads write to one store and lose nothing") {
    const fluxi::tests::StoreFolder folder;
    std::vector<std::string> problems(kThreads);
    on_threads([&](int number) {
        const std::string n = std::to_string(number);
        for (int round = 0; round < 5; ++round) {
            const Result result =
                Engine(options_of(folder.file()))
                    .run("import \"array\"\narray.from(rows: [{_time: time(v: " +
                         std::to_string(round + 1) +
                         "), _measurement: \"m\", _field: \"f\", t: \"" + n +
                         "\", _value: 1}]) |> to(bucket: \"all\", tagColumns: [\"t\"])");
            problems[static_cast<std::size_t>(number)] += result.messages;
        }
    });
    for (const std::string& problem : problems) CHECK(problem == "");
    const Result count = Engine(options_of(folder.file()))
                             .run(
                                 "from(bucket: \"all\") |> range(start: 0) |> group() |> sum()"
                                 " |> keep(columns: [\"_value\"])");
    CHECK(count.output == "_value\n20\n");
}

TEST_CASE("a program that runs on one thread is refused to the others") {
    Program program = Engine().compile(
        "import \"generate\"\ngenerate.from(count: 20000, fn: (n) => n,"
        " start: 2020-01-01T00:00:00Z, stop: 2021-01-01T00:00:00Z)");
    std::atomic<int> inside = 0;
    std::atomic<int> ran = 0;
    std::atomic<int> refused = 0;
    std::atomic<bool> overlapped = false;
    on_threads([&](int) {
        for (int i = 0; i < 20; ++i) {
            const Result result = program.stream([&](const fluxi::Rows&) {
                if (++inside != 1) overlapped = true;
                --inside;
                return true;
            });
            if (result.ok()) ++ran;
            if (result.status == fluxi::Status::usage) ++refused;
        }
    });
    CHECK_FALSE(overlapped);
    CHECK(ran > 0);
    CHECK(ran + refused == kThreads * 20);
}

TEST_CASE("a program may be compiled, run and destroyed by different threads") {
    std::optional<Program> program;
    std::thread([&] {
        program =
            Engine(options_of(""))
                .compile(
                    "import \"array\"\nimport \"regexp\"\nn = 1\n"
                    "array.from(rows: [{t: \"ab\"}]) |> map(fn: (r) => ({m: r.t =~ /^a/, n: n}))");
    }).join();
    for (std::int64_t n = 0; n < 3; ++n) {
        std::thread([&] {
            RunSettings settings;
            settings.parameters["n"] = n;
            CHECK(program->run(settings).output == "m,n\ntrue," + std::to_string(n) + "\n");
        }).join();
    }
    std::thread([&] { program.reset(); }).join();
}

TEST_CASE("one cancellation ends runs of several threads") {
    fluxi::Cancellation cancellation;
    std::atomic<int> begun = 0;
    std::atomic<int> cancelled = 0;
    std::thread watchdog([&] {
        while (begun < kThreads) std::this_thread::yield();
        cancellation.cancel();
    });
    on_threads([&](int) {
        Program program = Engine().compile(
            "import \"generate\"\ngenerate.from(count: 4000000000, fn: (n) => n,"
            " start: 2020-01-01T00:00:00Z, stop: 2021-01-01T00:00:00Z)");
        RunSettings settings;
        settings.cancellation = cancellation;
        bool first = true;
        const Result result = program.stream(
            [&](const fluxi::Rows&) {
                if (first) ++begun;
                first = false;
                return true;
            },
            settings);
        if (result.status == fluxi::Status::cancelled) ++cancelled;
    });
    watchdog.join();
    CHECK(cancelled == kThreads);
}

TEST_CASE("several engines run in several threads") {
    fluxi::NativePackage package("acme/counter");
    std::atomic<int> calls = 0;
    package.function(
        "add", {"n"}, [&](std::int64_t n) { return calls += static_cast<int>(n), n; },
        fluxi::Effects::some);
    Options options;
    options.format = "plain-csv";
    options.packages.push_back(package);
    const Engine shared(options);
    std::atomic<int> wrong = 0;
    const auto work = [&](std::int64_t number) {
        const Engine own(options);
        for (const Engine* engine : {&shared, &own}) {
            Program program = engine->compile(
                "import \"array\"\nimport \"regexp\"\nimport \"timezone\"\nimport "
                "\"acme/counter\"\n"
                "option location = timezone.location(name: \"Europe/Berlin\")\nn = 0\n"
                "array.from(rows: [{_time: 2024-03-31T00:30:00Z, t: \"ab1\", v: 1},"
                " {_time: 2024-03-31T01:30:00Z, t: \"ab2\", v: 2}])"
                " |> filter(fn: (r) => r.t =~ /^ab[0-9]$/)"
                " |> map(fn: (r) => ({r with v: r.v + counter.add(n: n)}))"
                " |> group(columns: [\"t\"]) |> sum(column: \"v\") |> group()"
                " |> keep(columns: [\"v\"])");
            for (int i = 0; i < 10; ++i) {
                RunSettings settings;
                settings.parameters["n"] = number;
                const Result result = program.run(settings);
                const std::string want =
                    "v\n" + std::to_string(number + 1) + "\n" + std::to_string(number + 2) + "\n";
                if (result.output != want) ++wrong;
            }
        }
    };
    std::vector<std::thread> threads;
    for (std::int64_t i = 1; i <= 4; ++i) threads.emplace_back(work, i);
    for (std::thread& thread : threads) thread.join();
    CHECK(wrong == 0);
    CHECK(calls == 2 * 10 * 2 * (1 + 2 + 3 + 4));
}
