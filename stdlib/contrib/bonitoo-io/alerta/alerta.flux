// Package alerta sends alerts to Alerta.
package alerta

import "http"
import "internal/notify"
import "json"
import "strings"

// _milliseconds writes a time in UTC with three digits after the second, as Alerta wants it.
_milliseconds = (v) => strings.substring(v: string(v: v), start: 0, end: 23) + "Z"

// alert sends one alert and returns the status of the answer.
//
// ## Parameters
//
// - url: URL of Alerta's alert API.
// - apiKey: Key of Alerta's API.
// - resource: What the alert is about.
// - event: Name of what happened.
// - severity: Severity as Alerta knows it, e.g. `"critical"`.
// - attributes: Record of further details.
// - environment: Environment, e.g. `"Production"` (default `""`).
// - service: Services that are affected (default: none).
// - group: Group of events (default `""`).
// - value: Value that caused the alert (default `""`).
// - text: Text for people (default `""`).
// - tags: Tags (default: none).
// - origin: What sends the alert (default `"InfluxDB"`).
// - type: Type of the event (default `""`).
// - timestamp: Time of the event (default `now()`).
//
// ## Examples
//
// ```flux --dry-run
// import "contrib/bonitoo-io/alerta"
//
// alerta.alert(
//     url: "https://alerta.example.com/api/alert",
//     apiKey: "secret",
//     resource: "front door",
//     event: "open",
//     severity: "warning",
//     attributes: {minutes: 12},
//     environment: "House",
//     service: ["doors"],
//     text: "The door is open.",
//     timestamp: 2024-01-01T00:00:00Z,
// )
// ```
//
// ```text
// dry run: request 1: POST https://alerta.example.com/api/alert
//     Host: alerta.example.com
//     User-Agent: fluxi/0.1
//     Content-Length: 260
//     Authorization: Key secret
//     Content-Type: application/json
//     Accept-Encoding: gzip
//
//     {"attributes":{"minutes":12},"createTime":"2024-01-01T00:00:00.000Z","environment":"House","event":"open","group":"","origin":"InfluxDB","resource":"front door","service":["doors"],"severity":"warning","tags":[],"text":"The door is open.","type":"","value":""}
// 200
// ```
alert = (
    url,
    apiKey,
    resource,
    event,
    severity,
    attributes,
    environment="",
    service=[],
    group="",
    value="",
    text="",
    tags=[],
    origin="InfluxDB",
    type="",
    timestamp=now(),
) => http.post(
    url: url,
    headers: {"Content-Type": "application/json", "Authorization": "Key " + apiKey},
    data: json.encode(
        v: {
            attributes: attributes,
            createTime: _milliseconds(v: timestamp),
            environment: environment,
            event: event,
            group: group,
            origin: origin,
            resource: resource,
            service: service,
            severity: severity,
            tags: tags,
            text: text,
            type: type,
            value: value,
        },
    ),
)

// endpoint sends an alert for each row of a stream and adds the column `_sent`.
//
// It returns a function that expects `mapFn`; what that one returns is applied to a stream. `mapFn`
// is called with each row as `r` and returns a record with `resource`, `event`, `severity`,
// `service`, `group`, `value`, `text`, `tags`, `attributes`, `type` and `timestamp`.
//
// ## Parameters
//
// - url: URL of Alerta's alert API.
// - apiKey: Key of Alerta's API.
// - environment: Environment, e.g. `"Production"` (default `""`).
// - origin: What sends the alerts (default `""`).
//
// ## Examples
//
// ```flux --dry-run
// import "array"
// import "contrib/bonitoo-io/alerta"
//
// toAlerta = alerta.endpoint(
//     url: "https://alerta.example.com/api/alert",
//     apiKey: "secret",
//     environment: "House",
// )
//
// array.from(rows: [{_time: 2024-01-01T00:00:00Z, room: "attic", degrees: 38.5}])
//     |> toAlerta(
//         mapFn: (r) => ({
//             resource: r.room,
//             event: "temperature",
//             severity: if r.degrees > 30.0 then "critical" else "ok",
//             service: ["heating"],
//             group: "rooms",
//             value: string(v: r.degrees),
//             text: "",
//             tags: [],
//             attributes: {},
//             type: "",
//             timestamp: r._time,
//         }),
//     )()
// ```
//
// ```text
// dry run: request 1: POST https://alerta.example.com/api/alert
//     Host: alerta.example.com
//     User-Agent: fluxi/0.1
//     Content-Length: 237
//     Authorization: Key secret
//     Content-Type: application/json
//     Accept-Encoding: gzip
//
//     {"attributes":{},"createTime":"2024-01-01T00:00:00.000Z","environment":"House","event":"temperature","group":"rooms","origin":"","resource":"attic","service":["heating"],"severity":"critical","tags":[],"text":"","type":"","value":"38.5"}
// _result · table 0
// ┌──────────────────────┬────────┬─────────┬────────┐
// │ _time                │ room   │ degrees │ _sent  │
// │ time                 │ string │   float │ string │
// ├──────────────────────┼────────┼─────────┼────────┤
// │ 2024-01-01T00:00:00Z │ attic  │    38.5 │ false  │
// └──────────────────────┴────────┴─────────┴────────┘
// 1 row
// ```
endpoint = (url, apiKey, environment="", origin="") => (mapFn) => (tables=<-) => notify.eachRow(
    tables: tables,
    service: "alerta.endpoint",
    send: (r) => {
        a = mapFn(r: r)

        return alert(
            url: url,
            apiKey: apiKey,
            environment: environment,
            origin: origin,
            resource: a.resource,
            event: a.event,
            severity: a.severity,
            service: a.service,
            group: a.group,
            value: a.value,
            text: a.text,
            tags: a.tags,
            attributes: a.attributes,
            type: a.type,
            timestamp: a.timestamp,
        )
    },
)
