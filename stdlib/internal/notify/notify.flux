// Package notify holds what the functions that send a message for each row have in common.
package notify

// report gives the text for the column `_sent`: `"true"` for a request that was accepted, `"false"`
// for another, about which it also writes a note to standard error. In a dry run nothing is sent, so
// the text is `"false"`, without a note.
//
// ## Parameters
//
// - service: Name of the function that sent the request, for the note.
// - accepted: Whether the receiver took the request.
// - status: HTTP status of the answer, for the note.
// - row: Row that the request was made of, for the note.
builtin report : (service: string, accepted: bool, status: int, row: A) => string

// eachRow sends a message for each row and adds the column `_sent`, which tells whether the
// receiver answered with a status from 200 to 299.
//
// ## Parameters
//
// - service: Name of the function that sends, for notes about messages that were not accepted.
// - send: Function that is called with each row as `r`, sends its message and returns the status.
// - tables: Input tables (piped in).
eachRow = (service, send, tables=<-) => map(
    tables: tables,
    fn: (r) => {
        status = send(r: r)

        return {r with
            _sent: report(
                service: service,
                accepted: status / 100 == 2,
                status: status,
                row: r,
            ),
        }
    },
)
