// Package system asks the machine that runs the script.
package system

// time gives the current time, a new one with each call.
//
// ## Examples
//
// ```flux
// import "system"
//
// system.time() > 2024-01-01T00:00:00Z
// ```
//
// ```text
// true
// ```
builtin time : () => time
