// Package discord sends messages to channels of Discord through their webhooks.
package discord

import "http"
import "internal/notify"
import "json"

// discordURL is the address of all webhooks, up to the identifier of one.
option discordURL = "https://discordapp.com/api/webhooks/"

// send sends one message and returns the status of the answer.
//
// ## Parameters
//
// - webhookToken: Token of the webhook.
// - webhookID: Identifier of the webhook.
// - username: Name that the message is shown under.
// - content: Text of the message.
// - avatar_url: URL of a picture to show beside the name (default `""`).
send = (webhookToken, webhookID, username, content, avatar_url="") => {
    message = {avatar_url: avatar_url, content: content, username: username}

    return
        http.post(
            url: discordURL + webhookID + "/" + webhookToken,
            headers: {"Content-Type": "application/json"},
            data: json.encode(v: message),
        )
}

// endpoint sends a message for each row of a stream and adds the column `_sent`.
//
// It returns a function that expects `mapFn`; what that one returns is applied to a stream. `mapFn`
// is called with each row as `r` and returns a record with `content`.
//
// ## Parameters
//
// - webhookToken: Token of the webhook.
// - webhookID: Identifier of the webhook.
// - username: Name that the messages are shown under.
// - avatar_url: URL of a picture to show beside the name (default `""`).
endpoint = (webhookToken, webhookID, username, avatar_url="") => (mapFn) => (tables=<-) =>
    notify.eachRow(
        tables: tables,
        service: "discord.endpoint",
        send: (r) => {
            m = mapFn(r: r)

            return
                send(
                    webhookToken: webhookToken,
                    webhookID: webhookID,
                    username: username,
                    avatar_url: avatar_url,
                    content: m.content,
                )
        },
    )
