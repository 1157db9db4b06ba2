// Package usage tells how much of an InfluxDB Cloud organization's limits is used.
package usage

import "csv"
import "experimental/influxdb"
import "experimental/json"
import "http"

// _path gives the path of a resource of an organization.
//
// Without an identifier, the server puts in the organization of the token.
_path = (orgID, resource) => {
    org = if orgID == "" then "{orgID}" else http.pathEscape(inputString: orgID)

    return "/api/v2/orgs/" + org + "/" + resource
}

// _body gives the body of a response, or stops the script with an error if the status is one.
_body = (response, what) =>
    if response.statusCode <= 299 then
        response.body
    else
        die(
            msg:
                "organization ${what} request returned status ${response.statusCode}: "
                    + string(v: response.body),
        )

// from gives usage data.
//
// ## Parameters
//
// - start: Earliest time to look at; a time, or a duration relative to now.
// - stop: Earliest time not to look at.
// - host: Address of the server, e.g. `"https://eu-central-1-1.aws.cloud2.influxdata.com"`; it has to be given.
// - orgID: Identifier of the organization (default: that of the token).
// - token: Token of the server; it has to be given.
// - raw: Give the data as recorded, not summed up by the hour (default `false`).
//
// ## Examples
//
// ```flux --now 2024-01-02T00:00:00Z @answer usage.csv
// import "experimental/usage"
//
// usage.from(
//     start: -7d,
//     stop: now(),
//     host: "http://cloud.example.com",
//     orgID: "0123456789abcdef",
//     token: "secret",
// )
//     |> filter(fn: (r) => r._field == "resp_bytes")
// ```
//
// ```text
// _result · table 0 · _field=resp_bytes, _measurement=http_request
// ┌──────────────────────┬────────┐
// │ _time                │ _value │
// │ time                 │  float │
// ├──────────────────────┼────────┤
// │ 2024-01-01T00:00:00Z │  51200 │
// └──────────────────────┴────────┘
// 1 row
// ```
from = (
    start,
    stop,
    host="",
    orgID="",
    token="",
    raw=false,
) => {
    response = influxdb.api(
        method: "get",
        path: _path(orgID: orgID, resource: "usage"),
        query: ["start": string(v: start), "stop": string(v: stop), "raw": string(v: raw)],
        host: host,
        token: token,
    )

    return csv.from(csv: string(v: _body(response: response, what: "usage")))
}

// limits gives the limits of an organization.
//
// ## Parameters
//
// - host: Address of the server, e.g. `"https://eu-central-1-1.aws.cloud2.influxdata.com"`; it has to be given.
// - orgID: Identifier of the organization (default: that of the token).
// - token: Token of the server; it has to be given.
//
// ## Examples
//
// ```flux @answer limits.json
// import "experimental/usage"
//
// limits = usage.limits(host: "http://cloud.example.com", orgID: "0123456789abcdef", token: "secret")
//
// limits.rate.readKBs
// ```
//
// ```text
// 300
// ```
limits = (host="", orgID="", token="") => {
    response = influxdb.api(
        method: "get",
        path: _path(orgID: orgID, resource: "limits"),
        host: host,
        token: token,
    )

    return json.parse(data: _body(response: response, what: "limits")).limits
}
