// Package bigpanda sends alerts to BigPanda.
package bigpanda

import "http"
import "internal/notify"
import "json"
import "strings"

// defaultUrl is where alerts go unless a call says otherwise.
option defaultUrl = "https://api.bigpanda.io/data/v2/alerts"

// defaultTokenPrefix stands before the token in the header `Authorization`.
option defaultTokenPrefix = "Bearer"

// statusFromLevel gives BigPanda's status for a level of package `monitor`: `warning` for `warn`,
// `ok` for `ok` and `info`, `critical` for anything else.
//
// ## Parameters
//
// - level: Level, in any letter case.
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
sendAlert = (url, token, appKey, status, rec) =>
    http.post(
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
endpoint = (token, appKey, url=defaultUrl) => (mapFn) => (tables=<-) =>
    notify.eachRow(
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
