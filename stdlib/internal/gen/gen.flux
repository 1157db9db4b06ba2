// Package gen makes tables of random numbers.
package gen

// tables makes tables of random values.
//
// ## Parameters
//
// - n: Number of rows of each table.
// - tags: Columns of the group key, each with its name and number of values.
// - seed: Start of the random numbers.
// - nulls: Share of values that are null, from 0.0 to 1.0 (default `0.0`).
builtin tables : (
    n: int,
    ?nulls: float,
    ?seed: int,
    ?tags: [{name: string, cardinality: int}],
) => stream[{A with _value: float, _time: time}]
