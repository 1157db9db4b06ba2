// Package pushbullet sends notes to devices through Pushbullet.
package pushbullet

import "http"
import "internal/notify"
import "json"

// defaultURL is where pushes go unless a call says otherwise.
//
// ## Examples
//
// ```flux --dry-run
// import "pushbullet"
//
// option pushbullet.defaultURL = "https://push.example.com/v2/pushes"
//
// pushbullet.pushNote(token: "o.1", title: "Door", text: "It is open.")
// ```
//
// ```text
// dry run: request 1: POST https://push.example.com/v2/pushes
//     Host: push.example.com
//     User-Agent: fluxi/0.1
//     Content-Length: 51
//     Access-Token: o.1
//     Content-Type: application/json
//     Accept-Encoding: gzip
//
//     {"body":"It is open.","title":"Door","type":"note"}
// 200
// ```
option defaultURL = "https://api.pushbullet.com/v2/pushes"

// pushData sends a push and returns the status of the answer.
//
// ## Parameters
//
// - data: Record that describes the push, sent as JSON.
// - url: URL to send to (default `defaultURL`).
// - token: Access token of Pushbullet (default `""`).
//
// ## Examples
//
// ```flux --dry-run
// import "pushbullet"
//
// pushbullet.pushData(
//     token: "o.1",
//     data: {type: "link", title: "Boiler", url: "http://house.example.com/boiler"},
// )
// ```
//
// ```text
// dry run: request 1: POST https://api.pushbullet.com/v2/pushes
//     Host: api.pushbullet.com
//     User-Agent: fluxi/0.1
//     Content-Length: 72
//     Access-Token: o.1
//     Content-Type: application/json
//     Accept-Encoding: gzip
//
//     {"title":"Boiler","type":"link","url":"http://house.example.com/boiler"}
// 200
// ```
pushData = (data, url=defaultURL, token="") => http.post(
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
//
// ## Examples
//
// ```flux --dry-run
// import "pushbullet"
//
// pushbullet.pushNote(token: "o.1", title: "Door", text: "It is open.")
// ```
//
// ```text
// dry run: request 1: POST https://api.pushbullet.com/v2/pushes
//     Host: api.pushbullet.com
//     User-Agent: fluxi/0.1
//     Content-Length: 51
//     Access-Token: o.1
//     Content-Type: application/json
//     Accept-Encoding: gzip
//
//     {"body":"It is open.","title":"Door","type":"note"}
// 200
// ```
pushNote = (title, text, url=defaultURL, token="") => pushData(
    url: url,
    token: token,
    data: {body: text, title: title, type: "note"},
)

// endpoint sends a note for each row of a stream and adds the column `_sent`.
//
// It returns a function that expects `mapFn`; what that one returns is applied to a stream. `mapFn`
// is called with each row as `r` and returns a record with `title` and `text`.
//
// ## Parameters
//
// - url: URL to send to (default `defaultURL`).
// - token: Access token of Pushbullet (default `""`).
//
// ## Examples
//
// ```flux --dry-run
// import "array"
// import "pushbullet"
//
// toPhone = pushbullet.endpoint(token: "o.1")
//
// array.from(rows: [{room: "attic", degrees: 38.5}])
//     |> toPhone(mapFn: (r) => ({title: r.room, text: "${r.degrees} degrees"}))()
// ```
//
// ```text
// dry run: request 1: POST https://api.pushbullet.com/v2/pushes
//     Host: api.pushbullet.com
//     User-Agent: fluxi/0.1
//     Content-Length: 53
//     Access-Token: o.1
//     Content-Type: application/json
//     Accept-Encoding: gzip
//
//     {"body":"38.5 degrees","title":"attic","type":"note"}
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
    service: "pushbullet.endpoint",
    send: (r) => {
        note = mapFn(r: r)

        return pushNote(url: url, token: token, title: note.title, text: note.text)
    },
)
