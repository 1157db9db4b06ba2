// Package clickhouse runs queries of a ClickHouse server over HTTP.
package clickhouse

import "csv"
import "experimental/http/requests"

// defaultURL is the address of the server.
//
// ## Examples
//
// ```flux @answer machines.csv
// import "contrib/qxip/clickhouse"
//
// option clickhouse.defaultURL = "http://db.example.com:8123"
//
// clickhouse.query(query: "SELECT host, load FROM machines")
// ```
//
// ```text
// _result · table 0
// ┌────────┬────────┐
// │ host   │ load   │
// │ string │ string │
// ├────────┼────────┤
// │ alpha  │ 0.35   │
// │ beta   │ 1.8    │
// └────────┴────────┘
// 2 rows
// ```
option defaultURL = "http://127.0.0.1:8123"

// query runs a query and gives its rows; all columns are strings.
//
// ## Parameters
//
// - query: Text of the query.
// - url: Address of the server (default: option `defaultURL`).
// - limit: Greatest number of rows (default `100`).
// - cors: Ask for headers that let pages of other servers read the answer (default `"1"`).
// - max_bytes: Greatest number of bytes (default `10000000`).
// - format: Form of the answer (default `"CSVWithNames"`).
//
// ## Examples
//
// ```flux @answer machines.csv
// import "contrib/qxip/clickhouse"
//
// clickhouse.query(
//     url: "http://db.example.com:8123",
//     query: "SELECT host, load FROM machines",
//     limit: 10,
// )
// ```
//
// ```text
// _result · table 0
// ┌────────┬────────┐
// │ host   │ load   │
// │ string │ string │
// ├────────┼────────┤
// │ alpha  │ 0.35   │
// │ beta   │ 1.8    │
// └────────┴────────┘
// 2 rows
// ```
query = (
    query,
    url=defaultURL,
    limit=100,
    cors="1",
    max_bytes=10000000,
    format="CSVWithNames",
) => {
    response = requests.get(
        url: url,
        headers: ["X-ClickHouse-Format": format],
        params: [
            "query": [query],
            "default_format": [format],
            "max_result_rows": ["${limit}"],
            "max_result_bytes": ["${max_bytes}"],
            "add_http_cors_header": [cors],
        ],
    )

    return csv.from(mode: "raw", csv: string(v: response.body))
}
