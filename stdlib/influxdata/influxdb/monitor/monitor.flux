// Package monitor checks streams, records their state, and notifies people of changes.
//
// States are rows of the measurement `statuses` with the column `_level`, notifications rows of
// `notifications`.
package monitor

import "experimental"
import "influxdata/influxdb"
import "influxdata/influxdb/v1"

// bucket is the name of the bucket that states and notifications are kept in.
//
// ## Examples
//
// ```flux
// import "influxdata/influxdb/monitor"
//
// monitor.bucket
// ```
//
// ```text
// _monitoring
// ```
bucket = "_monitoring"

// write receives the states that `check` finds.
//
// ## Parameters
//
// - tables: Input tables (piped in).
//
// ## Examples
//
// ### States shown instead of kept
//
// ```flux
// import "array"
// import "influxdata/influxdb/monitor"
//
// option now = () => 2024-01-01T12:00:00Z
// option monitor.write = (tables=<-) =>
//     tables |> group() |> keep(columns: ["room", "_level", "_message"])
//
// array.from(
//     rows: [{_time: 2024-01-01T11:59:00Z, _measurement: "climate", room: "attic", degrees: 38.5}],
// )
//     |> group(columns: ["_measurement", "room"])
//     |> monitor.check(
//         data: {_check_id: "c1", _check_name: "Heat", _type: "threshold", tags: {}},
//         messageFn: (r) => "${r.room} is ${r._level}",
//         crit: (r) => r.degrees > 35.0,
//     )
// ```
//
// ```text
// _result · table 0
// ┌────────┬────────┬───────────────┐
// │ room   │ _level │ _message      │
// │ string │ string │ string        │
// ├────────┼────────┼───────────────┤
// │ attic  │ crit   │ attic is crit │
// └────────┴────────┴───────────────┘
// 1 row
// ```
option write = (tables=<-) => experimental.to(tables: tables, bucket: bucket)

// log receives the notifications that `notify` sends.
//
// ## Parameters
//
// - tables: Input tables (piped in).
//
// ## Examples
//
// ### Notifications kept in a bucket of one's own
//
// ```flux --mount _monitoring=monitoring.lp --now 2024-01-01T12:00:00Z --create-buckets --dry-run
// import "experimental"
// import "influxdata/influxdb/monitor"
// import "slack"
//
// option monitor.log = (tables=<-) => experimental.to(tables: tables, bucket: "alerts")
//
// monitor.from(start: -5m, fn: (r) => r._level == "crit")
//     |> monitor.notify(
//         endpoint: slack.endpoint(token: "xoxb-1")(
//             mapFn: (r) => ({channel: "#house", text: r._message, color: "danger"}),
//         ),
//         data: {rule: "critical"},
//     )
// ```
//
// ```text
// dry run: request 1: POST https://slack.com/api/chat.postMessage
//     Host: slack.com
//     User-Agent: fluxi/0.1
//     Content-Length: 99
//     Authorization: Bearer xoxb-1
//     Content-Type: application/json
//     Accept-Encoding: gzip
//
//     {"attachments":[{"color":"danger","mrkdwn_in":["text"],"text":"attic is crit"}],"channel":"#house"}
// wideTo1 · table 0 · _start=2024-01-01T11:55:00Z, _stop=2024-01-01T12:00:00Z, _check_id=1, _check_name=Heat, _level=crit, _measurement=notifications, _source_measurement=climate, _type=threshold, room=attic, rule=critical, _sent=false
// ┌──────────────────────┬───────────────┬─────────────────────┬─────────────────────┐
// │ _time                │ _message      │   _source_timestamp │   _status_timestamp │
// │ time                 │ string        │                 int │                 int │
// ├──────────────────────┼───────────────┼─────────────────────┼─────────────────────┤
// │ 2024-01-01T12:00:00Z │ attic is crit │ 1704110100000000000 │ 1704110100000000000 │
// └──────────────────────┴───────────────┴─────────────────────┴─────────────────────┘
// 1 row
// ```
option log = (tables=<-) => experimental.to(tables: tables, bucket: bucket)

// _kept reads a measurement of the bucket, with a column for each field.
_kept = (measurement, start, stop, fn) =>
    influxdb.from(bucket: bucket)
        |> range(stop: stop, start: start)
        |> filter(fn: (r) => r._measurement == measurement)
        |> filter(fn: fn)
        |> v1.fieldsAsCols()

// logs reads notifications that were sent.
//
// ## Parameters
//
// - start: Earliest time to look at.
// - stop: Earliest time not to look at (default `now()`).
// - fn: Condition that a row must fulfil.
//
// ## Examples
//
// ```flux --mount _monitoring=monitoring.lp --now 2024-01-01T12:01:00Z
// import "influxdata/influxdb/monitor"
//
// monitor.logs(start: -1d, fn: (r) => r._sent == "false")
//     |> group()
//     |> sort(columns: ["_time"], desc: true)
//     |> keep(columns: ["_time", "room", "rule", "_message"])
// ```
//
// ```text
// _result · table 0
// ┌──────────────────────┬────────┬──────────┬──────────────┐
// │ _time                │ room   │ rule     │ _message     │
// │ time                 │ string │ string   │ string       │
// ├──────────────────────┼────────┼──────────┼──────────────┤
// │ 2024-01-01T12:00:10Z │ hall   │ critical │ hall is crit │
// └──────────────────────┴────────┴──────────┴──────────────┘
// 1 row
// ```
logs = (start, fn, stop=now()) => _kept(
    measurement: "notifications",
    start: start,
    stop: stop,
    fn: fn,
)

// from reads states that were found.
//
// ## Parameters
//
// - start: Earliest time to look at.
// - stop: Earliest time not to look at (default `now()`).
// - fn: Condition that a row must fulfil (default: any row does).
//
// ## Examples
//
// ```flux --mount _monitoring=monitoring.lp --now 2024-01-01T12:01:00Z
// import "influxdata/influxdb/monitor"
//
// monitor.from(start: -1d, fn: (r) => r._check_name == "Heat")
//     |> monitor.stateChanges(toLevel: "crit")
// ```
//
// ```text
// _result · table 0 · _start=2023-12-31T12:01:00Z, _stop=2024-01-01T12:01:00Z, _check_id=1, _check_name=Heat, _measurement=statuses, _source_measurement=climate, _type=threshold, room=attic, _level=crit
// ┌──────────────────────┬───────────────┬─────────────────────┐
// │ _time                │ _message      │   _source_timestamp │
// │ time                 │ string        │                 int │
// ├──────────────────────┼───────────────┼─────────────────────┤
// │ 2024-01-01T11:55:00Z │ attic is crit │ 1704110100000000000 │
// └──────────────────────┴───────────────┴─────────────────────┘
// 1 row
// ```
from = (start, stop=now(), fn=(r) => true) => _kept(
    measurement: "statuses",
    start: start,
    stop: stop,
    fn: fn,
)

// levelOK is the level of a state that is as it should be.
//
// ## Examples
//
// ```flux
// import "influxdata/influxdb/monitor"
//
// monitor.levelOK
// ```
//
// ```text
// ok
// ```
levelOK = "ok"

// levelInfo is the level of a state that somebody may want to know of.
//
// ## Examples
//
// ```flux
// import "influxdata/influxdb/monitor"
//
// monitor.levelInfo
// ```
//
// ```text
// info
// ```
levelInfo = "info"

// levelWarn is the level of a state that may become critical.
//
// ## Examples
//
// ```flux
// import "influxdata/influxdb/monitor"
//
// monitor.levelWarn
// ```
//
// ```text
// warn
// ```
levelWarn = "warn"

// levelCrit is the level of a critical state.
//
// ## Examples
//
// ```flux
// import "influxdata/influxdb/monitor"
//
// monitor.levelCrit
// ```
//
// ```text
// crit
// ```
levelCrit = "crit"

// levelUnknown is the level of a state that fulfils no condition.
//
// ## Examples
//
// ```flux
// import "influxdata/influxdb/monitor"
//
// monitor.levelUnknown
// ```
//
// ```text
// unknown
// ```
levelUnknown = "unknown"

// _transitions keeps the rows at which a rank changes in a certain way.
//
// The rank of the first row is not compared, so that row never appears. The column `_level` leaves
// the group key meanwhile, so that all levels of a check stand in one table.
_transitions = (rank, isChange, tables=<-) => {
    ranked = map(tables: tables, fn: (r) => ({r with level_value: rank(r: r)}))
    together =
        duplicate(tables: ranked, column: "_level", as: "____temp_level____")
            |> drop(columns: ["_level"])
            |> rename(columns: {"____temp_level____": "_level"})
    steps =
        sort(tables: together, columns: ["_source_timestamp", "_time"])
            |> difference(columns: ["level_value"])
    changes = filter(tables: steps, fn: (r) => isChange(step: r.level_value))

    return
        drop(tables: changes, columns: ["level_value"])
            |> experimental.group(mode: "extend", columns: ["_level"])
}

// _stateChanges keeps the rows at which the level changes from one to another.
//
// ## Parameters
//
// - fromLevel: Level before; `"any"` stands for all but `toLevel` (default `"any"`).
// - toLevel: Level after; `"any"` stands for all but `fromLevel` (default `"any"`).
// - tables: Input tables (piped in).
_stateChanges = (fromLevel="any", toLevel="any", tables=<-) => {
    isAfter =
        if toLevel != "any" then
            (r) => r._level == toLevel
        else
            (r) => exists r._level and r._level != fromLevel
    isBefore =
        if fromLevel != "any" then
            (r) => r._level == fromLevel
        else
            (r) => exists r._level and r._level != toLevel

    return _transitions(
        tables: tables,
        rank: (r) => if isAfter(r: r) then 1 else if isBefore(r: r) then 0 else -10,
        isChange: (step) => step == 1,
    )
}

// stateChangesOnly keeps the rows whose level is not that of the row before.
//
// ## Parameters
//
// - tables: Input tables (piped in).
//
// ## Examples
//
// ```flux
// import "array"
// import "influxdata/influxdb/monitor"
//
// state = (at, level) => ({_time: at, _source_timestamp: int(v: at), room: "attic", _level: level})
//
// array.from(
//     rows: [
//         state(at: 2024-01-01T12:00:00Z, level: "ok"),
//         state(at: 2024-01-01T12:01:00Z, level: "crit"),
//         state(at: 2024-01-01T12:02:00Z, level: "crit"),
//         state(at: 2024-01-01T12:03:00Z, level: "ok"),
//     ],
// )
//     |> group(columns: ["room", "_level"])
//     |> monitor.stateChangesOnly()
//     |> group()
//     |> sort(columns: ["_time"])
//     |> keep(columns: ["_time", "_level"])
// ```
//
// ```text
// _result · table 0
// ┌──────────────────────┬────────┐
// │ _time                │ _level │
// │ time                 │ string │
// ├──────────────────────┼────────┤
// │ 2024-01-01T12:01:00Z │ crit   │
// │ 2024-01-01T12:03:00Z │ ok     │
// └──────────────────────┴────────┘
// 2 rows
// ```
stateChangesOnly = (tables=<-) => _transitions(
    tables: tables,
    rank: (r) =>
        if r._level == levelOK then
            1
        else if r._level == levelInfo then
            2
        else if r._level == levelWarn then
            3
        else if r._level == levelCrit then
            4
        else
            0,
    isChange: (step) => step != 0,
)

// stateChanges keeps the rows at which the level changes from one to another.
//
// ## Parameters
//
// - fromLevel: Level before; `"any"` stands for every level (default `"any"`).
// - toLevel: Level after; `"any"` stands for every level (default `"any"`).
// - tables: Input tables (piped in).
//
// ## Examples
//
// ```flux
// import "array"
// import "influxdata/influxdb/monitor"
//
// state = (at, level) => ({_time: at, _source_timestamp: int(v: at), room: "attic", _level: level})
//
// array.from(
//     rows: [
//         state(at: 2024-01-01T12:00:00Z, level: "ok"),
//         state(at: 2024-01-01T12:01:00Z, level: "warn"),
//         state(at: 2024-01-01T12:02:00Z, level: "crit"),
//         state(at: 2024-01-01T12:03:00Z, level: "ok"),
//         state(at: 2024-01-01T12:04:00Z, level: "crit"),
//     ],
// )
//     |> group(columns: ["room", "_level"])
//     |> monitor.stateChanges(fromLevel: "ok", toLevel: "crit")
//     |> keep(columns: ["_time", "_level"])
// ```
//
// ```text
// _result · table 0 · _level=crit
// ┌──────────────────────┐
// │ _time                │
// │ time                 │
// ├──────────────────────┤
// │ 2024-01-01T12:04:00Z │
// └──────────────────────┘
// 1 row
// ```
stateChanges = (fromLevel="any", toLevel="any", tables=<-) =>
    if toLevel != "any" or fromLevel != "any" then
        _stateChanges(tables: tables, fromLevel: fromLevel, toLevel: toLevel)
    else
        stateChangesOnly(tables: tables)

// notify sends a notification for each row and records it with `log`.
//
// ## Parameters
//
// - endpoint: Function that sends them, e.g. `slack.endpoint(...)(mapFn: ...)`.
// - data: Record whose properties are added to each row and to the group key.
// - tables: Input tables (piped in).
//
// ## Examples
//
// ```flux
// import "array"
// import "influxdata/influxdb/monitor"
//
// option now = () => 2024-01-01T12:05:00Z
// option monitor.log = (tables=<-) =>
//     tables |> group() |> keep(columns: ["_message", "rule", "_sent"])
//
// // This endpoint reaches nobody; one is made by slack.endpoint, http.endpoint and so on.
// endpoint = (tables=<-) => tables |> map(fn: (r) => ({r with _sent: "true"}))
//
// array.from(rows: [{_time: 2024-01-01T12:00:00Z, _level: "crit", _message: "The attic is hot."}])
//     |> monitor.notify(endpoint: endpoint, data: {rule: "heat"})
// ```
//
// ```text
// _result · table 0
// ┌───────────────────┬────────┬────────┐
// │ _message          │ rule   │ _sent  │
// │ string            │ string │ string │
// ├───────────────────┼────────┼────────┤
// │ The attic is hot. │ heat   │ true   │
// └───────────────────┴────────┴────────┘
// 1 row
// ```
notify = (endpoint, data, tables=<-) => {
    marked =
        experimental.set(tables: tables, o: data)
            |> experimental.group(mode: "extend", columns: experimental.objectKeys(o: data))
    notifications = map(
        tables: marked,
        fn: (r) => ({r with
            _status_timestamp: int(v: r._time),
            _time: now(),
            _measurement: "notifications",
        }),
    )

    return
        notifications
            |> endpoint()
            |> experimental.group(mode: "extend", columns: ["_sent"])
            |> log()
}

// deadman tells of each table whether it has no row since a time, in the column `dead`.
//
// ## Parameters
//
// - t: Time since which there should be a row.
// - tables: Input tables (piped in).
//
// ## Examples
//
// ```flux
// import "array"
// import "influxdata/influxdb/monitor"
//
// array.from(
//     rows: [
//         {_time: 2024-01-01T11:58:00Z, sensor: "attic", _value: 19.5},
//         {_time: 2024-01-01T11:20:00Z, sensor: "hall", _value: 21.0},
//     ],
// )
//     |> group(columns: ["sensor"])
//     |> monitor.deadman(t: 2024-01-01T11:50:00Z)
//     |> group()
// ```
//
// ```text
// _result · table 0
// ┌──────────────────────┬────────┬────────┬───────┐
// │ _time                │ sensor │ _value │ dead  │
// │ time                 │ string │  float │ bool  │
// ├──────────────────────┼────────┼────────┼───────┤
// │ 2024-01-01T11:58:00Z │ attic  │   19.5 │ false │
// │ 2024-01-01T11:20:00Z │ hall   │     21 │ true  │
// └──────────────────────┴────────┴────────┴───────┘
// 2 rows
// ```
deadman = (t, tables=<-) => map(
    tables: max(tables: tables, column: "_time"),
    fn: (r) => ({r with dead: r._time < t}),
)

// check gives each row a level and records it with `write`.
//
// Of the conditions that a row fulfils the most serious one counts.
//
// ## Parameters
//
// - data: Record with `_check_id`, `_check_name`, `_type` and `tags`, which describes the check.
// - messageFn: Function that is called with each row as `r` and returns the text for `_message`.
// - crit: Condition of the level `crit` (default: no row).
// - warn: Condition of the level `warn` (default: no row).
// - info: Condition of the level `info` (default: no row).
// - ok: Condition of the level `ok` (default: any row).
// - tables: Input tables (piped in).
//
// ## Examples
//
// ```flux
// import "array"
// import "influxdata/influxdb/monitor"
//
// option now = () => 2024-01-01T12:00:00Z
//
// // Without this the states are written to the bucket _monitoring.
// option monitor.write = (tables=<-) =>
//     tables |> group() |> keep(columns: ["_check_name", "_level", "_message"])
//
// array.from(
//     rows: [
//         {_time: 2024-01-01T11:58:00Z, _measurement: "climate", room: "attic", degrees: 38.5},
//         {_time: 2024-01-01T11:59:00Z, _measurement: "climate", room: "hall", degrees: 21.0},
//     ],
// )
//     |> group(columns: ["_measurement", "room"])
//     |> monitor.check(
//         data: {_check_id: "c1", _check_name: "Heat", _type: "threshold", tags: {floor: "first"}},
//         messageFn: (r) => "${r.room}: ${r.degrees} degrees, ${r._level}",
//         crit: (r) => r.degrees > 35.0,
//         warn: (r) => r.degrees > 30.0,
//     )
// ```
//
// ```text
// _result · table 0
// ┌─────────────┬────────┬───────────────────────────┐
// │ _check_name │ _level │ _message                  │
// │ string      │ string │ string                    │
// ├─────────────┼────────┼───────────────────────────┤
// │ Heat        │ crit   │ attic: 38.5 degrees, crit │
// │ Heat        │ ok     │ hall: 21 degrees, ok      │
// └─────────────┴────────┴───────────────────────────┘
// 2 rows
// ```
check = (
    data,
    messageFn,
    crit=(r) => false,
    warn=(r) => false,
    info=(r) => false,
    ok=(r) => true,
    tables=<-,
) => {
    level = (r) =>
        if crit(r: r) then
            levelCrit
        else if warn(r: r) then
            levelWarn
        else if info(r: r) then
            levelInfo
        else if ok(r: r) then
            levelOK
        else
            levelUnknown
    tagged =
        experimental.set(tables: tables, o: data.tags)
            |> experimental.group(mode: "extend", columns: experimental.objectKeys(o: data.tags))
    statuses = map(
        tables: tagged,
        fn: (r) => ({r with
            _check_id: data._check_id,
            _check_name: data._check_name,
            _level: level(r: r),
            _measurement: "statuses",
            _source_measurement: r._measurement,
            _source_timestamp: int(v: r._time),
            _time: now(),
            _type: data._type,
        }),
    )

    return
        map(tables: statuses, fn: (r) => ({r with _message: messageFn(r: r)}))
            |> experimental.group(
                mode: "extend",
                columns: [
                    "_source_measurement",
                    "_type",
                    "_check_id",
                    "_check_name",
                    "_level",
                ],
            )
            |> write()
}
