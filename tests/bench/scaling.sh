#!/bin/sh
# What a second worker brings: scaling.sh MASTHEAD [RECORDS]. Converts the same records with one worker and with two, in turn, three
# times, and prints the best wall time of each, their quotient, and how much of the CPU time is the parent's own, which no
# number of workers makes less. A figure of a machine that has other work to do says nothing: the load is printed, too.
set -eu
masthead=$1
count=${2:-600}
here=$(cd "$(dirname "$0")" && pwd)
project=$here/../..
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 "$project/tests/tools/generate_records.py" "$work/in" "$count" "$project"/input/*.txt "$project"/tests/records/*.txt
python3 - "$masthead" "$work" "$count" <<'P'
import os
import resource
import shutil
import subprocess
import sys
import time

masthead, work, count = sys.argv[1], sys.argv[2], int(sys.argv[3])


def parent_cpu(pid):
    """User and system time of the process itself, without its children; None when it is gone."""
    try:
        with open('/proc/%d/stat' % pid) as file:
            fields = file.read().rsplit(')', 1)[1].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf('SC_CLK_TCK')
    except OSError:
        return None


def run(jobs):
    out = os.path.join(work, 'out')
    shutil.rmtree(out, ignore_errors=True)
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    start = time.monotonic()
    process = subprocess.Popen([masthead, 'convert', '-q', '-j', str(jobs), '-o', out, os.path.join(work, 'in')])
    own = 0.0
    while process.poll() is None:
        own = parent_cpu(process.pid) or own
        time.sleep(0.02)
    wall = time.monotonic() - start
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return wall, cpu, own


runs = {1: [], 2: []}
for _ in range(3):
    for jobs in runs:
        runs[jobs].append(run(jobs))
best = {jobs: min(runs[jobs]) for jobs in runs}
for jobs, (wall, cpu, own) in best.items():
    print('%d worker%s: %.2f s wall, %.2f s CPU, of it %.2f s the parent; %.1f ms CPU a record'
          % (jobs, 's' if jobs > 1 else '', wall, cpu, own, 1000 * cpu / count))
print('speed-up %.2f; load %s on %d cores' % (best[1][0] / best[2][0], open('/proc/loadavg').read().split()[0], os.cpu_count()))
P
