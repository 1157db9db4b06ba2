// Tests reach no broker: what is sent counts as taken. tests/cli/net sends to a real one.
package kafka_test

import "array"
import "internal/debug"
import "kafka"
import "testing"

data =
    array.from(
        rows: [
            {_time: 2024-01-01T00:00:00Z, host: "a", _value: 1.0},
            {_time: 2024-01-01T00:00:01Z, host: "b", _value: debug.null(type: "float")},
        ],
    )
        |> group(columns: ["host"])

testcase to_hands_its_rows_on {
    testing.diff(
        got:
            data |> kafka.to(brokers: ["127.0.0.1:1"], topic: "t", name: "m", tagColumns: ["host"]),
        want: data,
    )
}

testcase to_sends_nothing_for_an_empty_stream {
    data
        |> filter(fn: (r) => r.host == "z")
        |> kafka.to(brokers: ["127.0.0.1:1"], topic: "t", name: "m")
        |> testing.assertEmpty()
}

testcase to_refuses_another_balancer {
    testing.shouldError(
        fn: () =>
            data |> kafka.to(brokers: ["127.0.0.1:1"], topic: "t", name: "m", balancer: "dice"),
        want: /dice/,
    )
}

testcase to_needs_a_broker {
    testing.shouldError(
        fn: () => data |> kafka.to(brokers: [], topic: "t", name: "m"),
        want: /broker/,
    )
}

testcase to_needs_a_topic {
    testing.shouldError(
        fn: () => data |> kafka.to(brokers: ["127.0.0.1:1"], topic: "", name: "m"),
        want: /topic/,
    )
}
