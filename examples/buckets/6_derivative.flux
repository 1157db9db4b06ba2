// From a counter to a rate: kilowatt hours that the meter counted become kilowatts.
from(bucket: "house")
    |> range(start: -1h)
    |> filter(fn: (r) => r._measurement == "meter" and r._field == "total")
    |> derivative(unit: 1h, nonNegative: true)
    |> yield(name: "power")
