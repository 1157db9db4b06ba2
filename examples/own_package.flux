// Imports the package in units/units.flux.
import "array"
import "units"

array.from(rows: [{km: 10.0}, {km: 42.195}])
    |> map(fn: (r) => ({r with miles: units.miles(km: r.km)}))
