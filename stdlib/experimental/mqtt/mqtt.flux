// Package mqtt sends messages to a broker that speaks MQTT.
package mqtt

// to sends each row of a stream as line protocol.
//
// ## Parameters
//
// - broker: Address of the broker, e.g. `"tcp://localhost:1883"`, or `"tls://mq.example.com:8883"` with TLS.
// - topic: Topic to publish on (default: name and tags of the row).
// - qos: Quality of service: `0` at most once, `1` at least once, `2` exactly once (default `0`).
// - retain: Ask the broker to keep the message for clients that come later (default `false`).
// - clientid: Name of this client (default: the broker chooses one).
// - username: Name of the user (default: none).
// - password: Password of the user (default: none).
// - name: Measurement of the line protocol.
// - timeout: Longest time to wait for the broker (default `1s`).
// - timeColumn: Column with the time of a row (default `_time`).
// - tagColumns: Columns that are tags (default `[]`).
// - valueColumns: Columns that are fields (default `["_value"]`).
// - tables: Input tables (piped in).
//
// ## Examples
//
// ```flux --dry-run
// import "array"
// import "experimental/mqtt"
//
// array.from(rows: [{_time: 2024-01-01T12:00:00Z, room: "attic", _value: 19.5}])
//     |> mqtt.to(
//         broker: "tcp://localhost:1883",
//         topic: "house/climate",
//         name: "climate",
//         tagColumns: ["room"],
//     )
// ```
//
// ```text
// dry run: MQTT tcp://localhost:1883 topic house/climate:
// climate,room=attic _value=19.5 1704110400000000000
// mqtt.to1 · table 0
// ┌──────────────────────┬────────┬────────┐
// │ _time                │ room   │ _value │
// │ time                 │ string │  float │
// ├──────────────────────┼────────┼────────┤
// │ 2024-01-01T12:00:00Z │ attic  │   19.5 │
// └──────────────────────┴────────┴────────┘
// 1 row
// ```
builtin to : (
    <-tables: stream[A],
    broker: string,
    ?clientid: string,
    ?name: string,
    ?password: string,
    ?qos: int,
    ?retain: bool,
    ?tagColumns: [string],
    ?timeColumn: string,
    ?timeout: duration,
    ?topic: string,
    ?username: string,
    ?valueColumns: [string],
) => stream[B] where A: Record, B: Record

// publish sends one message and tells whether it was delivered.
//
// ## Parameters
//
// - broker: Address of the broker, e.g. `"tcp://localhost:1883"`, or `"tls://mq.example.com:8883"` with TLS.
// - topic: Topic to publish on.
// - message: Text of the message.
// - qos: Quality of service: `0` at most once, `1` at least once, `2` exactly once (default `0`).
// - retain: Ask the broker to keep the message for clients that come later (default `false`).
// - clientid: Name of this client (default: the broker chooses one).
// - username: Name of the user (default: none).
// - password: Password of the user (default: none).
// - timeout: Longest time to wait for the broker (default `1s`).
//
// ## Examples
//
// ```flux --dry-run
// import "experimental/mqtt"
//
// mqtt.publish(broker: "tcp://localhost:1883", topic: "house/door", message: "open", retain: true)
// ```
//
// ```text
// dry run: MQTT tcp://localhost:1883 topic house/door:
// open
// true
// ```
builtin publish : (
    broker: string,
    message: string,
    topic: string,
    ?clientid: string,
    ?password: string,
    ?qos: int,
    ?retain: bool,
    ?timeout: duration,
    ?username: string,
) => bool
