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
option units = {distance: "km"}

// stContains is the native part of `ST_Contains`.
//
// ## Parameters
//
// - region: Region to test.
// - geometry: Geometry to test.
// - units: Unit of distances.
builtin stContains : (geometry: A, region: B, units: {distance: string}) => bool
    where
    A: Record,
    B: Record

// stDistance is the native part of `ST_Distance`.
//
// ## Parameters
//
// - region: Region to measure from.
// - geometry: Geometry to measure to.
// - units: Unit of distances.
builtin stDistance : (geometry: A, region: B, units: {distance: string}) => float
    where
    A: Record,
    B: Record

// stLength is the native part of `ST_Length`.
//
// ## Parameters
//
// - geometry: Geometry to measure.
// - units: Unit of distances.
builtin stLength : (geometry: A, units: {distance: string}) => float where A: Record

// ST_Contains tells whether a region contains a geometry.
//
// ## Parameters
//
// - region: Region to test.
// - geometry: Geometry to test.
// - units: Unit of distances (default: option `units`).
ST_Contains = (region, geometry, units=units) =>
    stContains(units: units, geometry: geometry, region: region)

// ST_Distance gives the distance between a region and a geometry.
//
// ## Parameters
//
// - region: Region to measure from.
// - geometry: Geometry to measure to.
// - units: Unit of the result (default: option `units`).
ST_Distance = (region, geometry, units=units) =>
    stDistance(units: units, geometry: geometry, region: region)

// ST_DWithin tells whether a geometry lies within a distance of a region.
//
// ## Parameters
//
// - region: Region to measure from.
// - geometry: Geometry to measure to.
// - distance: Greatest distance.
// - units: Unit of distances (default: option `units`).
ST_DWithin = (region, geometry, distance, units=units) =>
    ST_Distance(region: region, geometry: geometry, units: units) <= distance

// ST_Intersects tells whether a geometry touches a region.
//
// ## Parameters
//
// - region: Region to test.
// - geometry: Geometry to test.
// - units: Unit of distances (default: option `units`).
ST_Intersects = (region, geometry, units=units) =>
    ST_Distance(region: region, geometry: geometry, units: units) <= 0.0

// ST_Length gives the length of a geometry.
//
// ## Parameters
//
// - geometry: Geometry to measure.
// - units: Unit of the result (default: option `units`).
ST_Length = (geometry, units=units) => stLength(units: units, geometry: geometry)

// ST_LineString makes one line of the places of each table, in the column `st_linestring`.
//
// ## Parameters
//
// - tables: Input tables (piped in).
ST_LineString = (tables=<-) =>
    reduce(
        tables: tables,
        identity: {st_linestring: ""},
        fn: (r, accumulator) =>
            ({
                st_linestring:
                    accumulator.st_linestring
                        +
                        (if accumulator.st_linestring == "" then "" else ", ")
                        +
                        string(v: r.lon) + " " + string(v: r.lat),
            }),
    )

// getGrid gives the cells of the S2 grid that cover a region.
//
// The level of the cells is given, or chosen so that their number lies within bounds.
//
// ## Parameters
//
// - region: Region to cover.
// - minSize: Least number of cells (default `24`).
// - maxSize: Greatest number of cells (default: no limit).
// - level: Level of the cells (default: chosen).
// - maxLevel: Greatest level that may be chosen (default `30`).
// - units: Unit of distances.
builtin getGrid : (
        region: A,
        units: {distance: string},
        ?level: int,
        ?maxLevel: int,
        ?maxSize: int,
        ?minSize: int,
    ) => {set: [string], level: int}
    where
    A: Record

// getLevel gives the level of a cell of the S2 grid.
//
// ## Parameters
//
// - token: Token of the cell.
builtin getLevel : (token: string) => int

// s2CellIDToken gives the token of the cell that a place or another cell lies in.
//
// Give one of `token` and `point`.
//
// ## Parameters
//
// - token: Token of a smaller cell.
// - point: Place.
// - level: Level of the cell.
builtin s2CellIDToken : (level: int, ?point: {lon: float, lat: float}, ?token: string) => string

// s2CellLatLon gives the middle of a cell of the S2 grid.
//
// ## Parameters
//
// - token: Token of the cell.
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
toRows = (tables=<-) => v1.fieldsAsCols(tables: tables)

// shapeData prepares a stream for the functions of this package.
//
// Fields become columns, those of the place are called `lat` and `lon`, and `s2_cell_id` is added.
//
// ## Parameters
//
// - latField: Name of the field with the latitude.
// - lonField: Name of the field with the longitude.
// - level: Level of the cells.
// - tables: Input tables (piped in).
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
            fn: (r) =>
                ({r with s2_cell_id: s2CellIDToken(level: level, point: {lat: r.lat, lon: r.lon})}),
        )
            |> experimental.group(mode: "extend", columns: ["s2_cell_id"])
}

// gridFilter keeps the rows of the cells that cover a region; some may lie outside of it.
//
// ## Parameters
//
// - region: Region to cover.
// - minSize: Least number of cells (default `24`).
// - maxSize: Greatest number of cells; -1 means no limit (default `-1`).
// - level: Level of the cells; -1 lets it be chosen (default `-1`).
// - s2cellIDLevel: Level of the column `s2_cell_id`; -1 finds it out (default `-1`).
// - units: Unit of distances (default: option `units`).
// - tables: Input tables (piped in).
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
    grid =
        getGrid(
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
// - region: Region to look in.
// - tables: Input tables (piped in).
strictFilter = (region, tables=<-) =>
    filter(
        tables: tables,
        fn: (r) => ST_Contains(geometry: {lat: r.lat, lon: r.lon}, region: region),
    )

// filterRows keeps the rows that lie within a region; it looks at the grid first.
//
// ## Parameters
//
// - region: Region to look in.
// - minSize: Least number of cells (default `24`).
// - maxSize: Greatest number of cells; -1 means no limit (default `-1`).
// - level: Level of the cells; -1 lets it be chosen (default `-1`).
// - s2cellIDLevel: Level of the column `s2_cell_id`; -1 finds it out (default `-1`).
// - strict: Keep only rows that lie within the region itself (default `true`).
// - tables: Input tables (piped in).
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
    near =
        gridFilter(
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
// - level: Level of the cells.
// - s2cellIDLevel: Level of the column `s2_cell_id`; -1 finds it out (default `-1`).
// - tables: Input tables (piped in).
groupByArea = (newColumn, level, s2cellIDLevel=-1, tables=<-) => {
    rowLevel = _levelOf(tables: tables, level: s2cellIDLevel)
    areas =
        if rowLevel == level then
            duplicate(tables: tables, column: "s2_cell_id", as: newColumn)
        else
            map(
                tables: tables,
                fn: (r) =>
                    ({r with __area: s2CellIDToken(level: level, point: {lat: r.lat, lon: r.lon})}),
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
asTracks = (groupBy=["id", "tid"], orderBy=["_time"], tables=<-) =>
    sort(tables: group(tables: tables, columns: groupBy), columns: orderBy)

// totalDistance adds up the distances between the successive places of each table.
//
// ## Parameters
//
// - outputColumn: Column that receives the sum (default `_value`).
// - tables: Input tables (piped in).
totalDistance = (outputColumn="_value", tables=<-) => {
    sums =
        reduce(
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
