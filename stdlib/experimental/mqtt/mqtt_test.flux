// Tests reach no broker: what is sent counts as taken. tests/cli/net sends to a real one.
package mqtt_test

import "array"
import "experimental/mqtt"
import "internal/debug"
import "testing"

broker = "tcp://127.0.0.1:1"
data =
    array.from(
        rows: [
            {_time: 2024-01-01T00:00:00Z, host: "a", _value: 1.0},
            {_time: 2024-01-01T00:00:01Z, host: "b", _value: debug.null(type: "float")},
        ],
    )
        |> group(columns: ["host"])

sent = (tables=<-, broker=broker, timeColumn="_time", valueColumns=["_value"]) =>
    tables
        |> mqtt.to(
            broker: broker,
            topic: "t",
            name: "m",
            tagColumns: ["host"],
            timeColumn: timeColumn,
            valueColumns: valueColumns,
        )
        |> findRecord(fn: (key) => true, idx: 0)

testcase to_hands_its_rows_on {
    testing.diff(
        got:
            data
                |> mqtt.to(broker: broker, topic: "t", name: "m", tagColumns: ["host"])
                |> debug.opaque(),
        want: data |> debug.opaque(),
    )
}

testcase to_sends_nothing_for_an_empty_stream {
    data
        |> filter(fn: (r) => r.host == "z")
        |> mqtt.to(broker: broker, topic: "t", name: "m")
        |> testing.assertEmpty()
}

testcase to_refuses_another_scheme {
    testing.shouldError(fn: () => data |> sent(broker: "http://127.0.0.1:1"), want: /http/)
}

testcase publish_tells_that_it_was_delivered {
    testing.assertEqualValues(
        got: mqtt.publish(broker: broker, topic: "t", message: "hello"),
        want: true,
    )
}

testcase publish_refuses_a_quality_that_is_none {
    testing.shouldError(
        fn: () => mqtt.publish(broker: broker, topic: "t", message: "hello", qos: 3),
        want: /qos/,
    )
}

testcase publish_refuses_another_scheme {
    testing.shouldError(
        fn: () => mqtt.publish(broker: "ws://127.0.0.1:1", topic: "t", message: "hello"),
        want: /ws/,
    )
}
