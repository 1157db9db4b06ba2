// From power to money: the mean power of an hour is the energy of that hour, and the tariff depends on the hour of
// the day where the meter is. A washing machine runs for two hours in the morning and two in the evening.
import "date"
import "generate"
import "math"
import "timezone"

option location = timezone.location(name: "Europe/Oslo")

tariff = (t) => if date.hour(t: t) >= 6 and date.hour(t: t) < 22 then 0.34 else 0.21
round = (v) => math.round(x: v * 100.0) / 100.0

start = 2024-01-14T23:00:00Z
stop = 2024-01-15T23:00:00Z

generate.from(
    count: 24 * 12,
    fn: (n) => if n % 144 >= 96 and n % 144 < 120 then 2100 else 300,
    start: start,
    stop: stop,
)
    |> range(start: start, stop: stop)
    |> map(fn: (r) => ({r with _value: float(v: r._value)}))
    |> aggregateWindow(every: 1h, fn: mean, timeSrc: "_start")
    |> map(fn: (r) => ({kWh: r._value / 1000.0, price: tariff(t: r._time)}))
    |> group(columns: ["price"])
    |> sum(column: "kWh")
    |> map(fn: (r) => ({price: r.price, kWh: round(v: r.kWh), cost: round(v: r.kWh * r.price)}))
    |> group()
