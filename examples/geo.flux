// Which bicycles are within 1 km of the station, and how far is each of them?
import "array"
import "experimental/geo"

option geo.units = {distance: "km"}

station = {lat: 59.9111, lon: 10.7528}

array.from(
    rows: [
        {bike: "b-102", lat: 59.9139, lon: 10.7522},
        {bike: "b-117", lat: 59.9075, lon: 10.7607},
        {bike: "b-240", lat: 59.9271, lon: 10.7166},
        {bike: "b-311", lat: 59.9109, lon: 10.7411},
    ],
)
    |> geo.strictFilter(region: {lat: station.lat, lon: station.lon, radius: 1.0})
    |> map(
        fn: (r) => ({
            bike: r.bike,
            metres: int(
                v: geo.ST_Distance(region: station, geometry: {lat: r.lat, lon: r.lon}) * 1000.0,
            ),
        }),
    )
    |> sort(columns: ["metres"])
