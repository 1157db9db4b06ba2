import "math"

package main
