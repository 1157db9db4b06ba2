package tickscript_test

import "array"
import "contrib/bonitoo-io/tickscript"
import "influxdata/influxdb/monitor"
import "internal/debug"
import "testing"

option now = () => 2024-07-01T09:00:00Z

// States are not written to a bucket, but compared.
option monitor.write = (tables=<-) => tables

check = tickscript.defineCheck(id: "c7", name: "Load", type: "threshold")
data =
    array.from(
        rows: [
            {_time: 2024-07-01T08:00:00Z, _measurement: "cpu", host: "a", load: 0.5},
            {_time: 2024-07-01T08:01:00Z, _measurement: "cpu", host: "a", load: 3.5},
            {
                _time: 2024-07-01T08:02:00Z,
                _measurement: "cpu",
                host: "b",
                load: debug.null(type: "float"),
            },
        ],
    )
        |> group(columns: ["_measurement", "host"])

testcase defineCheck_makes_the_record_that_a_check_needs {
    made = tickscript.defineCheck(id: "c1", name: "Name")

    testing.assertEqualValues(
        got: display(v: made),
        want: display(v: {tags: {}, _type: "custom", _check_name: "Name", _check_id: "c1"}),
    )
}

testcase alert_gives_each_row_its_level_and_texts {
    got =
        data
            |> tickscript.alert(
                check: check,
                crit: (r) => r.load > 3.0,
                info: (r) => not exists r.load,
                details: (r) => "of ${r.host}",
                id: (r) => "${r._check_id}/${r.host}",
                topic: "load",
            )
    want =
        array.from(
            rows: [
                {
                    host: "a",
                    load: 3.5,
                    _level: "crit",
                    _message: "Threshold Check: Load is: crit",
                    _source_timestamp: 1719820860000000000,
                },
                {
                    host: "a",
                    load: 0.5,
                    _level: "ok",
                    _message: "Threshold Check: Load is: ok",
                    _source_timestamp: 1719820800000000000,
                },
                {
                    host: "b",
                    load: debug.null(type: "float"),
                    _level: "info",
                    _message: "Threshold Check: Load is: info",
                    _source_timestamp: 1719820920000000000,
                },
            ],
        )
            |> map(
                fn: (r) => ({r with
                    _time: now(),
                    _measurement: "statuses",
                    _source_measurement: "cpu",
                    _type: "threshold",
                    _check_id: "c7",
                    _check_name: "Load",
                    _topic: "load",
                    id: "c7/${r.host}",
                    details: "of ${r.host}",
                }),
            )
            |> group(
                columns: [
                    "_measurement",
                    "host",
                    "_topic",
                    "_source_measurement",
                    "_type",
                    "_check_id",
                    "_check_name",
                    "_level",
                ],
            )

    testing.diff(got: got |> debug.opaque(), want: want |> debug.opaque())
}

testcase alert_without_topic_has_no_such_column {
    got =
        data
            |> tickscript.alert(check: check)
            |> group()
            |> columns()
            |> filter(fn: (r) => r._value =~ /topic|id$/)

    testing.diff(
        got: got |> sort(),
        want: array.from(rows: [{_value: "_check_id"}, {_value: "id"}]),
    )
}

testcase alert_of_nothing_is_nothing {
    data
        |> filter(fn: (r) => r.host == "z")
        |> tickscript.alert(check: check)
        |> testing.assertEmpty()
}

deaths = (threshold, tables=<-) =>
    tables
        |> tickscript.deadman(check: check, measurement: "cpu", threshold: threshold)
        |> group()
        |> keep(columns: ["host", "dead", "_level", "_message"])
        |> sort(columns: ["host"])
        |> debug.opaque()

testcase deadman_looks_at_each_table {
    want = array.from(
        rows: [
            {host: "a", dead: false, _level: "ok", _message: "Deadman Check: Load is: alive"},
            {host: "b", dead: true, _level: "crit", _message: "Deadman Check: Load is: dead"},
        ],
    )

    testing.diff(got: data |> deaths(threshold: 1), want: want |> debug.opaque())
}

testcase deadman_takes_a_stream_without_tables_for_one_that_is_dead {
    got = data |> filter(fn: (r) => r.host == "z") |> deaths(threshold: 0)
    want = array.from(
        rows: [{dead: true, _level: "crit", _message: "Deadman Check: Load is: dead"}],
    )

    testing.diff(got: got, want: want |> debug.opaque())
}

testcase select_names_an_aggregate {
    got =
        data
            |> tickscript.select(column: "load", fn: max, as: "peak")
            |> keep(columns: ["host", "peak"])
    want =
        array.from(rows: [{host: "a", peak: 3.5}])
            |> group(columns: ["host"])

    testing.diff(
        got: got |> filter(fn: (r) => exists r.peak) |> debug.opaque(),
        want: want |> debug.opaque(),
    )
}

testcase select_without_function_only_renames {
    testing.diff(
        got:
            data
                |> rename(columns: {load: "_value"})
                |> tickscript.select(as: "load")
                |> debug.opaque(),
        want: data |> debug.opaque(),
    )
}

testcase compute_is_select_under_another_name {
    testing.diff(
        got:
            data
                |> tickscript.compute(column: "load", fn: count, as: "n")
                |> group()
                |> keep(columns: ["n"])
                |> debug.opaque(),
        want:
            data
                |> tickscript.select(column: "load", fn: count, as: "n")
                |> group()
                |> keep(columns: ["n"])
                |> debug.opaque(),
    )
}

testcase selectWindow_fills_windows_without_rows {
    got =
        data
            |> filter(fn: (r) => r.host == "a")
            |> range(start: 2024-07-01T08:00:00Z, stop: 2024-07-01T08:03:00Z)
            |> tickscript.selectWindow(
                column: "load",
                fn: sum,
                as: "total",
                every: 1m,
                defaultValue: -1.0,
            )
            |> group()
            |> keep(columns: ["_time", "total"])
    want = array.from(
        rows: [
            {_time: 2024-07-01T08:01:00Z, total: 0.5},
            {_time: 2024-07-01T08:02:00Z, total: 3.5},
            {_time: 2024-07-01T08:03:00Z, total: -1.0},
        ],
    )

    testing.diff(got: got |> debug.opaque(), want: want |> debug.opaque())
}

testcase groupBy_keeps_the_measurement_in_the_key {
    testing.diff(
        got: data |> tickscript.groupBy(columns: ["load"]) |> debug.opaque(),
        want: data |> group(columns: ["load", "_measurement"]) |> debug.opaque(),
    )
}

testcase join_makes_one_measurement_of_two {
    rooms = array.from(
        rows: [
            {_time: 2024-07-01T08:00:00Z, _measurement: "fans", rpm: 900},
            {_time: 2024-07-01T08:05:00Z, _measurement: "fans", rpm: 950},
        ],
    )
    got =
        tickscript.join(
            tables: {cpu: data |> group() |> drop(columns: ["host"]), fans: rooms},
            measurement: "machine",
        )
            |> drop(columns: ["_measurement_cpu", "_measurement_fans"])
    want =
        array.from(
            rows: [{_time: 2024-07-01T08:00:00Z, _measurement: "machine", load: 0.5, rpm: 900}],
        )
            |> group(columns: ["_measurement"])

    testing.diff(got: got |> debug.opaque(), want: want |> debug.opaque())
}
