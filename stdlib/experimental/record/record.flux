// Package record works with records whose properties are not known beforehand.
package record

// any is an empty record that has the type of every record.
//
// As a default it makes a parameter take any record.
builtin any : A where A: Record

// get gives a property of a record.
//
// ## Parameters
//
// - r: Record to look at.
// - key: Name of the property.
// - default: Value to give if the record lacks the property.
builtin get : (default: A, key: string, r: B) => A where B: Record
