// Days as a clock on the wall in Berlin shows them. On 31 March 2024 the clock is put forward, so that day has 23
// hours, and its window is shorter. With the default, UTC, every day has 24.
import "date"
import "generate"
import "timezone"

option location = timezone.location(name: "Europe/Berlin")

generate.from(count: 95, fn: (n) => n, start: 2024-03-29T23:00:00Z, stop: 2024-04-02T22:00:00Z)
    |> range(start: 2024-03-29T23:00:00Z, stop: 2024-04-02T22:00:00Z)
    |> window(every: 1d)
    |> count()
    |> map(
        fn: (r) => ({
            day: date.monthDay(t: r._start),
            begins: r._start,
            ends: r._stop,
            hours: r._value,
        }),
    )
    |> group()
