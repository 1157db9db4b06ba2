// Parts of times for PromQL, a duration in words of SQL, the clock.
import "experimental/iox"
import "internal/promql"
import "system"

t = 1577934245.0

"${promql.promqlYear(timestamp: t)} ${promql.promqlMonth(timestamp: t)} ${promql.promqlDayOfMonth(timestamp: t)} ${promql.promqlHour(
    timestamp: t,
)} ${promql.promqlMinute(timestamp: t)} ${promql.promqlDaysInMonth(timestamp: t)} ${promql.promqlDaysInMonth(
    timestamp: 1580515200.0,
)} ${iox.sqlInterval(d: 1h30m)} ${system.time() > 2020-01-01T00:00:00Z}"
// expect: 2020 1 2 3 4 31 29 1 hours 30 minutes true
