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
    available =
        map(
            tables: running,
            fn: (r) =>
                ({r with _time: r._stop,
                    availability: float(v: r.runTime) / nanoseconds(d: plannedTime),
                }),
        )
    performing =
        experimental.join(
            left: available,
            right: made,
            fn: (left, right) =>
                ({left with
                    performance:
                        float(v: right.partCount) * nanoseconds(d: idealCycleTime) / float(
                                v: left.runTime,
                            ),
                }),
        )
    good =
        experimental.join(
            left: bad,
            right: made,
            fn: (left, right) =>
                ({left with
                    quality:
                        (float(v: right.partCount) - float(v: left.badCount)) / float(
                                v: right.partCount,
                            ),
                }),
        )

    return
        experimental.join(
            left: performing,
            right: good,
            fn: (left, right) =>
                ({left with quality: right.quality,
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
APQ = (runningState, plannedTime, idealCycleTime, tables=<-) =>
    computeAPQ(
        partEvents: tables,
        productionEvents: tables,
        idealCycleTime: idealCycleTime,
        plannedTime: plannedTime,
        runningState: runningState,
    )
