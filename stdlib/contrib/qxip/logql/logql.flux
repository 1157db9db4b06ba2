// Package logql runs queries in LogQL, the language of Loki.
package logql

import "csv"
import "date"
import "experimental/http/requests"

// defaultURL is the address of the server.
//
// ## Examples
//
// ```flux @answer logs.csv
// import "contrib/qxip/logql"
//
// option logql.defaultURL = "http://logs.example.com"
//
// logql.query_range(query: "{job=\"cron\"}", start: 2024-01-01T00:00:00Z, end: 2024-01-01T01:00:00Z)
// ```
//
// ```text
// _result · table 0
// ┌──────────────────────┬────────┬───────────────┐
// │ _time                │ job    │ _value        │
// │ string               │ string │ string        │
// ├──────────────────────┼────────┼───────────────┤
// │ 2024-01-01T00:10:00Z │ cron   │ backup failed │
// │ 2024-01-01T00:40:00Z │ cron   │ mail failed   │
// └──────────────────────┴────────┴───────────────┘
// 2 rows
// ```
option defaultURL = "http://127.0.0.1:3100"

// defaultAPI is the path on the server.
//
// ## Examples
//
// ```flux @answer logs.csv
// import "contrib/qxip/logql"
//
// option logql.defaultURL = "http://logs.example.com"
// option logql.defaultAPI = "/logs/query_range"
//
// logql.query_range(query: "{job=\"cron\"}", start: 2024-01-01T00:00:00Z, end: 2024-01-01T01:00:00Z)
// ```
//
// ```text
// _result · table 0
// ┌──────────────────────┬────────┬───────────────┐
// │ _time                │ job    │ _value        │
// │ string               │ string │ string        │
// ├──────────────────────┼────────┼───────────────┤
// │ 2024-01-01T00:10:00Z │ cron   │ backup failed │
// │ 2024-01-01T00:40:00Z │ cron   │ mail failed   │
// └──────────────────────┴────────┴───────────────┘
// 2 rows
// ```
option defaultAPI = "/loki/api/v1/query_range"

// query_range runs a query over a range of time and gives its rows; all columns are strings.
//
// The server must be able to answer in CSV form, as qryn does.
//
// ## Parameters
//
// - query: Text of the query.
// - url: Address of the server (default: option `defaultURL`).
// - path: Path on the server (default: option `defaultAPI`).
// - limit: Greatest number of rows (default `100`).
// - step: Seconds between two values (default `10`).
// - start: Earliest time to look at (default `-1h`).
// - end: Latest time to look at (default `now()`).
// - orgid: Name of the tenant (default: none).
//
// ## Examples
//
// ```flux @answer logs.csv
// import "contrib/qxip/logql"
//
// logql.query_range(
//     url: "http://logs.example.com:3100",
//     query: "{job=\"cron\"} |= \"failed\"",
//     start: 2024-01-01T00:00:00Z,
//     end: 2024-01-01T01:00:00Z,
//     limit: 20,
// )
// ```
//
// ```text
// _result · table 0
// ┌──────────────────────┬────────┬───────────────┐
// │ _time                │ job    │ _value        │
// │ string               │ string │ string        │
// ├──────────────────────┼────────┼───────────────┤
// │ 2024-01-01T00:10:00Z │ cron   │ backup failed │
// │ 2024-01-01T00:40:00Z │ cron   │ mail failed   │
// └──────────────────────┴────────┴───────────────┘
// 2 rows
// ```
query_range = (
    query,
    url=defaultURL,
    path=defaultAPI,
    limit=100,
    step=10,
    start=-1h,
    end=now(),
    orgid="",
) => {
    nanoseconds = (t) => string(v: uint(v: date.time(t: t)))
    response = requests.get(
        url: url + path,
        headers: if orgid == "" then [:] else ["X-Scope-OrgID": orgid],
        body: bytes(v: query),
        params: [
            "query": [query],
            "limit": ["${limit}"],
            "start": [nanoseconds(t: start)],
            "end": [nanoseconds(t: end)],
            "step": ["${step}"],
            "csv": ["1"],
        ],
    )

    return csv.from(mode: "raw", csv: string(v: response.body))
}
