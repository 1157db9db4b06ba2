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
builtin post : (url: string, ?headers: A, ?data: bytes) => int where A: Record

// basicAuth gives the value of an `Authorization` header that carries a name and a password.
//
// ## Parameters
//
// - u: Name of the user.
// - p: Password of the user.
builtin basicAuth : (u: string, p: string) => string

// pathEscape escapes what may not stand in one part of the path of a URL.
//
// ## Parameters
//
// - inputString: Text to escape.
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
endpoint = (url) => (mapFn) => (tables=<-) =>
    map(
        tables: tables,
        fn: (r) => {
            request = mapFn(r: r)
            status = post(url: url, headers: request.headers, data: request.data)

            return
                {r with _sent:
                        notify.report(
                            service: "http.endpoint",
                            accepted: status == 200,
                            status: status,
                            row: r,
                        ),
                }
        },
    )
        |> experimental.group(columns: ["_sent"], mode: "extend")
