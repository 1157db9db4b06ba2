// Package monitor checks streams, records their state, and notifies people of changes.
//
// States are rows of the measurement `statuses` with the column `_level`, notifications rows of
// `notifications`.
package monitor

import "experimental"
import "influxdata/influxdb"
import "influxdata/influxdb/v1"

// bucket is the name of the bucket that states and notifications are kept in.
bucket = "_monitoring"

// write receives the states that `check` finds.
//
// ## Parameters
//
// - tables: Input tables (piped in).
option write = (tables=<-) => experimental.to(tables: tables, bucket: bucket)

// log receives the notifications that `notify` sends.
//
// ## Parameters
//
// - tables: Input tables (piped in).
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
logs = (start, fn, stop=now()) =>
    _kept(measurement: "notifications", start: start, stop: stop, fn: fn)

// from reads states that were found.
//
// ## Parameters
//
// - start: Earliest time to look at.
// - stop: Earliest time not to look at (default `now()`).
// - fn: Condition that a row must fulfil (default: any row does).
from = (start, stop=now(), fn=(r) => true) =>
    _kept(measurement: "statuses", start: start, stop: stop, fn: fn)

// levelOK is the level of a state that is as it should be.
levelOK = "ok"

// levelInfo is the level of a state that somebody may want to know of.
levelInfo = "info"

// levelWarn is the level of a state that may become critical.
levelWarn = "warn"

// levelCrit is the level of a critical state.
levelCrit = "crit"

// levelUnknown is the level of a state that fulfils no condition.
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

    return
        _transitions(
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
stateChangesOnly = (tables=<-) =>
    _transitions(
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
notify = (endpoint, data, tables=<-) => {
    marked =
        experimental.set(tables: tables, o: data)
            |> experimental.group(mode: "extend", columns: experimental.objectKeys(o: data))
    notifications =
        map(
            tables: marked,
            fn: (r) =>
                ({r with
                    _status_timestamp: int(v: r._time),
                    _time: now(),
                    _measurement: "notifications",
                }),
        )

    return
        notifications |> endpoint()
            |> experimental.group(mode: "extend", columns: ["_sent"])
            |> log()
}

// deadman tells of each table whether it has no row since a time, in the column `dead`.
//
// ## Parameters
//
// - t: Time since which there should be a row.
// - tables: Input tables (piped in).
deadman = (t, tables=<-) =>
    map(tables: max(tables: tables, column: "_time"), fn: (r) => ({r with dead: r._time < t}))

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
    statuses =
        map(
            tables: tagged,
            fn: (r) =>
                ({r with
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
