// Package sample reads sets of sample data from the network.
package sample

import "array"
import "dict"
import "experimental/csv"

// _address is where the sets are kept.
_address = "https://influx-testdata.s3.amazonaws.com"

// _sets holds what is known about each set.
_sets = [
    "airSensor": {
        url: _address + "/air-sensor-data-annotated.csv",
        desc: "Temperature, humidity and carbon monoxide in the rooms of a made-up office.",
        size: "~600 KB",
        type: "live",
    },
    "birdMigration": {
        url: _address + "/bird-migration.csv",
        desc: "Routes of African birds in 2019, from the animal tracking data of Movebank.",
        size: "~1.2 MB",
        type: "static",
    },
    "bitcoin": {
        url: _address + "/bitcoin-historical-annotated.csv",
        desc: "Price of bitcoin over the last 30 days, from CoinDesk.",
        size: "~700 KB",
        type: "live",
    },
    "machineProduction": {
        url: _address + "/machine-production.csv",
        desc: "States of four grinding stations of a production line on 2021-08-01.",
        size: "~11.9 MB",
        type: "static",
    },
    "noaa": {
        url: _address + "/noaa-ndbc-latest-observations-annotated.csv",
        desc: "Latest observations of the buoys of the NOAA.",
        size: "~1.3 MB",
        type: "live",
    },
    "noaaWater": {
        url: _address + "/noaa.csv",
        desc: "Water levels at two stations of the NOAA in August and September 2019.",
        size: "~10.3 MB",
        type: "static",
    },
    "usgs": {
        url: _address + "/usgs-earthquake-all-week-annotated.csv",
        desc: "Earthquakes of the last week all over the world, from the USGS.",
        size: "~6 MB",
        type: "live",
    },
]

// _setInfo gives what is known about a set.
//
// ## Parameters
//
// - set: Name of the set.
_setInfo = (set) => {
    nothing = {url: "", type: "", size: "", desc: ""}
    known = dict.get(dict: _sets, default: nothing, key: set)

    return {
        name: set,
        description: known.desc,
        url: known.url,
        size: known.size,
        type: known.type,
    }
}

// data reads a set.
//
// ## Parameters
//
// - set: Name of the set, as `list` gives it.
//
// ## Examples
//
// ```flux --dry-run
// import "influxdata/influxdb/sample"
//
// sample.data(set: "airSensor")
// ```
//
// ```text
// dry run: request 1: GET https://influx-testdata.s3.amazonaws.com/air-sensor-data-annotated.csv
//     Host: influx-testdata.s3.amazonaws.com
//     User-Agent: fluxi/0.1
//     Accept-Encoding: gzip
// _result · no tables
// ```
data = (set) => {
    address = _setInfo(set: set).url

    return
        if address != "" then
            csv.from(url: address)
        else
            die(msg: "Invalid sample data set. Use sample.list to view available datasets.")
}

// list gives a table of the sets that there are.
//
// ## Examples
//
// ```flux
// import "influxdata/influxdb/sample"
//
// sample.list()
//     |> keep(columns: ["name", "size", "type"])
// ```
//
// ```text
// _result · table 0
// ┌───────────────────┬──────────┬────────┐
// │ name              │ size     │ type   │
// │ string            │ string   │ string │
// ├───────────────────┼──────────┼────────┤
// │ airSensor         │ ~600 KB  │ live   │
// │ birdMigration     │ ~1.2 MB  │ static │
// │ bitcoin           │ ~700 KB  │ live   │
// │ machineProduction │ ~11.9 MB │ static │
// │ noaa              │ ~1.3 MB  │ live   │
// │ noaaWater         │ ~10.3 MB │ static │
// │ usgs              │ ~6 MB    │ live   │
// └───────────────────┴──────────┴────────┘
// 7 rows
// ```
list = () => array.from(
    rows: [
        _setInfo(set: "airSensor"),
        _setInfo(set: "birdMigration"),
        _setInfo(set: "bitcoin"),
        _setInfo(set: "machineProduction"),
        _setInfo(set: "noaa"),
        _setInfo(set: "noaaWater"),
        _setInfo(set: "usgs"),
    ],
)

// alignToNow moves a stream so that its last row gets the present time.
//
// ## Parameters
//
// - tables: Input tables (piped in).
//
// ## Examples
//
// ```flux
// import "array"
// import "influxdata/influxdb/sample"
//
// option now = () => 2024-08-01T00:00:00Z
//
// array.from(
//     rows: [{_time: 2020-01-01T00:00:00Z, _value: 1}, {_time: 2020-01-01T06:00:00Z, _value: 2}],
// )
//     |> sample.alignToNow()
// ```
//
// ```text
// _result · table 0
// ┌──────────────────────┬────────┐
// │ _time                │ _value │
// │ time                 │    int │
// ├──────────────────────┼────────┤
// │ 2024-07-31T18:00:00Z │      1 │
// │ 2024-08-01T00:00:00Z │      2 │
// └──────────────────────┴────────┘
// 2 rows
// ```
alignToNow = (tables=<-) => {
    newest =
        keep(tables: tables, columns: ["_time"])
            |> last(column: "_time")
            |> findRecord(fn: (key) => true, idx: 0)
    distance = int(v: now()) - int(v: newest._time)

    return timeShift(tables: tables, duration: duration(v: distance))
}
