// Package webexteams sends messages to rooms of Webex.
package webexteams

import "http"
import "internal/notify"
import "json"

// _defaultURL is where messages go unless a call says otherwise.
_defaultURL = "https://webexapis.com"

// message sends one message and returns the status of the answer.
//
// ## Parameters
//
// - token: Token of Webex' API.
// - roomId: Identifier of the room.
// - text: Text of the message.
// - markdown: The same in Markdown.
// - url: URL of Webex' API (default `"https://webexapis.com"`).
//
// ## Examples
//
// ```flux --dry-run
// import "contrib/sranka/webexteams"
//
// webexteams.message(
//     token: "secret",
//     roomId: "R1",
//     text: "The door is open.",
//     markdown: "The door is **open**.",
// )
// ```
//
// ```text
// dry run: request 1: POST https://webexapis.com/v1/messages
//     Host: webexapis.com
//     User-Agent: fluxi/0.1
//     Content-Length: 77
//     Authorization: Bearer secret
//     Content-Type: application/json; charset=utf-8
//     Accept-Encoding: gzip
//
//     {"markdown":"The door is **open**.","roomId":"R1","text":"The door is open."}
// 200
// ```
message = (
    token,
    roomId,
    text,
    markdown,
    url=_defaultURL,
) => {
    content = {markdown: markdown, roomId: roomId, text: text}

    return http.post(
        url: url + "/v1/messages",
        headers: {
            "Content-Type": "application/json; charset=utf-8",
            "Authorization": "Bearer " + token,
        },
        data: json.encode(v: content),
    )
}

// endpoint sends a message for each row of a stream and adds the column `_sent`.
//
// It returns a function that expects `mapFn`; what that one returns is applied to a stream. `mapFn`
// is called with each row as `r` and returns a record with `roomId`, `text` and `markdown`.
//
// ## Parameters
//
// - token: Token of Webex' API.
// - url: URL of Webex' API (default `"https://webexapis.com"`).
//
// ## Examples
//
// ```flux --dry-run
// import "array"
// import "contrib/sranka/webexteams"
//
// toWebex = webexteams.endpoint(token: "secret")
//
// array.from(rows: [{room: "attic", degrees: 38.5}])
//     |> toWebex(mapFn: (r) => ({roomId: "R1", text: "${r.room}: ${r.degrees}", markdown: ""}))()
// ```
//
// ```text
// dry run: request 1: POST https://webexapis.com/v1/messages
//     Host: webexapis.com
//     User-Agent: fluxi/0.1
//     Content-Length: 50
//     Authorization: Bearer secret
//     Content-Type: application/json; charset=utf-8
//     Accept-Encoding: gzip
//
//     {"markdown":"","roomId":"R1","text":"attic: 38.5"}
// _result · table 0
// ┌────────┬─────────┬────────┐
// │ room   │ degrees │ _sent  │
// │ string │   float │ string │
// ├────────┼─────────┼────────┤
// │ attic  │    38.5 │ false  │
// └────────┴─────────┴────────┘
// 1 row
// ```
endpoint = (token, url=_defaultURL) => (mapFn) => (tables=<-) => notify.eachRow(
    tables: tables,
    service: "webexteams.endpoint",
    send: (r) => {
        m = mapFn(r: r)

        return message(
            url: url,
            token: token,
            roomId: m.roomId,
            text: m.text,
            markdown: m.markdown,
        )
    },
)
