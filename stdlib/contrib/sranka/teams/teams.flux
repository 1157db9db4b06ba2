// Package teams sends messages to channels of Microsoft Teams through their webhooks.
package teams

import "http"
import "internal/notify"
import "json"
import "strings"

// summaryCutoff is the number of characters that are left of a longer summary.
//
// ## Examples
//
// ```flux --dry-run
// import "contrib/sranka/teams"
//
// option teams.summaryCutoff = 10
//
// teams.message(
//     url: "https://example.webhook.office.com/1",
//     title: "Door",
//     text: "The front door is open.",
// )
// ```
//
// ```text
// dry run: request 1: POST https://example.webhook.office.com/1
//     Host: example.webhook.office.com
//     User-Agent: fluxi/0.1
//     Content-Length: 150
//     Content-Type: application/json; charset=utf-8
//     Accept-Encoding: gzip
//
//     {
//     "@type": "MessageCard",
//     "@context": "http://schema.org/extensions",
//     "title": "Door",
//     "text": "The front door is open.",
//     "summary": "The front ..."
//     }
// 200
// ```
option summaryCutoff = 70

// _text writes a value as JSON text.
_text = (v) => string(v: json.encode(v: v))

// message sends one message and returns the status of the answer.
//
// ## Parameters
//
// - url: URL of the webhook.
// - title: Title of the message.
// - text: Text of the message.
// - summary: Summary of the message (default: its text). A long one is cut off.
//
// ## Examples
//
// ```flux --dry-run
// import "contrib/sranka/teams"
//
// teams.message(
//     url: "https://example.webhook.office.com/1",
//     title: "Door",
//     text: "The front door is open.",
// )
// ```
//
// ```text
// dry run: request 1: POST https://example.webhook.office.com/1
//     Host: example.webhook.office.com
//     User-Agent: fluxi/0.1
//     Content-Length: 160
//     Content-Type: application/json; charset=utf-8
//     Accept-Encoding: gzip
//
//     {
//     "@type": "MessageCard",
//     "@context": "http://schema.org/extensions",
//     "title": "Door",
//     "text": "The front door is open.",
//     "summary": "The front door is open."
//     }
// 200
// ```
message = (url, title, text, summary="") => {
    whole = if summary != "" then summary else text
    short =
        if strings.strlen(v: whole) <= summaryCutoff then
            whole
        else
            strings.substring(v: whole, start: 0, end: summaryCutoff) + "..."
    members = [
        "\"@type\": \"MessageCard\"",
        "\"@context\": \"http://schema.org/extensions\"",
        "\"title\": " + _text(v: title),
        "\"text\": " + _text(v: text),
        "\"summary\": " + _text(v: short),
    ]

    return http.post(
        url: url,
        headers: {"Content-Type": "application/json; charset=utf-8"},
        data: bytes(v: "{\n" + strings.joinStr(arr: members, v: ",\n") + "\n}"),
    )
}

// endpoint sends a message for each row of a stream and adds the column `_sent`.
//
// It returns a function that expects `mapFn`; what that one returns is applied to a stream. `mapFn`
// is called with each row as `r` and returns a record with `title`, `text` and `summary`.
//
// ## Parameters
//
// - url: URL of the webhook.
//
// ## Examples
//
// ```flux --dry-run
// import "array"
// import "contrib/sranka/teams"
//
// toTeams = teams.endpoint(url: "https://example.webhook.office.com/1")
//
// array.from(rows: [{room: "attic", degrees: 38.5}])
//     |> toTeams(mapFn: (r) => ({title: r.room, text: "${r.degrees} degrees", summary: ""}))()
// ```
//
// ```text
// dry run: request 1: POST https://example.webhook.office.com/1
//     Host: example.webhook.office.com
//     User-Agent: fluxi/0.1
//     Content-Length: 139
//     Content-Type: application/json; charset=utf-8
//     Accept-Encoding: gzip
//
//     {
//     "@type": "MessageCard",
//     "@context": "http://schema.org/extensions",
//     "title": "attic",
//     "text": "38.5 degrees",
//     "summary": "38.5 degrees"
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
endpoint = (url) => (mapFn) => (tables=<-) => notify.eachRow(
    tables: tables,
    service: "teams.endpoint",
    send: (r) => {
        m = mapFn(r: r)
        summary = if exists m.summary then m.summary else ""

        return message(url: url, title: m.title, text: m.text, summary: summary)
    },
)
