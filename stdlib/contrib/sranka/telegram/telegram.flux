// Package telegram sends messages to channels of Telegram through a bot.
package telegram

import "http"
import "internal/notify"
import "json"

// defaultURL is the address of all bots, up to the token of one.
option defaultURL = "https://api.telegram.org/bot"

// defaultParseMode is how Telegram reads texts.
option defaultParseMode = "MarkdownV2"

// defaultDisableWebPagePreview is whether links are shown without a preview.
option defaultDisableWebPagePreview = false

// defaultSilent is whether messages come without a sound.
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

    return
        http.post(
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
endpoint = (
    token,
    url=defaultURL,
    parseMode=defaultParseMode,
    disableWebPagePreview=defaultDisableWebPagePreview,
) => (mapFn) => (tables=<-) =>
    notify.eachRow(
        tables: tables,
        service: "telegram.endpoint",
        send: (r) => {
            m = mapFn(r: r)

            return
                message(
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
