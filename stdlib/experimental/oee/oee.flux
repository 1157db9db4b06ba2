// Package oee computes the overall equipment effectiveness (OEE) of production.
package oee

import "contrib/tomhollingworth/events"
import "experimental"

// computeAPQ computes availability, performance, quality and OEE from two streams.
//
// ## Parameters
//
// - productionEvents: Stream with the column `state`.
// - partEvents: Stream with the running totals `partCount` and `badCount`.
// - runningState: Value of `state` while the equipment runs.
// - plannedTime: Length of time for which production was planned.
// - idealCycleTime: Least time to make one part.
//
// ## Examples
//
// ```flux
// import "array"
// import "experimental/oee"
//
// shift = (tables=<-) => tables |> range(start: 2024-05-06T08:00:00Z, stop: 2024-05-06T09:00:00Z)
// states =
//     array.from(
//         rows: [
//             {_time: 2024-05-06T08:00:00Z, state: "running"},
//             {_time: 2024-05-06T08:45:00Z, state: "stopped"},
//         ],
//     )
//         |> shift()
// parts =
//     array.from(
//         rows: [
//             {_time: 2024-05-06T08:00:00Z, partCount: 1000, badCount: 50},
//             {_time: 2024-05-06T08:50:00Z, partCount: 1080, badCount: 54},
//         ],
//     )
//         |> shift()
//
// oee.computeAPQ(
//     productionEvents: states,
//     partEvents: parts,
//     runningState: "running",
//     plannedTime: 1h,
//     idealCycleTime: 30s,
// )
//     |> keep(columns: ["availability", "performance", "quality", "oee"])
// ```
//
// ```text
// _result · table 0
// ┌──────────────┬────────────────────┬────────────────────┬─────────┐
// │ availability │                oee │        performance │ quality │
// │        float │              float │              float │   float │
// ├──────────────┼────────────────────┼────────────────────┼─────────┤
// │         0.75 │ 0.6333333333333333 │ 0.8888888888888888 │    0.95 │
// └──────────────┴────────────────────┴────────────────────┴─────────┘
// 1 row
// ```
computeAPQ = (
    productionEvents,
    partEvents,
    runningState,
    plannedTime,
    idealCycleTime,
) => {
    nanoseconds = (d) => float(v: int(v: d))
    growth = (column) =>
        difference(tables: partEvents, nonNegative: true, columns: [column])
            |> sum(column: column)
            |> duplicate(column: "_stop", as: "_time")
    made = growth(column: "partCount")
    bad = growth(column: "badCount")
    running =
        events.duration(tables: productionEvents, columnName: "runTime", unit: 1ns)
            |> filter(fn: (r) => r.state == runningState)
            |> sum(column: "runTime")
    available = map(
        tables: running,
        fn: (r) => ({r with
            _time: r._stop,
            availability: float(v: r.runTime) / nanoseconds(d: plannedTime),
        }),
    )
    performing = experimental.join(
        left: available,
        right: made,
        fn: (left, right) => ({left with
            performance:
                float(v: right.partCount)
                    * nanoseconds(d: idealCycleTime)
                    / float(
                        v: left.runTime,
                    ),
        }),
    )
    good = experimental.join(
        left: bad,
        right: made,
        fn: (left, right) => ({left with
            quality:
                (float(v: right.partCount) - float(v: left.badCount))
                    / float(
                        v: right.partCount,
                    ),
        }),
    )

    return experimental.join(
        left: performing,
        right: good,
        fn: (left, right) => ({left with
            quality: right.quality,
            oee: left.availability * left.performance * right.quality,
        }),
    )
}

// APQ computes availability, performance, quality and OEE from one stream.
//
// The stream has the columns `state`, `partCount` and `badCount`.
//
// ## Parameters
//
// - runningState: Value of `state` while the equipment runs.
// - plannedTime: Length of time for which production was planned.
// - idealCycleTime: Least time to make one part.
// - tables: Input tables (piped in).
//
// ## Examples
//
// ```flux
// import "array"
// import "experimental/oee"
//
// array.from(
//     rows: [
//         {_time: 2024-05-06T08:00:00Z, state: "running", partCount: 1000, badCount: 50},
//         {_time: 2024-05-06T08:45:00Z, state: "stopped", partCount: 1080, badCount: 54},
//     ],
// )
//     |> range(start: 2024-05-06T08:00:00Z, stop: 2024-05-06T09:00:00Z)
//     |> oee.APQ(runningState: "running", plannedTime: 1h, idealCycleTime: 30s)
//     |> keep(columns: ["availability", "performance", "quality", "oee"])
// ```
//
// ```text
// _result · table 0
// ┌──────────────┬────────────────────┬────────────────────┬─────────┐
// │ availability │                oee │        performance │ quality │
// │        float │              float │              float │   float │
// ├──────────────┼────────────────────┼────────────────────┼─────────┤
// │         0.75 │ 0.6333333333333333 │ 0.8888888888888888 │    0.95 │
// └──────────────┴────────────────────┴────────────────────┴─────────┘
// 1 row
// ```
APQ = (runningState, plannedTime, idealCycleTime, tables=<-) => computeAPQ(
    partEvents: tables,
    productionEvents: tables,
    idealCycleTime: idealCycleTime,
    plannedTime: plannedTime,
    runningState: runningState,
)
