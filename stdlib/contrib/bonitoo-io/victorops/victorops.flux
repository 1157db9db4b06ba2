// Package victorops sends events to VictorOps (Splunk On-Call).
package victorops

import "http"
import "internal/notify"
import "json"

// _nanosecondsOfSecond is the length of a second.
_nanosecondsOfSecond = uint(v: 1000000000)

// alert sends one event and returns the status of the answer.
//
// ## Parameters
//
// - url: URL of the REST integration, with its keys.
// - messageType: `"CRITICAL"`, `"WARNING"`, `"INFO"`, `"ACKNOWLEDGEMENT"` or `"RECOVERY"`.
// - entityID: Text that events about the same thing share (default `""`).
// - entityDisplayName: Name of that thing for people (default `""`).
// - stateMessage: Text for people (default `""`).
// - timestamp: Time of the event (default `now()`).
// - monitoringTool: What sends the event (default `"InfluxDB"`).
//
// ## Examples
//
// ```flux --dry-run
// import "contrib/bonitoo-io/victorops"
//
// victorops.alert(
//     url: "https://alert.victorops.com/integrations/generic/1/alert/key/routing",
//     messageType: "CRITICAL",
//     entityID: "door",
//     entityDisplayName: "Front door",
//     stateMessage: "The door is open.",
//     timestamp: 2024-01-01T00:00:00Z,
// )
// ```
//
// ```text
// dry run: request 1: POST https://alert.victorops.com/integrations/generic/1/alert/key/routing
//     Host: alert.victorops.com
//     User-Agent: fluxi/0.1
//     Content-Length: 176
//     Content-Type: application/json
//     Accept-Encoding: gzip
//
//     {"entity_display_name":"Front door","entity_id":"door","message_type":"CRITICAL","monitoring_tool":"InfluxDB","state_message":"The door is open.","state_start_time":1704067200}
// 200
// ```
alert = (
    url,
    messageType,
    entityID="",
    entityDisplayName="",
    stateMessage="",
    timestamp=now(),
    monitoringTool="InfluxDB",
) => {
    message = {
        entity_display_name: entityDisplayName,
        entity_id: entityID,
        message_type: messageType,
        monitoring_tool: monitoringTool,
        state_message: stateMessage,
        state_start_time: uint(v: timestamp) / _nanosecondsOfSecond,
    }

    return http.post(
        url: url,
        headers: {"Content-Type": "application/json"},
        data: json.encode(v: message),
    )
}

// endpoint sends an event for each row of a stream and adds the column `_sent`.
//
// It returns a function that expects `mapFn`; what that one returns is applied to a stream. `mapFn`
// is called with each row as `r` and returns a record with `messageType`, `entityID`,
// `entityDisplayName`, `stateMessage` and `timestamp`.
//
// ## Parameters
//
// - url: URL of the REST integration, with its keys.
// - monitoringTool: What sends the events (default `"InfluxDB"`).
//
// ## Examples
//
// ```flux --dry-run
// import "array"
// import "contrib/bonitoo-io/victorops"
//
// toVictorOps = victorops.endpoint(
//     url: "https://alert.victorops.com/integrations/generic/1/alert/key/routing",
// )
//
// array.from(rows: [{_time: 2024-01-01T00:00:00Z, room: "attic", degrees: 38.5}])
//     |> toVictorOps(
//         mapFn: (r) => ({
//             messageType: if r.degrees > 30.0 then "CRITICAL" else "RECOVERY",
//             entityID: r.room,
//             entityDisplayName: r.room,
//             stateMessage: "${r.degrees} degrees",
//             timestamp: r._time,
//         }),
//     )()
// ```
//
// ```text
// dry run: request 1: POST https://alert.victorops.com/integrations/generic/1/alert/key/routing
//     Host: alert.victorops.com
//     User-Agent: fluxi/0.1
//     Content-Length: 167
//     Content-Type: application/json
//     Accept-Encoding: gzip
//
//     {"entity_display_name":"attic","entity_id":"attic","message_type":"CRITICAL","monitoring_tool":"InfluxDB","state_message":"38.5 degrees","state_start_time":1704067200}
// _result · table 0
// ┌──────────────────────┬────────┬─────────┬────────┐
// │ _time                │ room   │ degrees │ _sent  │
// │ time                 │ string │   float │ string │
// ├──────────────────────┼────────┼─────────┼────────┤
// │ 2024-01-01T00:00:00Z │ attic  │    38.5 │ false  │
// └──────────────────────┴────────┴─────────┴────────┘
// 1 row
// ```
endpoint = (url, monitoringTool="InfluxDB") => (mapFn) => (tables=<-) => notify.eachRow(
    tables: tables,
    service: "victorops.endpoint",
    send: (r) => {
        a = mapFn(r: r)

        return alert(
            url: url,
            monitoringTool: monitoringTool,
            messageType: a.messageType,
            entityID: a.entityID,
            entityDisplayName: a.entityDisplayName,
            stateMessage: a.stateMessage,
            timestamp: a.timestamp,
        )
    },
)
