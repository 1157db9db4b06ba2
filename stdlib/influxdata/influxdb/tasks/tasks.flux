// Package tasks tells a task about its earlier runs.
package tasks

// _zeroTime stands for the time of a run that never was.
builtin _zeroTime : time

// lastSuccessTime is the time of the last successful run, set by what runs the task.
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
lastSuccess = (orTime) => _lastSuccess(lastSuccessTime: lastSuccessTime, orTime: orTime)
