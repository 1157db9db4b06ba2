// Package requests sends HTTP requests of any method and returns what is answered.
package requests

import "array"

// _emptyBody is the body of a request that has none.
_emptyBody = bytes(v: "")

// defaultConfig is the configuration of a request that states none: no limit of time, and the
// certificate of the server is verified.
//
// ## Examples
//
// ### Give up after five seconds
//
// ```flux @answer attic.json
// import "http/requests"
//
// option requests.defaultConfig = {timeout: 5s, insecureSkipVerify: false}
//
// requests.get(url: "http://example.com/rooms").statusCode
// ```
//
// ```text
// 200
// ```
option defaultConfig = {insecureSkipVerify: false, timeout: 0s}

// _do sends a request.
//
// ## Parameters
//
// - method: `"DELETE"`, `"GET"`, `"HEAD"`, `"PATCH"`, `"POST"` or `"PUT"`.
// - url: URL to send the request to.
// - params: Parameters, each with a list of values; unless empty they replace the query of the URL.
// - headers: Headers of the request.
// - body: Body of the request.
// - config: Record with `timeout` (zero means no limit) and `insecureSkipVerify`.
builtin _do : (
    method: string,
    url: string,
    ?params: [string: [string]],
    ?headers: [string: string],
    ?body: bytes,
    config: {A with timeout: duration, insecureSkipVerify: bool},
) => {statusCode: int, headers: [string: string], duration: duration, body: bytes}

// do sends a request and returns a record with the `statusCode`, the `headers` and the `body` of the
// answer and the `duration` of the whole.
//
// A status such as 404 or 500 is no error. Redirects are followed.
//
// ## Parameters
//
// - method: `"DELETE"`, `"GET"`, `"HEAD"`, `"PATCH"`, `"POST"` or `"PUT"`.
// - url: URL to send the request to.
// - params: Parameters, each with a list of values; unless empty they replace the query of the URL
//   (default: none).
// - headers: Headers of the request (default: none).
// - body: Body of the request (default: an empty one).
// - config: Record with `timeout` and `insecureSkipVerify` (default `defaultConfig`).
//
// ## Examples
//
// ```flux --dry-run
// import "http/requests"
//
// answer = requests.do(
//     method: "DELETE",
//     url: "http://example.com/rooms/attic",
//     headers: ["X-Reason": "moved"],
// )
//
// answer.statusCode
// ```
//
// ```text
// dry run: request 1: DELETE http://example.com/rooms/attic
//     Host: example.com
//     User-Agent: fluxi/0.1
//     X-Reason: moved
//     Accept-Encoding: gzip
// 200
// ```
do = (
    method,
    url,
    params=[:],
    headers=[:],
    body=_emptyBody,
    config=defaultConfig,
) => _do(
    config: config,
    method: method,
    url: url,
    params: params,
    headers: headers,
    body: body,
)

// post sends a POST request; it returns what `do` returns.
//
// ## Parameters
//
// - url: URL to send the request to.
// - params: Parameters, each with a list of values; unless empty they replace the query of the URL
//   (default: none).
// - headers: Headers of the request (default: none).
// - body: Body of the request (default: an empty one).
// - config: Record with `timeout` and `insecureSkipVerify` (default `defaultConfig`).
//
// ## Examples
//
// ```flux --dry-run
// import "http/requests"
// import "json"
//
// // A dry run answers with the body of the request.
// answer = requests.post(
//     url: "http://example.com/rooms",
//     headers: ["Content-Type": "application/json"],
//     body: json.encode(v: {room: "attic", degrees: 19.5}),
// )
//
// string(v: answer.body)
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
// {"degrees":19.5,"room":"attic"}
// ```
post = (
    url,
    params=[:],
    headers=[:],
    body=_emptyBody,
    config=defaultConfig,
) => do(
    config: config,
    method: "POST",
    url: url,
    params: params,
    headers: headers,
    body: body,
)

// get sends a GET request; it returns what `do` returns.
//
// ## Parameters
//
// - url: URL to send the request to.
// - params: Parameters, each with a list of values; unless empty they replace the query of the URL
//   (default: none).
// - headers: Headers of the request (default: none).
// - body: Body of the request (default: an empty one).
// - config: Record with `timeout` and `insecureSkipVerify` (default `defaultConfig`).
//
// ## Examples
//
// ### Parameters
//
// ```flux @answer attic.json
// import "http/requests"
//
// answer = requests.get(
//     url: "http://example.com/rooms",
//     params: ["floor": ["first", "second"], "q": ["a b"]],
// )
//
// answer.statusCode
// ```
//
// ```text
// 200
// ```
//
// ### A document with numbers
//
// ```flux @answer attic.json
// import "array"
// import "experimental/json"
// import "http/requests"
//
// answer = requests.get(url: "http://example.com/rooms/attic")
// room = json.parse(data: answer.body)
//
// array.from(rows: [{degrees: float(v: room.degrees), status: answer.statusCode}])
// ```
//
// ```text
// _result · table 0
// ┌─────────┬────────┐
// │ degrees │ status │
// │   float │    int │
// ├─────────┼────────┤
// │    18.5 │    200 │
// └─────────┴────────┘
// 1 row
// ```
get = (
    url,
    params=[:],
    headers=[:],
    body=_emptyBody,
    config=defaultConfig,
) => do(
    config: config,
    method: "GET",
    url: url,
    params: params,
    headers: headers,
    body: body,
)

// peek makes a table of one row of an answer, to look at it.
//
// The headers are shown as one text, the duration as a number of nanoseconds.
//
// ## Parameters
//
// - response: What `do`, `get` or `post` returned.
//
// ## Examples
//
// ```flux @answer attic.json
// import "http/requests"
//
// requests.peek(response: requests.get(url: "http://example.com/rooms/attic"))
//     |> drop(columns: ["duration"])
// ```
//
// ```text
// _result · table 0
// ┌────────────┬──────────────────────────────────────┬──────────────────────┐
// │ statusCode │ body                                 │ headers              │
// │        int │ string                               │ string               │
// ├────────────┼──────────────────────────────────────┼──────────────────────┤
// │        200 │ {"room": "attic", "degrees": 18.5}\n │ [Content-Length: 35] │
// └────────────┴──────────────────────────────────────┴──────────────────────┘
// 1 row
// ```
peek = (response) => {
    row = {
        statusCode: response.statusCode,
        body: string(v: response.body),
        headers: display(v: response.headers),
        duration: int(v: response.duration),
    }

    return array.from(rows: [row])
}
