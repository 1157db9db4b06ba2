// How long was each machine in each state, and which stops took longer than two minutes?
import "contrib/tomhollingworth/events"

states =
    from(bucket: "plant")
        |> range(start: -40m)
        |> filter(
            fn: (r) => r._measurement == "machine" and r._field == "state" and r.hall == "north",
        )
        |> keep(columns: ["_time", "_value", "_stop", "name"])
        |> group(columns: ["name"])

states
    |> events.duration(unit: 1m, columnName: "minutes")
    |> group(columns: ["name", "_value"])
    |> sum(column: "minutes")
    |> group()
    |> rename(columns: {_value: "state"})
    |> yield(name: "minutes in each state")

states
    |> stateDuration(fn: (r) => r._value != "running", column: "standing", unit: 1m)
    |> filter(fn: (r) => r.standing >= 2)
    |> max(column: "standing")
    |> group()
    |> keep(columns: ["_time", "name", "_value", "standing"])
    |> yield(name: "long stops")
