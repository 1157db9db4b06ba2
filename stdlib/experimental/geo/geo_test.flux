package geo_test

import "array"
import "experimental/geo"
import "internal/debug"
import "math"
import "testing"

berlin = {lat: 52.52, lon: 13.405}
paris = {lat: 48.8566, lon: 2.3522}
north = {minLat: 50.0, maxLat: 55.0, minLon: 5.0, maxLon: 15.0}
triangle = {points: [{lat: 0.0, lon: 0.0}, {lat: 0.0, lon: 10.0}, {lat: 10.0, lon: 0.0}]}

near = (got, want) => testing.assertEqualValues(got: math.abs(x: got - want) < 0.001, want: true)

testcase ST_Distance_between_two_points_is_that_of_a_great_circle {
    near(got: geo.ST_Distance(region: berlin, geometry: paris), want: 877.465)
}

testcase ST_Distance_within_a_region_is_zero {
    near(got: geo.ST_Distance(region: north, geometry: berlin), want: 0.0)
}

testcase ST_Distance_takes_other_units {
    degree = (unit) => geo.ST_Distance(
        region: {lat: 0.0, lon: 0.0},
        geometry: {lat: 0.0, lon: 1.0},
        units: {distance: unit},
    )

    testing.assertEqualValues(
        got:
            math.abs(x: degree(unit: "m") - 111195.101) < 0.001
                and math.abs(x: degree(unit: "mile") - 69.0934) < 0.0001,
        want: true,
    )
}

testcase units_is_the_unit_of_calls_without_one {
    option geo.units = {distance: "m"}

    near(
        got: geo.ST_Distance(region: {lat: 0.0, lon: 0.0}, geometry: {lat: 0.0, lon: 1.0}),
        want: 111195.101,
    )
}

testcase ST_Distance_refuses_other_units {
    testing.shouldError(
        fn: () => geo.ST_Distance(region: berlin, geometry: paris, units: {distance: "league"}),
        want: /league/,
    )
}

testcase ST_Distance_refuses_other_records {
    testing.shouldError(
        fn: () => geo.ST_Distance(region: {x: 1.0}, geometry: paris),
        want: /region/,
    )
}

testcase ST_Contains_knows_every_kind_of_region {
    circle = {lat: 52.0, lon: 13.0, radius: 100.0}
    got = [
        geo.ST_Contains(region: north, geometry: berlin),
        geo.ST_Contains(region: north, geometry: paris),
        geo.ST_Contains(region: circle, geometry: berlin),
        geo.ST_Contains(region: circle, geometry: paris),
        geo.ST_Contains(region: triangle, geometry: {lat: 2.0, lon: 2.0}),
        geo.ST_Contains(region: triangle, geometry: {lat: 8.0, lon: 8.0}),
        geo.ST_Contains(region: triangle, geometry: {linestring: "1.0 1.0, 2.0 3.0"}),
        geo.ST_Contains(region: triangle, geometry: {linestring: "1.0 1.0, 9.0 9.0"}),
    ]
    want = [
        true,
        false,
        true,
        false,
        true,
        false,
        true,
        false,
    ]

    testing.diff(
        got: array.from(rows: got |> array.map(fn: (x) => ({v: x}))),
        want: array.from(rows: want |> array.map(fn: (x) => ({v: x}))),
    )
}

testcase ST_DWithin_compares_the_distance {
    got = [
        geo.ST_DWithin(region: berlin, geometry: paris, distance: 900.0),
        geo.ST_DWithin(region: berlin, geometry: paris, distance: 800.0),
        geo.ST_DWithin(region: berlin, geometry: paris, distance: 900.0, units: {distance: "mile"}),
        geo.ST_DWithin(region: berlin, geometry: paris, distance: 900.0, units: {distance: "m"}),
    ]
    want = [true, false, true, false]

    testing.diff(
        got: array.from(rows: got |> array.map(fn: (x) => ({v: x}))),
        want: array.from(rows: want |> array.map(fn: (x) => ({v: x}))),
    )
}

testcase ST_Intersects_what_touches_a_region {
    got = [
        geo.ST_Intersects(region: triangle, geometry: {linestring: "-1.0 1.0, 1.0 1.0"}),
        geo.ST_Intersects(region: triangle, geometry: {linestring: "-2.0 1.0, -1.0 1.0"}),
        geo.ST_Intersects(region: north, geometry: berlin),
        geo.ST_Intersects(region: north, geometry: paris),
    ]
    want = [true, false, true, false]

    testing.diff(
        got: array.from(rows: got |> array.map(fn: (x) => ({v: x}))),
        want: array.from(rows: want |> array.map(fn: (x) => ({v: x}))),
    )
}

testcase ST_Length_adds_up_a_line {
    near(got: geo.ST_Length(geometry: {linestring: "0.0 0.0, 1.0 0.0, 3.0 0.0"}), want: 333.585)
}

testcase ST_Length_of_a_point_is_zero {
    near(got: geo.ST_Length(geometry: berlin, units: {distance: "m"}), want: 0.0)
}

testcase stContains_stDistance_and_stLength_take_their_units {
    km = {distance: "km"}

    testing.assertEqualValues(
        got:
            geo.stContains(region: north, geometry: berlin, units: km)
                and math.abs(
                    x: geo.stDistance(region: berlin, geometry: paris, units: km) - 877.465,
                )
                    < 0.001
                and geo.stLength(geometry: paris, units: km) == 0.0,
        want: true,
    )
}

testcase s2CellIDToken_of_a_place_or_of_a_smaller_cell {
    testing.assertEqualValues(
        got:
            geo.s2CellIDToken(point: {lat: 40.7128, lon: -74.006}, level: 10)
                + " "
                + geo.s2CellIDToken(
                    token: "89c25b",
                    level: 5,
                ),
        want: "89c25b 89c4",
    )
}

testcase s2CellIDToken_refuses_a_finer_level_than_that_of_the_token {
    testing.shouldError(
        fn: () => geo.s2CellIDToken(token: "89c4", level: 10),
        want: /invalid token specified or requested level greater then current level/,
    )
}

testcase getLevel_of_a_token {
    testing.assertEqualValues(got: geo.getLevel(token: "89c25b"), want: 10)
}

testcase getLevel_refuses_what_is_no_token {
    testing.shouldError(fn: () => geo.getLevel(token: "no token"), want: /invalid token specified/)
}

testcase s2CellLatLon_is_the_middle_of_a_cell {
    middle = geo.s2CellLatLon(token: "89c25b")

    testing.assertEqualValues(got: geo.s2CellIDToken(point: middle, level: 10), want: "89c25b")
}

testcase getGrid_covers_a_region_at_the_given_level {
    grid = geo.getGrid(
        region: {lat: 40.7128, lon: -74.006, radius: 1.0},
        units: {distance: "km"},
        level: 10,
    )

    testing.assertEqualValues(
        got: "${grid.level} ${contains(value: "89c25b", set: grid.set)}",
        want: "10 true",
    )
}

testcase getGrid_keeps_to_the_greatest_number_of_cells {
    grid = geo.getGrid(region: north, units: {distance: "km"}, minSize: 4, maxSize: 50)

    testing.assertEqualValues(
        got: length(arr: grid.set) >= 4 and length(arr: grid.set) <= 50,
        want: true,
    )
}

testcase getGrid_refuses_bounds_that_contradict_each_other {
    testing.shouldError(
        fn: () => geo.getGrid(region: north, units: {distance: "km"}, minSize: 10, maxSize: 5),
        want: /minSize > maxSize/,
    )
}

at = 2024-06-01T12:00:00Z
fields =
    array.from(
        rows: [
            {_time: at, id: "bus", _field: "latitude", _value: 52.52},
            {_time: at, id: "bus", _field: "longitude", _value: 13.405},
            {_time: at, id: "bus", _field: "speed", _value: 12.0},
            {_time: at, id: "tram", _field: "latitude", _value: 48.8566},
            {_time: at, id: "tram", _field: "longitude", _value: 2.3522},
            {_time: at, id: "tram", _field: "speed", _value: 7.0},
        ],
    )
        |> group(columns: ["id", "_field"])
places = fields |> geo.shapeData(latField: "latitude", lonField: "longitude", level: 12)

idOf = (tables=<-) =>
    tables |> group() |> keep(columns: ["id"]) |> sort(columns: ["id"]) |> debug.opaque()
ids = (list) => array.from(rows: list |> array.map(fn: (x) => ({id: x}))) |> debug.opaque()

testcase shapeData_makes_rows_with_a_place_and_its_cell {
    want =
        array.from(
            rows: [
                {
                    _time: at,
                    id: "bus",
                    lat: 52.52,
                    lon: 13.405,
                    speed: 12.0,
                },
                {
                    _time: at,
                    id: "tram",
                    lat: 48.8566,
                    lon: 2.3522,
                    speed: 7.0,
                },
            ],
        )
            |> map(
                fn: (r) => ({r with
                    s2_cell_id: geo.s2CellIDToken(point: {lat: r.lat, lon: r.lon}, level: 12),
                }),
            )
            |> group(columns: ["id", "s2_cell_id"])

    testing.diff(got: places |> debug.opaque(), want: want |> debug.opaque())
}

testcase toRows_puts_fields_into_columns {
    testing.diff(
        got: fields |> geo.toRows() |> debug.opaque(),
        want:
            array.from(
                rows: [
                    {
                        _time: at,
                        id: "bus",
                        latitude: 52.52,
                        longitude: 13.405,
                        speed: 12.0,
                    },
                    {
                        _time: at,
                        id: "tram",
                        latitude: 48.8566,
                        longitude: 2.3522,
                        speed: 7.0,
                    },
                ],
            )
                |> group(columns: ["id"])
                |> debug.opaque(),
    )
}

testcase gridFilter_keeps_the_cells_near_a_region {
    testing.diff(
        got: places |> geo.gridFilter(region: {lat: 52.5, lon: 13.4, radius: 20.0}) |> idOf(),
        want: ids(list: ["bus"]),
    )
}

testcase gridFilter_takes_the_levels {
    testing.diff(
        got:
            places
                |> geo.gridFilter(
                    region: {lat: 48.8, lon: 2.3, radius: 20.0},
                    level: 8,
                    s2cellIDLevel: 12,
                )
                |> idOf(),
        want: ids(list: ["tram"]),
    )
}

testcase strictFilter_looks_at_the_place_itself {
    testing.diff(
        got: places |> geo.strictFilter(region: {lat: 52.5, lon: 13.4, radius: 3.0}) |> idOf(),
        want: ids(list: ["bus"]),
    )
}

testcase strictFilter_may_keep_nothing {
    places |> geo.strictFilter(region: {lat: 0.0, lon: 0.0, radius: 3.0}) |> testing.assertEmpty()
}

testcase filterRows_looks_at_grid_and_place {
    got = (strict) =>
        places
            |> geo.filterRows(
                region: {lat: 52.52, lon: 13.3, radius: 1.0},
                level: 4,
                strict: strict,
            )
            |> idOf()

    testing.diff(got: got(strict: false), want: ids(list: ["bus"]))
}

testcase filterRows_leaves_out_what_only_the_grid_holds {
    places
        |> geo.filterRows(region: {lat: 52.52, lon: 13.3, radius: 1.0}, level: 4)
        |> testing.assertEmpty()
}

testcase filterRows_makes_rows_of_fields {
    points =
        places
            |> duplicate(column: "speed", as: "_value")
            |> drop(columns: ["speed"])
            |> map(fn: (r) => ({r with _value: r._value}))

    testing.diff(
        got: points |> geo.filterRows(region: north) |> idOf(),
        want: ids(list: ["bus"]),
    )
}

testcase groupByArea_takes_coarser_cells {
    got = places |> geo.groupByArea(newColumn: "area", level: 3) |> keep(columns: ["id", "area"])
    want =
        array.from(
            rows: [
                {id: "bus", area: geo.s2CellIDToken(point: berlin, level: 3)},
                {id: "tram", area: geo.s2CellIDToken(point: paris, level: 3)},
            ],
        )
            |> group(columns: ["area"])

    testing.diff(got: got |> debug.opaque(), want: want |> debug.opaque())
}

testcase groupByArea_of_the_same_level_takes_the_cells_themselves {
    testing.diff(
        got: places |> geo.groupByArea(newColumn: "area", level: 12) |> debug.opaque(),
        want:
            places
                |> duplicate(column: "s2_cell_id", as: "area")
                |> group(columns: ["area"])
                |> debug.opaque(),
    )
}

walk = array.from(
    rows: [
        {
            _time: 2024-06-01T12:02:00Z,
            id: "a",
            tid: "1",
            lat: 0.0,
            lon: 3.0,
        },
        {
            _time: 2024-06-01T12:00:00Z,
            id: "a",
            tid: "1",
            lat: 0.0,
            lon: 0.0,
        },
        {
            _time: 2024-06-01T12:01:00Z,
            id: "a",
            tid: "1",
            lat: 0.0,
            lon: 1.0,
        },
        {
            _time: 2024-06-01T12:00:00Z,
            id: "b",
            tid: "1",
            lat: 1.0,
            lon: 0.0,
        },
    ],
)

testcase asTracks_groups_and_sorts {
    testing.diff(
        got: walk |> geo.asTracks() |> debug.opaque(),
        want: walk |> group(columns: ["id", "tid"]) |> sort(columns: ["_time"]) |> debug.opaque(),
    )
}

testcase asTracks_takes_other_columns {
    testing.diff(
        got: walk |> geo.asTracks(groupBy: ["tid"], orderBy: ["lat", "lon"]) |> debug.opaque(),
        want: walk |> group(columns: ["tid"]) |> sort(columns: ["lat", "lon"]) |> debug.opaque(),
    )
}

testcase ST_LineString_joins_the_places_of_a_table {
    got = walk |> geo.asTracks() |> geo.ST_LineString()
    want =
        array.from(
            rows: [
                {id: "a", tid: "1", st_linestring: "0 0, 1 0, 3 0"},
                {id: "b", tid: "1", st_linestring: "0 1"},
            ],
        )
            |> group(columns: ["id", "tid"])

    testing.diff(got: got |> debug.opaque(), want: want |> debug.opaque())
}

testcase totalDistance_adds_up_the_steps {
    got =
        walk
            |> geo.asTracks()
            |> geo.totalDistance(outputColumn: "km")
            |> map(fn: (r) => ({r with km: math.round(x: r.km * 1000.0)}))
    want =
        array.from(rows: [{id: "a", tid: "1", km: 333585.0}, {id: "b", tid: "1", km: 0.0}])
            |> group(columns: ["id", "tid"])

    testing.diff(got: got |> debug.opaque(), want: want |> debug.opaque())
}

testcase totalDistance_of_nothing_is_nothing {
    walk |> filter(fn: (r) => r.id == "c") |> geo.totalDistance() |> testing.assertEmpty()
}
