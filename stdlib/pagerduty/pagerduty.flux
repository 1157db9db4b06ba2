// Package pagerduty sends events to PagerDuty.
package pagerduty

import "experimental/record"
import "http/requests"
import "internal/notify"
import "json"
import "strings"

// defaultURL is where events go unless a call says otherwise.
option defaultURL = "https://events.pagerduty.com/v2/enqueue"

// dedupKey adds the column `_pagerdutyDedupKey`, a text that is the same for all rows of one group
// key and differs from that of another: the SHA-256 of its columns and their values.
//
// ## Parameters
//
// - tables: Input tables (piped in).
// - exclude: Columns of the group key that do not count (default `["_start", "_stop", "_level"]`).
builtin dedupKey : (<-tables: stream[A], ?exclude: [string]) => stream[{A with _pagerdutyDedupKey: string}]

// severityFromLevel gives PagerDuty's severity for a level of package `monitor`: `warning` for
// `warn`, `critical` for `crit`, `info` for `info` and `ok`, `error` for anything else.
//
// ## Parameters
//
// - level: Level, in any letter case.
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
actionFromSeverity = (severity) =>
    if strings.toLower(v: severity) != "ok" then "trigger" else "resolve"

// actionFromLevel gives PagerDuty's action for a level of package `monitor`: `resolve` for `ok`,
// otherwise `trigger`.
//
// ## Parameters
//
// - level: Level, in any letter case.
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

    return
        requests.post(
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
    answer =
        _sendEvent(
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
endpoint = (url=defaultURL) => (mapFn) => (tables=<-) =>
    dedupKey(tables: tables)
        |> map(
            fn: (r) => {
                event = mapFn(r: r)
                answer =
                    _sendEvent(
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
                        customDetails:
                            record.get(r: event, key: "customDetails", default: record.any),
                    )
                sent =
                    notify.report(
                        service: "pagerduty.endpoint",
                        accepted: answer.statusCode / 100 == 2,
                        status: answer.statusCode,
                        row: r,
                    )

                return
                    {r with
                        _body: string(v: answer.body),
                        _sent: sent,
                        _status: string(v: answer.statusCode),
                    }
            },
        )
