package oee_test

import "array"
import "experimental/oee"
import "internal/debug"
import "testing"

// An hour of a machine: it stands still for 15 minutes, makes 90 parts, 9 of them bad.
rows =
    array.from(
        rows: [
            {_time: 2024-05-06T08:00:00Z, state: "running", partCount: 1000, badCount: 50},
            {_time: 2024-05-06T08:30:00Z, state: "stopped", partCount: 1060, badCount: 55},
            {_time: 2024-05-06T08:45:00Z, state: "running", partCount: 1060, badCount: 55},
            {_time: 2024-05-06T08:59:00Z, state: "running", partCount: 1090, badCount: 59},
        ],
    )
        |> range(start: 2024-05-06T08:00:00Z, stop: 2024-05-06T09:00:00Z)

numbers = (tables=<-) =>
    tables
        |> group()
        |> keep(columns: ["availability", "performance", "quality", "oee"])
        |> debug.opaque()

testcase APQ_computes_shares_of_time_speed_and_good_parts {
    got =
        rows |> oee.APQ(runningState: "running", plannedTime: 1h, idealCycleTime: 20s) |> numbers()

    // 45 of 60 minutes; 90 parts of 20 s in 45 minutes; 81 good ones of 90.
    want = array.from(
        rows: [
            {
                availability: 0.75,
                performance: 2.0 / 3.0,
                quality: 0.9,
                oee: 0.45,
            },
        ],
    )

    testing.diff(got: got, want: want |> debug.opaque())
}

testcase computeAPQ_takes_two_streams {
    got =
        oee.computeAPQ(
            productionEvents: rows |> keep(columns: ["_start", "_stop", "_time", "state"]),
            partEvents:
                rows
                    |> keep(columns: [
                        "_start",
                        "_stop",
                        "_time",
                        "partCount",
                        "badCount",
                    ]),
            runningState: "running",
            plannedTime: 90m,
            idealCycleTime: 30s,
        )
            |> numbers()
    want = array.from(rows: [{availability: 0.5, performance: 1.0, quality: 0.9, oee: 0.45}])

    testing.diff(got: got, want: want |> debug.opaque())
}

testcase APQ_of_a_machine_that_never_ran_is_empty {
    rows
        |> oee.APQ(runningState: "warming up", plannedTime: 1h, idealCycleTime: 20s)
        |> testing.assertEmpty()
}

testcase APQ_needs_its_columns {
    testing.shouldError(
        fn: () =>
            rows
                |> drop(columns: ["_stop"])
                |> oee.APQ(runningState: "running", plannedTime: 1h, idealCycleTime: 20s)
                |> findRecord(fn: (key) => true, idx: 0),
        want: /_stop/,
    )
}
