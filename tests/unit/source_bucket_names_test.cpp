#include <doctest/doctest.h>

#include <memory>
#include <stdexcept>
#include <string>

#include "host/clock.hpp"
#include "source/bucket_names.hpp"
#include "store/store.hpp"
#include "tests/support/store_files.hpp"

using namespace fluxi;

TEST_CASE("names that are found by reading rows can be stopped before each series") {
    const tests::StoreFolder folder;
    const auto store = store::open_store(folder.file(), std::make_shared<host::SystemClock>());
    const auto transaction = store->begin();
    const auto bucket = transaction->create_bucket("b", 0).id;
    for (int i = 0; i < 5; ++i) {
        const std::string text = std::to_string(i);
        io::LinePoint point;
        point.measurement = "m";
        point.tags.push_back({"t", text});
        point.fields.push_back({"f", static_cast<double>(i)});
        point.time = 1;
        CHECK_FALSE(transaction->write(bucket, point));
    }
    transaction->commit();

    source::ReadSpec spec;
    spec.bounds = {0, 10};
    spec.names = source::ReadSpec::Names::tag_values;
    spec.tag = "t";
    spec.predicate.kind = source::Predicate::Kind::value;
    spec.predicate.test = source::Predicate::Test::greater;
    spec.predicate.literal = value::Value::floating(1.5);
    const store::BucketRef view = store->bucket("b");
    const source::SeriesReader reader(*view, spec, true);

    int series = 0;
    CHECK(source::bucket_names(*view, reader, spec, true, [&] { ++series; }) ==
          std::vector<std::string>{"2", "3", "4"});
    CHECK(series == 5);
    series = 0;
    CHECK_THROWS_AS(source::bucket_names(*view, reader, spec, true,
                                         [&] {
                                             if (++series == 3) throw std::runtime_error("stop");
                                         }),
                    std::runtime_error);
    CHECK(series == 3);
}
