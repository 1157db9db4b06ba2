// Package requests is the earlier place of package `http/requests`; it has a `defaultConfig` of its own.
package requests

import "http/requests"

// _emptyBody is the body of a request that has none.
_emptyBody = requests._emptyBody

// defaultConfig is the configuration of a request that states none: no limit of time, and the
// certificate of the server is verified.
//
// ## Examples
//
// ```flux @answer attic.json
// import "experimental/http/requests"
//
// option requests.defaultConfig = {timeout: 5s, insecureSkipVerify: false}
//
// requests.get(url: "http://example.com/climate").statusCode
// ```
//
// ```text
// 200
// ```
option defaultConfig = {insecureSkipVerify: false, timeout: 0s}

// _do is the function of the same name in `http/requests`.
_do = requests._do

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
// import "experimental/http/requests"
//
// answer = requests.do(method: "PUT", url: "http://example.com/rooms/attic", body: bytes(v: "19.5"))
//
// answer.statusCode
// ```
//
// ```text
// dry run: request 1: PUT http://example.com/rooms/attic
//     Host: example.com
//     User-Agent: fluxi/0.1
//     Content-Length: 4
//     Accept-Encoding: gzip
//
//     19.5
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
// import "experimental/http/requests"
// import "json"
//
// answer = requests.post(
//     url: "http://example.com/rooms",
//     headers: ["Content-Type": "application/json"],
//     body: json.encode(v: {room: "attic", degrees: 19.5}),
// )
//
// answer.statusCode
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
// ```flux --dry-run
// import "experimental/http/requests"
//
// answer = requests.get(url: "http://example.com/rooms", params: ["floor": ["first", "second"]])
//
// answer.statusCode
// ```
//
// ```text
// dry run: request 1: GET http://example.com/rooms?floor=first&floor=second
//     Host: example.com
//     User-Agent: fluxi/0.1
//     Accept-Encoding: gzip
// 200
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
// import "experimental/http/requests"
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
peek = requests.peek
