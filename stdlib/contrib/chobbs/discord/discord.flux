// Package discord sends messages to channels of Discord through their webhooks.
package discord

import "http"
import "internal/notify"
import "json"

// discordURL is the address of all webhooks, up to the identifier of one.
//
// ## Examples
//
// ```flux --dry-run
// import "contrib/chobbs/discord"
//
// option discord.discordURL = "https://discord.com/api/webhooks/"
//
// discord.send(
//     webhookID: "1234",
//     webhookToken: "secret",
//     username: "house",
//     content: "The door is open.",
// )
// ```
//
// ```text
// dry run: request 1: POST https://discord.com/api/webhooks/1234/secret
//     Host: discord.com
//     User-Agent: fluxi/0.1
//     Content-Length: 66
//     Content-Type: application/json
//     Accept-Encoding: gzip
//
//     {"avatar_url":"","content":"The door is open.","username":"house"}
// 200
// ```
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
//
// ## Examples
//
// ```flux --dry-run
// import "contrib/chobbs/discord"
//
// discord.send(
//     webhookID: "1234",
//     webhookToken: "secret",
//     username: "house",
//     content: "The door is open.",
// )
// ```
//
// ```text
// dry run: request 1: POST https://discordapp.com/api/webhooks/1234/secret
//     Host: discordapp.com
//     User-Agent: fluxi/0.1
//     Content-Length: 66
//     Content-Type: application/json
//     Accept-Encoding: gzip
//
//     {"avatar_url":"","content":"The door is open.","username":"house"}
// 200
// ```
send = (
    webhookToken,
    webhookID,
    username,
    content,
    avatar_url="",
) => {
    message = {avatar_url: avatar_url, content: content, username: username}

    return http.post(
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
//
// ## Examples
//
// ```flux --dry-run
// import "array"
// import "contrib/chobbs/discord"
//
// toDiscord = discord.endpoint(webhookID: "1234", webhookToken: "secret", username: "house")
//
// array.from(rows: [{room: "attic", degrees: 38.5}])
//     |> toDiscord(mapFn: (r) => ({content: "${r.room}: ${r.degrees} degrees"}))()
// ```
//
// ```text
// dry run: request 1: POST https://discordapp.com/api/webhooks/1234/secret
//     Host: discordapp.com
//     User-Agent: fluxi/0.1
//     Content-Length: 68
//     Content-Type: application/json
//     Accept-Encoding: gzip
//
//     {"avatar_url":"","content":"attic: 38.5 degrees","username":"house"}
// _result · table 0
// ┌────────┬─────────┬────────┐
// │ room   │ degrees │ _sent  │
// │ string │   float │ string │
// ├────────┼─────────┼────────┤
// │ attic  │    38.5 │ false  │
// └────────┴─────────┴────────┘
// 1 row
// ```
endpoint = (webhookToken, webhookID, username, avatar_url="") => (mapFn) => (
    tables=<-,
) => notify.eachRow(
    tables: tables,
    service: "discord.endpoint",
    send: (r) => {
        m = mapFn(r: r)

        return send(
            webhookToken: webhookToken,
            webhookID: webhookID,
            username: username,
            avatar_url: avatar_url,
            content: m.content,
        )
    },
)
