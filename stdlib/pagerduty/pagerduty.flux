// Package pagerduty sends events to PagerDuty.
package pagerduty

import "experimental/record"
import "http/requests"
import "internal/notify"
import "json"
import "strings"

// defaultURL is where events go unless a call says otherwise.
//
// ## Examples
//
// ```flux --dry-run
// import "pagerduty"
//
// option pagerduty.defaultURL = "https://events.eu.pagerduty.com/v2/enqueue"
//
// pagerduty.sendEvent(
//     routingKey: "key",
//     client: "house",
//     clientURL: "http://house.example.com",
//     dedupKey: "door",
//     class: "door",
//     group: "ground floor",
//     severity: "warning",
//     eventAction: "trigger",
//     source: "front door",
//     summary: "The door is open.",
//     timestamp: "2024-01-01T00:00:00Z",
// )
// ```
//
// ```text
// dry run: request 1: POST https://events.eu.pagerduty.com/v2/enqueue
//     Host: events.eu.pagerduty.com
//     User-Agent: fluxi/0.1
//     Content-Length: 295
//     Accept: application/vnd.pagerduty+json;version=2
//     Content-Type: application/json
//     Accept-Encoding: gzip
//
//     {"client":"house","client_url":"http://house.example.com","dedup_key":"door","event_action":"trigger","payload":{"class":"door","component":"","group":"ground floor","severity":"warning","source":"front door","summary":"The door is open.","timestamp":"2024-01-01T00:00:00Z"},"routing_key":"key"}
// 200
// ```
option defaultURL = "https://events.pagerduty.com/v2/enqueue"

// dedupKey adds the column `_pagerdutyDedupKey`, a text that is the same for all rows of one group
// key and differs from that of another: the SHA-256 of its columns and their values.
//
// ## Parameters
//
// - tables: Input tables (piped in).
// - exclude: Columns of the group key that do not count (default `["_start", "_stop", "_level"]`).
//
// ## Examples
//
// ```flux
// import "array"
// import "pagerduty"
// import "strings"
//
// // The two rows about the attic have the same key; it is shown in part.
// array.from(
//     rows: [
//         {room: "attic", _value: 38.5},
//         {room: "attic", _value: 39.0},
//         {room: "hall", _value: 21.0},
//     ],
// )
//     |> group(columns: ["room"])
//     |> pagerduty.dedupKey()
//     |> group()
//     |> map(
//         fn: (r) => ({r with
//             _pagerdutyDedupKey: strings.substring(v: r._pagerdutyDedupKey, start: 0, end: 12),
//         }),
//     )
// ```
//
// ```text
// _result · table 0
// ┌────────┬────────┬────────────────────┐
// │ room   │ _value │ _pagerdutyDedupKey │
// │ string │  float │ string             │
// ├────────┼────────┼────────────────────┤
// │ attic  │   38.5 │ 82999de959c1       │
// │ attic  │     39 │ 82999de959c1       │
// │ hall   │     21 │ 282748418f72       │
// └────────┴────────┴────────────────────┘
// 3 rows
// ```
builtin dedupKey : (<-tables: stream[A], ?exclude: [string]) => stream[{A with
    _pagerdutyDedupKey: string,
}]

// severityFromLevel gives PagerDuty's severity for a level of package `monitor`: `warning` for
// `warn`, `critical` for `crit`, `info` for `info` and `ok`, `error` for anything else.
//
// ## Parameters
//
// - level: Level, in any letter case.
//
// ## Examples
//
// ```flux
// import "array"
// import "pagerduty"
//
// array.from(rows: [{level: "ok"}, {level: "warn"}, {level: "CRIT"}, {level: "unknown"}])
//     |> map(fn: (r) => ({r with severity: pagerduty.severityFromLevel(level: r.level)}))
// ```
//
// ```text
// _result · table 0
// ┌─────────┬──────────┐
// │ level   │ severity │
// │ string  │ string   │
// ├─────────┼──────────┤
// │ ok      │ info     │
// │ warn    │ warning  │
// │ CRIT    │ critical │
// │ unknown │ error    │
// └─────────┴──────────┘
// 4 rows
// ```
severityFromLevel = (level) => {
    l = strings.toLower(v: level)

    return
        if l == "crit" then
            "critical"
        else if l == "warn" then
            "warning"
        else if l == "ok" or l == "info" then
            "info"
        else
            "error"
}

// actionFromSeverity gives PagerDuty's action for a severity: `resolve` for `ok`, otherwise
// `trigger`.
//
// ## Parameters
//
// - severity: Severity, in any letter case.
//
// ## Examples
//
// ```flux
// import "array"
// import "pagerduty"
//
// array.from(rows: [{severity: "ok"}, {severity: "error"}])
//     |> map(fn: (r) => ({r with action: pagerduty.actionFromSeverity(severity: r.severity)}))
// ```
//
// ```text
// _result · table 0
// ┌──────────┬─────────┐
// │ severity │ action  │
// │ string   │ string  │
// ├──────────┼─────────┤
// │ ok       │ resolve │
// │ error    │ trigger │
// └──────────┴─────────┘
// 2 rows
// ```
actionFromSeverity = (severity) =>
    if strings.toLower(v: severity) != "ok" then "trigger" else "resolve"

// actionFromLevel gives PagerDuty's action for a level of package `monitor`: `resolve` for `ok`,
// otherwise `trigger`.
//
// ## Parameters
//
// - level: Level, in any letter case.
//
// ## Examples
//
// ```flux
// import "array"
// import "pagerduty"
//
// array.from(rows: [{level: "ok"}, {level: "crit"}])
//     |> map(fn: (r) => ({r with action: pagerduty.actionFromLevel(level: r.level)}))
// ```
//
// ```text
// _result · table 0
// ┌────────┬─────────┐
// │ level  │ action  │
// │ string │ string  │
// ├────────┼─────────┤
// │ ok     │ resolve │
// │ crit   │ trigger │
// └────────┴─────────┘
// 2 rows
// ```
actionFromLevel = (level) => actionFromSeverity(severity: level)

// _summaryLimit is the longest summary that PagerDuty takes, in characters.
_summaryLimit = 1023

// _sendEvent sends an event and returns the answer as `requests.do` does. Parameters: see
// `sendEvent`.
_sendEvent = (
    routingKey,
    client,
    clientURL,
    dedupKey,
    class,
    group,
    severity,
    eventAction,
    source,
    summary,
    timestamp,
    component="",
    customDetails=record.any,
    pagerdutyURL=defaultURL,
) => {
    subject = {
        class: class,
        component: component,
        group: group,
        severity: severity,
        source: source,
        summary: strings.substring(v: summary, start: 0, end: _summaryLimit),
        timestamp: timestamp,
    }
    event = {
        client: client,
        client_url: clientURL,
        dedup_key: dedupKey,
        event_action: eventAction,
        payload: subject,
        routing_key: routingKey,
    }
    body =
        if customDetails != record.any then
            json.encode(v: {event with payload: {subject with custom_details: customDetails}})
        else
            json.encode(v: event)

    return requests.post(
        url: pagerdutyURL,
        headers: [
            "Content-Type": "application/json",
            "Accept": "application/vnd.pagerduty+json;version=2",
        ],
        body: body,
    )
}

// sendEvent sends an event and returns the status of the answer.
//
// ## Parameters
//
// - routingKey: Key of the integration in PagerDuty.
// - client: Name of what sends the event.
// - clientURL: URL of what sends the event.
// - dedupKey: Text that events about the same thing share.
// - class: Class of the event, e.g. `ping failure`.
// - group: Group of things that the source belongs to.
// - severity: `"critical"`, `"error"`, `"warning"` or `"info"`.
// - eventAction: `"trigger"`, `"acknowledge"` or `"resolve"`.
// - source: What the event is about, e.g. the name of a machine.
// - summary: Short text; what exceeds 1023 characters is cut off.
// - timestamp: Time of the event, as RFC 3339 text.
// - component: Part of the source that the event is about (default `""`).
// - customDetails: Record of further details (default: none).
// - pagerdutyURL: URL to send to (default `defaultURL`).
//
// ## Examples
//
// ```flux --dry-run
// import "pagerduty"
//
// pagerduty.sendEvent(
//     routingKey: "key",
//     client: "house",
//     clientURL: "http://house.example.com",
//     dedupKey: "door",
//     class: "door",
//     group: "ground floor",
//     severity: "warning",
//     eventAction: "trigger",
//     source: "front door",
//     summary: "The door is open.",
//     timestamp: "2024-01-01T00:00:00Z",
//     customDetails: {minutes: 12},
// )
// ```
//
// ```text
// dry run: request 1: POST https://events.pagerduty.com/v2/enqueue
//     Host: events.pagerduty.com
//     User-Agent: fluxi/0.1
//     Content-Length: 327
//     Accept: application/vnd.pagerduty+json;version=2
//     Content-Type: application/json
//     Accept-Encoding: gzip
//
//     {"client":"house","client_url":"http://house.example.com","dedup_key":"door","event_action":"trigger","payload":{"class":"door","component":"","custom_details":{"minutes":12},"group":"ground floor","severity":"warning","source":"front door","summary":"The door is open.","timestamp":"2024-01-01T00:00:00Z"},"routing_key":"key"}
// 200
// ```
sendEvent = (
    routingKey,
    client,
    clientURL,
    dedupKey,
    class,
    group,
    severity,
    eventAction,
    source,
    summary,
    timestamp,
    component="",
    customDetails=record.any,
    pagerdutyURL=defaultURL,
) => {
    answer = _sendEvent(
        pagerdutyURL: pagerdutyURL,
        routingKey: routingKey,
        client: client,
        clientURL: clientURL,
        dedupKey: dedupKey,
        class: class,
        group: group,
        severity: severity,
        eventAction: eventAction,
        source: source,
        component: component,
        summary: summary,
        timestamp: timestamp,
        customDetails: customDetails,
    )

    return answer.statusCode
}

// endpoint sends an event for each row of a stream and adds the columns `_pagerdutyDedupKey`,
// `_sent`, `_status` and `_body`, the latter two from the answer.
//
// It returns a function that expects `mapFn`; what that one returns is applied to a stream. `mapFn`
// is called with each row as `r` and returns a record with `routingKey`, `client`, `clientURL`,
// `class`, `group`, `severity`, `eventAction`, `source`, `summary`, `timestamp` and, if wanted,
// `component` and `customDetails`; see `sendEvent`.
//
// ## Parameters
//
// - url: URL to send to (default `defaultURL`).
//
// ## Examples
//
// ```flux --dry-run
// import "array"
// import "pagerduty"
//
// toPager = pagerduty.endpoint()
//
// array.from(rows: [{room: "attic", degrees: 38.5, _level: "crit"}])
//     |> group(columns: ["room"])
//     |> toPager(
//         mapFn: (r) => ({
//             routingKey: "key",
//             client: "house",
//             clientURL: "http://house.example.com",
//             class: "temperature",
//             group: "rooms",
//             severity: pagerduty.severityFromLevel(level: r._level),
//             eventAction: pagerduty.actionFromLevel(level: r._level),
//             source: r.room,
//             summary: "${r.room}: ${r.degrees} degrees",
//             timestamp: "2024-01-01T00:00:00Z",
//             customDetails: {degrees: r.degrees},
//         }),
//     )()
//     |> drop(columns: ["_body", "_pagerdutyDedupKey"])
// ```
//
// ```text
// dry run: request 1: POST https://events.pagerduty.com/v2/enqueue
//     Host: events.pagerduty.com
//     User-Agent: fluxi/0.1
//     Content-Length: 387
//     Accept: application/vnd.pagerduty+json;version=2
//     Content-Type: application/json
//     Accept-Encoding: gzip
//
//     {"client":"house","client_url":"http://house.example.com","dedup_key":"82999de959c1a8178ade7fbea407d8426ac85ef900b4afa245d3d212607c2129","event_action":"trigger","payload":{"class":"temperature","component":"","custom_details":{"degrees":38.5},"group":"rooms","severity":"critical","source":"attic","summary":"attic: 38.5 degrees","timestamp":"2024-01-01T00:00:00Z"},"routing_key":"key"}
// _result · table 0 · room=attic
// ┌─────────┬────────┬────────┬─────────┐
// │ degrees │ _level │ _sent  │ _status │
// │   float │ string │ string │ string  │
// ├─────────┼────────┼────────┼─────────┤
// │    38.5 │ crit   │ false  │ 200     │
// └─────────┴────────┴────────┴─────────┘
// 1 row
// ```
endpoint = (url=defaultURL) => (mapFn) => (tables=<-) =>
    dedupKey(tables: tables)
        |> map(
            fn: (r) => {
                event = mapFn(r: r)
                answer = _sendEvent(
                    pagerdutyURL: url,
                    dedupKey: r._pagerdutyDedupKey,
                    routingKey: event.routingKey,
                    client: event.client,
                    clientURL: event.clientURL,
                    class: event.class,
                    group: event.group,
                    severity: event.severity,
                    eventAction: event.eventAction,
                    source: event.source,
                    summary: event.summary,
                    timestamp: event.timestamp,
                    component: record.get(r: event, key: "component", default: ""),
                    customDetails: record.get(r: event, key: "customDetails", default: record.any),
                )
                sent = notify.report(
                    service: "pagerduty.endpoint",
                    accepted: answer.statusCode / 100 == 2,
                    status: answer.statusCode,
                    row: r,
                )

                return {r with
                    _body: string(v: answer.body),
                    _sent: sent,
                    _status: string(v: answer.statusCode),
                }
            },
        )
