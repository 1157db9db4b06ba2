// An operator that a function of the library made: the call in the script comes first, then the operator.
import "array"

array.from(rows: [{_value: 1.0}]) |> timedMovingAverage(every: 1m, period: 5m)
