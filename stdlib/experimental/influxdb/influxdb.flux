// Package influxdb calls the programming interface of an InfluxDB server.
package influxdb

// api sends a request to a server.
//
// ## Parameters
//
// - method: Method of HTTP, e.g. `"get"`.
// - path: Path, e.g. `"/api/v2/buckets"`.
// - host: Address of the server, e.g. `"http://localhost:8086"`; it has to be given.
// - token: Token of the server, sent as the header `Authorization`; it has to be given.
// - body: Body of the request (default: an empty one).
// - headers: Header fields to send besides (default: none).
// - query: Parameters of the query part of the URL (default: none).
// - timeout: Longest time to wait for the answer (default `30s`).
//
// ## Examples
//
// ```flux --dry-run
// import "experimental/influxdb"
//
// answer = influxdb.api(
//     method: "get",
//     path: "/api/v2/buckets",
//     host: "http://influx.example.com:8086",
//     token: "secret",
//     query: ["limit": "10"],
// )
//
// answer.statusCode
// ```
//
// ```text
// dry run: request 1: GET http://influx.example.com:8086/api/v2/buckets?limit=10
//     Host: influx.example.com:8086
//     User-Agent: fluxi/0.1
//     Authorization: Token secret
//     Accept-Encoding: gzip
// 200
// ```
builtin api : (
    method: string,
    path: string,
    ?body: bytes,
    ?headers: [string: string],
    ?host: string,
    ?query: [string: string],
    ?timeout: duration,
    ?token: string,
) => {statusCode: int, headers: [string: string], body: bytes}
