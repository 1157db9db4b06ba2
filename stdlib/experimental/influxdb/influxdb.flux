// Package influxdb calls the programming interface of an InfluxDB server.
package influxdb

// api sends a request to a server.
//
// ## Parameters
//
// - method: Method of HTTP, e.g. `"get"`.
// - path: Path, e.g. `"/api/v2/buckets"`.
// - host: Address of the server.
// - token: Token of the server.
// - body: Body of the request.
// - headers: Header fields to send.
// - query: Parameters of the query part.
// - timeout: Longest time to wait for the answer (default `30s`).
builtin api : (
        method: string,
        path: string,
        ?body: bytes,
        ?headers: [string:string],
        ?host: string,
        ?query: [string:string],
        ?timeout: duration,
        ?token: string,
    ) => {statusCode: int, headers: [string:string], body: bytes}
