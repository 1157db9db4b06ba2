// Package opsgenie sends alerts to Opsgenie.
package opsgenie

import "array"
import "http"
import "internal/notify"
import "json"
import "strings"

// _defaultURL is where alerts go unless a call says otherwise.
_defaultURL = "https://api.opsgenie.com/v2/alerts"

// _text writes a value as JSON text.
_text = (v) => string(v: json.encode(v: v))

// _limited writes a string as JSON text, without what exceeds a number of characters.
_limited = (v, max) =>
    if strings.strlen(v: v) > max then
        _text(v: strings.substring(v: v, start: 0, end: max))
    else
        _text(v: v)

// _responder writes one responder as JSON text.
_responder = (v) => {
    colon = strings.index(v: v, substr: ":")
    kind = if colon < 0 then "" else strings.substring(v: v, start: 0, end: colon)
    name = strings.substring(v: v, start: colon + 1, end: strings.strlen(v: v))

    return
        if kind == "user" then
            _text(v: {type: kind, username: name})
        else if kind == "team" or kind == "escalation" or kind == "schedule" then
            "{\"type\":\"${kind}\",\"name\":${_text(v: name)}}"
        else
            die(
                msg: "responder \"${v}\": expected user:, team:, escalation: or schedule: and a name",
            )
}

// respondersToJSON writes responders as a JSON array.
//
// ## Parameters
//
// - v: Responders: a name after `user:`, `team:`, `escalation:` or `schedule:`.
//
// ## Examples
//
// ```flux
// import "contrib/sranka/opsgenie"
//
// opsgenie.respondersToJSON(v: ["user:ann", "team:heating"])
// ```
//
// ```text
// [{"type":"user","username":"ann"},{"type":"team","name":"heating"}]
// ```
respondersToJSON = (v) => {
    texts = array.map(arr: v, fn: (x) => _responder(v: x))

    return "[" + strings.joinStr(arr: texts, v: ",") + "]"
}

// sendAlert sends one alert and returns the status of the answer.
//
// Texts that are longer than Opsgenie takes are cut off.
//
// ## Parameters
//
// - apiKey: Key of Opsgenie's API.
// - message: Short text.
// - url: URL of Opsgenie's alert API (default `"https://api.opsgenie.com/v2/alerts"`).
// - alias: Text that alerts about the same thing share (default: `message`).
// - description: Long text (default `""`).
// - priority: `"P1"` to `"P5"` (default `"P3"`).
// - responders: Who is to care, as `respondersToJSON` takes them (default: nobody).
// - tags: Tags (default: none).
// - entity: What the alert is about (default `""`).
// - actions: Actions that people can choose (default: none).
// - visibleTo: Who may see the alert without being told, written as `responders` (default: nobody).
// - details: Further details: the text of a JSON object (default `"{}"`).
//
// ## Examples
//
// ```flux --dry-run
// import "contrib/sranka/opsgenie"
//
// opsgenie.sendAlert(
//     apiKey: "secret",
//     message: "The door is open.",
//     alias: "door",
//     priority: "P2",
//     responders: ["team:heating"],
//     tags: ["door"],
//     details: "{\"minutes\": 12}",
// )
// ```
//
// ```text
// dry run: request 1: POST https://api.opsgenie.com/v2/alerts
//     Host: api.opsgenie.com
//     User-Agent: fluxi/0.1
//     Content-Length: 230
//     Authorization: GenieKey secret
//     Content-Type: application/json; charset=utf-8
//     Accept-Encoding: gzip
//
//     {
//     "message": "The door is open.",
//     "alias": "door",
//     "description": "",
//     "responders": [{"type":"team","name":"heating"}],
//     "visibleTo": [],
//     "actions": [],
//     "tags": ["door"],
//     "details": {"minutes": 12},
//     "entity": "",
//     "priority": "P2"
//     }
// 200
// ```
sendAlert = (
    apiKey,
    message,
    url=_defaultURL,
    alias="",
    description="",
    priority="P3",
    responders=[],
    tags=[],
    entity="",
    actions=[],
    visibleTo=[],
    details="{}",
) => {
    name = if strings.strlen(v: alias) == 0 then message else alias
    members = [
        "\"message\": " + _limited(v: message, max: 130),
        "\"alias\": " + _limited(v: name, max: 512),
        "\"description\": " + _limited(v: description, max: 15000),
        "\"responders\": " + respondersToJSON(v: responders),
        "\"visibleTo\": " + respondersToJSON(v: visibleTo),
        "\"actions\": " + _text(v: actions),
        "\"tags\": " + _text(v: tags),
        "\"details\": ${details}",
        "\"entity\": " + _limited(v: entity, max: 512),
        "\"priority\": " + _limited(v: priority, max: 2),
    ]

    return http.post(
        url: url,
        headers: {
            "Content-Type": "application/json; charset=utf-8",
            "Authorization": "GenieKey " + apiKey,
        },
        data: bytes(v: "{\n" + strings.joinStr(arr: members, v: ",\n") + "\n}"),
    )
}

// endpoint sends an alert for each row of a stream and adds the column `_sent`.
//
// It returns a function that expects `mapFn`; what that one returns is applied to a stream. `mapFn`
// is called with each row as `r` and returns a record with `message`, `alias`, `description`,
// `priority`, `responders`, `tags`, `actions`, `visibleTo` and `details`; see `sendAlert`.
//
// ## Parameters
//
// - apiKey: Key of Opsgenie's API.
// - url: URL of Opsgenie's alert API (default `"https://api.opsgenie.com/v2/alerts"`).
// - entity: What the alerts are about (default `""`).
//
// ## Examples
//
// ```flux --dry-run
// import "array"
// import "contrib/sranka/opsgenie"
//
// toOpsgenie = opsgenie.endpoint(apiKey: "secret", entity: "house")
//
// array.from(rows: [{room: "attic", degrees: 38.5}])
//     |> toOpsgenie(
//         mapFn: (r) => ({
//             message: "${r.room}: ${r.degrees} degrees",
//             alias: r.room,
//             description: "",
//             priority: "P3",
//             responders: ["team:heating"],
//             tags: [],
//             actions: [],
//             visibleTo: [],
//             details: "{}",
//         }),
//     )()
// ```
//
// ```text
// dry run: request 1: POST https://api.opsgenie.com/v2/alerts
//     Host: api.opsgenie.com
//     User-Agent: fluxi/0.1
//     Content-Length: 219
//     Authorization: GenieKey secret
//     Content-Type: application/json; charset=utf-8
//     Accept-Encoding: gzip
//
//     {
//     "message": "attic: 38.5 degrees",
//     "alias": "attic",
//     "description": "",
//     "responders": [{"type":"team","name":"heating"}],
//     "visibleTo": [],
//     "actions": [],
//     "tags": [],
//     "details": {},
//     "entity": "house",
//     "priority": "P3"
//     }
// _result · table 0
// ┌────────┬─────────┬────────┐
// │ room   │ degrees │ _sent  │
// │ string │   float │ string │
// ├────────┼─────────┼────────┤
// │ attic  │    38.5 │ false  │
// └────────┴─────────┴────────┘
// 1 row
// ```
endpoint = (apiKey, url=_defaultURL, entity="") => (mapFn) => (tables=<-) => notify.eachRow(
    tables: tables,
    service: "opsgenie.endpoint",
    send: (r) => {
        a = mapFn(r: r)

        return sendAlert(
            url: url,
            apiKey: apiKey,
            entity: entity,
            message: a.message,
            alias: a.alias,
            description: a.description,
            priority: a.priority,
            responders: a.responders,
            tags: a.tags,
            actions: a.actions,
            visibleTo: a.visibleTo,
            details: a.details,
        )
    },
)
