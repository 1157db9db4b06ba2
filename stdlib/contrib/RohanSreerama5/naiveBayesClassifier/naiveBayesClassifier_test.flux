package naiveBayesClassifier_test

import "array"
import "contrib/RohanSreerama5/naiveBayesClassifier"
import "internal/debug"
import "testing"

// Ten animals to learn from, two to guess: does one that lays eggs (value 1) fly?
animal = (day, name, flies, eggs) => ({
    _time: day,
    _measurement: "zoo",
    _field: "eggs",
    Animal_name: name,
    airborne: flies,
    _value: eggs,
})
learn = 2020-01-03T00:00:00Z
guess = 2020-01-01T00:00:00Z
data = array.from(
    rows: [
        animal(day: learn, name: "duck", flies: "yes", eggs: 1),
        animal(day: learn, name: "lark", flies: "yes", eggs: 1),
        animal(day: learn, name: "crow", flies: "yes", eggs: 1),
        animal(day: learn, name: "bat", flies: "yes", eggs: 0),
        animal(day: learn, name: "bear", flies: "no", eggs: 0),
        animal(day: learn, name: "lion", flies: "no", eggs: 0),
        animal(day: learn, name: "mole", flies: "no", eggs: 0),
        animal(day: learn, name: "hare", flies: "no", eggs: 0),
        animal(day: learn, name: "deer", flies: "no", eggs: 0),
        animal(day: learn, name: "emu", flies: "no", eggs: 1),
        animal(day: guess, name: "swan", flies: "?", eggs: 1),
        animal(day: guess, name: "seal", flies: "?", eggs: 0),
    ],
)
guesses = (measurement, tables=<-) =>
    tables
        |> naiveBayesClassifier.naiveBayes(
            myClass: "airborne",
            myField: "eggs",
            myMeasurement: measurement,
        )
        |> group()

testcase naiveBayes_gives_a_probability_for_each_class {
    got =
        data
            |> guesses(measurement: "zoo")
            |> keep(columns: ["Animal_name", "airborne_P_k_x_class", "Probability"])
            |> sort(columns: ["Animal_name", "airborne_P_k_x_class"])

    // Four of ten lay eggs, three of them fly; six do not, one of them flies.
    want = array.from(
        rows: [
            {Animal_name: "seal", airborne_P_k_x_class: "no", Probability: 5.0 / 6.0},
            {Animal_name: "seal", airborne_P_k_x_class: "yes", Probability: 1.0 / 6.0},
            {Animal_name: "swan", airborne_P_k_x_class: "no", Probability: 1.0 / 4.0},
            {Animal_name: "swan", airborne_P_k_x_class: "yes", Probability: 3.0 / 4.0},
        ],
    )

    testing.diff(got: got |> debug.opaque(), want: want |> debug.opaque())
}

testcase naiveBayes_fails_without_anything_to_learn_from {
    testing.shouldError(
        fn: () => data |> guesses(measurement: "farm") |> findRecord(fn: (key) => true, idx: 0),
        want: /getRecord|tableFind/,
    )
}
