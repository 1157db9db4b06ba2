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
message = (token, roomId, text, markdown, url=_defaultURL) => {
    content = {markdown: markdown, roomId: roomId, text: text}

    return
        http.post(
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
endpoint = (token, url=_defaultURL) => (mapFn) => (tables=<-) =>
    notify.eachRow(
        tables: tables,
        service: "webexteams.endpoint",
        send: (r) => {
            m = mapFn(r: r)

            return
                message(
                    url: url,
                    token: token,
                    roomId: m.roomId,
                    text: m.text,
                    markdown: m.markdown,
                )
        },
    )
