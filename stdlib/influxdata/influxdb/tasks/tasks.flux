// Package tasks tells a task about its earlier runs.
package tasks

// _zeroTime stands for the time of a run that never was.
builtin _zeroTime : time

// lastSuccessTime is the time of the last successful run, set by what runs the task.
//
// ## Examples
//
// ```flux
// import "influxdata/influxdb/tasks"
//
// if exists tasks.lastSuccessTime then "it ran before" else "this is the first run"
// ```
//
// ```text
// this is the first run
// ```
option lastSuccessTime = _zeroTime

// _lastSuccess is the native part of `lastSuccess`.
//
// ## Parameters
//
// - orTime: Time to give if there was no successful run.
// - lastSuccessTime: Time of the last successful run.
builtin _lastSuccess : (lastSuccessTime: time, orTime: A) => time where A: Timeable

// lastSuccess gives the time of the last successful run of the task.
//
// ## Parameters
//
// - orTime: Time, or duration relative to `now()`, to give if there was none.
//
// ## Examples
//
// ### The first run looks at the last hour
//
// ```flux
// import "influxdata/influxdb/tasks"
//
// option now = () => 2024-01-01T12:00:00Z
//
// tasks.lastSuccess(orTime: -1h)
// ```
//
// ```text
// 2024-01-01T11:00:00.000000000Z
// ```
//
// ### A later run begins where the last good one was
//
// ```flux
// import "influxdata/influxdb/tasks"
//
// option tasks.lastSuccessTime = 2024-01-01T11:45:00Z
//
// tasks.lastSuccess(orTime: -1h)
// ```
//
// ```text
// 2024-01-01T11:45:00.000000000Z
// ```
lastSuccess = (orTime) => _lastSuccess(lastSuccessTime: lastSuccessTime, orTime: orTime)
