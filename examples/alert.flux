// Posts one message for every series whose mean leaves the allowed range. Run it with --http=dry-run
// to see what would be sent.
import "array"
import "http"
import "sampledata"

level = (v) => if v > 9.0 then "crit" else if v < 5.0 then "warn" else "ok"

sampledata.float()
    |> mean()
    |> map(fn: (r) => ({r with level: level(v: r._value)}))
    |> filter(fn: (r) => r.level != "ok")
    |> map(
        fn: (r) =>
            ({r with
                status:
                    http.post(
                        url: "http://alerts.example.com/hook",
                        headers: {Authorization: http.basicAuth(u: "flux", p: "secret")},
                        data: bytes(v: "${r.level}: mean of ${r.tag} is ${r._value}"),
                    ),
            }),
    )
