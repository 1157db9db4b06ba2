// Package sensu sends events to Sensu Go.
package sensu

import "http"
import "internal/notify"
import "json"
import "regexp"

// _secondsBetweenChecks is the interval that Sensu is told, which it wants to know of every check.
_secondsBetweenChecks = 60

// toSensuName gives a name that Sensu takes: what is no letter, digit, `_`, `.` or `-` becomes `_`.
//
// ## Parameters
//
// - v: Name; an empty one becomes `_`.
//
// ## Examples
//
// ```flux
// import "contrib/sranka/sensu"
//
// sensu.toSensuName(v: "ground floor/door 1")
// ```
//
// ```text
// ground_floor_door_1
// ```
toSensuName = (v) =>
    if v == "" then "_" else regexp.replaceAllString(r: /[^a-zA-Z0-9_.-]/, t: "_", v: v)

// event sends one event and returns the status of the answer.
//
// ## Parameters
//
// - url: URL of Sensu's API, without a path.
// - apiKey: Key of Sensu's API.
// - checkName: Name of the check.
// - text: What the check has to say.
// - handlers: Handlers to run (default: none).
// - status: Status of the check: 0 is good, 1 a warning, 2 critical (default `0`).
// - state: `"passing"`, `"failing"` or `"flapping"` (default: what follows from `status`).
// - namespace: Namespace in Sensu (default `"default"`).
// - entityName: Name of what the event is about (default `"influxdb"`).
//
// ## Examples
//
// ```flux --dry-run
// import "contrib/sranka/sensu"
//
// sensu.event(
//     url: "http://sensu.example.com:8080",
//     apiKey: "secret",
//     checkName: "door",
//     text: "The door is open.",
//     status: 1,
//     handlers: ["mail"],
// )
// ```
//
// ```text
// dry run: request 1: POST http://sensu.example.com:8080/api/core/v2/namespaces/default/events
//     Host: sensu.example.com:8080
//     User-Agent: fluxi/0.1
//     Content-Length: 195
//     Authorization: Key secret
//     Content-Type: application/json; charset=utf-8
//     Accept-Encoding: gzip
//
//     {"check":{"handlers":["mail"],"interval":60,"metadata":{"name":"door"},"output":"The door is open.","state":"failing","status":1},"entity":{"entity_class":"proxy","metadata":{"name":"influxdb"}}}
// 200
// ```
event = (
    url,
    apiKey,
    checkName,
    text,
    handlers=[],
    status=0,
    state="",
    namespace="default",
    entityName="influxdb",
) => {
    check = {
        handlers: handlers,
        interval: _secondsBetweenChecks,
        metadata: {name: toSensuName(v: checkName)},
        output: text,
        state:
            if state != "" then
                state
            else if status == 0 then
                "passing"
            else
                "failing",
        status: status,
    }
    entity = {entity_class: "proxy", metadata: {name: toSensuName(v: entityName)}}

    return http.post(
        url: url + "/api/core/v2/namespaces/" + namespace + "/events",
        headers: {
            "Content-Type": "application/json; charset=utf-8",
            "Authorization": "Key " + apiKey,
        },
        data: json.encode(v: {check: check, entity: entity}),
    )
}

// endpoint sends an event for each row of a stream and adds the column `_sent`.
//
// It returns a function that expects `mapFn`; what that one returns is applied to a stream. `mapFn`
// is called with each row as `r` and returns a record with `checkName`, `text` and `status`.
//
// ## Parameters
//
// - url: URL of Sensu's API, without a path.
// - apiKey: Key of Sensu's API.
// - handlers: Handlers to run (default: none).
// - namespace: Namespace in Sensu (default `"default"`).
// - entityName: Name of what the events are about (default `"influxdb"`).
//
// ## Examples
//
// ```flux --dry-run
// import "array"
// import "contrib/sranka/sensu"
//
// toSensu = sensu.endpoint(
//     url: "http://sensu.example.com:8080",
//     apiKey: "secret",
//     entityName: "house",
// )
//
// array.from(rows: [{room: "attic", degrees: 38.5}])
//     |> toSensu(
//         mapFn: (r) => ({
//             checkName: r.room,
//             text: "${r.degrees} degrees",
//             status: if r.degrees > 30.0 then 2 else 0,
//         }),
//     )()
// ```
//
// ```text
// dry run: request 1: POST http://sensu.example.com:8080/api/core/v2/namespaces/default/events
//     Host: sensu.example.com:8080
//     User-Agent: fluxi/0.1
//     Content-Length: 182
//     Authorization: Key secret
//     Content-Type: application/json; charset=utf-8
//     Accept-Encoding: gzip
//
//     {"check":{"handlers":[],"interval":60,"metadata":{"name":"attic"},"output":"38.5 degrees","state":"failing","status":2},"entity":{"entity_class":"proxy","metadata":{"name":"house"}}}
// _result · table 0
// ┌────────┬─────────┬────────┐
// │ room   │ degrees │ _sent  │
// │ string │   float │ string │
// ├────────┼─────────┼────────┤
// │ attic  │    38.5 │ false  │
// └────────┴─────────┴────────┘
// 1 row
// ```
endpoint = (
    url,
    apiKey,
    handlers=[],
    namespace="default",
    entityName="influxdb",
) => (mapFn) => (tables=<-) => notify.eachRow(
    tables: tables,
    service: "sensu.endpoint",
    send: (r) => {
        e = mapFn(r: r)

        return event(
            url: url,
            apiKey: apiKey,
            handlers: handlers,
            namespace: namespace,
            entityName: entityName,
            checkName: e.checkName,
            text: e.text,
            status: e.status,
        )
    },
)
