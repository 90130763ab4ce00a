#!/bin/sh
# A drop folder: files are taken when their writing has ended, once, over restarts and kills; SIGTERM stops cleanly.
. "$(dirname "$0")/expect"
records=$source_folder/tests/records
log=products/.masthead/watch.ndjson
pid=
# The address sanitizer needs address space without limit.
memory=1024
grep -q __asan_init "$masthead" && memory=0

start() {
    "$masthead" watch -j 2 -t akn,text --settle 0.3 --memory $memory "$@" in products >out1 2>err1 </dev/null &
    pid=$!
}

# stop SIGNAL STATUS: what the watcher says is in out and err then.
stop() {
    kill -"$1" "$pid"
    wait "$pid"
    got=$?
    mv out1 out
    mv err1 err
    [ "$got" -eq "$2" ] || fail "exit $got instead of $2 after $1"
}

# Number of lines about record $1, or about all.
lines() {
    grep -c "^{\"record\":\"${1-}" "$log" 2>/dev/null || true
}

# wait_for COMMAND…: up to 20 seconds.
wait_for() {
    turns=200
    until "$@" >wait.out 2>&1; do
        turns=$((turns - 1))
        [ "$turns" -gt 0 ] || return 1
        sleep 0.1
    done
}

has_lines() {
    [ "$(lines)" -ge "$1" ]
}

# What the watcher made is what convert makes.
same_products() {
    rm -rf plain
    "$masthead" convert -q -j 2 --memory $memory -t akn,text -o plain in >out 2>err || fail "convert"
    diff -r -x .masthead plain products >out 2>err || fail "the products differ from those of convert"
}

mkdir -p in/.hidden
cp "$records"/S_RES_9001*.txt in
cp "$record" in/.hidden
printf '%%PDF-1.7\n' >in/other.pdf
# What is there, what is copied, what is moved in with its folder.
start
wait_for has_lines 1 || fail "what was there was not taken"
mkdir in/below
cp "$records"/A_153_77*.txt in/below
mkdir -p outside/deep/er
cp "$record" outside/deep/er/letter.txt
mv outside/deep in
wait_for has_lines 3 || fail "what came was not taken"

# A file is left alone while it is open for writing, however slowly that goes.
{
    head -n 40 "$record"
    sleep 1.5
    tail -n +41 "$record"
} >in/slow.txt
wait_for has_lines 4 || fail "the slow file was not taken"

# Touched is not changed; changed is done again.
touch in/slow.txt in/below/*
sleep 1
[ "$(lines)" -eq 4 ] || fail "done again without a change"
cp "$records"/S_2099_101.en.txt in/slow.txt
wait_for has_lines 5 || fail "the changed file was not done again"

# Two texts for the same products: the second is told, not taken.
cp "$record" in/slow.text
wait_for grep -q BAT-002 err1 || fail "the collision was not told"
rm in/slow.text

# Only one watcher at a time for these products.
expect 75 "$masthead" watch -t akn in products
says err BAT-009
stop TERM 0
same_products
[ "$(lines slow)" -eq 2 ] || fail "$(lines slow) lines about slow.txt"
expect 0 "$masthead" report -o page.html products
says err "4 records"

# Started again: nothing is done twice, even when products were taken away.
rm -r products/below
start
sleep 1
cp "$records"/S_2099_412*.txt in
wait_for has_lines 6 || fail "nothing is taken after a restart"
[ ! -e products/below ] || fail "done again after a restart"
stop INT 0
[ "$(lines)" -eq 6 ] || fail "$(lines) lines"

# Killed at any moment: in the end each record was done once.
rm -rf products in
mkdir in
i=0
while [ "$i" -lt 12 ]; do
    cp "$record" "in/r$i.txt"
    echo "Record $i." >>"in/r$i.txt"
    start
    sleep "0.$(((i * 7 + 3) % 10))"
    kill -9 "$pid"
    wait "$pid" 2>/dev/null
    i=$((i + 1))
done
start
wait_for has_lines 12 || fail "only $(lines) of 12 records were done"
stop TERM 0
names=$(sed -n 's/^{"record":"\([^"]*\)".*/\1/p' "$log" | sort | uniq -d)
[ -z "$names" ] || fail "done twice: $names"
same_products
left=$(find products -name '*.part' -o -name 'watch-round*')
[ -z "$left" ] || fail "left behind: $left"

# Records that crash are quarantined, the others done.
if grep -q MASTHEAD_TEST_HOOK "$masthead"; then
    rm -rf products in
    mkdir in
    for name in good-1 crash-1 good-2; do cp "$record" in/$name.txt; done
    export MASTHEAD_TEST_HOOK='crash:crash*'
    start --quarantine held
    wait_for has_lines 3 || fail "only $(lines) of 3 records were done"
    cp "$record" in/good-3.txt
    wait_for has_lines 4 || fail "nothing is taken after a crash"
    stop TERM 0
    unset MASTHEAD_TEST_HOOK
    says err BAT-004
    has_files held/crash-1.txt products/good-1.akn.xml products/good-3.akn.xml
    [ "$(find held -name '*.txt' | wc -l)" -eq 1 ] || fail "more in quarantine than what crashed"
fi

# The folder goes away: told, and the end.
start
wait_for test -e "$log"
sleep 0.5
rm -rf in
wait "$pid"
[ $? -eq 3 ] || fail "no exit 3 when the folder is gone"
mv err1 err
says err BAT-016

expect 2 "$masthead" watch
expect 2 "$masthead" watch no-such-folder products
mkdir in
expect 2 "$masthead" watch in in
expect 2 "$masthead" watch --settle -1 in products
finish
