// Two series with different clocks are brought to the same minutes and joined; a left join keeps minutes without a
// price.
import "array"
import "join"

power =
    array.from(
        rows: [
            {_time: 2024-01-15T10:00:12Z, watts: 1200.0},
            {_time: 2024-01-15T10:01:40Z, watts: 1850.0},
            {_time: 2024-01-15T10:02:03Z, watts: 640.0},
        ],
    )
        |> truncateTimeColumn(unit: 1m)
prices = array.from(
    rows: [{_time: 2024-01-15T10:00:00Z, cents: 31.5}, {_time: 2024-01-15T10:02:00Z, cents: 24.0}],
)

join.left(
    left: power,
    right: prices,
    on: (l, r) => l._time == r._time,
    as: (l, r) => ({
        _time: l._time,
        watts: l.watts,
        cents: r.cents,
        cents_per_hour: l.watts / 1000.0 * r.cents,
    }),
)
