// Package bigpanda sends alerts to BigPanda.
package bigpanda

import "http"
import "internal/notify"
import "json"
import "strings"

// defaultUrl is where alerts go unless a call says otherwise.
//
// ## Examples
//
// ```flux --dry-run
// import "contrib/rhajek/bigpanda"
//
// option bigpanda.defaultUrl = "https://alerts.example.com/data"
//
// bigpanda.sendAlert(
//     url: bigpanda.defaultUrl,
//     token: "secret",
//     appKey: "key",
//     status: "ok",
//     rec: {host: "door"},
// )
// ```
//
// ```text
// dry run: request 1: POST https://alerts.example.com/data
//     Host: alerts.example.com
//     User-Agent: fluxi/0.1
//     Content-Length: 45
//     Authorization: Bearer secret
//     Content-Type: application/json; charset=utf-8
//     Accept-Encoding: gzip
//
//     {"app_key":"key","host":"door","status":"ok"}
// 200
// ```
option defaultUrl = "https://api.bigpanda.io/data/v2/alerts"

// defaultTokenPrefix stands before the token in the header `Authorization`.
//
// ## Examples
//
// ```flux --dry-run
// import "contrib/rhajek/bigpanda"
//
// option bigpanda.defaultTokenPrefix = "Token"
//
// bigpanda.sendAlert(
//     url: bigpanda.defaultUrl,
//     token: "secret",
//     appKey: "key",
//     status: "ok",
//     rec: {host: "door"},
// )
// ```
//
// ```text
// dry run: request 1: POST https://api.bigpanda.io/data/v2/alerts
//     Host: api.bigpanda.io
//     User-Agent: fluxi/0.1
//     Content-Length: 45
//     Authorization: Token secret
//     Content-Type: application/json; charset=utf-8
//     Accept-Encoding: gzip
//
//     {"app_key":"key","host":"door","status":"ok"}
// 200
// ```
option defaultTokenPrefix = "Bearer"

// statusFromLevel gives BigPanda's status for a level of package `monitor`: `warning` for `warn`,
// `ok` for `ok` and `info`, `critical` for anything else.
//
// ## Parameters
//
// - level: Level, in any letter case.
//
// ## Examples
//
// ```flux
// import "array"
// import "contrib/rhajek/bigpanda"
//
// array.from(rows: [{level: "ok"}, {level: "info"}, {level: "WARN"}, {level: "crit"}])
//     |> map(fn: (r) => ({r with status: bigpanda.statusFromLevel(level: r.level)}))
// ```
//
// ```text
// _result · table 0
// ┌────────┬──────────┐
// │ level  │ status   │
// │ string │ string   │
// ├────────┼──────────┤
// │ ok     │ ok       │
// │ info   │ ok       │
// │ WARN   │ warning  │
// │ crit   │ critical │
// └────────┴──────────┘
// 4 rows
// ```
statusFromLevel = (level) => {
    l = strings.toLower(v: level)

    return
        if l == "ok" or l == "info" then
            "ok"
        else if l == "warn" then
            "warning"
        else
            "critical"
}

// sendAlert sends one alert and returns the status of the answer.
//
// ## Parameters
//
// - url: URL of BigPanda's alert API.
// - token: Token of BigPanda's API.
// - appKey: Key of the integration.
// - status: `"ok"`, `"critical"`, `"warning"` or `"acknowledged"`.
// - rec: Record of what is to be known about the alert.
//
// ## Examples
//
// ```flux --dry-run
// import "contrib/rhajek/bigpanda"
//
// bigpanda.sendAlert(
//     url: bigpanda.defaultUrl,
//     token: "secret",
//     appKey: "key",
//     status: "critical",
//     rec: {host: "door", check: "open", description: "The door is open."},
// )
// ```
//
// ```text
// dry run: request 1: POST https://api.bigpanda.io/data/v2/alerts
//     Host: api.bigpanda.io
//     User-Agent: fluxi/0.1
//     Content-Length: 100
//     Authorization: Bearer secret
//     Content-Type: application/json; charset=utf-8
//     Accept-Encoding: gzip
//
//     {"app_key":"key","check":"open","description":"The door is open.","host":"door","status":"critical"}
// 200
// ```
sendAlert = (
    url,
    token,
    appKey,
    status,
    rec,
) => http.post(
    url: url,
    headers: {
        "Content-Type": "application/json; charset=utf-8",
        "Authorization": defaultTokenPrefix + " " + token,
    },
    data: json.encode(v: {rec with status: status, app_key: appKey}),
)

// endpoint sends an alert for each row of a stream and adds the column `_sent`.
//
// It returns a function that expects `mapFn`; what that one returns is applied to a stream. `mapFn`
// is called with each row as `r` and returns a record with `status` and whatever else is to be
// known about the alert.
//
// ## Parameters
//
// - token: Token of BigPanda's API.
// - appKey: Key of the integration.
// - url: URL of BigPanda's alert API (default `defaultUrl`).
//
// ## Examples
//
// ```flux --dry-run
// import "array"
// import "contrib/rhajek/bigpanda"
//
// toBigPanda = bigpanda.endpoint(token: "secret", appKey: "key")
//
// array.from(rows: [{room: "attic", degrees: 38.5, _level: "crit"}])
//     |> toBigPanda(
//         mapFn: (r) => ({status: bigpanda.statusFromLevel(level: r._level), host: r.room}),
//     )()
// ```
//
// ```text
// dry run: request 1: POST https://api.bigpanda.io/data/v2/alerts
//     Host: api.bigpanda.io
//     User-Agent: fluxi/0.1
//     Content-Length: 52
//     Authorization: Bearer secret
//     Content-Type: application/json; charset=utf-8
//     Accept-Encoding: gzip
//
//     {"app_key":"key","host":"attic","status":"critical"}
// _result · table 0
// ┌────────┬─────────┬────────┬────────┐
// │ room   │ degrees │ _level │ _sent  │
// │ string │   float │ string │ string │
// ├────────┼─────────┼────────┼────────┤
// │ attic  │    38.5 │ crit   │ false  │
// └────────┴─────────┴────────┴────────┘
// 1 row
// ```
endpoint = (token, appKey, url=defaultUrl) => (mapFn) => (tables=<-) => notify.eachRow(
    tables: tables,
    service: "bigpanda.endpoint",
    send: (r) => {
        a = mapFn(r: r)

        return sendAlert(
            url: url,
            token: token,
            appKey: appKey,
            status: a.status,
            rec: a,
        )
    },
)
