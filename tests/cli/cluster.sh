#!/bin/sh
# docs/cluster on this machine: a Slurm job array of eight parts, one of them killed, then the controller killed and started
# again; GNU parallel over two sshd, killed and started again; the manifest for Kubernetes. In the end each has the bytes of one
# run, and a report of all records. Slow (Slurm holds a killed part for two minutes): with MASTHEAD_LONG_TESTS only.
. "$(dirname "$0")/expect"
count=${MASTHEAD_CLUSTER_RECORDS:-400}
shards=8
recipes=$source_folder/docs/cluster
if command -v python3 >/dev/null 2>&1 && python3 -c 'import yaml' 2>/dev/null; then
    python3 - "$recipes/kubernetes-job.yaml" <<'P' >out 2>err || fail "the manifest"
import sys, yaml
job = yaml.safe_load(open(sys.argv[1]))
spec = job['spec']
assert job['kind'] == 'Job' and spec['completionMode'] == 'Indexed'
container = spec['template']['spec']['containers'][0]
assert '/%d"' % spec['completions'] in container['command'][-1], 'shards are not completions'
assert spec['podFailurePolicy']['rules'][0]['onExitCodes']['containerName'] == container['name']
P
fi
for script in "$recipes"/*.sh; do sh -n "$script" || fail "$script"; done
[ -n "${MASTHEAD_LONG_TESTS:-}" ] || finish
command -v python3 >/dev/null 2>&1 || finish
[ "$(id -u)" -eq 0 ] || { echo "the daemons need root"; finish; }

MASTHEAD=$masthead
SOURCE_DATE_EPOCH=1000000000
export MASTHEAD SOURCE_DATE_EPOCH
python3 "$source_folder/tests/tools/generate_records.py" in "$count" "$record" "$source_folder"/tests/records/*.txt
: >in/empty.txt
"$masthead" convert -q -j 2 -t akn,text -o single in >out 2>err

# wait_for SECONDS COMMAND...
wait_for() {
    turns=$(($1 * 5))
    shift
    until "$@" >wait.out 2>&1; do
        turns=$((turns - 1))
        [ "$turns" -gt 0 ] || return 1
        sleep 0.2
    done
}

# Processes of this test, by a word of their arguments that no other has, with all of the other words.
pids_of() {
    for file in /proc/[0-9]*/cmdline; do
        line=$({ tr '\0' ' ' <"$file"; } 2>/dev/null) || continue
        case $line in
        *"$1"*"$2"*) file=${file#/proc/} && echo "${file%/cmdline}" ;;
        esac
    done
}

# A part that is well begun, of the ones that run; its masthead, not a worker of it, in victim.
is_begun() {
    for journal in "$1"/.masthead/report-*.journal; do
        [ "$(grep -c '^{"record"' "$journal" 2>/dev/null)" -ge 3 ] || continue
        part=${journal##*/report-}
        part=${part%%-of-*}
        victim=$(pids_of "--shard $part/$shards" "-o $1 $PWD/in" | sort -n | head -n 1)
        [ -n "$victim" ] && kill -0 "$victim" 2>/dev/null && return 0
    done
    return 1
}

# whole OUT: as if one run had made it.
whole() {
    diff -r -x .masthead -x report.html single "$1" 2>&1 | head -n 5 >out
    [ ! -s out ] || fail "$1 is not as of a single run"
    left=$(find "$1" -name '*.part' -o -name 'lock*' -o -name '*.journal')
    [ -z "$left" ] || fail "left behind: $left"
    expect 0 "$masthead" report -o merged.ndjson "$1"
    [ "$(sed -n 's/^{"record":"\([^"]*\)".*/\1/p' merged.ndjson | sort -u | wc -l)" -eq $((count + 1)) ] || fail "not all records in the report of $1"
    [ -s "$1/report.html" ] || fail "no report: $(cat "$1"/.masthead/*report.log; tail -n 40 slurm/slurmctld.log)"
}

slurm_down() {
    for daemon in slurmd slurmctld munged; do
        for pid in $(cat slurm/"$daemon"*.pid 2>/dev/null); do
            case $(readlink "/proc/$pid/exe" 2>/dev/null) in
            *"$daemon"*) kill "$pid" ;;
            esac
        done
    done
    sleep 1
}

slurm_up() {
    mkdir -p slurm/state slurm/spool slurm/key
    head -c 1024 /dev/urandom >slurm/key/munge
    chmod 700 slurm/key
    chmod 400 slurm/key/munge
    chmod 755 "$work" slurm
    munged --force --key-file="$PWD/slurm/key/munge" --socket="$PWD/slurm/munge.sock" --pid-file="$PWD/slurm/munged.pid" \
        --log-file="$PWD/slurm/key/log" --seed-file="$PWD/slurm/key/seed" || return 1
    host=$(hostname -s)
    cat >slurm/slurm.conf <<C
ClusterName=masthead
SlurmctldHost=$host(127.0.0.1)
SlurmctldPort=26817
SlurmUser=root
SlurmdUser=root
AuthType=auth/munge
AuthInfo=socket=$PWD/slurm/munge.sock
StateSaveLocation=$PWD/slurm/state
SlurmctldPidFile=$PWD/slurm/slurmctld.pid
SlurmctldLogFile=$PWD/slurm/slurmctld.log
SlurmdPidFile=$PWD/slurm/slurmd.pid
SlurmdLogFile=$PWD/slurm/slurmd.log
SlurmdSpoolDir=$PWD/slurm/spool
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
JobAcctGatherType=jobacct_gather/none
AccountingStorageType=accounting_storage/none
SelectType=select/cons_tres
SelectTypeParameters=CR_CPU
SchedulerParameters=bf_interval=1
MpiDefault=none
ReturnToService=2
SlurmdTimeout=60
SlurmctldTimeout=30
MessageTimeout=60
JobRequeue=1
RequeueExit=75,137
KillWait=2
MinJobAge=10
NodeName=$host NodeAddr=127.0.0.1 Port=26818 CPUs=2 RealMemory=1000 State=UNKNOWN
PartitionName=main Nodes=$host Default=YES MaxTime=INFINITE State=UP
C
    export SLURM_CONF=$PWD/slurm/slurm.conf
    slurmctld -c && slurmd && wait_for 30 sh -c 'sinfo -h -t idle | grep -q idle'
}

queue_is_empty() {
    queue=$(squeue -h) && [ -z "$queue" ]
}

is_queued_again() {
    scontrol show job "$1_$2" | grep -q 'Restarts=1'
}

by_slurm() {
    trap 'slurm_down; chmod -R u+w "$work"; rm -rf "$work"' EXIT
    slurm_up || { fail "Slurm does not start: $(tail -n 3 slurm/*.log)"; return; }
    "$recipes/slurm.sh" $shards "$PWD/in" "$PWD/by-slurm" -j 1 -t akn,text >out 2>err || fail "slurm.sh"
    array=$(cut -d ' ' -f 1 out)
    if wait_for 60 is_begun "$PWD/by-slurm"; then
        kill -9 "$victim"
        echo "Slurm: killed part $part"
    else
        fail "no part was begun"
    fi
    wait_for 60 is_queued_again "$array" "$part" || fail "the killed part was not queued again: $(scontrol show job "${array}_$part")"
    # The controller knows after its death what it had written down: some seconds are always lost.
    touch slurm/queued
    wait_for 60 test slurm/state/job_state -nt slurm/queued || fail "the controller does not save its state"
    kill -9 "$(cat slurm/slurmctld.pid)"
    sleep 2
    slurmctld || fail "the controller does not start again"
    wait_for 400 queue_is_empty || fail "the queue does not empty: $(squeue -h; sinfo -R; tail -n 20 slurm/slurmctld.log)"
    whole "$PWD/by-slurm"
    slurm_down
    echo "Slurm: $count records in $shards parts, as of a single run"
}

ssh_down() {
    for pid in $(cat ssh/*.pid 2>/dev/null); do kill "$pid"; done
}

ssh_up() {
    mkdir -p ssh /run/sshd
    chmod 700 ssh
    ssh-keygen -q -t ed25519 -N '' -f ssh/host && ssh-keygen -q -t ed25519 -N '' -f ssh/user || return 1
    for node in 1 2; do
        printf '%s\n' "Port $((26820 + node))" 'ListenAddress 127.0.0.1' "HostKey $PWD/ssh/host" "PidFile $PWD/ssh/$node.pid" \
            "AuthorizedKeysFile $PWD/ssh/user.pub" 'PasswordAuthentication no' 'PermitRootLogin prohibit-password' 'StrictModes no' \
            'UsePAM no' >"ssh/$node.conf"
        "$(command -v sshd || echo /usr/sbin/sshd)" -f "$PWD/ssh/$node.conf" -E "$PWD/ssh/$node.log" || return 1
        printf '1/ssh -p %d -i %s -o UserKnownHostsFile=%s -o StrictHostKeyChecking=no -o LogLevel=ERROR root@127.0.0.1\n' \
            $((26820 + node)) "$PWD/ssh/user" "$PWD/ssh/known" >>ssh/hosts
    done
}

by_parallel() {
    trap 'ssh_down; chmod -R u+w "$work"; rm -rf "$work"' EXIT
    ssh_up || { fail "sshd does not start"; return; }
    set -- "$recipes/parallel.sh" "$PWD/ssh/hosts" $shards "$PWD/in" "$PWD/by-parallel" -j 1 -t akn,text
    "$@" >out 2>err </dev/null &
    pid=$!
    if wait_for 60 is_begun "$PWD/by-parallel"; then
        kill -9 "$victim"
        echo "parallel: killed part $part"
    else
        fail "no part was begun"
    fi
    sleep 1
    # What it had started on the machines works on.
    for victim in $(pids_of parallel "$PWD/ssh/hosts"); do kill -9 "$victim" 2>/dev/null; done
    wait "$pid" 2>/dev/null
    turns=0
    until "$@" >out 2>err </dev/null || [ "$turns" -gt 20 ]; do
        turns=$((turns + 1))
        sleep 1
    done
    [ "$turns" -le 20 ] || fail "parallel does not come to an end"
    whole "$PWD/by-parallel"
    ssh_down
    echo "parallel: $count records in $shards parts, as of a single run"
}

# has TOOL...: all of them are installed.
has() {
    for tool in "$@"; do
        command -v "$tool" >/dev/null 2>&1 || [ -x "/usr/sbin/$tool" ] || { echo "no $tool here"; return 1; }
    done
}
PATH=$PATH:/usr/sbin
if has slurmctld slurmd munged sbatch; then by_slurm; fi
if has parallel sshd ssh ssh-keygen; then by_parallel; fi
finish
