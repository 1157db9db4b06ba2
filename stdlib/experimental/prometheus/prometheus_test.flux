// A mock answers with an empty body; tests/cli/http reads real metrics.
package prometheus_test

import "array"
import "experimental/prometheus"
import "internal/debug"
import "testing"

at = 2024-02-02T00:00:00Z

// 100 requests: 40 took up to a tenth of a second, 80 up to half, all up to one.
bins = (label) => [
    {_time: at, path: "/", bound: "0.1", _value: 40.0},
    {_time: at, path: "/", bound: "0.5", _value: 80.0},
    {_time: at, path: "/", bound: "1", _value: 100.0},
    {_time: at, path: "/", bound: "+Inf", _value: 100.0},
]
version2 =
    array.from(rows: bins(label: "le"))
        |> map(fn: (r) => ({r with _field: "bucket"}))
        |> rename(columns: {bound: "le"})
        |> group(columns: ["path", "_field", "le"])
version1 =
    array.from(
        rows:
            bins(label: "_field")
                |> array.concat(v: [
                    {_time: at, path: "/", bound: "sum", _value: 33.0},
                    {_time: at, path: "/", bound: "count", _value: 100.0},
                ]),
    )
        |> rename(columns: {bound: "_field"})
        |> group(columns: ["path", "_field"])

value = (tables=<-) => tables |> keep(columns: ["path", "quantile", "_value"]) |> debug.opaque()
want = (quantile, value) =>
    array.from(rows: [{path: "/", quantile: quantile, _value: value}])
        |> group(columns: ["path", "quantile"])
        |> debug.opaque()

testcase histogramQuantile_lies_between_two_bounds {
    testing.diff(
        got: version2 |> prometheus.histogramQuantile(quantile: 0.6) |> value(),
        want: want(quantile: "0.6", value: 0.3),
    )
}

testcase histogramQuantile_of_the_first_bin_starts_at_zero {
    testing.diff(
        got: version2 |> prometheus.histogramQuantile(quantile: 0.2) |> value(),
        want: want(quantile: "0.2", value: 0.05),
    )
}

testcase histogramQuantile_reads_bounds_in_the_field {
    testing.diff(
        got: version1 |> prometheus.histogramQuantile(quantile: 0.6, metricVersion: 1) |> value(),
        want: want(quantile: "0.6", value: 0.3),
    )
}

testcase histogramQuantile_knows_two_versions {
    testing.shouldError(
        fn: () => version2 |> prometheus.histogramQuantile(quantile: 0.6, metricVersion: 3),
        want: /Invalid metricVersion\. Available versions are 1 and 2\./,
    )
}

falling = version2 |> map(fn: (r) => ({r with _value: if r.le == "1" then 10.0 else r._value}))

testcase histogramQuantile_refuses_counts_that_fall {
    testing.shouldError(
        fn: () =>
            falling
                |> prometheus.histogramQuantile(quantile: 0.6)
                |> findRecord(fn: (key) => true, idx: 0),
        want: /not monotonic/,
    )
}

testcase histogramQuantile_can_force_counts_that_fall {
    testing.diff(
        got:
            falling
                |> prometheus.histogramQuantile(quantile: 0.6, onNonmonotonic: "force")
                |> value(),
        want: want(quantile: "0.6", value: 0.3),
    )
}

testcase histogramQuantile_can_drop_counts_that_fall {
    falling
        |> prometheus.histogramQuantile(quantile: 0.6, onNonmonotonic: "drop")
        |> testing.assertEmpty()
}

testcase histogramQuantile_of_nothing_is_nothing {
    version2
        |> filter(fn: (r) => r.path == "/none")
        |> prometheus.histogramQuantile(quantile: 0.5)
        |> testing.assertEmpty()
}

testcase scrape_of_an_empty_page_is_empty {
    prometheus.scrape(url: "http://example.com/metrics") |> testing.assertEmpty()
}

testcase scrape_fails_for_an_address_that_is_none {
    testing.shouldError(
        fn: () => prometheus.scrape(url: "::bad") |> findRecord(fn: (key) => true, idx: 0),
        want: /::bad/,
    )
}
