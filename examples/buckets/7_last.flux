// The latest value of every series: answered without reading points.
from(bucket: "house")
    |> range(start: -1h)
    |> filter(fn: (r) => r._measurement == "climate")
    |> last()
