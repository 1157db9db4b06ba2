"""Compares annotated CSV that fluxi printed with what is on record: types, group flags, defaults, the order of columns,
tables and rows, and values. For compare_buckets.py; scripts without buckets are compared by `fluxi conformance scripts`,
which knows the same outcomes.
"""
import csv
import dataclasses
import io
import math
import pathlib
import re

GOOD = ("pass", "pass-err")
OUTCOMES = (*GOOD, "columns", "order", "differ", "error", "died", "should-have-failed", "phase", "place")
ANNOTATIONS = ("#datatype", "#group", "#default")


@dataclasses.dataclass
class Table:
    """One table of one result: its columns with their annotations, its rows as text cells."""

    labels: list
    types: list
    groups: list
    defaults: list
    rows: list

    def shape(self):
        return list(zip(self.labels, self.types, self.groups, self.defaults))


@dataclasses.dataclass
class Output:
    """Everything a script printed: result name -> tables, and the message of an error table."""

    results: dict
    error: str = None


class Malformed(Exception):
    pass


def records(text):
    """Yields the CSV records of text; an empty line yields an empty record."""
    try:
        yield from csv.reader(io.StringIO(text, newline=""), strict=True)
    except csv.Error as problem:
        raise Malformed(f"not CSV: {problem}") from None


def parse(text):
    """Parses annotated CSV as a Flux runtime prints it.

    A block is its annotations, a header line and rows; blocks are separated by empty lines. The
    `table` column numbers the tables of a result from 0; a block without rows is an empty table,
    whose number (and key values) are in #default. The result's name is the #default of `result`.
    """
    output = Output(results={})
    annotations, header, result, table_id, current = {}, None, None, None, None

    def finish_block():
        nonlocal annotations, header, current, table_id
        if header is not None and current is None and result is not None:
            add_table(annotations["#default"][2])
        annotations, header, current, table_id = {}, None, None, None

    def add_table(number):
        nonlocal current
        tables = output.results.setdefault(result, [])
        if str(len(tables)) != number:
            raise Malformed(f'result "{result}": table {number!r} where {len(tables)} is due')
        width = len(header)
        current = Table(
            header[3:], *(annotations[name][3:width] for name in ANNOTATIONS), rows=[]
        )
        tables.append(current)

    for row in records(text):
        if not row:
            finish_block()
        elif row[0].startswith("#"):
            if header is not None:
                finish_block()
            annotations[row[0]] = row
        elif header is None:
            header = row
            if row[1:] == ["error", "reference"]:
                result = None
                continue
            missing = [name for name in ANNOTATIONS if name not in annotations]
            if missing:
                raise Malformed(f"header without {', '.join(missing)}")
            if row[:3] != ["", "result", "table"]:
                raise Malformed(f"header begins {row[:3]}, not ['', 'result', 'table']")
            uneven = [name for name in ANNOTATIONS if len(annotations[name]) != len(row)]
            if uneven:
                raise Malformed(f"{', '.join(uneven)} and the header differ in length")
            if annotations["#datatype"][1:3] != ["string", "long"]:
                raise Malformed("result and table must be string and long")
            result = annotations["#default"][1]
        elif result is None:
            output.error = row[1] if len(row) > 1 else ""
        else:
            if len(row) != len(header):
                raise Malformed(f"row of {len(row)} cells under a header of {len(header)}")
            if row[1] not in ("", result):
                raise Malformed(f'row of result "{row[1]}" under result "{result}"')
            if row[2] != table_id:
                table_id = row[2]
                add_table(table_id)
            current.rows.append(row[3:])
    finish_block()
    return output


def same_value(kind, got, want, tolerance):
    if got == want:
        return True
    if kind != "double" or not got or not want:
        return False
    try:
        a, b = float(got), float(want)
    except ValueError:
        return False
    if math.isnan(a) or math.isnan(b):
        return math.isnan(a) and math.isnan(b)
    if math.isinf(a) or math.isinf(b):
        return a == b
    return math.isclose(a, b, rel_tol=tolerance, abs_tol=0.0 if tolerance < 1e-9 else tolerance)


def same_row(types, got, want, tolerance):
    return all(same_value(k, g, w, tolerance) for k, g, w in zip(types, got, want))


def same_rows(got, want, tolerance):
    return len(got.rows) == len(want.rows) and all(
        same_row(want.types, g, w, tolerance) for g, w in zip(got.rows, want.rows)
    )


def same_rows_any_order(got, want, tolerance):
    left = list(got.rows)
    for row in want.rows:
        match = next((r for r in left if same_row(want.types, r, row, tolerance)), None)
        if match is None:
            return False
        left.remove(match)
    return not left


def equal_apart_from_order(got, want, tolerance):
    left = list(got)
    for table in want:
        match = next(
            (
                t
                for t in left
                if t.shape() == table.shape() and same_rows_any_order(t, table, tolerance)
            ),
            None,
        )
        if match is None:
            return False
        left.remove(match)
    return not left


def judge(got, want, tolerance, any_order, any_columns=False):
    """Returns (outcome, lines that explain it). Results are matched by name, in whatever order."""
    notes = []
    if list(got.results) != list(want.results):
        if set(got.results) != set(want.results):
            return "differ", [f"results: {list(want.results)} expected, got {list(got.results)}"]
    outcome = "pass"
    for name, tables in want.results.items():
        mine = got.results[name]
        exact = len(mine) == len(tables) and all(
            g.shape() == w.shape() and same_rows(g, w, tolerance) for g, w in zip(mine, tables)
        )
        if exact:
            continue
        arranged = [arranged_like(g, w) for g, w in zip(mine, tables)]
        if len(mine) == len(tables) and all(
            g.shape() == w.shape() and same_rows(g, w, tolerance) for g, w in zip(arranged, tables)
        ):
            if not any_columns:
                outcome = "columns" if outcome == "pass" else outcome
                notes.append(f'result "{name}": columns come in another order')
                notes += explain(mine, tables, tolerance)
        elif equal_apart_from_order(mine, tables, tolerance):
            if not any_order:
                outcome = "order" if outcome == "pass" else outcome
                notes.append(f'result "{name}": tables or rows come in another order')
                notes += explain(mine, tables, tolerance)
        else:
            outcome = "differ"
            notes.append(f'result "{name}":')
            notes += explain(mine, tables, tolerance)
    return outcome, notes


def arranged_like(table, model):
    """The table with its columns in the order of the model's, where both have the same labels once each."""
    if len(set(table.labels)) != len(table.labels) or sorted(table.labels) != sorted(model.labels):
        return table
    order = [table.labels.index(label) for label in model.labels]
    pick = lambda cells: [cells[i] for i in order]
    rows = [pick(row) for row in table.rows]
    return Table(pick(table.labels), pick(table.types), pick(table.groups), pick(table.defaults), rows)


def key_of(table):
    row = table.rows[0] if table.rows else table.defaults
    return "{" + ",".join(
        f"{label}={cell}" for label, group, cell in zip(table.labels, table.groups, row) if group == "true"
    ) + "}"


def columns_of(shape):
    return " ".join(
        f"{'*' if group == 'true' else ''}{label}:{kind}" + (f"={default}" if default else "")
        for label, kind, group, default in shape
    )


def explain(got, want, tolerance, limit=12):
    """A readable list of the differences between two lists of tables."""
    lines = []
    if len(got) != len(want):
        lines.append(f"  {len(want)} tables expected, got {len(got)}")
    for number in range(max(len(got), len(want))):
        if number >= len(got):
            lines.append(f"  - table {number} {key_of(want[number])} is missing")
        elif number >= len(want):
            lines.append(f"  + table {number} {key_of(got[number])} is too many")
        else:
            lines += explain_table(number, got[number], want[number], tolerance, limit)
    return lines


def explain_table(number, got, want, tolerance, limit):
    lines = []
    if got.shape() != want.shape():
        lines.append(f"  table {number}: columns (* = group key)")
        lines.append(f"    - {columns_of(want.shape())}")
        lines.append(f"    + {columns_of(got.shape())}")
    if got.types == want.types and same_rows(got, want, tolerance):
        return lines
    rows = []
    for index in range(max(len(got.rows), len(want.rows))):
        g = got.rows[index] if index < len(got.rows) else None
        w = want.rows[index] if index < len(want.rows) else None
        if g is not None and w is not None and len(g) == len(w) and same_row(want.types, g, w, tolerance):
            continue
        if w is not None:
            rows.append(f"    - {index}: {','.join(w)}")
        if g is not None:
            rows.append(f"    + {index}: {','.join(g)}")
    if rows:
        lines.append(f"  table {number} {key_of(want)}: rows (- expected, + got)")
        lines += rows[: 2 * limit]
        if len(rows) > 2 * limit:
            lines.append(f"      … {len(rows) - 2 * limit} more lines")
    return lines


@dataclasses.dataclass
class Verdict:
    case: pathlib.Path
    outcome: str
    notes: list
    seconds: float


def directive(script, name):
    found = re.search(rf"^// {name}: *(\S+) *$", script, re.MULTILINE)
    return found.group(1) if found else None


def prefix_of(case):
    return case.stem.split("_")[0]


def summary(verdicts):
    groups = {}
    for verdict in verdicts:
        groups.setdefault((verdict.case.parent.name, prefix_of(verdict.case)), []).append(verdict)
    used = [o for o in OUTCOMES if any(v.outcome == o for v in verdicts)]
    width = max([len(f"{place}/{prefix}") for place, prefix in groups] + [8])
    yield f"{'':{width}}  {'cases':>5}  " + "  ".join(f"{o:>{max(len(o), 5)}}" for o in used)
    rows = sorted(groups.items()) + [(("total", ""), verdicts)]
    for (place, prefix), members in rows:
        name = f"{place}/{prefix}" if prefix else place
        counts = [sum(v.outcome == o for v in members) for o in used]
        cells = "  ".join(f"{c or '':>{max(len(o), 5)}}" for o, c in zip(used, counts))
        yield f"{name:{width}}  {len(members):>5}  {cells}"
