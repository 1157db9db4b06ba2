// Package servicenow sends events to ServiceNow.
package servicenow

import "experimental/record"
import "http"
import "internal/notify"
import "json"

// _severityNumber gives ServiceNow's number for the name of a severity; an unknown name has none.
_severityNumber = (name) =>
    if name == "clear" then
        "0"
    else if name == "critical" then
        "1"
    else if name == "major" then
        "2"
    else if name == "minor" then
        "3"
    else if name == "warning" then
        "4"
    else if name == "info" then
        "5"
    else
        ""

// event sends one event and returns the status of the answer.
//
// ## Parameters
//
// - url: URL of ServiceNow's API for events.
// - username: Name of the user.
// - password: Password of the user.
// - description: What happened.
// - severity: `"critical"`, `"major"`, `"minor"`, `"warning"`, `"info"` or `"clear"`.
// - source: What sends the event (default `"Flux"`).
// - node: Machine that the event is about (default `""`).
// - metricType: Type of the metric (default `""`).
// - resource: Part of the machine that the event is about (default `""`).
// - metricName: Name of the metric (default `""`).
// - messageKey: Text that events about the same thing share (default `""`).
// - additionalInfo: Record of further details (default: none).
//
// ## Examples
//
// ```flux --dry-run
// import "contrib/bonitoo-io/servicenow"
//
// servicenow.event(
//     url: "https://example.service-now.com/api/global/em/jsonv2",
//     username: "house",
//     password: "secret",
//     description: "The door is open.",
//     severity: "minor",
//     node: "front door",
//     additionalInfo: {minutes: 12},
// )
// ```
//
// ```text
// dry run: request 1: POST https://example.service-now.com/api/global/em/jsonv2
//     Host: example.service-now.com
//     User-Agent: fluxi/0.1
//     Content-Length: 195
//     Authorization: Basic aG91c2U6c2VjcmV0
//     Content-Type: application/json
//     Accept-Encoding: gzip
//
//     {"records":[{"additional_info":"{\"minutes\":12}","description":"The door is open.","message_key":"","metric_name":"","node":"front door","resource":"","severity":"3","source":"Flux","type":""}]}
// 200
// ```
event = (
    url,
    username,
    password,
    description,
    severity,
    source="Flux",
    node="",
    metricType="",
    resource="",
    metricName="",
    messageKey="",
    additionalInfo=record.any,
) => {
    info = if additionalInfo != record.any then string(v: json.encode(v: additionalInfo)) else ""
    entry = {
        additional_info: info,
        description: description,
        message_key: messageKey,
        metric_name: metricName,
        node: node,
        resource: resource,
        severity: _severityNumber(name: severity),
        source: source,
        type: metricType,
    }

    return http.post(
        url: url,
        headers: {
            "Content-Type": "application/json",
            "Authorization": http.basicAuth(u: username, p: password),
        },
        data: json.encode(v: {records: [entry]}),
    )
}

// endpoint sends an event for each row of a stream and adds the column `_sent`.
//
// It returns a function that expects `mapFn`; what that one returns is applied to a stream. `mapFn`
// is called with each row as `r` and returns a record with `node`, `metricType`, `resource`,
// `metricName`, `messageKey`, `description`, `severity` and, if wanted, `additionalInfo`.
//
// ## Parameters
//
// - url: URL of ServiceNow's API for events.
// - username: Name of the user.
// - password: Password of the user.
// - source: What sends the events (default `"Flux"`).
//
// ## Examples
//
// ```flux --dry-run
// import "array"
// import "contrib/bonitoo-io/servicenow"
//
// toServiceNow = servicenow.endpoint(
//     url: "https://example.service-now.com/api/global/em/jsonv2",
//     username: "house",
//     password: "secret",
// )
//
// array.from(rows: [{room: "attic", degrees: 38.5}])
//     |> toServiceNow(
//         mapFn: (r) => ({
//             node: r.room,
//             metricType: "temperature",
//             resource: "",
//             metricName: "degrees",
//             messageKey: r.room,
//             description: "${r.degrees} degrees",
//             severity: if r.degrees > 30.0 then "major" else "clear",
//         }),
//     )()
// ```
//
// ```text
// dry run: request 1: POST https://example.service-now.com/api/global/em/jsonv2
//     Host: example.service-now.com
//     User-Agent: fluxi/0.1
//     Content-Length: 192
//     Authorization: Basic aG91c2U6c2VjcmV0
//     Content-Type: application/json
//     Accept-Encoding: gzip
//
//     {"records":[{"additional_info":"","description":"38.5 degrees","message_key":"attic","metric_name":"degrees","node":"attic","resource":"","severity":"2","source":"Flux","type":"temperature"}]}
// _result · table 0
// ┌────────┬─────────┬────────┐
// │ room   │ degrees │ _sent  │
// │ string │   float │ string │
// ├────────┼─────────┼────────┤
// │ attic  │    38.5 │ false  │
// └────────┴─────────┴────────┘
// 1 row
// ```
endpoint = (url, username, password, source="Flux") => (mapFn) => (tables=<-) => notify.eachRow(
    tables: tables,
    service: "servicenow.endpoint",
    send: (r) => {
        e = mapFn(r: r)

        return event(
            url: url,
            username: username,
            password: password,
            source: source,
            node: e.node,
            metricType: e.metricType,
            resource: e.resource,
            metricName: e.metricName,
            messageKey: e.messageKey,
            description: e.description,
            severity: e.severity,
            additionalInfo: record.get(r: e, key: "additionalInfo", default: record.any),
        )
    },
)
