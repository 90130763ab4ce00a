#!/usr/bin/env python3
"""Cost of converting: bench.py MASTHEAD [--quick] [--json FILE]

CPU seconds (user and system, children included) and the highest memory of one process, on work made from the founding record:
  cold      one record, all default formats, a process of its own
  batch     500 copies in one run, with one worker: per record
  long      the annex repeated to about 100 and 1,000 pages, PDF only
  text      text to Akoma Ntoso, MB/s; the longest real record (126 pages, shared/corpus) and ten copies of it as one: linear when alike
The same work by bare Pango and Cairo is the floor (shared/bench/floor, when it and a compiler are there): ratios are to it, taken in the same run.
"""
import json
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time

HERE = os.path.dirname(os.path.abspath(__file__))
PROJECT = os.path.join(HERE, '..', '..')
RECORD = os.path.join(PROJECT, 'input', '000_9b48314a96a0a4e5.txt')
SHARED = os.environ.get('MASTHEAD_SHARED', os.path.join(PROJECT, '..', 'shared'))


def run(command):
    """CPU seconds, wall seconds, highest resident MiB of the command's largest process."""
    pid = os.fork()
    if pid == 0:
        null = os.open(os.devnull, os.O_RDWR)
        for fd in (0, 1, 2):
            os.dup2(null, fd)
        os.execvp(command[0], command)
    start = time.monotonic()
    _, status, usage = os.wait4(pid, 0)
    if status != 0:
        sys.exit('%s: status %d' % (' '.join(command), status))
    return usage.ru_utime + usage.ru_stime, time.monotonic() - start, usage.ru_maxrss / 1024


def best(command, times):
    return min(run(command) for _ in range(times))


def long_record(path, copies):
    """The founding record with the paragraphs of its annex repeated."""
    text = open(RECORD, encoding='utf-8').read()
    head, body = text.split('II. Summary of discussion', 1)
    open(path, 'w', encoding='utf-8').write(head + ('II. Summary of discussion' + body + '\n\n') * copies)


def long_real_record(work, copies):
    """The longest record of the corpus, repeated, as a file; None when the corpus is not at hand."""
    source = os.path.join(SHARED, 'corpus', 'report-sg', 'E_CN.6_2025_3.en.txt')
    if not os.path.exists(source):
        return None
    path = os.path.join(work, 'real%d.txt' % copies)
    open(path, 'wb').write(open(source, 'rb').read() * copies)
    return path


def floor_program(work):
    source = os.path.join(SHARED, 'bench', 'floor', 'floor.c')
    if not os.path.exists(source) or not shutil.which('cc'):
        return None
    flags = subprocess.run(['pkg-config', '--cflags', '--libs', 'pangocairo', 'cairo-pdf', 'fontconfig'], stdout=subprocess.PIPE).stdout.decode().split()
    program = os.path.join(work, 'floor')
    done = subprocess.run(['cc', '-O2', source, '-o', program] + flags, stderr=subprocess.DEVNULL)
    return program if done.returncode == 0 else None


def main():
    masthead = os.path.abspath(sys.argv[1])
    quick = '--quick' in sys.argv
    rows = []
    with tempfile.TemporaryDirectory() as work:
        out = os.path.join(work, 'out')
        floor = floor_program(work)

        def ours(*arguments):
            return [masthead, 'convert', '-q', '-j', '1', '-o', out] + list(arguments)

        def add(name, unit, value, floor_value=None, memory=None):
            rows.append({'name': name, 'unit': unit, 'value': round(value, 4), 'floor': floor_value and round(floor_value, 4),
                         'ratio': floor_value and round(value / floor_value, 2), 'MiB': memory and round(memory)})

        cpu, _, memory = best(ours(RECORD), 5)
        base = floor and best([floor, RECORD, os.path.join(work, 'f.pdf')], 5)[0]
        add('one record, four formats, cold', 's CPU', cpu, None, memory)
        cpu, _, memory = best(ours('-t', 'pdf', RECORD), 5)
        add('one record, PDF, cold', 's CPU', cpu, base, memory)

        count = 100 if quick else 500
        folder = os.path.join(work, 'batch')
        os.mkdir(folder)
        for i in range(count):
            shutil.copy(RECORD, os.path.join(folder, '%04d.txt' % i))
        for formats in ('akn,pdf,docx,flatopc', 'pdf', 'docx', 'akn'):
            cpu = run(ours('-t', formats, folder))[0]
            base = floor and formats == 'pdf' and run([floor, RECORD, os.path.join(work, 'f.pdf'), str(count)])[0]
            add('batch of %d: %s' % (count, formats), 'ms CPU each', cpu / count * 1000, base and base / count * 1000)

        for pages, copies in ((100, 33), (1000, 333)):
            if quick and pages > 100:
                continue
            path = os.path.join(work, 'long%d.txt' % pages)
            long_record(path, copies)
            cpu, _, memory = run(ours('-t', 'pdf', path))
            base = floor and run([floor, path, os.path.join(work, 'f.pdf')])[0]
            add('about %d pages, PDF' % pages, 's CPU', cpu, base, memory)
            size = os.path.getsize(path)
            cpu = run(ours('-t', 'akn', path))[0]
            add('about %d pages, text to AKN' % pages, 'MB/s', size / 1e6 / cpu)

        for copies in (1, 10):
            path = long_real_record(work, copies)
            if path:
                cpu, _, memory = best(ours('-t', 'akn', path), 3)
                add('126 real pages × %d, text to AKN' % copies, 'MB/s', os.path.getsize(path) / 1e6 / cpu, None, memory)

    for row in rows:
        print('%-36s %9.3f %-12s %s %s' % (row['name'], row['value'], row['unit'],
                                         '%.2f × floor' % row['ratio'] if row['ratio'] else ' ' * 12,
                                         '%d MiB' % row['MiB'] if row['MiB'] else ''))
    if '--json' in sys.argv:
        json.dump(rows, open(sys.argv[sys.argv.index('--json') + 1], 'w'), indent=1)


main()
