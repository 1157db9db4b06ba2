// Package naiveBayesClassifier guesses a class by Bayes' rule.
//
// It stems from one set of data about animals: it learns from 2020-01-02 to 2020-01-06, guesses for
// 2020-01-01, and needs the columns `airborne` and `Animal_name`.
package naiveBayesClassifier

// naiveBayes computes for the rows of one day how probable each class is.
//
// ## Parameters
//
// - myClass: Column with the class.
// - myField: Field whose values tell about the class.
// - myMeasurement: Measurement to look at.
// - tables: Input tables (piped in).
//
// ## Examples
//
// ```flux
// import "array"
// import "contrib/RohanSreerama5/naiveBayesClassifier"
//
// animal = (day, name, flies, eggs) => ({
//     _time: day,
//     _measurement: "zoo",
//     _field: "eggs",
//     Animal_name: name,
//     airborne: flies,
//     _value: eggs,
// })
// known = 2020-01-02T12:00:00Z
//
// array.from(
//     rows: [
//         animal(day: known, name: "lark", flies: "yes", eggs: 1),
//         animal(day: known, name: "crow", flies: "yes", eggs: 1),
//         animal(day: known, name: "bat", flies: "yes", eggs: 0),
//         animal(day: known, name: "emu", flies: "no", eggs: 1),
//         animal(day: known, name: "bear", flies: "no", eggs: 0),
//         animal(day: 2020-01-01T12:00:00Z, name: "swan", flies: "?", eggs: 1),
//     ],
// )
//     |> naiveBayesClassifier.naiveBayes(myClass: "airborne", myField: "eggs", myMeasurement: "zoo")
//     |> group()
//     |> keep(columns: ["Animal_name", "airborne_P_k_x_class", "Probability"])
// ```
//
// ```text
// _result · table 0
// ┌─────────────┬─────────────────────┬──────────────────────┐
// │ Animal_name │         Probability │ airborne_P_k_x_class │
// │ string      │               float │ string               │
// ├─────────────┼─────────────────────┼──────────────────────┤
// │ swan        │ 0.33333333333333337 │ no                   │
// │ swan        │  0.6666666666666666 │ yes                  │
// └─────────────┴─────────────────────┴──────────────────────┘
// 2 rows
// ```
naiveBayes = (myClass, myField, myMeasurement, tables=<-) => {
    days = (start, stop) =>
        range(tables: tables, start: start, stop: stop)
            |> filter(fn: (r) => r._field == myField and r._measurement == myMeasurement)
            |> group()
    known = days(start: 2020-01-02T00:00:00Z, stop: 2020-01-06T23:00:00Z)
    unknown = days(start: 2020-01-01T00:00:00Z, stop: 2020-01-01T23:00:00Z)
    all =
        group(tables: known, columns: ["_field"])
            |> count()
            |> tableFind(fn: (key) => key._field == myField)
            |> getRecord(idx: 0)
    total = all._value

    // Share of each class.
    byClass =
        group(tables: known, columns: [myClass, "_field"])
            |> count()
            |> map(fn: (r) => ({r with p_k: float(v: r._value) / float(v: total), tc: total}))
            |> group()

    // Share of each value.
    byValue =
        group(tables: known, columns: ["_value", "_field"])
            |> count(column: myClass)
            |> map(fn: (r) => ({r with p_x: float(v: r.airborne) / float(v: total), tc: total}))

    // Number of rows of each class with each value.
    byBoth =
        group(tables: known, columns: ["_field", "_value", myClass])
            |> reduce(identity: {sum: 0.0}, fn: (r, accumulator) => ({sum: accumulator.sum + 1.0}))
            |> group()

    // Share of each value within a class.
    withinClass =
        join(tables: {P_k_x: byBoth, P_Class_k: byClass}, on: [myClass])
            |> group(columns: [myClass, "_value_P_k_x"])
            |> limit(n: 1)
            |> map(fn: (r) => ({r with P_x_k: r.sum / float(v: r._value_P_Class_k)}))
            |> drop(columns: ["_value_P_Class_k", "_field_P_Class_k"])
            |> rename(columns: {_value_P_k_x: "_value", _field_P_k_x: "_field"})
    probabilities =
        join(tables: {P_k_x_class: withinClass, P_value_x: byValue}, on: ["_value", "_field"])
            |> map(fn: (r) => ({r with Probability: r.P_x_k * r.p_k / r.p_x}))
    questions = keep(tables: unknown, columns: ["_value", "Animal_name", "_field"])

    return join(tables: {Probability_table: probabilities, r: questions}, on: ["_value"])
}
