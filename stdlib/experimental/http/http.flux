// Package http fetches documents. Package `http/requests` can do more.
package http

// get sends a GET request and returns a record with the `statusCode`, the `headers` (a record of
// strings) and the `body` of the answer.
//
// A status such as 404 or 500 is no error. Redirects are followed.
//
// ## Parameters
//
// - url: URL to fetch.
// - headers: Record of strings, sent as headers.
// - timeout: Longest time that the whole may take (default `30s`).
//
// ## Examples
//
// ```flux --dry-run
// import "experimental/http"
//
// answer = http.get(
//     url: "http://example.com/climate",
//     headers: {accept: "application/json"},
//     timeout: 5s,
// )
//
// answer.statusCode
// ```
//
// ```text
// dry run: request 1: GET http://example.com/climate
//     Host: example.com
//     User-Agent: fluxi/0.1
//     Accept: application/json
//     Accept-Encoding: gzip
// 200
// ```
builtin get : (url: string, ?headers: A, ?timeout: duration) => {
    statusCode: int,
    headers: B,
    body: bytes,
} where A: Record, B: Record
