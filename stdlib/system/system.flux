// Package system asks the machine that runs the script.
package system

// time gives the current time, a new one with each call.
builtin time : () => time
