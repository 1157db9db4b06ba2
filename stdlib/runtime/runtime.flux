// Package runtime tells about the program that runs the script.
package runtime

// version gives the version of the program.
builtin version : () => string
