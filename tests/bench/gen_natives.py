#!/usr/bin/env python3
"""gen_natives.py DIR: 1,000,000 rows in DIR/natives.csv and a script in DIR/natives/ for each pure function
that a `map` can call: the functions of the packages below by their signatures, and the conversions.

`run.py DIR --scripts DIR/natives --groups --a "fluxi run --profile {}"` times them.
"""
import pathlib
import random
import re
import sys

STDLIB = pathlib.Path(__file__).resolve().parents[2] / 'stdlib'
PACKAGES = 'strings regexp math date bitwise contrib/qxip/hash contrib/bonitoo-io/hex'.split()
# What stands for a parameter: by function and name, by name, by type.
SPECIAL = {
    'isDigit.v': 'r.c', 'isLetter.v': 'r.c', 'isLower.v': 'r.c', 'isUpper.v': 'r.c',
    'joinStr.arr': '[r.s, r.c, r.n]', 'joinStr.v': '"-"', 'compile.v': '"a+"', 'getString.r': '/a+/',
    'findStringIndex.r': '/[a-z]+/', 'replaceAllString.t': '"<$0>"', 'repeat.i': '2', 'substring.start': '2', 'substring.end': '9', 'equalFold.t': '"Abc"',
    'compare.t': '"m"', 'replace.i': '1', 'splitN.i': '2', 'splitAfterN.i': '2', 'splitRegexp.i': '-1',
    'hex.int.v': 'r.h', 'hex.uint.v': 'r.h', 'hex.bytes.v': 'r.h', 'hmac.k': '"key"', 'hash.v': 'r.s', 'isInf.sign': '1',
    'jn.n': '2', 'yn.n': '2', 'pow10.n': 'r.k', 'ldexp.exp': 'r.k', 'atanh.x': 'r.q', 'acos.x': 'r.q', 'asin.x': 'r.q',
    'erfinv.x': 'r.q', 'erfcinv.x': 'r.q', 'scale.n': 'r.k',
}
NAMES = {
    'cutset': '"ae/"', 'prefix': '"ab"', 'suffix': '"yz"', 'substr': '"an"', 'chars': '"xyz"', 't': '"a"', 'u': '"--"',
    'r': '/[a-e]+/', 'b': '3', 'd': '1mo', 'unit': '1h', 'to': 'r.t', 'from': 'r.t',
}
TYPES = {'string': 'r.s', 'float': 'r.f', 'int': 'r.i', 'uint': 'r.u', 'A': 'r.s', 'time': 'r.t', 'duration': '1h'}
CONVERSIONS = {
    'string(v: int)': 'string(v: r.i)', 'string(v: float)': 'string(v: r.f)', 'string(v: time)': 'string(v: r.t)',
    'string(v: uint)': 'string(v: r.u)', 'string(v: bool)': 'string(v: r.o)',
    'string(v: duration)': 'string(v: duration(v: r.i))',
    'int(v: string)': 'int(v: r.n)', 'int(v: float)': 'int(v: r.f)', 'int(v: time)': 'int(v: r.t)',
    'int(v: duration)': 'int(v: duration(v: r.i))',
    'uint(v: string)': 'uint(v: r.n)', 'uint(v: float)': 'uint(v: r.f)', 'uint(v: int)': 'uint(v: r.i)',
    'float(v: string)': 'float(v: r.n)', 'float(v: int)': 'float(v: r.i)',
    'bool(v: string)': 'bool(v: r.w)', 'bool(v: int)': 'bool(v: r.z)', 'time(v: string)': 'time(v: r.ts)',
    'time(v: int)': 'time(v: r.i)', 'duration(v: string)': 'string(v: duration(v: r.ds))',
    'bytes(v: string)': 'string(v: bytes(v: r.s))', 'display(v: float)': 'display(v: r.f)', 'display(v: time)': 'display(v: r.t)',
    'interpolation': '"${r.s}-${r.i}-${r.f}"', 'contains': 'contains(value: r.c, set: ["a", "b", "c"])',
    'length(arr: split)': 'length(arr: strings.split(v: r.s, t: "a"))',
    'types.isType': 'types.isType(v: r.f, type: "float")', 'types.isNumeric': 'types.isNumeric(v: r.f)',
    'dict.get': 'dict.get(dict: ["a": 1, "b": 2], key: r.c, default: 0)',
    'regexp operator': 'r.s =~ /[a-e]+z/', 'json.encode': 'string(v: json.encode(v: r.s))',
    'json.encode (record)': 'string(v: json.encode(v: {name: r.s, at: r.t, values: [r.f, 1.0], n: r.i}))',
    'json.encode (split)': 'string(v: json.encode(v: strings.split(v: r.s, t: "a")))',
    'strings.joinStr (split)': 'strings.joinStr(arr: strings.split(v: r.s, t: "a"), v: "e")',
    'contains (split)': 'contains(value: r.c, set: strings.split(v: r.s, t: "/"))',
    'contains (columns)': 'contains(value: r.c, set: [r.n, r.w, "a"])',
    'element': 'strings.split(v: r.s, t: "/")[r.z]',
    'length(arr: splitRegexp)': 'length(arr: regexp.splitRegexp(r: /[aeiou]/, v: r.s, i: -1))',
    'date.add (duration)': 'date.add(d: duration(v: r.i), to: r.t)',
    'date.sub (duration)': 'date.sub(d: date.scale(d: 1mo, n: r.k), from: r.t)',
    'duration operators': 'int(v: -duration(v: r.i))',
    'interpolation (duration)': '"${duration(v: r.i)}"',
    'display(v: duration)': 'display(v: duration(v: r.i))', 'hex.string(v: bytes)': 'hex.string(v: bytes(v: r.s))',
    'if with durations': 'string(v: if r.o then duration(v: r.i) else 1h)',
    'regexp.replaceAllString (groups)': r'regexp.replaceAllString(r: /([a-e])([f-z])/, v: r.s, t: "$2\${1}_")',
    'regexp.replaceAllString (column)': 'regexp.replaceAllString(r: /[a-e]/, v: r.s, t: r.c)',
    'hash.hmac (long key)': 'hash.hmac(v: r.s, k: "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef+")',
}
LOCATED = 'minute hour weekDay monthDay yearDay month year week quarter time'.split()
HEADER = '''import "csv"
import "date"
import "dict"
import "json"
import "math"
import "regexp"
import "strings"
import "timezone"
import "types"
import "bitwise"
import "contrib/qxip/hash"
import "contrib/bonitoo-io/hex"

csv.from(file: "@DATA@/natives.csv") |> map(fn: (r) => ({v: %s})) |> last(column: "v")
'''


def argument(package, function, name, kind):
    short = package.split('/')[-1]
    for key in (f'{short}.{function}.{name}', f'{function}.{name}', f'{short}.{name}'):
        if key in SPECIAL:
            return SPECIAL[key]
    if package == 'bitwise':
        constant = 'uint(v: 3)' if kind == 'uint' else '3'
        return constant if name == 'b' else TYPES[kind]
    if package == 'date' and name == 't':
        return 'r.t'
    if package == 'math':
        return {'y': '3.0', 'q': '3.0', 'b': 'r.u'}.get(name, TYPES[kind])
    return NAMES.get(name) or TYPES[kind]


def functions():
    for package in PACKAGES:
        short = package.split('/')[-1]
        text = (STDLIB / package / f'{short}.flux').read_text()
        for function, parameters, result in re.findall(r'^builtin (\w+) : \((.*)\) => (.*?)(?: where.*)?$', text, re.M):
            if function.startswith('_') or 'location' in parameters:
                continue
            given = [re.match(r'\??(?:<-)?(\w+): (\w+|\[\w+\])', p).groups() for p in parameters.split(', ') if p]
            call = f'{short}.{function}({", ".join(f"{n}: {argument(package, function, n, k)}" for n, k in given)})'
            if 'r.' not in call.replace(f'{short}.', ''):
                continue  # a constant
            if result.startswith('['):
                call += '[0]'
            elif result.startswith('{'):
                call += '.' + re.search(r'(\w+): float', result).group(1)
            elif result == 'duration':
                call = f'string(v: {call})'
            elif result == 'bytes':
                call = f'hex.string(v: {call})'
            elif result == 'regexp':
                call = f'regexp.getString(r: {call})'
            yield f'{short}.{function}', call
    for part in LOCATED:
        yield f'date.{part}', f'date.{part}(t: r.t)'
        yield f'date.{part} (zone)', f'date.{part}(t: r.t, location: york)'
    for name, call in {'truncate': 't: r.t, unit: 1h', 'truncate (1mo)': 't: r.t, unit: 1mo', 'add': 'd: 1mo, to: r.t',
                       'sub': 'd: 90s, from: r.t'}.items():
        base = name.split()[0]
        yield f'date.{name}', f'date.{base}({call})'
        yield f'date.{name} (zone)', f'date.{base}({call}, location: york)'
    yield from CONVERSIONS.items()


def script(call):
    text = HEADER % call
    if 'york' in call:
        text = text.replace('\ncsv.from', '\nyork = timezone.location(name: "America/New_York")\n\ncsv.from')
    used = [line for line in text.split('\n')
            if not line.startswith('import') or f'{line.strip(chr(34)).split("/")[-1].split(chr(34))[-1]}.' in text]
    return '\n'.join(used)


def rows(path, count=1_000_000):
    rnd = random.Random(5)
    letters = 'abcdefghijklmnopqrstuvwxyz'
    words = [''.join(rnd.choices(letters, k=rnd.randint(4, 9))) for _ in range(500)]
    kinds = 's:string c:string n:string w:string ts:string ds:string h:string f:double q:double i:long k:long z:long u:unsignedLong o:boolean t:dateTime:RFC3339'
    pairs = [kind.split(':', 1) for kind in kinds.split()]
    with open(path, 'w') as out:
        out.write('#datatype,string,long,' + ','.join(k for _, k in pairs) + '\n#group,false,false' + ',false' * len(pairs) + '\n')
        out.write('#default,_result,' + ',' * len(pairs) + '\n,result,table,' + ','.join(n for n, _ in pairs) + '\n')
        for i in range(count):
            day, second = 1 + i // 86400, i % 86400
            time = f'2021-03-{day:02}T{second // 3600:02}:{second // 60 % 60:02}:{second % 60:02}.{i % 1000:03}Z'
            s = f' {rnd.choice(words)}/{rnd.choice(words)} '
            out.write(f',,0,{s},{s[1]},{rnd.randrange(10**6)},{rnd.choice(("true", "false"))},{time},{i % 50}m{i % 60}s,{i:08x},'
                      f'{rnd.uniform(-1000, 1000):.4f},{rnd.uniform(0.01, 0.99):.5f},{rnd.randrange(-10**9, 10**9)},{i % 40 - 20},'
                      f'{i % 2},{rnd.randrange(10**9)},{rnd.choice(("true", "false"))},{time}\n')


def main():
    folder = pathlib.Path(sys.argv[1])
    scripts = folder / 'natives'
    scripts.mkdir(parents=True, exist_ok=True)
    if not (folder / 'natives.csv').exists():
        rows(folder / 'natives.csv')
    for name, call in functions():
        (scripts / f'{re.sub(r"[^A-Za-z0-9_.():-]+", " ", name)}.flux').write_text(script(call))


if __name__ == '__main__':
    main()
