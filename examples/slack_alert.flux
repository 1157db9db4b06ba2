// Tells a Slack channel of every machine whose vibration went above a limit. With --http=dry-run the messages are
// shown and nothing is sent; `fluxi run --param limit=3.3` tries another limit.
import "slack"

limit = 5.0
toSlack = slack.endpoint(url: "https://hooks.slack.example/services/T0/B0/XYZ")

from(bucket: "plant")
    |> range(start: -1h)
    |> filter(fn: (r) => r._measurement == "machine" and r._field == "vibration")
    |> max()
    |> filter(fn: (r) => r._value > limit)
    |> toSlack(
        mapFn: (r) => ({
            channel: "#plant",
            text: "${r.name}: ${r._value} mm/s at ${r._time}",
            color: "danger",
        }),
    )()
    |> keep(columns: ["name", "_value", "_sent"])
