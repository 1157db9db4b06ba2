// Package kafka sends rows to Apache Kafka.
package kafka

// to sends each row as line protocol to a topic.
//
// ## Parameters
//
// - brokers: Addresses of brokers, `"host:port"`; one is enough to find the others.
// - topic: Topic to send to.
// - balancer: How rows are spread over partitions: `"hash"` (rows of one series together), `"round-robin"` or
//   `"least-bytes"` (default `"hash"`).
// - name: Measurement of the line protocol (default: the value in `nameColumn`).
// - nameColumn: Column with the measurement, if `name` is not given.
// - timeColumn: Column with the time of a row (default `_time`).
// - tagColumns: Columns of strings that are tags (default: none).
// - valueColumns: Columns that are fields (default `["_value"]`).
// - tables: Input tables (piped in).
//
// ## Examples
//
// ```flux --dry-run
// import "array"
// import "kafka"
//
// array.from(rows: [{_time: 2024-01-01T12:00:00Z, room: "attic", _value: 19.5}])
//     |> kafka.to(
//         brokers: ["kafka.example.com:9092"],
//         topic: "climate",
//         name: "climate",
//         tagColumns: ["room"],
//     )
// ```
//
// ```text
// dry run: Kafka kafka.example.com:9092 topic climate: climate,room=attic _value=19.5 1704110400000000000
// kafka.to1 · table 0
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
    brokers: [string],
    topic: string,
    ?balancer: string,
    ?name: string,
    ?nameColumn: string,
    ?tagColumns: [string],
    ?timeColumn: string,
    ?valueColumns: [string],
) => stream[A] where A: Record
