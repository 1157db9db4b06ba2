// Package csv reads CSV from the network.
package csv

import "experimental/http"
import readers "csv"

// from reads annotated CSV from an address.
//
// ## Parameters
//
// - url: Address to read from; an answer with a status of 400 or more is an error.
//
// ## Examples
//
// ```flux @answer climate.csv
// import "experimental/csv"
//
// csv.from(url: "http://example.com/climate.csv")
//     |> filter(fn: (r) => r.room == "attic")
// ```
//
// ```text
// _result · table 0 · room=attic
// ┌──────────────────────┬────────┐
// │ _time                │ _value │
// │ time                 │  float │
// ├──────────────────────┼────────┤
// │ 2024-01-01T12:00:00Z │   18.5 │
// │ 2024-01-01T12:10:00Z │     19 │
// └──────────────────────┴────────┘
// 2 rows
// ```
from = (url) => {
    response = http.get(url: url)
    body =
        if response.statusCode < 400 then
            string(v: response.body)
        else
            die(
                msg: "csv.from: ${url} cannot be read: the server answered with status ${response.statusCode}",
            )

    return readers.from(csv: body)
}
