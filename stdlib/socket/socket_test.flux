// Tests reach no network: every connection is empty. tests/cli/net reads from a real one.
package socket_test

import "socket"
import "testing"

first = (tables) => tables |> findRecord(fn: (key) => true, idx: 0)

testcase from_reads_nothing_where_no_network_is {
    socket.from(url: "tcp://127.0.0.1:1", decoder: "line") |> testing.assertEmpty()
}

testcase from_refuses_another_scheme {
    testing.shouldError(
        fn: () => first(tables: socket.from(url: "http://127.0.0.1:1")),
        want: /http/,
    )
}

testcase from_refuses_another_decoder {
    testing.shouldError(
        fn: () => first(tables: socket.from(url: "tcp://127.0.0.1:1", decoder: "xml")),
        want: /xml/,
    )
}
