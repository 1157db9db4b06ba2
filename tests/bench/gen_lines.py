#!/usr/bin/env python3
"""Make the line protocol that imports and reads of buckets are measured with: gen_lines.py OUT_DIR [--series].

points1m.lp    1,000,000 lines: 1,000 series, one point each 10 s, a float with three decimals and an integer
series100k.lp  (--series) 100,000 lines, each a series of its own
Deterministic; times are in nanoseconds, line after line in order of time.
"""
import os, random, sys
T0 = 1_700_000_000


def points(path, series, times):
    rnd = random.Random(6)
    heads = [f'cpu,host=host_{s:04},region={("eu", "us", "ap", "sa")[s % 4]} usage=' for s in range(series)]
    with open(path, 'w') as f:
        for t in range(times):
            tail = f'i {T0 + 10 * t}000000000\n'
            f.writelines(f'{head}{rnd.uniform(0, 100):.3f},n={rnd.randrange(1000)}{tail}' for head in heads)


def many_series(path, series):
    rnd = random.Random(7)
    with open(path, 'w') as f:
        for s in range(series):
            f.write(f'req,user=user_{s:06},shard=s{s % 100},zone=z{s % 7} ms={rnd.uniform(0, 50):.2f} {T0 + s % 60}000000000\n')


if __name__ == '__main__':
    out = sys.argv[1]
    os.makedirs(out, exist_ok=True)
    points(f'{out}/points1m.lp', 1000, 1000)
    if '--series' in sys.argv[2:]:
        many_series(f'{out}/series100k.lp', 100_000)
