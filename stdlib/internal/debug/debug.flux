// Package debug helps to test the engine.
package debug

// pass hands its input on and keeps the planner from looking through it.
//
// ## Parameters
//
// - tables: Input tables (piped in).
builtin pass : (<-tables: stream[A]) => stream[A] where A: Record

// opaque hands its input on and hides the type of its rows.
//
// ## Parameters
//
// - tables: Input tables (piped in).
builtin opaque : (<-tables: stream[A]) => stream[B] where A: Record, B: Record

// slurp reads all of its input and then hands it on.
//
// ## Parameters
//
// - tables: Input tables (piped in).
builtin slurp : (<-tables: stream[A]) => stream[A] where A: Record

// sink reads all of its input and hands nothing on.
//
// ## Parameters
//
// - tables: Input tables (piped in).
builtin sink : (<-tables: stream[A]) => stream[A] where A: Record

// getOption gives the value of an option.
//
// ## Parameters
//
// - pkg: Import path of the package of the option.
// - name: Name of the option.
builtin getOption : (name: string, pkg: string) => A

// feature gives the value that a feature switch of the reference has there unless it is set; a null
// for a name that is none.
//
// ## Parameters
//
// - key: Name of the switch.
builtin feature : (key: string) => A

// null gives a null.
//
// ## Parameters
//
// - type: Name of a basic type (default: none, which gives a null without type).
builtin null : (?type: string) => A where A: Basic

// vectorize tells whether functions of `map` are evaluated a column at a time.
option vectorize = false
