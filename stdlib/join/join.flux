// Package join puts two streams together, row by row.
//
// Only tables with equal group keys are joined.
package join

// tables joins two streams in a way that is given by name.
//
// ## Parameters
//
// - left: Left stream (piped in).
// - right: Right stream.
// - on: Condition of equal columns, e.g. `(l, r) => l.id == r.id`.
// - as: Function that makes a row of a left row `l` and a right row `r`.
// - method: `"inner"`, `"left"`, `"right"` or `"full"`.
builtin tables : (
        <-left: stream[A],
        as: (l: A, r: B) => C,
        method: string,
        on: (l: A, r: B) => bool,
        right: stream[B],
    ) => stream[C]
    where
    A: Record,
    B: Record,
    C: Record

// inner gives a row for each pair of rows that fulfil the condition.
//
// ## Parameters
//
// - left: Left stream (piped in).
// - right: Right stream.
// - on: Condition of equal columns, e.g. `(l, r) => l.id == r.id`.
// - as: Function that makes a row of a left row `l` and a right row `r`.
inner = (right, on, as, left=<-) =>
    tables(
        left: left,
        right: right,
        method: "inner",
        on: on,
        as: as,
    )

// left gives the pairs that fulfil the condition, and the left rows without partner.
//
// ## Parameters
//
// - left: Left stream (piped in).
// - right: Right stream.
// - on: Condition of equal columns, e.g. `(l, r) => l.id == r.id`.
// - as: Function that makes a row of a left row `l` and a right row `r`; where there is no right
//   row, the columns of `r` outside of the group key are null.
left = (right, on, as, left=<-) =>
    tables(
        left: left,
        right: right,
        method: "left",
        on: on,
        as: as,
    )

// right gives the pairs that fulfil the condition, and the right rows without partner.
//
// ## Parameters
//
// - left: Left stream (piped in).
// - right: Right stream.
// - on: Condition of equal columns, e.g. `(l, r) => l.id == r.id`.
// - as: Function that makes a row of a left row `l` and a right row `r`; where there is no left
//   row, the columns of `l` outside of the group key are null.
right = (right, on, as, left=<-) =>
    tables(
        left: left,
        right: right,
        method: "right",
        on: on,
        as: as,
    )

// full gives the pairs that fulfil the condition, and the rows of both sides without partner.
//
// ## Parameters
//
// - left: Left stream (piped in).
// - right: Right stream.
// - on: Condition of equal columns, e.g. `(l, r) => l.id == r.id`.
// - as: Function that makes a row of a left row `l` and a right row `r`; where a side has no row,
//   its columns outside of the group key are null.
full = (right, on, as, left=<-) =>
    tables(
        left: left,
        right: right,
        method: "full",
        on: on,
        as: as,
    )

// time joins rows that have the same `_time`.
//
// ## Parameters
//
// - left: Left stream (piped in).
// - right: Right stream.
// - as: Function that makes a row of a left row `l` and a right row `r`.
// - method: `"inner"`, `"left"`, `"right"` or `"full"` (default `"inner"`).
time = (right, as, method="inner", left=<-) =>
    tables(
        left: left,
        right: right,
        method: method,
        on: (l, r) => l._time == r._time,
        as: as,
    )
