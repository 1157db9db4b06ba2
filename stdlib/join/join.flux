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
//
// ## Examples
//
// ```flux
// import "array"
// import "join"
//
// heat = array.from(rows: [{room: "attic", degrees: 19.5}, {room: "hall", degrees: 21.0}])
// owners = array.from(rows: [{room: "hall", owner: "Ann"}, {room: "cellar", owner: "Bo"}])
//
// join.tables(
//     method: "left",
//     left: heat,
//     right: owners,
//     on: (l, r) => l.room == r.room,
//     as: (l, r) => ({l with owner: r.owner}),
// )
// ```
//
// ```text
// _result · table 0
// ┌─────────┬────────┬────────┐
// │ degrees │ owner  │ room   │
// │   float │ string │ string │
// ├─────────┼────────┼────────┤
// │    19.5 │ null   │ attic  │
// │      21 │ Ann    │ hall   │
// └─────────┴────────┴────────┘
// 2 rows
// ```
builtin tables : (
    <-left: stream[A],
    as: (l: A, r: B) => C,
    method: string,
    on: (l: A, r: B) => bool,
    right: stream[B],
) => stream[C] where A: Record, B: Record, C: Record

// inner gives a row for each pair of rows that fulfil the condition.
//
// ## Parameters
//
// - left: Left stream (piped in).
// - right: Right stream.
// - on: Condition of equal columns, e.g. `(l, r) => l.id == r.id`.
// - as: Function that makes a row of a left row `l` and a right row `r`.
//
// ## Examples
//
// ```flux
// import "array"
// import "join"
//
// heat = array.from(rows: [{room: "attic", degrees: 19.5}, {room: "hall", degrees: 21.0}])
// owners = array.from(rows: [{room: "hall", owner: "Ann"}, {room: "cellar", owner: "Bo"}])
//
// join.inner(
//     left: heat,
//     right: owners,
//     on: (l, r) => l.room == r.room,
//     as: (l, r) => ({l with owner: r.owner}),
// )
// ```
//
// ```text
// _result · table 0
// ┌─────────┬────────┬────────┐
// │ degrees │ owner  │ room   │
// │   float │ string │ string │
// ├─────────┼────────┼────────┤
// │      21 │ Ann    │ hall   │
// └─────────┴────────┴────────┘
// 1 row
// ```
inner = (right, on, as, left=<-) => tables(
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
//
// ## Examples
//
// ```flux
// import "array"
// import "join"
//
// heat = array.from(rows: [{room: "attic", degrees: 19.5}, {room: "hall", degrees: 21.0}])
// owners = array.from(rows: [{room: "hall", owner: "Ann"}, {room: "cellar", owner: "Bo"}])
//
// join.left(
//     left: heat,
//     right: owners,
//     on: (l, r) => l.room == r.room,
//     as: (l, r) => ({l with owner: r.owner}),
// )
// ```
//
// ```text
// _result · table 0
// ┌─────────┬────────┬────────┐
// │ degrees │ owner  │ room   │
// │   float │ string │ string │
// ├─────────┼────────┼────────┤
// │    19.5 │ null   │ attic  │
// │      21 │ Ann    │ hall   │
// └─────────┴────────┴────────┘
// 2 rows
// ```
left = (right, on, as, left=<-) => tables(
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
//
// ## Examples
//
// ```flux
// import "array"
// import "join"
//
// heat = array.from(rows: [{room: "attic", degrees: 19.5}, {room: "hall", degrees: 21.0}])
// owners = array.from(rows: [{room: "hall", owner: "Ann"}, {room: "cellar", owner: "Bo"}])
//
// join.right(
//     left: heat,
//     right: owners,
//     on: (l, r) => l.room == r.room,
//     as: (l, r) => ({r with degrees: l.degrees}),
// )
// ```
//
// ```text
// _result · table 0
// ┌─────────┬────────┬────────┐
// │ degrees │ owner  │ room   │
// │   float │ string │ string │
// ├─────────┼────────┼────────┤
// │    null │ Bo     │ cellar │
// │      21 │ Ann    │ hall   │
// └─────────┴────────┴────────┘
// 2 rows
// ```
right = (right, on, as, left=<-) => tables(
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
//
// ## Examples
//
// ```flux
// import "array"
// import "join"
//
// heat = array.from(rows: [{room: "attic", degrees: 19.5}, {room: "hall", degrees: 21.0}])
// owners = array.from(rows: [{room: "hall", owner: "Ann"}, {room: "cellar", owner: "Bo"}])
//
// join.full(
//     left: heat,
//     right: owners,
//     on: (l, r) => l.room == r.room,
//     as: (l, r) => ({
//         room: if exists l.room then l.room else r.room,
//         degrees: l.degrees,
//         owner: r.owner,
//     }),
// )
// ```
//
// ```text
// _result · table 0
// ┌─────────┬────────┬────────┐
// │ degrees │ owner  │ room   │
// │   float │ string │ string │
// ├─────────┼────────┼────────┤
// │    19.5 │ null   │ attic  │
// │    null │ Bo     │ cellar │
// │      21 │ Ann    │ hall   │
// └─────────┴────────┴────────┘
// 3 rows
// ```
full = (right, on, as, left=<-) => tables(
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
//
// ## Examples
//
// ```flux
// import "array"
// import "join"
//
// noon = 2024-01-01T12:00:00Z
// one = 2024-01-01T13:00:00Z
// heat = array.from(rows: [{_time: noon, degrees: 19.5}, {_time: one, degrees: 20.0}])
// air = array.from(rows: [{_time: one, co2: 640.0}])
//
// join.time(left: heat, right: air, as: (l, r) => ({l with co2: r.co2}))
// ```
//
// ```text
// _result · table 0
// ┌──────────────────────┬───────┬─────────┐
// │ _time                │   co2 │ degrees │
// │ time                 │ float │   float │
// ├──────────────────────┼───────┼─────────┤
// │ 2024-01-01T13:00:00Z │   640 │      20 │
// └──────────────────────┴───────┴─────────┘
// 1 row
// ```
time = (right, as, method="inner", left=<-) => tables(
    left: left,
    right: right,
    method: method,
    on: (l, r) => l._time == r._time,
    as: as,
)
