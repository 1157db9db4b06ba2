import "array"
import "internal/debug"

none = debug.null(type: "float")

array.from(
    rows: [
        {_value: 1.0},
        {_value: 4.0},
        {_value: none},
        {_value: 2.5},
        {_value: none},
        {_value: 3.0},
        {_value: 1.0},
        {_value: 6.5},
        {_value: none},
        {_value: 5.0},
    ],
)
    |> relativeStrengthIndex(n: 3)
