#!/usr/bin/env python3
"""duckdb_buckets.py DIR: the questions of buckets/*.flux, asked of DuckDB (`pip install duckdb`).

Reads DIR/points1m.lp (gen_lines.py) into a table of DIR/points.duckdb with a row per line, and a second one with a
row per field, as a bucket has them. Prints the size of the file, the time of loading, and for each question the
median of several runs inside one process, without its start-up, with the file's pages in memory."""

import argparse
import pathlib
import statistics
import time

import duckdb

QUESTIONS = {
    "filter_value": "SELECT count(*) FROM points WHERE usage > 50.0",
    "last": "SELECT host, region, arg_max(usage, time), max(time) FROM points GROUP BY host, region",
    "mean": "SELECT avg(usage) FROM points",
    "one_series_window": """
        WITH means AS (SELECT time_bucket(INTERVAL 1 MINUTE, time) AS start, avg(usage) AS mean FROM points
                       WHERE host = 'host_0123' GROUP BY 1)
        SELECT windows.start, mean
        FROM generate_series(TIMESTAMP '2023-11-14', TIMESTAMP '2023-11-16', INTERVAL 1 MINUTE) AS windows(start)
        LEFT JOIN means ON means.start = windows.start ORDER BY 1""",
    "pivot": """
        SELECT avg(usage) FROM
            (SELECT host, region, time, max(value) FILTER (field = 'usage') AS usage, max(value) FILTER (field = 'n') AS n
             FROM fields GROUP BY host, region, time)""",
    "tag_values": "SELECT DISTINCT host FROM points ORDER BY host",
    "window_all": """
        SELECT avg(mean) FROM (SELECT avg(usage) AS mean FROM points
                               GROUP BY host, region, time_bucket(INTERVAL 10 MINUTE, time))""",
}


def load(connection: duckdb.DuckDBPyConnection, lines: pathlib.Path) -> None:
    """Cuts the lines up in SQL: they are all of one form."""
    connection.execute(
        r"""
        CREATE TABLE points AS
        SELECT regexp_extract(line, 'host=([^,]*)', 1) AS host, regexp_extract(line, 'region=([^ ]*)', 1) AS region,
               make_timestamp_ns(CAST(regexp_extract(line, ' (\d+)$', 1) AS BIGINT)) AS time,
               CAST(regexp_extract(line, 'usage=([^,]*)', 1) AS DOUBLE) AS usage,
               CAST(regexp_extract(line, 'n=(\d+)i', 1) AS BIGINT) AS n
        FROM read_csv(?, columns = {'line': 'VARCHAR'}, delim = '\t', header = false, quote = '', escape = '')""",
        [str(lines)],
    )
    connection.execute(
        """
        CREATE TABLE fields AS
        SELECT host, region, time, 'usage' AS field, usage AS value FROM points
        UNION ALL SELECT host, region, time, 'n', CAST(n AS DOUBLE) FROM points""")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("dir", type=pathlib.Path)
    parser.add_argument("-n", type=int, default=7, help="runs of each question")
    parser.add_argument("--threads", type=int, default=0, help="as DuckDB chooses unless given")
    options = parser.parse_args()
    file = options.dir / "points.duckdb"
    file.unlink(missing_ok=True)
    connection = duckdb.connect(str(file))
    if options.threads:
        connection.execute(f"SET threads = {options.threads}")
    start = time.perf_counter()
    load(connection, options.dir / "points1m.lp")
    connection.execute("CHECKPOINT")
    print(f"loading      {time.perf_counter() - start:6.2f} s")
    print(f"both tables  {file.stat().st_size / 1e6:6.1f} MB")
    for name, question in QUESTIONS.items():
        times = []
        for _ in range(options.n):
            start = time.perf_counter()
            connection.execute(question).fetchall()
            times.append(time.perf_counter() - start)
        print(f"{name:18} {statistics.median(times) * 1000:7.1f} ms")


if __name__ == "__main__":
    main()
