#!/usr/bin/env python3
"""gen_checks.py DIR: scripts that are only checked, never run, to see what checking costs.

`lines_N` are N lines of ordinary definitions and pipelines; the others are extreme in one respect.
`run.py DIR --scripts DIR --a 'fluxi check {}'` times them.
"""
import pathlib
import sys

BLOCK = """\
limit_{i} = {i}
scale_{i} = (x, by=2.0) => x * by
label_{i} = "series ${{string(v: limit_{i})}}"
rows_{i} = array.from(rows: [{{_time: 2024-01-01T00:00:00Z, host: "a", _value: {i}.5}}, {{_time: 2024-01-01T00:01:00Z, host: "b", _value: 2.0}}])
summary_{i} =
    rows_{i}
        |> range(start: 2024-01-01T00:00:00Z)
        |> filter(fn: (r) => r.host == "a" and r._value > 1.0)
        |> map(fn: (r) => ({{r with scaled: scale_{i}(x: r._value), name: strings.toUpper(v: r.host)}}))
        |> group(columns: ["host"])
        |> aggregateWindow(every: 5m, fn: mean, column: "scaled")
        |> yield(name: label_{i})
check_{i} = if limit_{i} > 10 then "high" else "low"
pair_{i} = {{low: limit_{i}, high: limit_{i} + 1, text: check_{i}}}
total_{i} = pair_{i}.low + pair_{i}.high
sized_{i} = (tables=<-, n) => tables |> limit(n: n) |> set(key: "text", value: pair_{i}.text)
top_{i} = rows_{i} |> sized_{i}(n: limit_{i})
"""
IMPORTS = 'import "array"\nimport "strings"\n'


def lines(count):
    per_block = BLOCK.count("\n")
    return IMPORTS + "".join(BLOCK.format(i=i) for i in range(count // per_block))


def main():
    folder = pathlib.Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    rows = 'import "array"\narray.from(rows: [{_time: 2024-01-01T00:00:00Z, _value: 1.0}])\n'
    scripts = {
        "lines_5000": lines(5000),
        "lines_50000": lines(50000),
        "stages_1000": rows + "    |> map(fn: (r) => ({r with _value: r._value + 1.0}))\n" * 1000,
        "labels_1000": "r = {" + ", ".join(f"l{i}: {i}" for i in range(1000)) + "}\n"
        + "".join(f"x{i} = r.l{i}\n" for i in range(1000)),
        "deep_90": "x = " + "(" * 90 + "1" + ")" * 90 + "\n",
        "chain_5000": "f0 = (x) => x\n" + "".join(f"f{i} = (x) => f{i - 1}(x: x)\n" for i in range(1, 5000)),
    }
    for name, text in scripts.items():
        (folder / f"check_{name}.flux").write_text(text)


main()
