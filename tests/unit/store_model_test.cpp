// The store against a simple model: random points in random order and batches, deletes among them,
// read back through every question that a bucket answers.
#include <functional>
#include <map>
#include <random>
#include <set>

#include <doctest/doctest.h>

#include "base/error.hpp"
#include "store/memory_bucket.hpp"
#include "store/store.hpp"
#include "tests/support/sample.hpp"
#include "tests/support/store_files.hpp"

using namespace fluxi;
using store::TagPredicate;

namespace {

using Tags = std::vector<std::pair<std::string, std::string>>;
using Key = std::tuple<std::string, Tags, std::string>;
using Value = std::variant<double, std::int64_t, std::uint64_t, bool, std::string>;
using Model = std::map<Key, std::map<std::int64_t, Value>>;

struct RandomPoint {
    std::string measurement;
    Tags tags;
    std::vector<std::pair<std::string, Value>> fields;
    std::int64_t time = 0;
};

class Source {
  public:
    explicit Source(std::uint64_t seed) : random_(seed) {}

    std::uint64_t below(std::uint64_t limit) { return random_() % limit; }

    RandomPoint point() {
        RandomPoint made;
        made.measurement = "m" + std::to_string(below(2));
        for (const char* key : {"a", "b", "c"}) {
            if (below(3) != 0) made.tags.emplace_back(key, "v" + std::to_string(below(3)));
        }
        made.time = time();
        // The letter of a field says which type it has.
        for (const char* name : {"f", "i", "u", "x", "s"}) {
            if (below(2) == 0) made.fields.emplace_back(name, value(*name));
        }
        if (made.fields.empty()) made.fields.emplace_back("f", value('f'));
        return made;
    }
    std::int64_t time() { return static_cast<std::int64_t>(below(3000)) - 1000; }

  private:
    Value value(char type) {
        switch (type) {
            case 'f':
                return static_cast<double>(below(100'000)) / 1000;
            case 'i':
                return static_cast<std::int64_t>(random_());
            case 'u':
                return random_();
            case 'x':
                return below(2) == 0;
            default:
                return std::string(below(30), static_cast<char>('a' + below(3)));
        }
    }
    std::mt19937_64 random_;
};

io::LineValue line_value(const Value& value) {
    return std::visit(
        [](const auto& v) -> io::LineValue {
            if constexpr (std::is_same_v<std::decay_t<decltype(v)>, std::string>) {
                return std::string_view(v);
            } else {
                return v;
            }
        },
        value);
}

io::LinePoint line_point(const RandomPoint& point) {
    io::LinePoint line;
    line.measurement = point.measurement;
    for (const auto& [key, value] : point.tags) line.tags.push_back({key, value});
    for (const auto& [key, value] : point.fields) line.fields.push_back({key, line_value(value)});
    line.time = point.time;
    return line;
}

void add(Model& model, const RandomPoint& point) {
    for (const auto& [field, value] : point.fields) {
        model[{point.measurement, point.tags, field}][point.time] = value;
    }
}

Key key_of(const store::Series& series) {
    Tags tags;
    for (const store::Tag& tag : series.tags) tags.emplace_back(tag.key, tag.value);
    return {std::string(series.measurement), tags, std::string(series.field)};
}

Value value_at(const store::Series& series, const table::Column& column, std::uint32_t row) {
    const value::Value v = column.at(row);
    switch (series.type) {
        case store::FieldType::floating:
            return v.as_floating();
        case store::FieldType::integer:
            return v.as_integer();
        case store::FieldType::uinteger:
            return v.as_uinteger();
        case store::FieldType::boolean:
            return v.as_boolean();
        case store::FieldType::string:
            break;
    }
    return std::string(v.as_text());
}

/// Everything in the range; checks the order of series and what chunks say about their points.
Model read(const store::Bucket& bucket, const TagPredicate& predicate, value::Bounds bounds) {
    Model found;
    bool good = true;  // one check for all rows, of which there are many
    const auto all = bucket.series(predicate, bounds);
    const auto chunks = bucket.chunks(all, bounds);
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (i != 0) CHECK(key_of(all[i - 1]) < key_of(all[i]));
        auto& series = found[key_of(all[i])];
        for (const store::Chunk& chunk : chunks[i]) {
            const auto points = bucket.load(all[i], chunk, bounds, store::Wanted::both);
            if (chunk.inside(bounds)) REQUIRE(points.times.size() == chunk.count);
            for (std::uint32_t row = 0; row < points.times.size(); ++row) {
                const std::int64_t time = points.times.at(row).as_time().nanoseconds;
                const auto [place, is_new] =
                    series.emplace(time, value_at(all[i], points.values, row));
                good = good && is_new && bounds.contains(time);
            }
            const auto only = bucket.load(all[i], chunk, bounds, store::Wanted::values);
            CHECK(only.values.size() == points.values.size());
            if (const auto* sum = std::get_if<std::int64_t>(&chunk.statistics.sum)) {
                std::uint64_t expected = 0;
                const auto whole =
                    bucket.load(all[i], chunk, store::kAllTime, store::Wanted::values);
                for (std::uint32_t row = 0; row < whole.values.size(); ++row) {
                    expected += static_cast<std::uint64_t>(whole.values.at(row).as_integer());
                }
                CHECK(static_cast<std::uint64_t>(*sum) == expected);
            }
        }
        if (series.empty()) found.erase(key_of(all[i]));
    }
    CHECK(good);
    return found;
}

std::string tag_of(const Key& key, const std::string& name) {
    if (name == "_measurement") return std::get<0>(key);
    if (name == "_field") return std::get<2>(key);
    for (const auto& [tag, value] : std::get<1>(key)) {
        if (tag == name) return value;
    }
    return {};
}

struct Condition {
    TagPredicate predicate;
    std::function<bool(const Key&)> holds;
};

std::vector<Condition> conditions() {
    const auto is = [](std::string tag, std::string text) {
        return Condition{TagPredicate::equal(tag, text),
                         [=](const Key& key) { return tag_of(key, tag) == text; }};
    };
    std::vector<Condition> all = {
        {TagPredicate::everything(), [](const Key&) { return true; }},
        {TagPredicate::nothing(), [](const Key&) { return false; }},
        is("_measurement", "m1"),
        is("_field", "s"),
        is("a", "v1"),
        is("a", ""),
        {TagPredicate::not_equal("a", "v1"),
         [](const Key& key) { return tag_of(key, "a") != "v1"; }},
        {TagPredicate::exists("b"), [](const Key& key) { return !tag_of(key, "b").empty(); }},
        {TagPredicate::not_exists("b"), [](const Key& key) { return tag_of(key, "b").empty(); }},
        {TagPredicate::matches("c", value::Regexp::compile("^$|2")),
         [](const Key& key) { return tag_of(key, "c").empty() || tag_of(key, "c") == "v2"; }},
        {TagPredicate::not_matches("c", value::Regexp::compile("2")),
         [](const Key& key) { return tag_of(key, "c") != "v2"; }},
    };
    const auto one = is("a", "v1");
    const auto two = is("a", "v2");
    const auto field = is("_field", "f");
    all.push_back({TagPredicate::any_of({one.predicate, two.predicate}),
                   [=](const Key& key) { return one.holds(key) || two.holds(key); }});
    all.push_back(
        {TagPredicate::all_of({one.predicate, field.predicate, is("_measurement", "m0").predicate}),
         [=](const Key& key) {
             return one.holds(key) && field.holds(key) && std::get<0>(key) == "m0";
         }});
    all.push_back({TagPredicate::any_of({one.predicate, field.predicate}),
                   [=](const Key& key) { return one.holds(key) || field.holds(key); }});
    return all;
}

Model restricted(const Model& model, const Condition& condition, value::Bounds bounds) {
    Model found;
    for (const auto& [key, points] : model) {
        if (!condition.holds(key)) continue;
        for (const auto& [time, value] : points) {
            if (bounds.contains(time)) found[key].emplace(time, value);
        }
    }
    return found;
}

void compare(const store::Bucket& bucket, const Model& model, Source& source) {
    std::vector<value::Bounds> ranges = {store::kAllTime, {-1000, 0}, {5, 6}, {2000, 9000}};
    for (int i = 0; i < 3; ++i) {
        const std::int64_t start = source.time();
        ranges.push_back({start, start + 1 + static_cast<std::int64_t>(source.below(40))});
    }
    for (const Condition& condition : conditions()) {
        for (const value::Bounds bounds : ranges) {
            const Model want = restricted(model, condition, bounds);
            CHECK(read(bucket, condition.predicate, bounds) == want);
            std::set<std::pair<std::string, Tags>> sets;
            std::map<std::string, std::set<std::string>> values;
            std::set<std::string> keys;
            for (const auto& [key, points] : want) {
                sets.emplace(std::get<0>(key), std::get<1>(key));
                for (const auto& [tag, value] : std::get<1>(key)) keys.insert(tag);
                for (const std::string name : {"_measurement", "_field", "a", "b", "zz"}) {
                    if (const auto value = tag_of(key, name); !value.empty()) {
                        values[name].insert(value);
                    }
                }
            }
            CHECK(bucket.cardinality(condition.predicate, bounds) == sets.size());
            const auto got = bucket.tag_keys(condition.predicate, bounds);
            CHECK(std::set<std::string>(got.begin(), got.end()) == keys);
            for (const std::string name : {"_measurement", "_field", "a", "b", "zz"}) {
                const auto names = bucket.tag_values(name, condition.predicate, bounds);
                CHECK(names == std::vector<std::string>(values[name].begin(), values[name].end()));
            }
        }
    }
}

}  // namespace

TEST_CASE("a store holds what a simple model holds") {
    for (std::uint64_t seed = 1; seed <= (test::kSampleShare > 1 ? 1 : 2); ++seed) {
        CAPTURE(seed);
        Source source(seed);
        tests::StoreFolder folder;
        const auto clock = std::make_shared<host::FixedClock>(0);
        auto store = store::open_store(folder.file(), clock);
        auto transaction = store->begin();
        const auto info = transaction->create_bucket("b", 0);
        const auto other = transaction->create_bucket("other", 0);
        Model model;
        for (int batch = 0; batch < 14; ++batch) {
            if (!transaction) transaction = store->begin();
            const std::uint64_t size = source.below(4) == 0 ? 3000 : source.below(40);
            for (std::uint64_t i = 0; i < size; ++i) {
                const RandomPoint point = source.point();
                CHECK(!transaction->write(info.id, line_point(point)));
                add(model, point);
                if (i == 0) CHECK(!transaction->write(other.id, line_point(point)));
            }
            if (source.below(3) == 0) {
                const auto all = conditions();
                const Condition& condition = all[source.below(all.size())];
                const std::int64_t first = source.time();
                const std::int64_t last = first + static_cast<std::int64_t>(source.below(1500));
                transaction->remove(info.id, first, last, condition.predicate);
                for (auto series = model.begin(); series != model.end();) {
                    if (condition.holds(series->first)) {
                        std::erase_if(series->second, [&](const auto& point) {
                            return point.first >= first && point.first <= last;
                        });
                    }
                    series = series->second.empty() ? model.erase(series) : std::next(series);
                }
                // What follows a delete in one transaction survives it.
                const RandomPoint point = source.point();
                CHECK(!transaction->write(info.id, line_point(point)));
                add(model, point);
            }
            if (source.below(4) == 0) continue;  // goes on in the same transaction
            CHECK(transaction->commit().dropped == 0);
            transaction.reset();
            if (source.below(2) == 0) store = store::open_store(folder.file(), clock);
        }
        if (transaction) transaction->commit();
        compare(*store->bucket("b"), model, source);
        auto drop = store->begin();
        drop->drop_bucket(other.id);
        drop->commit();
        CHECK(store->bucket("other") == nullptr);
        compare(*store->bucket(info.id), model, source);
        std::uint64_t points = 0;
        for (const auto& [key, of_series] : model) points += of_series.size();
        const auto summary = store->bucket("b")->summary();
        CHECK(summary.points == points);
        CHECK(summary.series == model.size());
    }
}

TEST_CASE("a bucket in memory holds what a simple model holds") {
    Source source(4);
    store::MemoryBucketBuilder builder({1, "b", 0});
    Model model;
    for (int i = 0; i < 9000; ++i) {
        const RandomPoint point = source.point();
        CHECK(builder.add(line_point(point)).empty());
        add(model, point);
    }
    compare(*builder.finish(), model, source);
}
