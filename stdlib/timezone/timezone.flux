// Package timezone makes records for the option `location`.
package timezone

// utc is the time zone UTC.
utc = {offset: 0h, zone: "UTC"}

// fixed gives a time zone with a fixed distance to UTC.
//
// ## Parameters
//
// - offset: Distance to UTC; positive east of it.
fixed = (offset) => ({zone: "UTC", offset: offset})

// location gives the time zone of a name of the tz database.
//
// ## Parameters
//
// - name: Name of the zone, e.g. `"Europe/Paris"`.
builtin location : (name: string) => {zone: string, offset: duration}
