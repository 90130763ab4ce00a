#!/bin/sh
# The batch under stress: records that crash, hang or eat memory; runs killed at any moment and resumed; two runs in one
# folder; full and read-only disks. 60 records and 10 kills; with MASTHEAD_STRESS=1, 600 records and 200 kills in a run of
# 3,000. scale.sh is about many records.
. "$(dirname "$0")/expect"
count=60 some=60 kills=10 each=1 pause=40
[ -n "${MASTHEAD_STRESS:-}" ] && count=600 some=3000 kills=200 each=2 pause=100
formats=${MASTHEAD_STRESS_FORMATS:-akn,docx,text}
memory=512
# The address sanitizer needs address space without limit.
grep -q __asan_init "$masthead" && memory=0
has_hook=no
grep -q MASTHEAD_TEST_HOOK "$masthead" && has_hook=yes

# make_records FOLDER COUNT: the founding record's head and a paragraph, each with a number of its own.
make_records() {
    mkdir -p "$1"
    awk -v folder="$1" -v count="$2" '
        NR <= 60 { head = head $0 "\n" }
        END {
            for (i = 0; i < count; i++) {
                path = sprintf("%s/%02d/r%05d.txt", folder, i % 10, i)
                if (i < 10) system(sprintf("mkdir -p %s/%02d", folder, i))
                printf "%s\nThis is record %d of the batch.\n", head, i > path
                close(path)
            }
        }' "$record"
}

# Number of lines of report or journal $1 that tell of a record; 0 while there is none.
records_in() {
    grep -c '^{"record"' "$1" 2>/dev/null || true
}

# wait_for SECONDS COMMAND…
wait_for() {
    turns=$(($1 * 20))
    shift
    until "$@" >wait.out 2>&1; do
        turns=$((turns - 1))
        [ "$turns" -gt 0 ] || return 1
        sleep 0.05
    done
}

has_records() {
    [ "$(records_in "$1")" -gt "$2" ]
}

random_below() {
    echo $(($(od -An -N2 -tu2 /dev/urandom) % $1))
}

no_leftovers() {
    left=$(find "$1" -name '*.part' -o -name 'lock*' -o -name '*.journal')
    [ -z "$left" ] || fail "left behind: $left"
}

same_products() {
    diff -r -x .masthead "$1" "$2" >out 2>err || fail "$1 and $2 differ"
}

# each_once REPORT COUNT: every record is in the report, once.
each_once() {
    sed -n 's/^{"record":"\([^"]*\)".*/\1/p' "$1" >names
    [ "$(wc -l <names)" -eq "$2" ] || fail "$(wc -l <names) records in $1, not $2"
    LC_ALL=C sort -u names | cmp -s - names || fail "$1 is not in order, or has a record twice"
}

make_records in "$count"

# Undisturbed: what every other run is measured by. The parent keeps no memory of what is done.
"$masthead" convert -q -j 2 -t "$formats" --report calm.ndjson -o calm in >out 2>err </dev/null &
pid=$!
wait_for 60 has_records calm.ndjson.journal 5 || fail "the run does not begin"
early=$(awk '/^RssAnon/ { print $2 }' "/proc/$pid/status" 2>/dev/null)
late=$early
while now=$(awk '/^RssAnon/ { print $2 }' "/proc/$pid/status" 2>/dev/null) && [ -n "$now" ]; do
    late=$now
    sleep 0.2
done
wait "$pid" || fail "the undisturbed run"
each_once calm.ndjson "$count"
no_leftovers calm
[ "$((${late:-0} - ${early:-0}))" -lt 4096 ] || fail "the parent grew from $early to $late kB"

# Hostile records cost themselves alone.
hostile_records() {
    cp -r in mixed
    for deed in crash hang eat exit starve; do
        case $deed$memory in eat0 | starve0) continue ;; esac
        i=0
        while [ "$i" -lt "$each" ]; do
            cp "$record" "mixed/05/$deed-$i.txt"
            echo "05/$deed-$i.txt"
            i=$((i + 1))
        done
    done | LC_ALL=C sort >hostile.txt
    MASTHEAD_TEST_HOOK='crash:*/crash-*,hang:*/hang-*,eat:*/eat-*,exit:*/exit-*,starve:*/starve-*' \
        expect 1 "$masthead" convert -j 2 -t "$formats" --timeout 20 --memory "$memory" --quarantine held \
        --report mixed.ndjson -o mixed-out mixed
    says err "BAT-004"
    says err "BAT-005"
    [ "$memory" -eq 0 ] || says held/05/starve-0.txt.error.ndjson "BAT-006"
    (cd held && find . -name '*.txt' | sed 's,^\./,,' | LC_ALL=C sort) >held.txt
    cmp -s hostile.txt held.txt || fail "not exactly the hostile records were quarantined: $(cat held.txt)"
    each_once mixed.ndjson $((count + $(wc -l <hostile.txt)))
    same_products calm mixed-out
    no_leftovers mixed-out
    # Harmless now: they are done, and leave the quarantine.
    expect 0 "$masthead" convert -q -t akn --quarantine held -o again mixed
    [ -z "$(find held -type f)" ] || fail "still in quarantine: $(find held -type f)"
}

# A record that takes the whole run down is left out after three times; --force tries it again.
poison_record() {
    make_records few 3
    cp "$record" few/poison.txt
    for _ in 1 2 3; do
        MASTHEAD_TEST_HOOK='kill:poison*' "$masthead" convert -q --resume -t akn -o few-out few >out 2>err
        [ $? -eq 137 ] || fail "the run did not die"
        wait_for 10 "$masthead" convert --dry-run few
    done
    for _ in 1 2; do
        MASTHEAD_TEST_HOOK='kill:poison*' expect 1 "$masthead" convert --resume -t akn -o few-out few
        says err "BAT-008"
        says err "3 of 4 records done"
        each_once few-out/.masthead/report.ndjson 4
    done
    no_leftovers few-out
    expect 0 "$masthead" convert --resume --force -t akn -o few-out few
    has_files few-out/poison.akn.xml
}

# The second run into a folder is told to come back.
two_runs() {
    cp "$record" few/hang.txt
    MASTHEAD_TEST_HOOK='hang:hang*' "$masthead" convert -q --timeout 10 -t akn -o two-out few >out1 2>err1 &
    pid=$!
    wait_for 10 test -e two-out/.masthead/lock || fail "no lock"
    expect 75 "$masthead" convert -t akn -o two-out few
    says err "BAT-009"
    wait "$pid"
    [ $? -eq 1 ] || fail "the first run was disturbed"
    expect 0 "$masthead" convert -t akn -o two-out few
    no_leftovers two-out
}

if [ "$has_hook" = yes ]; then
    hostile_records
    poison_record
    two_runs
fi

make_records some "$some"
expect 0 "$masthead" convert -q -j 2 -t "$formats" -o calm-some some

# Killed at any moment, again and again, then resumed.
i=0
while [ "$i" -lt "$kills" ]; do
    journal=shaken/.masthead/report.ndjson.journal
    before=$(records_in "$journal")
    "$masthead" convert -q --resume -j 2 -t "$formats" -o shaken some >out 2>err </dev/null &
    pid=$!
    wait_for 60 has_records "$journal" "${before:-0}" || break
    sleep "$(awk -v ms="$(random_below "$pause")" 'BEGIN { print ms / 1000 }')"
    kill -9 "$pid" 2>/dev/null || break
    wait "$pid" 2>/dev/null
    i=$((i + 1))
done
echo "killed $i times"
[ "$i" -gt 0 ] || fail "the run ended before it was killed"
done_before=$some
if [ -e "$journal" ]; then
    done_before=$(records_in "$journal")
    twice=$(sed -n 's/^{"record":"\([^"]*\)".*/\1/p' "$journal" | sort | uniq -d)
    [ -z "$twice" ] || fail "done twice: $twice"
fi
expect 0 "$masthead" convert --resume -j 2 -t "$formats" -o shaken some
says err "$done_before skipped"
each_once shaken/.masthead/report.ndjson "$some"
same_products calm-some shaken
no_leftovers shaken

# Asked to stop: what is in hand is finished, the rest is done by the next run.
stopped_by() {
    rm -rf stopped
    "$masthead" convert -q --resume -j 2 -t "$formats" -o stopped some >out 2>err </dev/null &
    pid=$!
    wait_for 60 has_records stopped/.masthead/report.ndjson.journal 2 || fail "the run does not begin"
    kill -"$1" "$pid"
    wait "$pid"
    got=$?
    [ "$got" -eq "$2" ] || fail "exit $got instead of $2 after $1"
    no_leftovers stopped
    expect 0 "$masthead" convert --resume -q -j 2 -t "$formats" -o stopped some
    each_once stopped/.masthead/report.ndjson "$some"
    same_products calm-some stopped
}
stopped_by TERM 75
stopped_by INT 130

# A resumption that ends early forgets nothing of what was done before.
: >some/00/a.txt
expect 1 "$masthead" convert --resume --fail-fast -j 1 -t "$formats" -o stopped some
each_once stopped/.masthead/report.ndjson $((some + 1))
rm some/00/a.txt

# A full disk, a read-only one: told, nothing half written, resumed when there is room.
if [ "$(id -u)" -eq 0 ] && mkdir disk && mount -t tmpfs -o size=512k tmpfs disk 2>/dev/null; then
    trap 'umount disk; chmod -R u+w "$work"; rm -rf "$work"' EXIT
    expect 3 "$masthead" convert --resume -j 2 -t "$formats" -o disk/done some
    says err "JOB-002"
    says err "No space left"
    [ -z "$(find disk -name '*.part')" ] || fail "half a product: $(find disk -name '*.part')"
    mount -o remount,size=90% disk
    expect 0 "$masthead" convert --resume -j 2 -t "$formats" -o disk/done some
    same_products calm-some disk/done
    no_leftovers disk/done
    rm disk/done/00/r00000.akn.xml
    mount -o remount,ro disk
    expect 3 "$masthead" convert --resume -j 2 -t "$formats" -o disk/done some
    says err "Read-only file system"
    expect 3 "$masthead" convert -t akn -o disk/done "some/00/r00000.txt"
    says err "Read-only file system"
elif [ "$(id -u)" -ne 0 ]; then
    mkdir -p closed
    chmod a-w closed
    expect 3 "$masthead" convert -t akn -o closed in
    says err "Permission denied"
    has_nothing_in closed
fi
finish
