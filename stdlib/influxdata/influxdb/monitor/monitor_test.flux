// States and notifications are compared, not written to a bucket; tests/cli/buckets writes and reads them.
package monitor_test

import "array"
import "influxdata/influxdb/monitor"
import "internal/debug"
import "testing"

option now = () => 2024-10-01T12:00:00Z
option monitor.write = (tables=<-) => tables
option monitor.log = (tables=<-) => tables

none = debug.null(type: "float")
pressure =
    array.from(
        rows: [
            {_time: 2024-10-01T11:00:00Z, _measurement: "boiler", house: "a", bar: 0.4},
            {_time: 2024-10-01T11:01:00Z, _measurement: "boiler", house: "a", bar: 2.8},
            {_time: 2024-10-01T11:02:00Z, _measurement: "boiler", house: "b", bar: 1.7},
            {_time: 2024-10-01T11:03:00Z, _measurement: "boiler", house: "b", bar: none},
        ],
    )
        |> group(columns: ["_measurement", "house"])
about = {_check_id: "c1", _check_name: "Pressure", _type: "threshold", tags: {team: "heat"}}

testcase check_gives_the_most_serious_level_that_holds {
    got =
        pressure
            |> monitor.check(
                data: about,
                messageFn: (r) => "${r.house} ${r._level}",
                crit: (r) => r.bar < 0.5,
                warn: (r) => r.bar < 1.0 or r.bar > 2.5,
                info: (r) => not exists r.bar,
            )
            |> group()
            |> keep(columns: ["_source_timestamp", "_level", "_message", "team"])
            |> sort(columns: ["_source_timestamp"])
    want = array.from(
        rows: [
            {
                _source_timestamp: 1727780400000000000,
                _level: "crit",
                _message: "a crit",
                team: "heat",
            },
            {
                _source_timestamp: 1727780460000000000,
                _level: "warn",
                _message: "a warn",
                team: "heat",
            },
            {_source_timestamp: 1727780520000000000, _level: "ok", _message: "b ok", team: "heat"},
            {
                _source_timestamp: 1727780580000000000,
                _level: "info",
                _message: "b info",
                team: "heat",
            },
        ],
    )

    testing.diff(got: got |> debug.opaque(), want: want |> debug.opaque())
}

testcase check_without_a_condition_that_holds_is_unknown {
    got =
        pressure
            |> monitor.check(data: about, messageFn: (r) => r._level, ok: (r) => r.bar > 1.0)
            |> group()
            |> filter(fn: (r) => r._level == monitor.levelUnknown)
            |> count(column: "_level")

    testing.diff(
        got: got |> debug.opaque(),
        want: array.from(rows: [{_level: 2}]) |> debug.opaque(),
    )
}

testcase check_extends_the_group_key {
    got =
        pressure
            |> filter(fn: (r) => r.bar > 2.0)
            |> monitor.check(data: about, messageFn: (r) => "")
    want =
        array.from(
            rows: [
                {
                    _time: now(),
                    _measurement: "statuses",
                    house: "a",
                    bar: 2.8,
                    team: "heat",
                    _source_measurement: "boiler",
                    _source_timestamp: 1727780460000000000,
                    _type: "threshold",
                    _check_id: "c1",
                    _check_name: "Pressure",
                    _level: "ok",
                    _message: "",
                },
            ],
        )
            |> group(
                columns: [
                    "_measurement",
                    "house",
                    "team",
                    "_source_measurement",
                    "_type",
                    "_check_id",
                    "_check_name",
                    "_level",
                ],
            )

    testing.diff(got: got |> debug.opaque(), want: want |> debug.opaque())
}

testcase check_of_nothing_is_nothing {
    pressure
        |> filter(fn: (r) => r.house == "z")
        |> monitor.check(data: about, messageFn: (r) => "")
        |> testing.assertEmpty()
}

testcase deadman_compares_the_last_time_of_each_table {
    got =
        pressure
            |> monitor.deadman(t: 2024-10-01T11:02:00Z)
            |> keep(columns: ["house", "_time", "dead"])
    want =
        array.from(
            rows: [
                {house: "a", _time: 2024-10-01T11:01:00Z, dead: true},
                {house: "b", _time: 2024-10-01T11:03:00Z, dead: false},
            ],
        )
            |> group(columns: ["house"])

    testing.diff(got: got |> debug.opaque(), want: want |> debug.opaque())
}

testcase deadman_of_a_row_at_that_time_is_alive {
    got =
        pressure
            |> monitor.deadman(t: 2024-10-01T11:03:00Z)
            |> filter(fn: (r) => not r.dead)
            |> group()

    testing.diff(
        got: got |> keep(columns: ["house"]) |> debug.opaque(),
        want: array.from(rows: [{house: "b"}]) |> debug.opaque(),
    )
}

state = (at, house, level) => ({
    _time: at,
    _source_timestamp: int(v: at),
    house: house,
    _level: level,
})
states =
    array.from(
        rows: [
            state(at: 2024-10-01T10:00:00Z, house: "a", level: "ok"),
            state(at: 2024-10-01T10:01:00Z, house: "a", level: "ok"),
            state(at: 2024-10-01T10:02:00Z, house: "a", level: "warn"),
            state(at: 2024-10-01T10:03:00Z, house: "a", level: "crit"),
            state(at: 2024-10-01T10:04:00Z, house: "a", level: "crit"),
            state(at: 2024-10-01T10:05:00Z, house: "a", level: "ok"),
            state(at: 2024-10-01T10:00:00Z, house: "b", level: "crit"),
        ],
    )
        |> group(columns: ["house", "_level"])
changes = (minutes) =>
    array.from(rows: minutes |> array.map(fn: (x) => ({minute: x})))
        |> debug.opaque()
minutesOf = (tables=<-) =>
    tables
        |> group()
        |> sort(columns: ["_time"])
        |> map(
            fn: (r) => ({minute: (int(v: r._time) - int(v: 2024-10-01T10:00:00Z)) / 60000000000}),
        )
        |> debug.opaque()

testcase stateChangesOnly_keeps_rows_with_another_level_than_before {
    testing.diff(
        got: states |> monitor.stateChangesOnly() |> minutesOf(),
        want: changes(minutes: [2, 3, 5]),
    )
}

testcase stateChanges_without_levels_is_the_same {
    testing.diff(
        got: states |> monitor.stateChanges() |> minutesOf(),
        want: changes(minutes: [2, 3, 5]),
    )
}

testcase stateChanges_to_a_level {
    testing.diff(
        got: states |> monitor.stateChanges(toLevel: "crit") |> minutesOf(),
        want: changes(minutes: [3]),
    )
}

testcase stateChanges_from_a_level {
    testing.diff(
        got: states |> monitor.stateChanges(fromLevel: "ok") |> minutesOf(),
        want: changes(minutes: [2]),
    )
}

testcase stateChanges_from_one_level_to_another {
    testing.diff(
        got: states |> monitor.stateChanges(fromLevel: "crit", toLevel: "ok") |> minutesOf(),
        want: changes(minutes: [5]),
    )
}

testcase stateChanges_that_do_not_happen_are_none {
    states |> monitor.stateChanges(fromLevel: "ok", toLevel: "crit") |> testing.assertEmpty()
}

testcase stateChanges_puts_the_level_into_the_group_key {
    got = states |> monitor.stateChanges(toLevel: "warn") |> keep(columns: ["house", "_level"])
    want = array.from(rows: [{house: "a", _level: "warn"}]) |> group(columns: ["house", "_level"])

    testing.diff(got: got |> debug.opaque(), want: want |> debug.opaque())
}

// An endpoint that reaches nobody: rows of house a arrive, others do not.
endpoint = (tables=<-) => tables |> map(fn: (r) => ({r with _sent: string(v: r.house == "a")}))

testcase notify_logs_what_was_sent {
    got =
        states
            |> filter(fn: (r) => r._level == "crit" and r._time >= 2024-10-01T10:04:00Z)
            |> monitor.notify(endpoint: endpoint, data: {rule: "r1"})
    want =
        array.from(
            rows: [
                {
                    _time: now(),
                    _measurement: "notifications",
                    _status_timestamp: 1727777040000000000,
                    _source_timestamp: 1727777040000000000,
                    house: "a",
                    _level: "crit",
                    rule: "r1",
                    _sent: "true",
                },
            ],
        )
            |> group(columns: ["house", "_level", "rule", "_sent"])

    testing.diff(got: got |> debug.opaque(), want: want |> debug.opaque())
}

testcase notify_keeps_rows_apart_that_were_not_sent {
    got =
        states
            |> filter(fn: (r) => r._level == "crit")
            |> monitor.notify(endpoint: endpoint, data: {rule: "r1"})
            |> group(columns: ["_sent"])
            |> count(column: "house")
            |> keep(columns: ["_sent", "house"])
    want =
        array.from(rows: [{_sent: "false", house: 1}, {_sent: "true", house: 2}])
            |> group(columns: ["_sent"])

    testing.diff(got: got |> debug.opaque(), want: want |> debug.opaque())
}

testcase notify_of_nothing_is_nothing {
    states
        |> filter(fn: (r) => r.house == "z")
        |> monitor.notify(endpoint: endpoint, data: {rule: "r1"})
        |> testing.assertEmpty()
}

testcase from_needs_the_bucket {
    testing.shouldError(
        fn: () => monitor.from(start: -1h) |> findRecord(fn: (key) => true, idx: 0),
        want: /could not find bucket "_monitoring"/,
    )
}

testcase logs_needs_the_bucket {
    testing.shouldError(
        fn: () =>
            monitor.logs(start: -1h, fn: (r) => true) |> findRecord(fn: (key) => true, idx: 0),
        want: /could not find bucket "_monitoring"/,
    )
}

testcase levels_are_texts {
    testing.assertEqualValues(
        got:
            monitor.levelOK
                + monitor.levelInfo
                + monitor.levelWarn
                + monitor.levelCrit
                + monitor.levelUnknown,
        want: "okinfowarncritunknown",
    )
}

testcase bucket_is_the_name_of_the_place_that_write_and_log_use {
    testing.assertEqualValues(got: monitor.bucket, want: "_monitoring")
}
