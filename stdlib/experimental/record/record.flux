// Package record works with records whose properties are not known beforehand.
package record

// any is an empty record that has the type of every record.
//
// As a default it makes a parameter take any record.
//
// ## Examples
//
// ```flux
// import "experimental/record"
//
// describe = (name, details=record.any) =>
//     if details == record.any then name else "${name} ${display(v: details)}"
//
// describe(name: "door") + ", " + describe(name: "window", details: {open: true})
// ```
//
// ```text
// door, window {open: true}
// ```
builtin any : A where A: Record

// get gives a property of a record.
//
// ## Parameters
//
// - r: Record to look at.
// - key: Name of the property.
// - default: Value to give if the record lacks the property.
//
// ## Examples
//
// ```flux
// import "experimental/record"
//
// settings = {host: "example.com"}
//
// "${record.get(r: settings, key: "host", default: "localhost")}:${record.get(r: settings, key: "port", default: 80)}"
// ```
//
// ```text
// example.com:80
// ```
builtin get : (default: A, key: string, r: B) => A where B: Record
