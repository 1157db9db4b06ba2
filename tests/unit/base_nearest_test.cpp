#include <doctest/doctest.h>

#include <array>

#include "base/nearest.hpp"

using fluxi::base::nearest;

TEST_CASE("the nearest name is found, and none where nothing is near") {
    const std::array<std::string_view, 5> names{"range", "filter", "mapFn", "x", "aggregateWindow"};
    CHECK(nearest("fitler", names) == "filter");
    CHECK(nearest("rnge", names) == "range");
    CHECK(nearest("mapfn", names) == "mapFn");
    CHECK(nearest("aggregatewindow", names) == "aggregateWindow");
    CHECK(nearest("pivot", names).empty());
    CHECK(nearest("y", names).empty());
    CHECK(nearest("", names).empty());
    // A name that was asked for is no suggestion for itself.
    CHECK(nearest("filter", names).empty());
}
