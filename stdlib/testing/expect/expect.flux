// Package expect states what a test expects of the engine.
package expect

// planner states how often rules of the planner are to be applied.
//
// ## Parameters
//
// - rules: Name of each rule and the number of times.
builtin planner : (rules: [string:int]) => {}
