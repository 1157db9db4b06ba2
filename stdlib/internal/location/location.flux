// Package location holds the time zone that a script works in. It is part of the prelude.
package location

// location is the time zone that windows, `today` and the functions of package date use.
//
// `zone` is a name of the tz database; `offset` is a fixed distance that is added to it. Package
// timezone makes such records. A script may set the option.
option location = {zone: "UTC", offset: 0h}
