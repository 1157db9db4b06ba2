// Package pushbullet sends notes to devices through Pushbullet.
package pushbullet

import "http"
import "internal/notify"
import "json"

// defaultURL is where pushes go unless a call says otherwise.
option defaultURL = "https://api.pushbullet.com/v2/pushes"

// pushData sends a push and returns the status of the answer.
//
// ## Parameters
//
// - data: Record that describes the push, sent as JSON.
// - url: URL to send to (default `defaultURL`).
// - token: Access token of Pushbullet (default `""`).
pushData = (data, url=defaultURL, token="") =>
    http.post(
        url: url,
        headers: {"Content-Type": "application/json", "Access-Token": token},
        data: json.encode(v: data),
    )

// pushNote sends a push of type `note` and returns the status of the answer.
//
// ## Parameters
//
// - title: Title of the note.
// - text: Text of the note.
// - url: URL to send to (default `defaultURL`).
// - token: Access token of Pushbullet (default `""`).
pushNote = (title, text, url=defaultURL, token="") =>
    pushData(url: url, token: token, data: {body: text, title: title, type: "note"})

// endpoint sends a note for each row of a stream and adds the column `_sent`.
//
// It returns a function that expects `mapFn`; what that one returns is applied to a stream. `mapFn`
// is called with each row as `r` and returns a record with `title` and `text`.
//
// ## Parameters
//
// - url: URL to send to (default `defaultURL`).
// - token: Access token of Pushbullet (default `""`).
endpoint = (url=defaultURL, token="") => (mapFn) => (tables=<-) =>
    notify.eachRow(
        tables: tables,
        service: "pushbullet.endpoint",
        send: (r) => {
            note = mapFn(r: r)

            return pushNote(url: url, token: token, title: note.title, text: note.text)
        },
    )
