// Package zenoss sends events to Zenoss.
package zenoss

import "http"
import "internal/notify"
import "json"

// event sends one event and returns the status of the answer.
//
// Who sends it is proved by `apiKey` if it is given, otherwise by `username` and `password`.
//
// ## Parameters
//
// - url: URL of Zenoss' router for events.
// - severity: `"Critical"`, `"Error"`, `"Warning"`, `"Info"`, `"Debug"` or `"Clear"`.
// - username: Name of the user (default `""`).
// - password: Password of the user (default `""`).
// - apiKey: Key of Zenoss' API (default `""`).
// - action: Name of the router (default `"EventsRouter"`).
// - method: Method of the router (default `"add_event"`).
// - type: Type of the call (default `"rpc"`).
// - tid: Number of the call (default `1`).
// - summary: Short text (default `""`).
// - device: Device that the event is about (default `""`).
// - component: Part of the device that the event is about (default `""`).
// - eventClass: Class of the event (default `""`).
// - eventClassKey: Key that Zenoss finds the class by (default `""`).
// - collector: Collector that the event belongs to (default `""`).
// - message: Long text (default `""`).
//
// ## Examples
//
// ```flux --dry-run
// import "contrib/bonitoo-io/zenoss"
//
// zenoss.event(
//     url: "https://example.zenoss.io/zport/dmd/evconsole_router",
//     username: "house",
//     password: "secret",
//     severity: "Warning",
//     device: "front door",
//     summary: "The door is open.",
// )
// ```
//
// ```text
// dry run: request 1: POST https://example.zenoss.io/zport/dmd/evconsole_router
//     Host: example.zenoss.io
//     User-Agent: fluxi/0.1
//     Content-Length: 223
//     Authorization: Basic aG91c2U6c2VjcmV0
//     Content-Type: application/json
//     Accept-Encoding: gzip
//
//     {"action":"EventsRouter","data":[{"collector":"","component":"","device":"front door","evclass":"","evclasskey":"","message":"","severity":"Warning","summary":"The door is open."}],"method":"add_event","tid":1,"type":"rpc"}
// 200
// ```
event = (
    url,
    severity,
    username="",
    password="",
    apiKey="",
    action="EventsRouter",
    method="add_event",
    type="rpc",
    tid=1,
    summary="",
    device="",
    component="",
    eventClass="",
    eventClassKey="",
    collector="",
    message="",
) => {
    entry = {
        collector: collector,
        component: component,
        device: device,
        evclass: eventClass,
        evclasskey: eventClassKey,
        message: message,
        severity: severity,
        summary: summary,
    }
    body = json.encode(
        v: {
            action: action,
            data: [entry],
            method: method,
            tid: tid,
            type: type,
        },
    )
    content = {"Content-Type": "application/json"}

    return
        if apiKey == "" then
            http.post(
                url: url,
                headers: {content with "Authorization": http.basicAuth(u: username, p: password)},
                data: body,
            )
        else
            http.post(url: url, headers: {content with "z-api-key": apiKey}, data: body)
}

// endpoint sends an event for each row of a stream and adds the column `_sent`.
//
// It returns a function that expects `mapFn`; what that one returns is applied to a stream. `mapFn`
// is called with each row as `r` and returns a record with `summary`, `device`, `component`,
// `severity`, `eventClass`, `eventClassKey`, `collector` and `message`.
//
// ## Parameters
//
// - url: URL of Zenoss' router for events.
// - username: Name of the user (default `""`).
// - password: Password of the user (default `""`).
// - apiKey: Key of Zenoss' API, instead of name and password (default `""`).
// - action: Name of the router (default `"EventsRouter"`).
// - method: Method of the router (default `"add_event"`).
// - type: Type of the call (default `"rpc"`).
// - tid: Number of the call (default `1`).
//
// ## Examples
//
// ```flux --dry-run
// import "array"
// import "contrib/bonitoo-io/zenoss"
//
// toZenoss = zenoss.endpoint(
//     url: "https://example.zenoss.io/zport/dmd/evconsole_router",
//     apiKey: "secret",
// )
//
// array.from(rows: [{room: "attic", degrees: 38.5}])
//     |> toZenoss(
//         mapFn: (r) => ({
//             summary: "${r.degrees} degrees",
//             device: r.room,
//             component: "",
//             severity: if r.degrees > 30.0 then "Critical" else "Clear",
//             eventClass: "/Temperature",
//             eventClassKey: "",
//             collector: "",
//             message: "",
//         }),
//     )()
// ```
//
// ```text
// dry run: request 1: POST https://example.zenoss.io/zport/dmd/evconsole_router
//     Host: example.zenoss.io
//     User-Agent: fluxi/0.1
//     Content-Length: 226
//     Content-Type: application/json
//     Z-Api-Key: secret
//     Accept-Encoding: gzip
//
//     {"action":"EventsRouter","data":[{"collector":"","component":"","device":"attic","evclass":"/Temperature","evclasskey":"","message":"","severity":"Critical","summary":"38.5 degrees"}],"method":"add_event","tid":1,"type":"rpc"}
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
    username="",
    password="",
    apiKey="",
    action="EventsRouter",
    method="add_event",
    type="rpc",
    tid=1,
) => (mapFn) => (tables=<-) => notify.eachRow(
    tables: tables,
    service: "zenoss.endpoint",
    send: (r) => {
        e = mapFn(r: r)

        return event(
            url: url,
            username: username,
            password: password,
            apiKey: apiKey,
            action: action,
            method: method,
            type: type,
            tid: tid,
            summary: e.summary,
            device: e.device,
            component: e.component,
            severity: e.severity,
            eventClass: e.eventClass,
            eventClassKey: e.eventClassKey,
            collector: e.collector,
            message: e.message,
        )
    },
)
