// Package events works with streams of events.
package events

// duration gives the time from each row to the next one.
//
// The last row of a table lasts until the time in `stopColumn`, or until `stop`.
//
// ## Parameters
//
// - unit: Unit of the result, which counts whole ones (default `1s`).
// - columnName: Column that receives the result (default `duration`).
// - timeColumn: Column with the time of a row (default `_time`).
// - stopColumn: Column with the time at which a table ends (default `_stop`).
// - stop: Time at which all tables end, instead of that in the column.
// - tables: Input tables (piped in).
builtin duration : (
        <-tables: stream[A],
        ?columnName: string,
        ?stop: time,
        ?stopColumn: string,
        ?timeColumn: string,
        ?unit: duration,
    ) => stream[B]
    where
    A: Record,
    B: Record
