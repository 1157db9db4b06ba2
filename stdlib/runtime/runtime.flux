// Package runtime tells about the program that runs the script.
package runtime

// version gives the version of the program.
//
// ## Examples
//
// ```flux
// import "runtime"
//
// exists runtime.version()
// ```
//
// ```text
// true
// ```
builtin version : () => string
