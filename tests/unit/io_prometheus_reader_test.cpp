#include <doctest/doctest.h>

#include <string>
#include <string_view>

#include "base/error.hpp"
#include "io/prometheus_reader.hpp"

using fluxi::io::PrometheusSample;
using fluxi::io::read_prometheus;

namespace {

std::string text_of(const PrometheusSample& sample) {
    std::string text = sample.name + "{";
    for (const auto& [label, value] : sample.labels) text += label + "=" + value + ";";
    return text + "}";
}

}  // namespace

TEST_CASE("metrics of Prometheus: plain samples") {
    const auto samples = read_prometheus(
        "# HELP up Whether it is up\n"
        "# TYPE up gauge\n"
        "up{job=\"a b\",dc=\"x\\\"y\\\\z\\n\"} 1 1700000000000\n"
        "\n"
        "  temperature -1.5e1\r\n"
        "nothing NaN\n"
        "inf +Inf");
    REQUIRE(samples.size() == 3);
    CHECK(text_of(samples[0]) == "up{dc=x\"y\\z\n;job=a b;}");
    CHECK(samples[0].timestamp_ms == 1700000000000);
    CHECK(samples[1].value == -15.0);
    CHECK_FALSE(samples[1].timestamp_ms.has_value());
    CHECK(samples[2].value > 1e308);
}

TEST_CASE("metrics of Prometheus: histograms and summaries") {
    const auto samples = read_prometheus(
        "# TYPE h histogram\n"
        "h_bucket{le=\"0.50\"} 2\n"
        "h_bucket{le=\"+Inf\"} 3\n"
        "h_sum 1.5\n"
        "h_count 3\n"
        "# TYPE s summary\n"
        "s{quantile=\"0.9\"} NaN\n"
        "s{quantile=\"1e6\"} 7\n"
        "other_bucket 1\n");
    REQUIRE(samples.size() == 6);
    CHECK(text_of(samples[0]) == "h{le=0.5;}");
    CHECK(text_of(samples[1]) == "h{le=+Inf;}");
    CHECK(samples[2].name == "h_sum");
    CHECK(text_of(samples[4]) == "s{quantile=1e+06;}");
    CHECK(samples[5].name == "other_bucket");
}

TEST_CASE("metrics of Prometheus: faults name their line") {
    CHECK_THROWS_WITH(read_prometheus("a 1\nb{x=1} 2\n"),
                      "reading text format failed: line 2: '\"' is expected");
    CHECK_THROWS_WITH(read_prometheus("a x\n"),
                      "reading text format failed: line 1: a number is expected");
    CHECK_THROWS_WITH(read_prometheus("a{x=\"1\n"),
                      "reading text format failed: line 1: a label's value has no end");
    CHECK_THROWS_WITH(read_prometheus("a 1 2 3\n"),
                      "reading text format failed: line 1: nothing is expected after the time");
}
