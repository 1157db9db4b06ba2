#include <doctest/doctest.h>

#include "store/memory_bucket.hpp"

using namespace fluxi;
using store::TagPredicate;
using store::Wanted;

namespace {

store::BucketRef bucket_of(std::string_view lines) {
    store::MemoryBucketBuilder builder({1, "b", 0});
    io::LineProtocolReader reader(lines, io::LinePrecision::ns, 0);
    io::LinePoint point;
    while (reader.next(point)) builder.add(point);
    return builder.finish();
}

std::string text_of(const store::Series& series) {
    std::string text(series.measurement);
    for (const store::Tag& tag : series.tags) {
        text.append(",").append(tag.key).append("=").append(tag.value);
    }
    return text.append(" ").append(series.field);
}

std::vector<std::string> texts_of(const std::vector<store::Series>& series) {
    std::vector<std::string> texts;
    for (const auto& s : series) texts.push_back(text_of(s));
    return texts;
}

}  // namespace

TEST_CASE("a memory bucket gives its series in the order of tables") {
    const auto bucket = bucket_of(
        "m,x=10 f=1 1\nm,x=1!,y=1 f=1 1\nm,x=1,y=1 f=1 1\nm f=1 1\nm,x=1 g=1,f=1 1\na f=1 9\n");
    CHECK(texts_of(bucket->series(TagPredicate::everything(), {0, 10})) ==
          std::vector<std::string>{"a f", "m f", "m,x=1 f", "m,x=1 g", "m,x=1,y=1 f",
                                   "m,x=1!,y=1 f", "m,x=10 f"});
    CHECK(texts_of(bucket->series(TagPredicate::everything(), {5, 10})) ==
          std::vector<std::string>{"a f"});
    CHECK(bucket->cardinality(TagPredicate::everything(), {0, 10}) == 6);
    CHECK(bucket->tag_values("x", TagPredicate::everything(), {0, 10}) ==
          std::vector<std::string>{"1", "1!", "10"});
    CHECK(bucket->tag_keys(TagPredicate::everything(), {5, 10}).empty());
}

TEST_CASE("predicates take a missing tag for the empty text") {
    const auto bucket = bucket_of("m f=1 1\nm,x=1 f=1 1\nm,x=2 f=1 1\n");
    const auto found = [&](const TagPredicate& predicate) {
        return texts_of(bucket->series(predicate, store::kAllTime));
    };
    using Texts = std::vector<std::string>;
    CHECK(found(TagPredicate::equal("x", "1")) == Texts{"m,x=1 f"});
    CHECK(found(TagPredicate::not_equal("x", "1")) == Texts{"m f", "m,x=2 f"});
    CHECK(found(TagPredicate::exists("x")) == Texts{"m,x=1 f", "m,x=2 f"});
    CHECK(found(TagPredicate::not_exists("x")) == Texts{"m f"});
    CHECK(found(TagPredicate::matches("x", value::Regexp::compile("^$|2"))) ==
          Texts{"m f", "m,x=2 f"});
    CHECK(found(TagPredicate::not_matches("x", value::Regexp::compile("1"))) ==
          Texts{"m f", "m,x=2 f"});
    CHECK(found(TagPredicate::nothing()).empty());
    CHECK(found(TagPredicate::any_of(
                    {TagPredicate::equal("x", "2"), TagPredicate::equal("_field", "f")}))
              .size() == 3);
}

TEST_CASE("the last value at a time wins, and statistics are those of the points") {
    const auto bucket = bucket_of("m f=3 3\nm f=1 1\nm f=5 3\nm f=2 2\n");
    const auto series = bucket->series(TagPredicate::everything(), store::kAllTime);
    REQUIRE(series.size() == 1);
    const auto chunks = bucket->chunks(series, store::kAllTime);
    REQUIRE(chunks[0].size() == 1);
    const store::Chunk& chunk = chunks[0][0];
    CHECK(chunk.count == 3);
    CHECK(std::get<double>(chunk.statistics.last) == 5);
    CHECK(std::get<double>(chunk.statistics.sum) == 8);
    CHECK(chunk.statistics.max_time == 3);
    const auto points = bucket->load(series[0], chunk, {2, 4}, Wanted::both);
    REQUIRE(points.values.size() == 2);
    CHECK(points.times.at(0).as_time().nanoseconds == 2);
    CHECK(points.values.at(1).as_floating() == 5);
}

TEST_CASE("a field has one type in a measurement") {
    store::MemoryBucketBuilder builder({1, "b", 0});
    io::LineProtocolReader reader("m f=1 1\nm,t=a f=1i 2\nn f=1i 3\n", io::LinePrecision::ns, 0);
    io::LinePoint point;
    std::vector<std::string> said;
    while (reader.next(point)) said.push_back(builder.add(point));
    CHECK(said == std::vector<std::string>{
                      "",
                      "field type conflict: input field \"f\" on measurement \"m\" is type "
                      "integer, already exists as type float",
                      ""});
}
