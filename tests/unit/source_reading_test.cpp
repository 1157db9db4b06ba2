// Scripts over random points in a store, against a simple model of what they must give, and each
// with pushdown on and off: the results are the same text.
#include <doctest/doctest.h>

#include <map>
#include <optional>
#include <random>
#include <set>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "engine/session.hpp"
#include "io/annotated_csv_writer.hpp"
#include "io/writer_factory.hpp"
#include "store/store.hpp"
#include "tests/support/sample.hpp"
#include "tests/support/store_files.hpp"

using namespace fluxi;

namespace {

using Tags = std::vector<std::pair<std::string, std::string>>;

/// A series and its points, in the order in which they are read.
struct SeriesName {
    std::string measurement;
    Tags tags;
    std::string field;
    friend bool operator<(const SeriesName& a, const SeriesName& b) {
        return std::tie(a.measurement, a.tags, a.field) < std::tie(b.measurement, b.tags, b.field);
    }
};
using Model = std::map<SeriesName, std::map<std::int64_t, io::LineValue>>;

constexpr std::int64_t kSecond = 1000000000;
constexpr std::int64_t kSeconds = 2000;

/// Points of three measurements; a tag may be missing, points are written again, in any order.
class World {
  public:
    explicit World(unsigned seed) : random_(seed) {
        const auto transaction = store_->begin();
        bucket_ = transaction->create_bucket("b", 0).id;
        transaction->commit();
        for (int i = 0; i < 4; ++i) write(1500);
    }

    [[nodiscard]] const Model& model() const { return model_; }
    [[nodiscard]] std::string file() const { return folder_.file(); }

  private:
    std::size_t pick(std::size_t n) { return random_() % n; }

    void write(int points) {
        const auto transaction = store_->begin();
        for (int i = 0; i < points; ++i) {
            // Most points are in one series, so that it has several chunks.
            const bool busy = pick(3) != 0;
            SeriesName name{busy ? "m0" : fmt::format("m{}", pick(3)), {}, {}};
            const auto tag = [&](const char* key, std::initializer_list<const char*> values) {
                const std::size_t chosen = busy ? 0 : pick(values.size() + 1);
                if (chosen < values.size()) name.tags.emplace_back(key, values.begin()[chosen]);
            };
            tag("a", {"1", "2"});
            tag("b", {"x", "y", "zz"});
            const std::int64_t time =
                static_cast<std::int64_t>(pick(static_cast<std::size_t>(kSeconds))) * kSecond;
            io::LinePoint point;
            point.measurement = name.measurement;
            for (const auto& [key, text] : name.tags) point.tags.push_back({key, text});
            point.time = time;
            if (pick(4) != 0) add(point, "f", static_cast<double>(pick(200)) / 8.0);
            if (pick(4) != 0) add(point, "i", static_cast<std::int64_t>(pick(50)) - 25);
            if (pick(8) == 0) add(point, "s", std::string_view(kTexts[pick(3)]));
            if (point.fields.empty()) continue;
            CHECK_FALSE(transaction->write(bucket_, point).has_value());
            for (const io::LineField& field : point.fields) {
                name.field = field.key;
                model_[name][time] = field.value;
            }
        }
        transaction->commit();
    }

    static void add(io::LinePoint& point, std::string_view key, io::LineValue value) {
        point.fields.push_back({key, value});
    }

    static constexpr const char* kTexts[] = {"ok", "warn", "a text that is a little longer"};
    std::mt19937 random_;
    tests::StoreFolder folder_{};
    std::shared_ptr<store::Store> store_ =
        store::open_store(folder_.file(), std::make_shared<host::FixedClock>(0));
    store::BucketId bucket_ = 0;
    Model model_{};
};

class TextReceiver final : public flow::exec::ResultReceiver {
  public:
    explicit TextReceiver(io::ResultWriter& writer) : writer_(writer) {}
    void begin_result(const std::string& name) override { writer_.begin_result(name); }
    void push(const table::Batch& batch) override { writer_.push(batch); }
    void end_result() override { writer_.end_result(); }

  private:
    io::ResultWriter& writer_;
};

std::string run(const World& world, const std::string& script, bool pushdown,
                const std::string& format = "csv") {
    engine::SessionOptions options;
    options.data = world.file();
    options.pushdown = pushdown;
    engine::Session session(std::move(options));
    REQUIRE(session.load("script", script));
    io::StringOutput output;
    const auto writer = io::make_writer(format, output);
    TextReceiver receiver(*writer);
    const engine::RunReport report = session.run(receiver);
    writer->finish();
    if (session.error()) return std::string("error: ") + session.error()->what();
    CHECK(report.outcome == engine::Outcome::ok);
    return output.take();
}

std::string range_of(std::int64_t start, std::int64_t stop) {
    return fmt::format("from(bucket: \"b\") |> range(start: {}, stop: {})", start, stop);
}

double number(const io::LineValue& value) {
    if (const auto* v = std::get_if<std::int64_t>(&value)) return static_cast<double>(*v);
    return std::get<double>(value);
}

}  // namespace

TEST_CASE("a read gives the points of the model, series after series, by time") {
    for (unsigned seed = 1; seed <= 3; ++seed) {
        const World world(seed);
        for (const auto& [start, stop] : {std::pair{0, 2000}, {700, 701}, {313, 1290}}) {
            std::string wanted;
            for (const auto& [name, points] : world.model()) {
                if (name.field != "i") continue;
                for (const auto& [time, value] : points) {
                    if (time < start * kSecond || time >= stop * kSecond) continue;
                    wanted += fmt::format("{},{},{}\n", name.measurement, time / kSecond,
                                          std::get<std::int64_t>(value));
                }
            }
            const std::string script = range_of(start, stop) + R"(
                |> filter(fn: (r) => r._field == "i")
                |> map(fn: (r) => ({a: r._measurement, b: int(v: r._time) / 1000000000, c: r._value}))
                |> group())";
            for (const bool pushdown : {true, false}) {
                std::string got = run(world, script, pushdown, "plain-csv");
                if (got.starts_with("a,b,c\n")) got.erase(0, 6);
                CHECK(got == wanted);
            }
        }
    }
}

TEST_CASE("aggregates and selectors of series are those of the model") {
    const World world(11);
    const std::int64_t start = 150;
    const std::int64_t stop = 1850;
    const std::pair<std::string, double (*)(const std::vector<double>&)> functions[] = {
        {"count", [](const std::vector<double>& v) { return static_cast<double>(v.size()); }},
        {"sum",
         [](const std::vector<double>& v) {
             double sum = 0;
             for (const double x : v) sum += x;
             return sum;
         }},
        {"mean",
         [](const std::vector<double>& v) {
             double sum = 0;
             for (const double x : v) sum += x;
             return sum / static_cast<double>(v.size());
         }},
        {"min", [](const std::vector<double>& v) { return *std::min_element(v.begin(), v.end()); }},
        {"max", [](const std::vector<double>& v) { return *std::max_element(v.begin(), v.end()); }},
        {"first", [](const std::vector<double>& v) { return v.front(); }},
        {"last", [](const std::vector<double>& v) { return v.back(); }},
    };
    for (const auto& entry : functions) {
        const std::string& function = entry.first;
        const auto of = entry.second;
        // All values are eighths, so that sums are exact in any order.
        std::string wanted;
        for (const auto& [name, points] : world.model()) {
            if (name.field == "s") continue;
            std::vector<double> values;
            for (const auto& [time, value] : points) {
                if (time >= start * kSecond && time < stop * kSecond)
                    values.push_back(number(value));
            }
            if (!values.empty()) wanted += fmt::format("{}\n", of(values));
        }
        const std::string script = range_of(start, stop) +
                                   R"( |> filter(fn: (r) => r._field != "s") |> )" + function +
                                   "() |> map(fn: (r) => ({v: float(v: r._value)})) |> group()";
        CAPTURE(function);
        for (const bool pushdown : {true, false}) {
            std::string got = run(world, script, pushdown, "plain-csv");
            if (got.starts_with("v\n")) got.erase(0, 2);
            CHECK(got == wanted);
        }
    }
}

TEST_CASE("results are the same with pushdown on and off") {
    const World world(29);
    const std::string filters[] = {
        "",
        R"( |> filter(fn: (r) => r.a != "1"))",
        R"( |> filter(fn: (r) => r.b =~ /^[xz]/ or r._measurement == "m2"))",
        R"( |> filter(fn: (r) => not exists r.a and r._field == "f"))",
        R"( |> filter(fn: (r) => r._value > 12.0))",
        R"( |> filter(fn: (r) => r._value <= 3 and r._measurement != "m1"))",
        R"( |> filter(fn: (r) => r.b == "x" or r._value == 7))",
        R"( |> filter(fn: (r) => r._value =~ /^w/))",
        R"( |> filter(fn: (r) => r.b != "y" and r._time >= 1970-01-01T00:10:00Z))",
    };
    const std::string stages[] = {
        "",
        " |> count()",
        " |> first()",
        " |> last()",
        R"( |> filter(fn: (r) => r._field != "s") |> min())",
        R"( |> filter(fn: (r) => r._field != "s") |> max())",
        R"( |> filter(fn: (r) => r._field != "s") |> sum())",
        R"( |> filter(fn: (r) => r._field != "s") |> mean())",
        R"( |> group(columns: ["b"]) |> count())",
        R"( |> filter(fn: (r) => r._field == "i") |> group(columns: ["b", "a"]))",
        R"( |> filter(fn: (r) => r._field == "f") |> group(columns: ["a"]) |> mean())",
        R"( |> filter(fn: (r) => r._field == "f") |> group() |> last())",
        R"( |> filter(fn: (r) => r._field == "f") |> group() |> min())",
        " |> window(every: 7m) |> count()",
        " |> window(every: 7m, createEmpty: true) |> last()",
        " |> aggregateWindow(every: 3m, fn: count)",
        " |> aggregateWindow(every: 3m, fn: last)",
        R"( |> filter(fn: (r) => r._field == "f") |> aggregateWindow(every: 11m, fn: mean, createEmpty: false))",
        R"( |> filter(fn: (r) => r._field == "f") |> aggregateWindow(every: 11m, offset: 2m, fn: max))",
        R"( |> keep(columns: ["b"]) |> group() |> distinct(column: "b"))",
        R"( |> keys() |> keep(columns: ["_value"]) |> distinct())",
        R"( |> limit(n: 2))",
        R"( |> limit(n: 3, offset: 2) |> keep(columns: ["_time", "_field", "b"]))",
        R"( |> filter(fn: (r) => r._field == "f") |> group(columns: ["b"]) |> limit(n: 5, offset: 1))",
        R"( |> filter(fn: (r) => r._field == "i") |> group(columns: ["_measurement"]) |> unique(column: "a"))",
        R"( |> filter(fn: (r) => r._field == "i") |> group() |> distinct(column: "b"))",
        R"( |> filter(fn: (r) => r._field == "i") |> group() |> unique())",
        R"( |> unique(column: "b"))",
        R"( |> distinct(column: "a"))",
        R"( |> distinct(column: "_time"))",
        R"( |> drop(columns: ["_value"]))",
        R"( |> keep(columns: ["_value", "_field", "_measurement"]))",
        R"( |> filter(fn: (r) => r._field == "f") |> median())",
    };
    std::size_t combination = 0;
    for (const std::string& filter : filters) {
        for (const std::string& stage : stages) {
            // The shares of two filters differ, so that every stage has its turn.
            if (combination++ % test::kSampleShare != 0) continue;
            for (const auto& [start, stop] : {std::pair{0, 2000}, {611, 1333}}) {
                const std::string script = range_of(start, stop) + filter + stage;
                CAPTURE(script);
                const std::string pushed = run(world, script, true);
                CHECK(pushed == run(world, script, false));
            }
        }
    }
}
