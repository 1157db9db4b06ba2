import "array"

bounds = {
    steps: linearBins(start: 0.0, width: 0.1, count: 12),
    factors: logarithmicBins(start: 1000.0, factor: 0.1, count: 9, infinity: false),
}

array.from(
    rows: [
        {step: bounds.steps[3], factor: bounds.factors[2]},
        {step: bounds.steps[8], factor: bounds.factors[5]},
        {step: bounds.steps[11], factor: bounds.factors[8]},
    ],
)
    |> map(fn: (r) => ({steps: string(v: r.step) + " " + string(v: r.factor)}))
