// An unknown time zone is told with the nearest name.
import "timezone"

timezone.location(name: "america/new_york")  // expect error: unknown time zone america/new_york
// expect error: did you mean "America/New_York"?
