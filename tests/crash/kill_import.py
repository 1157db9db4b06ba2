#!/usr/bin/env python3
"""kill_import.py --bin FLUXI [--rounds N] [--to]: kill -9 at random moments of `fluxi import`, or of a script with to().

Each round imports a file of its own number into one bucket and kills the program after a random time. Then the
bucket must hold every file that was reported imported (exit status 0), and of the file that was killed all or nothing.
"""
import argparse, os, random, subprocess, sys, tempfile, time

LINES = 20_000
SCRIPT = 'from(bucket: "src") |> range(start: 1970-01-01T00:00:00Z, stop: 1970-01-01T00:01:00Z) |> to(bucket: "b")'


def main():
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument('--bin', required=True)
    options.add_argument('--rounds', type=int, default=200)
    options.add_argument('--seed', type=int, default=1)
    options.add_argument('--to', action='store_true', help='a script reads the mounted file and writes it with to()')
    given = options.parse_args()
    rnd = random.Random(given.seed)
    with tempfile.TemporaryDirectory(prefix='fluxi-kill-') as folder:
        data = folder + '/data.db'

        def run(*words):
            return subprocess.run([given.bin, *words], capture_output=True, text=True)

        def count():
            done = run('export', '--data', data, '--bucket', 'b')
            if done.returncode != 0:
                sys.exit(f'the store cannot be read: {done.stderr}')
            rounds = {}
            for line in done.stdout.splitlines():
                number = line.split(',n=')[1].split(' ')[0]
                rounds[number] = rounds.get(number, 0) + 1
            return rounds

        run('bucket', 'create', '--data', data, 'b')
        kept, killed, whole, duration = set(), 0, 0, 0.1
        for number in range(given.rounds):
            name = folder + '/points.lp'
            with open(name, 'w') as out:
                out.writelines(f'm,n={number} f={rnd.random():.3f},g={rnd.randrange(99)}i {i}\n' for i in range(LINES // 2))
            start = time.perf_counter()
            words = ['import', '--data', data, '--bucket', 'b', name]
            if given.to:
                words = ['run', '--data', data, '--mount', 'src=' + name, '-e', SCRIPT]
            child = subprocess.Popen([given.bin, *words],
                                     stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            if number % 10 == 0:
                child.wait()  # how long one takes on this machine
                duration = max(0.02, time.perf_counter() - start)
            else:
                time.sleep(rnd.uniform(0, duration * 1.2))
                child.kill()
                child.wait()
                killed += child.returncode < 0
            if child.returncode == 0:
                kept.add(str(number))
            found = count()
            for other, lines in found.items():
                if lines != LINES:
                    sys.exit(f'round {number}: file {other} has {lines} of {LINES} points')
            if missing := kept - found.keys():
                sys.exit(f'round {number}: files {missing} were imported and are lost')
            whole += str(number) in found and child.returncode != 0
            kept |= found.keys()
            if len(found) > 12:  # do not let counting take most of the time
                run('delete', '--data', data, '--bucket', 'b', '--start', '1970-01-01T00:00:00Z', '--stop', '1971-01-01T00:00:00Z')
                kept.clear()
        print(f'{given.rounds} rounds, {killed} killed, {whole} of these after the commit; nothing lost, nothing torn')


if __name__ == '__main__':
    main()
