// Package http sends HTTP requests.
package http

import "experimental"
import "internal/notify"

// post sends a POST request and returns the status of the answer.
//
// A status such as 404 or 500 is no error; that no answer comes is one. The body of the answer is
// thrown away.
//
// ## Parameters
//
// - url: URL to send the request to.
// - headers: Record of strings, sent as headers. Names may be written in any letter case.
// - data: Body of the request (default: an empty one).
//
// ## Examples
//
// ```flux --dry-run
// import "http"
// import "json"
//
// http.post(
//     url: "http://example.com/rooms",
//     headers: {"Content-Type": "application/json"},
//     data: json.encode(v: {room: "attic", degrees: 19.5}),
// )
// ```
//
// ```text
// dry run: request 1: POST http://example.com/rooms
//     Host: example.com
//     User-Agent: fluxi/0.1
//     Content-Length: 31
//     Content-Type: application/json
//     Accept-Encoding: gzip
//
//     {"degrees":19.5,"room":"attic"}
// 200
// ```
builtin post : (url: string, ?headers: A, ?data: bytes) => int where A: Record

// basicAuth gives the value of an `Authorization` header that carries a name and a password.
//
// ## Parameters
//
// - u: Name of the user.
// - p: Password of the user.
//
// ## Examples
//
// ### The value
//
// ```flux
// import "http"
//
// http.basicAuth(u: "ann", p: "secret")
// ```
//
// ```text
// Basic YW5uOnNlY3JldA==
// ```
//
// ### In a request
//
// ```flux --dry-run
// import "http"
//
// http.post(
//     url: "http://example.com/rooms",
//     headers: {authorization: http.basicAuth(u: "ann", p: "secret")},
// )
// ```
//
// ```text
// dry run: request 1: POST http://example.com/rooms
//     Host: example.com
//     User-Agent: fluxi/0.1
//     Content-Length: 0
//     Authorization: Basic YW5uOnNlY3JldA==
//     Accept-Encoding: gzip
// 200
// ```
builtin basicAuth : (u: string, p: string) => string

// pathEscape escapes what may not stand in one part of the path of a URL.
//
// ## Parameters
//
// - inputString: Text to escape.
//
// ## Examples
//
// ```flux
// import "http"
//
// "http://example.com/rooms/" + http.pathEscape(inputString: "attic/east wing")
// ```
//
// ```text
// http://example.com/rooms/attic%2Feast%20wing
// ```
builtin pathEscape : (inputString: string) => string

// endpoint sends a POST request for each row of a stream, in the order of the rows.
//
// It returns a function that expects `mapFn`; what that one returns is applied to a stream. The
// result has a new column `_sent`, which is part of the group key: `"true"` where the receiver
// answered with status 200, otherwise `"false"`; a note on standard error then tells the status and
// the row. A request that gets no answer at all is an error.
//
// `mapFn` is called with each row as `r` and returns a record with the `headers` and `data` of the
// request, as `post` expects them.
//
// ## Parameters
//
// - url: URL to send the requests to.
//
// ## Examples
//
// ```flux --dry-run
// import "array"
// import "http"
//
// toServer = http.endpoint(url: "http://example.com/alerts")
//
// array.from(rows: [{room: "attic", degrees: 38.5}])
//     |> toServer(
//         mapFn: (r) => ({headers: {"X-Room": r.room}, data: bytes(v: "${r.degrees} degrees")}),
//     )()
// ```
//
// ```text
// dry run: request 1: POST http://example.com/alerts
//     Host: example.com
//     User-Agent: fluxi/0.1
//     Content-Length: 12
//     X-Room: attic
//     Accept-Encoding: gzip
//
//     38.5 degrees
// _result · table 0 · _sent=false
// ┌────────┬─────────┐
// │ room   │ degrees │
// │ string │   float │
// ├────────┼─────────┤
// │ attic  │    38.5 │
// └────────┴─────────┘
// 1 row
// ```
endpoint = (url) => (mapFn) => (tables=<-) =>
    map(
        tables: tables,
        fn: (r) => {
            request = mapFn(r: r)
            status = post(url: url, headers: request.headers, data: request.data)

            return {r with
                _sent: notify.report(
                    service: "http.endpoint",
                    accepted: status == 200,
                    status: status,
                    row: r,
                ),
            }
        },
    )
        |> experimental.group(columns: ["_sent"], mode: "extend")
