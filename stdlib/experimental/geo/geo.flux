// Package geo works with places on the earth.
//
// A region is a record: a point `{lat, lon}`, a circle `{lat, lon, radius}`, a box
// `{minLat, maxLat, minLon, maxLon}` or a polygon `{points: [{lat, lon}]}`. A geometry is a point or
// `{linestring: "lon lat, lon lat"}`. Degrees are decimal (WGS 84). Rows are found by the column
// `s2_cell_id`, the token of a cell of the S2 grid.
package geo

import "experimental"
import "influxdata/influxdb/v1"

// units holds the unit of distances: `"m"`, `"km"` or `"mile"`.
//
// ## Examples
//
// ```flux
// import "experimental/geo"
//
// option geo.units = {distance: "mile"}
//
// geo.ST_Distance(region: {lat: 0.0, lon: 0.0}, geometry: {lat: 0.0, lon: 1.0})
// ```
//
// ```text
// 69.09343258960418
// ```
option units = {distance: "km"}

// stContains is the native part of `ST_Contains`.
//
// ## Parameters
//
// - region: Region to test: point, circle, box or polygon.
// - geometry: Geometry to test: point or line.
// - units: Unit of distances.
//
// ## Examples
//
// ```flux
// import "experimental/geo"
//
// geo.stContains(
//     region: {lat: 52.5, lon: 13.4, radius: 10.0},
//     geometry: {lat: 52.52, lon: 13.41},
//     units: {distance: "km"},
// )
// ```
//
// ```text
// true
// ```
builtin stContains : (geometry: A, region: B, units: {distance: string}) => bool
    where
    A: Record,
    B: Record

// stDistance is the native part of `ST_Distance`.
//
// ## Parameters
//
// - region: Region to measure from: point, circle, box or polygon.
// - geometry: Geometry to measure to: point or line.
// - units: Unit of distances.
//
// ## Examples
//
// ```flux
// import "experimental/geo"
//
// geo.stDistance(region: {lat: 0.0, lon: 0.0}, geometry: {lat: 0.0, lon: 1.0}, units: {distance: "m"})
// ```
//
// ```text
// 111195.10117748393
// ```
builtin stDistance : (geometry: A, region: B, units: {distance: string}) => float
    where
    A: Record,
    B: Record

// stLength is the native part of `ST_Length`.
//
// ## Parameters
//
// - geometry: Geometry to measure: a line; a point has no length.
// - units: Unit of distances.
//
// ## Examples
//
// ```flux
// import "experimental/geo"
//
// geo.stLength(geometry: {linestring: "0.0 0.0, 1.0 0.0"}, units: {distance: "km"})
// ```
//
// ```text
// 111.19510117748393
// ```
builtin stLength : (geometry: A, units: {distance: string}) => float where A: Record

// ST_Contains tells whether a region contains a geometry.
//
// ## Parameters
//
// - region: Region to test: point, circle, box or polygon.
// - geometry: Geometry to test: point or line.
// - units: Unit of distances (default: option `units`).
//
// ## Examples
//
// ### A point in a circle
//
// ```flux
// import "experimental/geo"
//
// geo.ST_Contains(region: {lat: 52.5, lon: 13.4, radius: 10.0}, geometry: {lat: 52.52, lon: 13.41})
// ```
//
// ```text
// true
// ```
//
// ### A line in a polygon
//
// ```flux
// import "experimental/geo"
//
// park = {
//     points: [{lat: 0.0, lon: 0.0}, {lat: 0.0, lon: 2.0}, {lat: 2.0, lon: 2.0}, {lat: 2.0, lon: 0.0}],
// }
//
// geo.ST_Contains(region: park, geometry: {linestring: "0.5 0.5, 1.5 1.0, 3.0 1.0"})
// ```
//
// ```text
// false
// ```
ST_Contains = (region, geometry, units=units) => stContains(
    units: units,
    geometry: geometry,
    region: region,
)

// ST_Distance gives the distance between a region and a geometry.
//
// ## Parameters
//
// - region: Region to measure from: point, circle, box or polygon.
// - geometry: Geometry to measure to: point or line.
// - units: Unit of the result (default: option `units`).
//
// ## Examples
//
// ```flux
// import "experimental/geo"
//
// geo.ST_Distance(region: {lat: 0.0, lon: 0.0}, geometry: {lat: 0.0, lon: 1.0})
// ```
//
// ```text
// 111.19510117748393
// ```
ST_Distance = (region, geometry, units=units) => stDistance(
    units: units,
    geometry: geometry,
    region: region,
)

// ST_DWithin tells whether a geometry lies within a distance of a region.
//
// ## Parameters
//
// - region: Region to measure from: point, circle, box or polygon.
// - geometry: Geometry to measure to: point or line.
// - distance: Greatest distance, in the unit that `units` names.
// - units: Unit of distances (default: option `units`).
//
// ## Examples
//
// ```flux
// import "experimental/geo"
//
// geo.ST_DWithin(
//     region: {lat: 52.52, lon: 13.405},
//     geometry: {lat: 52.39, lon: 13.06},
//     distance: 30.0,
// )
// ```
//
// ```text
// true
// ```
ST_DWithin = (region, geometry, distance, units=units) =>
    ST_Distance(region: region, geometry: geometry, units: units) <= distance

// ST_Intersects tells whether a geometry touches a region.
//
// ## Parameters
//
// - region: Region to test: point, circle, box or polygon.
// - geometry: Geometry to test: point or line.
// - units: Unit of distances (default: option `units`).
//
// ## Examples
//
// ```flux
// import "experimental/geo"
//
// park = {minLat: 0.0, maxLat: 2.0, minLon: 0.0, maxLon: 2.0}
//
// geo.ST_Intersects(region: park, geometry: {linestring: "-1.0 1.0, 1.0 1.0"})
// ```
//
// ```text
// true
// ```
ST_Intersects = (region, geometry, units=units) =>
    ST_Distance(region: region, geometry: geometry, units: units) <= 0.0

// ST_Length gives the length of a geometry.
//
// ## Parameters
//
// - geometry: Geometry to measure: a line; a point has no length.
// - units: Unit of the result (default: option `units`).
//
// ## Examples
//
// ```flux
// import "experimental/geo"
//
// geo.ST_Length(geometry: {linestring: "0.0 0.0, 1.0 0.0, 1.0 1.0"}, units: {distance: "km"})
// ```
//
// ```text
// 222.39020235496787
// ```
ST_Length = (geometry, units=units) => stLength(units: units, geometry: geometry)

// ST_LineString makes one line of the places of each table, in the column `st_linestring`.
//
// ## Parameters
//
// - tables: Input tables (piped in).
//
// ## Examples
//
// ```flux
// import "array"
// import "experimental/geo"
//
// array.from(
//     rows: [
//         {_time: 2024-06-01T12:00:00Z, bus: "100", lat: 52.51, lon: 13.38},
//         {_time: 2024-06-01T12:05:00Z, bus: "100", lat: 52.52, lon: 13.4},
//     ],
// )
//     |> group(columns: ["bus"])
//     |> geo.ST_LineString()
// ```
//
// ```text
// _result · table 0 · bus=100
// ┌─────────────────────────┐
// │ st_linestring           │
// │ string                  │
// ├─────────────────────────┤
// │ 13.38 52.51, 13.4 52.52 │
// └─────────────────────────┘
// 1 row
// ```
ST_LineString = (tables=<-) => reduce(
    tables: tables,
    identity: {st_linestring: ""},
    fn: (r, accumulator) => ({
        st_linestring:
            accumulator.st_linestring
                + (if accumulator.st_linestring == "" then "" else ", ")
                + string(v: r.lon)
                + " "
                + string(v: r.lat),
    }),
)

// getGrid gives the cells of the S2 grid that cover a region.
//
// The level of the cells is given, or chosen so that their number lies within bounds.
//
// ## Parameters
//
// - region: Region to cover: circle, box or polygon.
// - minSize: Least number of cells (default `24`).
// - maxSize: Greatest number of cells (default: no limit).
// - level: Level of the cells (default: chosen).
// - maxLevel: Greatest level that may be chosen (default `30`).
// - units: Unit of distances.
//
// ## Examples
//
// ```flux
// import "experimental/geo"
//
// grid = geo.getGrid(
//     region: {lat: 52.5, lon: 13.4, radius: 20.0},
//     units: {distance: "km"},
//     maxSize: 8,
// )
//
// "level ${grid.level}: ${display(v: grid.set)}"
// ```
//
// ```text
// level 8: [
//     47a83,
//     47a85,
//     47a8f,
//     47a9b
// ]
// ```
builtin getGrid : (
    region: A,
    units: {distance: string},
    ?level: int,
    ?maxLevel: int,
    ?maxSize: int,
    ?minSize: int,
) => {set: [string], level: int} where A: Record

// getLevel gives the level of a cell of the S2 grid.
//
// ## Parameters
//
// - token: Token of the cell.
//
// ## Examples
//
// ```flux
// import "experimental/geo"
//
// geo.getLevel(token: "89c25b")
// ```
//
// ```text
// 10
// ```
builtin getLevel : (token: string) => int

// s2CellIDToken gives the token of the cell that a place or another cell lies in.
//
// Give one of `token` and `point`.
//
// ## Parameters
//
// - token: Token of a smaller cell.
// - point: Place.
// - level: Level of the cell, 0 to 30: each level halves its sides.
//
// ## Examples
//
// ### The cell of a place
//
// ```flux
// import "experimental/geo"
//
// geo.s2CellIDToken(point: {lat: 52.52, lon: 13.405}, level: 10)
// ```
//
// ```text
// 47a851
// ```
//
// ### The larger cell that a cell lies in
//
// ```flux
// import "experimental/geo"
//
// geo.s2CellIDToken(token: "89c25b", level: 5)
// ```
//
// ```text
// 89c4
// ```
builtin s2CellIDToken : (level: int, ?point: {lon: float, lat: float}, ?token: string) => string

// s2CellLatLon gives the middle of a cell of the S2 grid.
//
// ## Parameters
//
// - token: Token of the cell.
//
// ## Examples
//
// ```flux
// import "experimental/geo"
//
// geo.s2CellLatLon(token: "89c25b")
// ```
//
// ```text
// {lat: 40.6760044003599, lon: -73.98300293448631}
// ```
builtin s2CellLatLon : (token: string) => {lon: float, lat: float}

// _detectLevel gives the level of the cells of a stream, as its first row shows it.
//
// ## Parameters
//
// - tables: Input tables (piped in).
_detectLevel = (tables=<-) => {
    sample = tableFind(tables: tables, fn: (key) => exists key.s2_cell_id) |> getRecord(idx: 0)

    return if not exists sample then 666 else getLevel(token: sample.s2_cell_id)
}

// _levelOf gives a level or, if it is -1, that of the cells of a stream.
_levelOf = (level, tables=<-) => if level != -1 then level else _detectLevel(tables: tables)

// toRows puts the fields of a point into columns of one row.
//
// ## Parameters
//
// - tables: Input tables (piped in).
//
// ## Examples
//
// ```flux
// import "array"
// import "experimental/geo"
//
// noon = 2024-06-01T12:00:00Z
//
// array.from(
//     rows: [
//         {_time: noon, bus: "100", _field: "lat", _value: 52.51},
//         {_time: noon, bus: "100", _field: "lon", _value: 13.38},
//     ],
// )
//     |> group(columns: ["bus"])
//     |> geo.toRows()
// ```
//
// ```text
// _result · table 0 · bus=100
// ┌──────────────────────┬───────┬───────┐
// │ _time                │   lat │   lon │
// │ time                 │ float │ float │
// ├──────────────────────┼───────┼───────┤
// │ 2024-06-01T12:00:00Z │ 52.51 │ 13.38 │
// └──────────────────────┴───────┴───────┘
// 1 row
// ```
toRows = (tables=<-) => v1.fieldsAsCols(tables: tables)

// shapeData prepares a stream for the functions of this package.
//
// Fields become columns, those of the place are called `lat` and `lon`, and `s2_cell_id` is added.
//
// ## Parameters
//
// - latField: Name of the field with the latitude.
// - lonField: Name of the field with the longitude.
// - level: Level of the cells, 0 to 30: each level halves their sides.
// - tables: Input tables (piped in).
//
// ## Examples
//
// ```flux
// import "array"
// import "experimental/geo"
//
// noon = 2024-06-01T12:00:00Z
//
// array.from(
//     rows: [
//         {_time: noon, bus: "100", _field: "latitude", _value: 52.51},
//         {_time: noon, bus: "100", _field: "longitude", _value: 13.38},
//     ],
// )
//     |> group(columns: ["bus"])
//     |> geo.shapeData(latField: "latitude", lonField: "longitude", level: 10)
// ```
//
// ```text
// _result · table 0 · bus=100, s2_cell_id=47a851
// ┌──────────────────────┬───────┬───────┐
// │ _time                │   lat │   lon │
// │ time                 │ float │ float │
// ├──────────────────────┼───────┼───────┤
// │ 2024-06-01T12:00:00Z │ 52.51 │ 13.38 │
// └──────────────────────┴───────┴───────┘
// 1 row
// ```
shapeData = (latField, lonField, level, tables=<-) => {
    standard = (field) =>
        if field == lonField then
            "lon"
        else if field == latField then
            "lat"
        else
            field
    rows = map(tables: tables, fn: (r) => ({r with _field: standard(field: r._field)})) |> toRows()

    return
        map(
            tables: rows,
            fn: (r) => ({r with
                s2_cell_id: s2CellIDToken(level: level, point: {lat: r.lat, lon: r.lon}),
            }),
        )
            |> experimental.group(mode: "extend", columns: ["s2_cell_id"])
}

// gridFilter keeps the rows of the cells that cover a region; some may lie outside of it.
//
// ## Parameters
//
// - region: Region to cover: circle, box or polygon.
// - minSize: Least number of cells (default `24`).
// - maxSize: Greatest number of cells; -1 means no limit (default `-1`).
// - level: Level of the cells; -1 lets it be chosen (default `-1`).
// - s2cellIDLevel: Level of the column `s2_cell_id`; -1 finds it out (default `-1`).
// - units: Unit of distances (default: option `units`).
// - tables: Input tables (piped in).
//
// ## Examples
//
// ```flux
// import "array"
// import "experimental/geo"
//
// array.from(rows: [{bus: "100", lat: 52.51, lon: 13.38}, {bus: "7", lat: 48.86, lon: 2.35}])
//     |> map(
//         fn: (r) => ({r with
//             s2_cell_id: geo.s2CellIDToken(point: {lat: r.lat, lon: r.lon}, level: 12),
//         }),
//     )
//     |> group(columns: ["s2_cell_id"])
//     |> geo.gridFilter(region: {lat: 52.5, lon: 13.4, radius: 20.0})
//     |> group()
//     |> keep(columns: ["bus"])
// ```
//
// ```text
// _result · table 0
// ┌────────┐
// │ bus    │
// │ string │
// ├────────┤
// │ 100    │
// └────────┘
// 1 row
// ```
gridFilter = (
    region,
    minSize=24,
    maxSize=-1,
    level=-1,
    s2cellIDLevel=-1,
    units=units,
    tables=<-,
) => {
    rowLevel = _levelOf(tables: tables, level: s2cellIDLevel)
    grid = getGrid(
        region: region,
        units: units,
        level: level,
        maxLevel: rowLevel,
        minSize: minSize,
        maxSize: maxSize,
    )
    cell =
        if grid.level == rowLevel then
            (r) => r.s2_cell_id
        else
            (r) => s2CellIDToken(level: grid.level, token: r.s2_cell_id)

    return filter(tables: tables, fn: (r) => contains(set: grid.set, value: cell(r: r)))
}

// strictFilter keeps the rows that lie within a region.
//
// ## Parameters
//
// - region: Region to look in: circle, box or polygon.
// - tables: Input tables (piped in).
//
// ## Examples
//
// ```flux
// import "array"
// import "experimental/geo"
//
// array.from(rows: [{bus: "100", lat: 52.51, lon: 13.38}, {bus: "7", lat: 48.86, lon: 2.35}])
//     |> geo.strictFilter(region: {lat: 52.5, lon: 13.4, radius: 20.0})
// ```
//
// ```text
// _result · table 0
// ┌────────┬───────┬───────┐
// │ bus    │   lat │   lon │
// │ string │ float │ float │
// ├────────┼───────┼───────┤
// │ 100    │ 52.51 │ 13.38 │
// └────────┴───────┴───────┘
// 1 row
// ```
strictFilter = (region, tables=<-) => filter(
    tables: tables,
    fn: (r) => ST_Contains(geometry: {lat: r.lat, lon: r.lon}, region: region),
)

// filterRows keeps the rows that lie within a region; it looks at the grid first.
//
// ## Parameters
//
// - region: Region to look in: circle, box or polygon.
// - minSize: Least number of cells (default `24`).
// - maxSize: Greatest number of cells; -1 means no limit (default `-1`).
// - level: Level of the cells; -1 lets it be chosen (default `-1`).
// - s2cellIDLevel: Level of the column `s2_cell_id`; -1 finds it out (default `-1`).
// - strict: Keep only rows that lie within the region itself (default `true`).
// - tables: Input tables (piped in).
//
// ## Examples
//
// ```flux
// import "array"
// import "experimental/geo"
//
// array.from(
//     rows: [
//         {bus: "100", lat: 52.51, lon: 13.38},
//         {bus: "200", lat: 52.51, lon: 13.55},
//         {bus: "7", lat: 48.86, lon: 2.35},
//     ],
// )
//     |> map(
//         fn: (r) => ({r with
//             s2_cell_id: geo.s2CellIDToken(point: {lat: r.lat, lon: r.lon}, level: 12),
//         }),
//     )
//     |> group(columns: ["s2_cell_id"])
//     |> geo.filterRows(region: {lat: 52.5, lon: 13.4, radius: 5.0})
//     |> group()
//     |> keep(columns: ["bus", "lat", "lon"])
// ```
//
// ```text
// _result · table 0
// ┌────────┬───────┬───────┐
// │ bus    │   lat │   lon │
// │ string │ float │ float │
// ├────────┼───────┼───────┤
// │ 100    │ 52.51 │ 13.38 │
// └────────┴───────┴───────┘
// 1 row
// ```
filterRows = (
    region,
    minSize=24,
    maxSize=-1,
    level=-1,
    s2cellIDLevel=-1,
    strict=true,
    tables=<-,
) => {
    labels = columns(tables: tables) |> findColumn(column: "_value", fn: (key) => true)
    near = gridFilter(
        tables: tables,
        region: region,
        minSize: minSize,
        maxSize: maxSize,
        level: level,
        s2cellIDLevel: s2cellIDLevel,
    )
    rows = if contains(set: labels, value: "lat") then near else toRows(tables: near)

    return if strict then strictFilter(tables: rows, region: region) else rows
}

// groupByArea groups rows by the cell that they lie in.
//
// ## Parameters
//
// - newColumn: Column that receives the token of the cell.
// - level: Level of the cells, 0 to 30: each level halves their sides.
// - s2cellIDLevel: Level of the column `s2_cell_id`; -1 finds it out (default `-1`).
// - tables: Input tables (piped in).
//
// ## Examples
//
// ```flux
// import "array"
// import "experimental/geo"
//
// array.from(rows: [{bus: "100", lat: 52.51, lon: 13.38}, {bus: "7", lat: 48.86, lon: 2.35}])
//     |> map(
//         fn: (r) => ({r with
//             s2_cell_id: geo.s2CellIDToken(point: {lat: r.lat, lon: r.lon}, level: 12),
//         }),
//     )
//     |> group(columns: ["s2_cell_id"])
//     |> geo.groupByArea(newColumn: "area", level: 5)
//     |> drop(columns: ["s2_cell_id"])
// ```
//
// ```text
// _result · table 0 · area=47ac
// ┌────────┬───────┬───────┐
// │ bus    │   lat │   lon │
// │ string │ float │ float │
// ├────────┼───────┼───────┤
// │ 100    │ 52.51 │ 13.38 │
// └────────┴───────┴───────┘
// 1 row
//
// _result · table 1 · area=47e4
// ┌────────┬───────┬───────┐
// │ bus    │   lat │   lon │
// │ string │ float │ float │
// ├────────┼───────┼───────┤
// │ 7      │ 48.86 │  2.35 │
// └────────┴───────┴───────┘
// 1 row
// ```
groupByArea = (newColumn, level, s2cellIDLevel=-1, tables=<-) => {
    rowLevel = _levelOf(tables: tables, level: s2cellIDLevel)
    areas =
        if rowLevel == level then
            duplicate(tables: tables, column: "s2_cell_id", as: newColumn)
        else
            map(
                tables: tables,
                fn: (r) => ({r with
                    __area: s2CellIDToken(level: level, point: {lat: r.lat, lon: r.lon}),
                }),
            )
                |> rename(columns: {__area: newColumn})

    return group(tables: areas, columns: [newColumn])
}

// asTracks makes a table of each track, in order of time.
//
// ## Parameters
//
// - groupBy: Columns that tell tracks apart (default `["id", "tid"]`).
// - orderBy: Columns to sort by (default `["_time"]`).
// - tables: Input tables (piped in).
//
// ## Examples
//
// ```flux
// import "array"
// import "experimental/geo"
//
// array.from(
//     rows: [
//         {
//             _time: 2024-06-01T12:05:00Z,
//             id: "100",
//             tid: "a",
//             lat: 52.52,
//             lon: 13.4,
//         },
//         {
//             _time: 2024-06-01T12:00:00Z,
//             id: "100",
//             tid: "a",
//             lat: 52.51,
//             lon: 13.38,
//         },
//     ],
// )
//     |> geo.asTracks()
// ```
//
// ```text
// _result · table 0 · id=100, tid=a
// ┌──────────────────────┬───────┬───────┐
// │ _time                │   lat │   lon │
// │ time                 │ float │ float │
// ├──────────────────────┼───────┼───────┤
// │ 2024-06-01T12:00:00Z │ 52.51 │ 13.38 │
// │ 2024-06-01T12:05:00Z │ 52.52 │  13.4 │
// └──────────────────────┴───────┴───────┘
// 2 rows
// ```
asTracks = (groupBy=["id", "tid"], orderBy=["_time"], tables=<-) => sort(
    tables: group(tables: tables, columns: groupBy),
    columns: orderBy,
)

// totalDistance adds up the distances between the successive places of each table.
//
// ## Parameters
//
// - outputColumn: Column that receives the sum (default `_value`).
// - tables: Input tables (piped in).
//
// ## Examples
//
// ```flux
// import "array"
// import "experimental/geo"
//
// array.from(
//     rows: [
//         {_time: 2024-06-01T12:00:00Z, bus: "100", lat: 0.0, lon: 0.0},
//         {_time: 2024-06-01T12:05:00Z, bus: "100", lat: 0.0, lon: 0.5},
//         {_time: 2024-06-01T12:10:00Z, bus: "100", lat: 0.0, lon: 1.0},
//     ],
// )
//     |> group(columns: ["bus"])
//     |> geo.totalDistance(outputColumn: "km")
// ```
//
// ```text
// _result · table 0 · bus=100
// ┌────────────────────┐
// │                 km │
// │              float │
// ├────────────────────┤
// │ 111.19510117748395 │
// └────────────────────┘
// 1 row
// ```
totalDistance = (outputColumn="_value", tables=<-) => {
    sums = reduce(
        tables: tables,
        identity: {index: 0, lat: 0.0, lon: 0.0, totalDistance: 0.0},
        fn: (r, accumulator) => {
            here = {lat: r.lat, lon: r.lon}
            before =
                if accumulator.index > 0 then
                    {lat: accumulator.lat, lon: accumulator.lon}
                else
                    here
            step = ST_Distance(geometry: here, region: before)

            return {
                index: accumulator.index + 1,
                lat: r.lat,
                lon: r.lon,
                totalDistance: accumulator.totalDistance + step,
            }
        },
    )

    return
        drop(tables: sums, columns: ["index", "lat", "lon"])
            |> rename(columns: {totalDistance: outputColumn})
}
