// Package slack sends messages to Slack.
package slack

import "http"
import "internal/notify"
import "json"
import "regexp"

// defaultURL is where messages go unless a call says otherwise.
//
// ## Examples
//
// ```flux --dry-run
// import "slack"
//
// option slack.defaultURL = "https://slack.example.com/api/chat.postMessage"
//
// slack.message(token: "xoxb-1", channel: "#house", text: "The door is open.", color: "warning")
// ```
//
// ```text
// dry run: request 1: POST https://slack.example.com/api/chat.postMessage
//     Host: slack.example.com
//     User-Agent: fluxi/0.1
//     Content-Length: 104
//     Authorization: Bearer xoxb-1
//     Content-Type: application/json
//     Accept-Encoding: gzip
//
//     {"attachments":[{"color":"warning","mrkdwn_in":["text"],"text":"The door is open."}],"channel":"#house"}
// 200
// ```
option defaultURL = "https://slack.com/api/chat.postMessage"

// validateColorString returns a colour that Slack knows, and fails for another text.
//
// ## Parameters
//
// - color: `"good"`, `"warning"`, `"danger"`, or `#` and up to six hexadecimal digits.
//
// ## Examples
//
// ### A colour that Slack knows
//
// ```flux
// import "slack"
//
// slack.validateColorString(color: "#ff8800")
// ```
//
// ```text
// #ff8800
// ```
//
// ### Choosing a colour in a row
//
// ```flux
// import "array"
// import "slack"
//
// array.from(rows: [{host: "a", free: 3.0}, {host: "b", free: 41.5}])
//     |> map(
//         fn: (r) => ({r with
//             color: slack.validateColorString(color: if r.free < 10.0 then "danger" else "good"),
//         }),
//     )
// ```
//
// ```text
// _result · table 0
// ┌────────┬───────┬────────┐
// │ host   │  free │ color  │
// │ string │ float │ string │
// ├────────┼───────┼────────┤
// │ a      │     3 │ danger │
// │ b      │  41.5 │ good   │
// └────────┴───────┴────────┘
// 2 rows
// ```
validateColorString = (color) =>
    if regexp.matchRegexpString(r: /^(good|warning|danger|#0*[0-9a-fA-F]{1,6})$/, v: color) then
        color
    else
        die(msg: "color \"${color}\": expected good, warning, danger or one such as #ff8800")

// message sends one message and returns the status of the answer.
//
// ## Parameters
//
// - url: URL to send to (default `defaultURL`).
// - token: Token of Slack's API; a webhook needs none (default `""`).
// - channel: Channel or person that gets the message.
// - text: Text of the message.
// - color: Colour of the bar beside the message, as `validateColorString` takes it.
//
// ## Examples
//
// ```flux --dry-run
// import "slack"
//
// slack.message(token: "xoxb-1", channel: "#house", text: "The door is open.", color: "warning")
// ```
//
// ```text
// dry run: request 1: POST https://slack.com/api/chat.postMessage
//     Host: slack.com
//     User-Agent: fluxi/0.1
//     Content-Length: 104
//     Authorization: Bearer xoxb-1
//     Content-Type: application/json
//     Accept-Encoding: gzip
//
//     {"attachments":[{"color":"warning","mrkdwn_in":["text"],"text":"The door is open."}],"channel":"#house"}
// 200
// ```
message = (
    channel,
    text,
    color,
    url=defaultURL,
    token="",
) => {
    bar = {text: string(v: text), mrkdwn_in: ["text"], color: validateColorString(color: color)}

    return http.post(
        url: url,
        headers: {"Content-Type": "application/json", "Authorization": "Bearer " + token},
        data: json.encode(v: {attachments: [bar], channel: channel}),
    )
}

// endpoint sends a message for each row of a stream and adds the column `_sent`.
//
// It returns a function that expects `mapFn`; what that one returns is applied to a stream. `mapFn`
// is called with each row as `r` and returns a record with `channel`, `text` and `color`.
//
// ## Parameters
//
// - url: URL to send to (default `defaultURL`).
// - token: Token of Slack's API; a webhook needs none (default `""`).
//
// ## Examples
//
// ```flux --dry-run
// import "array"
// import "slack"
//
// toSlack = slack.endpoint(token: "xoxb-1")
//
// array.from(rows: [{room: "attic", degrees: 38.5}])
//     |> toSlack(
//         mapFn: (r) => ({
//             channel: "#house",
//             text: "${r.room}: ${r.degrees} degrees",
//             color: "danger",
//         }),
//     )()
// ```
//
// ```text
// dry run: request 1: POST https://slack.com/api/chat.postMessage
//     Host: slack.com
//     User-Agent: fluxi/0.1
//     Content-Length: 105
//     Authorization: Bearer xoxb-1
//     Content-Type: application/json
//     Accept-Encoding: gzip
//
//     {"attachments":[{"color":"danger","mrkdwn_in":["text"],"text":"attic: 38.5 degrees"}],"channel":"#house"}
// _result · table 0
// ┌────────┬─────────┬────────┐
// │ room   │ degrees │ _sent  │
// │ string │   float │ string │
// ├────────┼─────────┼────────┤
// │ attic  │    38.5 │ false  │
// └────────┴─────────┴────────┘
// 1 row
// ```
endpoint = (url=defaultURL, token="") => (mapFn) => (tables=<-) => notify.eachRow(
    tables: tables,
    service: "slack.endpoint",
    send: (r) => {
        m = mapFn(r: r)

        return message(
            url: url,
            token: token,
            channel: m.channel,
            text: m.text,
            color: m.color,
        )
    },
)
