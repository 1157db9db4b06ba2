// Package tickscript helps to turn TICKscripts of Kapacitor into Flux.
package tickscript

import "array"
import "experimental"
import "influxdata/influxdb/monitor"
import "influxdata/influxdb/schema"
import "universe"

// defineCheck makes the record that describes a check to `alert` and `deadman`.
//
// ## Parameters
//
// - id: Identifier of the check.
// - name: Name of the check.
// - type: `"threshold"`, `"deadman"` or `"custom"` (default `"custom"`).
//
// ## Examples
//
// ```flux
// import "contrib/bonitoo-io/tickscript"
//
// check = tickscript.defineCheck(id: "c1", name: "Heat", type: "threshold")
//
// check._check_name
// ```
//
// ```text
// Heat
// ```
defineCheck = (id, name, type="custom") => ({
    tags: {},
    _type: type,
    _check_name: name,
    _check_id: id,
})

// alert gives each row a level and records it, as `monitor.check` does.
//
// ## Parameters
//
// - check: Record that describes the check, made by `defineCheck`.
// - id: Function that is called with each row as `r` and returns the text for `id` (default: the
//   identifier of the check).
// - details: Function that returns the text for `details` (default: an empty text).
// - message: Function that returns the text for `_message` (default: name and level).
// - crit: Condition of the level `crit` (default: no row).
// - warn: Condition of the level `warn` (default: no row).
// - info: Condition of the level `info` (default: no row).
// - ok: Condition of the level `ok` (default: any row).
// - topic: Text for the column `_topic`, which is added unless it is empty (default `""`).
// - tables: Input tables (piped in).
//
// ## Examples
//
// ```flux
// import "array"
// import "contrib/bonitoo-io/tickscript"
// import "influxdata/influxdb/monitor"
//
// option now = () => 2024-01-01T12:00:00Z
// option monitor.write = (tables=<-) =>
//     tables |> group() |> keep(columns: ["room", "_level", "_message"])
//
// array.from(
//     rows: [
//         {_time: 2024-01-01T11:58:00Z, _measurement: "climate", room: "attic", degrees: 38.5},
//         {_time: 2024-01-01T11:59:00Z, _measurement: "climate", room: "hall", degrees: 21.0},
//     ],
// )
//     |> group(columns: ["_measurement", "room"])
//     |> tickscript.alert(
//         check: tickscript.defineCheck(id: "c1", name: "Heat", type: "threshold"),
//         crit: (r) => r.degrees > 35.0,
//     )
// ```
//
// ```text
// _result · table 0
// ┌────────┬────────┬────────────────────────────────┐
// │ room   │ _level │ _message                       │
// │ string │ string │ string                         │
// ├────────┼────────┼────────────────────────────────┤
// │ attic  │ crit   │ Threshold Check: Heat is: crit │
// │ hall   │ ok     │ Threshold Check: Heat is: ok   │
// └────────┴────────┴────────────────────────────────┘
// 2 rows
// ```
alert = (
    check,
    id=(r) => "${r._check_id}",
    details=(r) => "",
    message=(r) => "Threshold Check: ${r._check_name} is: ${r._level}",
    crit=(r) => false,
    warn=(r) => false,
    info=(r) => false,
    ok=(r) => true,
    topic="",
    tables=<-,
) => {
    inTopic = (tables=<-) =>
        if topic == "" then
            tables
        else
            set(tables: tables, key: "_topic", value: topic)
                |> experimental.group(mode: "extend", columns: ["_topic"])
    described =
        drop(tables: tables, fn: (column) => column =~ /_start.*|_stop.*/)
            |> map(fn: (r) => ({r with _check_id: check._check_id, _check_name: check._check_name}))
            |> map(fn: (r) => ({r with id: id(r: r)}))
            |> map(fn: (r) => ({r with details: details(r: r)}))

    return
        inTopic(tables: described)
            |> monitor.check(
                data: check,
                messageFn: message,
                crit: crit,
                warn: warn,
                info: info,
                ok: ok,
            )
}

// deadman records the level `crit` for each table with few rows.
//
// A stream without any row of the measurement counts as one empty table.
//
// ## Parameters
//
// - check: Record that describes the check, made by `defineCheck`.
// - measurement: Measurement that is expected.
// - threshold: Greatest number of rows that is too few (default `0`).
// - id: Function that returns the text for `id` (default: the identifier of the check).
// - message: Function that returns the text for `_message` (default: name and state).
// - topic: Text for the column `_topic`, which is added unless it is empty (default `""`).
// - tables: Input tables (piped in).
//
// ## Examples
//
// ```flux
// import "array"
// import "contrib/bonitoo-io/tickscript"
// import "influxdata/influxdb/monitor"
//
// option now = () => 2024-01-01T12:00:00Z
// option monitor.write = (tables=<-) =>
//     tables |> group() |> keep(columns: ["sensor", "_level", "_message"])
//
// array.from(
//     rows: [
//         {_time: 2024-01-01T11:58:00Z, _measurement: "climate", sensor: "attic", _value: 19.5},
//         {_time: 2024-01-01T11:59:00Z, _measurement: "climate", sensor: "attic", _value: 19.4},
//         {_time: 2024-01-01T11:20:00Z, _measurement: "climate", sensor: "hall", _value: 21.0},
//     ],
// )
//     |> group(columns: ["_measurement", "sensor"])
//     |> tickscript.deadman(
//         check: tickscript.defineCheck(id: "c2", name: "Sensor", type: "deadman"),
//         measurement: "climate",
//         threshold: 1,
//     )
// ```
//
// ```text
// _result · table 0
// ┌────────┬────────┬─────────────────────────────────┐
// │ sensor │ _level │ _message                        │
// │ string │ string │ string                          │
// ├────────┼────────┼─────────────────────────────────┤
// │ hall   │ crit   │ Deadman Check: Sensor is: dead  │
// │ attic  │ ok     │ Deadman Check: Sensor is: alive │
// └────────┴────────┴─────────────────────────────────┘
// 2 rows
// ```
deadman = (
    check,
    measurement,
    threshold=0,
    id=(r) => "${r._check_id}",
    message=(r) => "Deadman Check: ${r._check_name} is: " + (if r.dead then "dead" else "alive"),
    topic="",
    tables=<-,
) => {
    // One row of the measurement stands for the table that may be missing.
    standIn =
        array.from(rows: [{_time: 2000-01-01T00:00:00Z, _field: "unknown", _value: 0}])
            |> set(key: "_measurement", value: measurement)
            |> experimental.group(mode: "extend", columns: ["_measurement"])
            |> schema.fieldsAsCols()
    counted = (tables=<-) =>
        duplicate(tables: tables, column: "_measurement", as: "__value__")
            |> count(column: "__value__")
    sizes =
        union(tables: [standIn, tables])
            |> keep(columns: ["_measurement", "_time"])
            |> counted()
            |> findColumn(column: "__value__", fn: (key) => key._measurement == measurement)
    watched =
        if sizes[0] != 1 then
            tables
        else
            drop(tables: standIn, columns: ["unknown"]) |> limit(n: 0)

    return
        counted(tables: watched)
            |> map(fn: (r) => ({r with _time: now()}))
            |> map(fn: (r) => ({r with dead: r.__value__ <= threshold}))
            |> drop(columns: ["__value__"])
            |> alert(
                check: check,
                crit: (r) => r.dead,
                id: id,
                message: message,
                topic: topic,
            )
}

// _renamed gives one column a new name.
_renamed = (from, to, tables=<-) => rename(
    tables: tables,
    fn: (column) => if column == from then to else column,
)

// select gives a column a new name, after a function was applied to it.
//
// ## Parameters
//
// - as: New name.
// - column: Column to work on (default `_value`).
// - fn: Aggregate or selector (default: none).
// - tables: Input tables (piped in).
//
// ## Examples
//
// ```flux
// import "array"
// import "contrib/bonitoo-io/tickscript"
//
// array.from(
//     rows: [
//         {room: "attic", _value: 19.5},
//         {room: "attic", _value: 20.5},
//         {room: "hall", _value: 21.0},
//     ],
// )
//     |> group(columns: ["room"])
//     |> tickscript.select(fn: mean, as: "warmth")
// ```
//
// ```text
// _result · table 0 · room=attic
// ┌────────┐
// │ warmth │
// │  float │
// ├────────┤
// │     20 │
// └────────┘
// 1 row
//
// _result · table 1 · room=hall
// ┌────────┐
// │ warmth │
// │  float │
// ├────────┤
// │     21 │
// └────────┘
// 1 row
// ```
select = (as, column="_value", fn=(column, tables=<-) => tables, tables=<-) =>
    tables |> fn(column: column) |> _renamed(from: column, to: as)

// selectWindow applies an aggregate or a selector to windows of time and names the result.
//
// ## Parameters
//
// - fn: Aggregate or selector.
// - as: New name.
// - every: Length of a window.
// - defaultValue: Value of a window without rows.
// - column: Column to work on (default `_value`).
// - tables: Input tables (piped in).
//
// ## Examples
//
// ```flux
// import "array"
// import "contrib/bonitoo-io/tickscript"
//
// array.from(
//     rows: [
//         {_time: 2024-01-01T12:00:10Z, _value: 1.0},
//         {_time: 2024-01-01T12:00:40Z, _value: 2.0},
//         {_time: 2024-01-01T12:02:20Z, _value: 4.0},
//     ],
// )
//     |> range(start: 2024-01-01T12:00:00Z, stop: 2024-01-01T12:03:00Z)
//     |> tickscript.selectWindow(fn: sum, as: "litres", every: 1m, defaultValue: 0.0)
//     |> keep(columns: ["_time", "litres"])
// ```
//
// ```text
// _result · table 0
// ┌──────────────────────┬────────┐
// │ _time                │ litres │
// │ time                 │  float │
// ├──────────────────────┼────────┤
// │ 2024-01-01T12:01:00Z │      3 │
// │ 2024-01-01T12:02:00Z │      0 │
// │ 2024-01-01T12:03:00Z │      4 │
// └──────────────────────┴────────┘
// 3 rows
// ```
selectWindow = (
    fn,
    as,
    every,
    defaultValue,
    column="_value",
    tables=<-,
) =>
    aggregateWindow(
        tables: tables,
        column: column,
        createEmpty: true,
        every: every,
        fn: fn,
    )
        |> fill(value: defaultValue, column: column)
        |> _renamed(from: column, to: as)

// compute is `select` under another name.
//
// ## Parameters
//
// - as: New name.
// - column: Column to work on (default `_value`).
// - fn: Aggregate or selector (default: none).
// - tables: Input tables (piped in).
//
// ## Examples
//
// ```flux
// import "array"
// import "contrib/bonitoo-io/tickscript"
//
// array.from(rows: [{room: "attic", _value: 19.5}, {room: "attic", _value: 20.5}])
//     |> tickscript.compute(fn: count, as: "readings")
// ```
//
// ```text
// _result · table 0
// ┌──────────┐
// │ readings │
// │      int │
// ├──────────┤
// │        2 │
// └──────────┘
// 1 row
// ```
compute = select

// groupBy groups by columns and the measurement.
//
// ## Parameters
//
// - columns: Columns to group by.
// - tables: Input tables (piped in).
//
// ## Examples
//
// ```flux
// import "array"
// import "contrib/bonitoo-io/tickscript"
//
// array.from(
//     rows: [
//         {_measurement: "climate", floor: "first", room: "attic", _value: 19.5},
//         {_measurement: "climate", floor: "ground", room: "hall", _value: 21.0},
//         {_measurement: "climate", floor: "ground", room: "kitchen", _value: 22.5},
//     ],
// )
//     |> tickscript.groupBy(columns: ["floor"])
//     |> max()
// ```
//
// ```text
// _result · table 0 · _measurement=climate, floor=first
// ┌────────┬────────┐
// │ room   │ _value │
// │ string │  float │
// ├────────┼────────┤
// │ attic  │   19.5 │
// └────────┴────────┘
// 1 row
//
// _result · table 1 · _measurement=climate, floor=ground
// ┌─────────┬────────┐
// │ room    │ _value │
// │ string  │  float │
// ├─────────┼────────┤
// │ kitchen │   22.5 │
// └─────────┴────────┘
// 1 row
// ```
groupBy = (columns, tables=<-) =>
    group(tables: tables, columns: columns)
        |> experimental.group(mode: "extend", columns: ["_measurement"])

// join merges two streams into one measurement.
//
// ## Parameters
//
// - tables: Record with the two streams.
// - on: Columns whose values must be equal (default `["_time"]`).
// - measurement: Measurement of the result.
//
// ## Examples
//
// ```flux
// import "array"
// import "contrib/bonitoo-io/tickscript"
//
// noon = 2024-01-01T12:00:00Z
// heat = array.from(rows: [{_time: noon, degrees: 38.5}])
// fans = array.from(rows: [{_time: noon, rpm: 900}])
//
// tickscript.join(tables: {heat: heat, fans: fans}, measurement: "cooling")
// ```
//
// ```text
// _result · table 0 · _measurement=cooling
// ┌──────────────────────┬─────────┬─────┐
// │ _time                │ degrees │ rpm │
// │ time                 │   float │ int │
// ├──────────────────────┼─────────┼─────┤
// │ 2024-01-01T12:00:00Z │    38.5 │ 900 │
// └──────────────────────┴─────────┴─────┘
// 1 row
// ```
join = (tables, measurement, on=["_time"]) =>
    universe.join(on: on, tables: tables)
        |> map(fn: (r) => ({r with _measurement: measurement}))
        |> experimental.group(mode: "extend", columns: ["_measurement"])
