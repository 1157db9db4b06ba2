// Package polyline thins out curves.
package polyline

// rdp drops points that change the shape of a curve little (algorithm of Ramer, Douglas, Peucker).
//
// Give one of `epsilon` and `retention`; without both, a tolerance is computed.
//
// ## Parameters
//
// - valColumn: Column with the values (default `_value`).
// - timeColumn: Column with the times (default `_time`).
// - epsilon: Greatest distance that a dropped point may have to the new curve.
// - retention: Share of the points to keep, in per cent.
// - tables: Input tables (piped in).
builtin rdp : (
        <-tables: stream[A],
        ?epsilon: float,
        ?retention: float,
        ?timeColumn: string,
        ?valColumn: string,
    ) => stream[B]
    where
    A: Record,
    B: Record
