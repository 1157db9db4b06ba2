// Package telegram sends messages to channels of Telegram through a bot.
package telegram

import "http"
import "internal/notify"
import "json"

// defaultURL is the address of all bots, up to the token of one.
//
// ## Examples
//
// ```flux --dry-run
// import "contrib/sranka/telegram"
//
// option telegram.defaultURL = "https://bots.example.com/bot"
//
// telegram.message(token: "1:secret", channel: "-100", text: "open")
// ```
//
// ```text
// dry run: request 1: POST https://bots.example.com/bot1:secret/sendMessage
//     Host: bots.example.com
//     User-Agent: fluxi/0.1
//     Content-Length: 119
//     Content-Type: application/json; charset=utf-8
//     Accept-Encoding: gzip
//
//     {"chat_id":"-100","disable_notification":true,"disable_web_page_preview":false,"parse_mode":"MarkdownV2","text":"open"}
// 200
// ```
option defaultURL = "https://api.telegram.org/bot"

// defaultParseMode is how Telegram reads texts.
//
// ## Examples
//
// ```flux --dry-run
// import "contrib/sranka/telegram"
//
// option telegram.defaultParseMode = "HTML"
//
// telegram.message(token: "1:secret", channel: "-100", text: "<b>open</b>")
// ```
//
// ```text
// dry run: request 1: POST https://api.telegram.org/bot1:secret/sendMessage
//     Host: api.telegram.org
//     User-Agent: fluxi/0.1
//     Content-Length: 140
//     Content-Type: application/json; charset=utf-8
//     Accept-Encoding: gzip
//
//     {"chat_id":"-100","disable_notification":true,"disable_web_page_preview":false,"parse_mode":"HTML","text":"\u003cb\u003eopen\u003c/b\u003e"}
// 200
// ```
option defaultParseMode = "MarkdownV2"

// defaultDisableWebPagePreview is whether links are shown without a preview.
//
// ## Examples
//
// ```flux --dry-run
// import "contrib/sranka/telegram"
//
// option telegram.defaultDisableWebPagePreview = true
//
// telegram.message(token: "1:secret", channel: "-100", text: "open")
// ```
//
// ```text
// dry run: request 1: POST https://api.telegram.org/bot1:secret/sendMessage
//     Host: api.telegram.org
//     User-Agent: fluxi/0.1
//     Content-Length: 118
//     Content-Type: application/json; charset=utf-8
//     Accept-Encoding: gzip
//
//     {"chat_id":"-100","disable_notification":true,"disable_web_page_preview":true,"parse_mode":"MarkdownV2","text":"open"}
// 200
// ```
option defaultDisableWebPagePreview = false

// defaultSilent is whether messages come without a sound.
//
// ## Examples
//
// ```flux --dry-run
// import "contrib/sranka/telegram"
//
// option telegram.defaultSilent = false
//
// telegram.message(token: "1:secret", channel: "-100", text: "open")
// ```
//
// ```text
// dry run: request 1: POST https://api.telegram.org/bot1:secret/sendMessage
//     Host: api.telegram.org
//     User-Agent: fluxi/0.1
//     Content-Length: 120
//     Content-Type: application/json; charset=utf-8
//     Accept-Encoding: gzip
//
//     {"chat_id":"-100","disable_notification":false,"disable_web_page_preview":false,"parse_mode":"MarkdownV2","text":"open"}
// 200
// ```
option defaultSilent = true

// message sends one message and returns the status of the answer.
//
// ## Parameters
//
// - token: Token of the bot.
// - channel: Identifier of the channel.
// - text: Text of the message.
// - url: Address of all bots (default `defaultURL`).
// - parseMode: `"MarkdownV2"`, `"HTML"` or `"Markdown"` (default `defaultParseMode`).
// - disableWebPagePreview: Whether links are shown without a preview
//   (default `defaultDisableWebPagePreview`).
// - silent: Whether the message comes without a sound (default `defaultSilent`).
//
// ## Examples
//
// ```flux --dry-run
// import "contrib/sranka/telegram"
//
// telegram.message(token: "1:secret", channel: "-100", text: "The door is *open*", silent: false)
// ```
//
// ```text
// dry run: request 1: POST https://api.telegram.org/bot1:secret/sendMessage
//     Host: api.telegram.org
//     User-Agent: fluxi/0.1
//     Content-Length: 134
//     Content-Type: application/json; charset=utf-8
//     Accept-Encoding: gzip
//
//     {"chat_id":"-100","disable_notification":false,"disable_web_page_preview":false,"parse_mode":"MarkdownV2","text":"The door is *open*"}
// 200
// ```
message = (
    token,
    channel,
    text,
    url=defaultURL,
    parseMode=defaultParseMode,
    disableWebPagePreview=defaultDisableWebPagePreview,
    silent=defaultSilent,
) => {
    content = {
        chat_id: channel,
        disable_notification: silent,
        disable_web_page_preview: disableWebPagePreview,
        parse_mode: parseMode,
        text: text,
    }

    return http.post(
        url: url + token + "/sendMessage",
        headers: {"Content-Type": "application/json; charset=utf-8"},
        data: json.encode(v: content),
    )
}

// endpoint sends a message for each row of a stream and adds the column `_sent`.
//
// It returns a function that expects `mapFn`; what that one returns is applied to a stream. `mapFn`
// is called with each row as `r` and returns a record with `channel`, `text` and `silent`.
//
// ## Parameters
//
// - token: Token of the bot.
// - url: Address of all bots (default `defaultURL`).
// - parseMode: `"MarkdownV2"`, `"HTML"` or `"Markdown"` (default `defaultParseMode`).
// - disableWebPagePreview: Whether links are shown without a preview
//   (default `defaultDisableWebPagePreview`).
//
// ## Examples
//
// ```flux --dry-run
// import "array"
// import "contrib/sranka/telegram"
//
// toTelegram = telegram.endpoint(token: "1:secret", disableWebPagePreview: true)
//
// array.from(rows: [{room: "attic", degrees: 38.5}])
//     |> toTelegram(
//         mapFn: (r) => ({channel: "-100", text: "${r.room}: ${r.degrees}", silent: r.degrees < 30.0}),
//     )()
// ```
//
// ```text
// dry run: request 1: POST https://api.telegram.org/bot1:secret/sendMessage
//     Host: api.telegram.org
//     User-Agent: fluxi/0.1
//     Content-Length: 126
//     Content-Type: application/json; charset=utf-8
//     Accept-Encoding: gzip
//
//     {"chat_id":"-100","disable_notification":false,"disable_web_page_preview":true,"parse_mode":"MarkdownV2","text":"attic: 38.5"}
// _result · table 0
// ┌────────┬─────────┬────────┐
// │ room   │ degrees │ _sent  │
// │ string │   float │ string │
// ├────────┼─────────┼────────┤
// │ attic  │    38.5 │ false  │
// └────────┴─────────┴────────┘
// 1 row
// ```
endpoint = (
    token,
    url=defaultURL,
    parseMode=defaultParseMode,
    disableWebPagePreview=defaultDisableWebPagePreview,
) => (mapFn) => (tables=<-) => notify.eachRow(
    tables: tables,
    service: "telegram.endpoint",
    send: (r) => {
        m = mapFn(r: r)

        return message(
            url: url,
            token: token,
            parseMode: parseMode,
            disableWebPagePreview: disableWebPagePreview,
            channel: m.channel,
            text: m.text,
            silent: m.silent,
        )
    },
)
