// Package telegram sends messages to channels of Telegram through a bot.
package telegram

import "http"
import "internal/notify"
import "json"

// defaultURL is the address of all bots, up to the token of one.
//
// ## Examples
//
// ```flux check
// import "contrib/sranka/telegram"
//
// option telegram.defaultURL = "https://bots.example.com/bot"
//
// telegram.message(token: "1:secret", channel: "-100", text: "open")
// ```
option defaultURL = "https://api.telegram.org/bot"

// defaultParseMode is how Telegram reads texts.
//
// ## Examples
//
// ```flux check
// import "contrib/sranka/telegram"
//
// option telegram.defaultParseMode = "HTML"
//
// telegram.message(token: "1:secret", channel: "-100", text: "<b>open</b>")
// ```
option defaultParseMode = "MarkdownV2"

// defaultDisableWebPagePreview is whether links are shown without a preview.
//
// ## Examples
//
// ```flux check
// import "contrib/sranka/telegram"
//
// option telegram.defaultDisableWebPagePreview = true
//
// telegram.message(token: "1:secret", channel: "-100", text: "open")
// ```
option defaultDisableWebPagePreview = false

// defaultSilent is whether messages come without a sound.
//
// ## Examples
//
// ```flux check
// import "contrib/sranka/telegram"
//
// option telegram.defaultSilent = false
//
// telegram.message(token: "1:secret", channel: "-100", text: "open")
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
// ```flux check
// import "contrib/sranka/telegram"
//
// telegram.message(token: "1:secret", channel: "-100", text: "The door is *open*", silent: false)
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
// ```flux check
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
