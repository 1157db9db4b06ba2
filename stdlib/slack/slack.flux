// Package slack sends messages to Slack.
package slack

import "http"
import "internal/notify"
import "json"
import "regexp"

// defaultURL is where messages go unless a call says otherwise.
option defaultURL = "https://slack.com/api/chat.postMessage"

// validateColorString returns a colour that Slack knows, and fails for another text.
//
// ## Parameters
//
// - color: `"good"`, `"warning"`, `"danger"`, or `#` and up to six hexadecimal digits.
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
message = (channel, text, color, url=defaultURL, token="") => {
    bar = {text: string(v: text), mrkdwn_in: ["text"], color: validateColorString(color: color)}

    return
        http.post(
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
endpoint = (url=defaultURL, token="") => (mapFn) => (tables=<-) =>
    notify.eachRow(
        tables: tables,
        service: "slack.endpoint",
        send: (r) => {
            m = mapFn(r: r)

            return
                message(
                    url: url,
                    token: token,
                    channel: m.channel,
                    text: m.text,
                    color: m.color,
                )
        },
    )
