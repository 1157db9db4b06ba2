// A table from records: rows are chosen with filter, columns are added with map.
import "array"

array.from(
    rows: [
        {city: "Bergen", celsius: 6.5},
        {city: "Lisbon", celsius: 19.0},
        {city: "Quito", celsius: 14.25},
        {city: "Tromsø", celsius: -3.0},
    ],
)
    |> filter(fn: (r) => r.celsius > 0.0)
    |> map(fn: (r) => ({r with fahrenheit: r.celsius * 9.0 / 5.0 + 32.0}))
    |> sort(columns: ["celsius"], desc: true)
