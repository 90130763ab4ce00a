#!/bin/sh
# Many records in one run, from 1,000 on with 50 among them that crash, hang or eat memory; then the same run killed three times
# and resumed: all accounted for, the parent's memory flat, workers replaced, exactly the hostile records quarantined, the same
# bytes. All become Akoma Ntoso and text, one in twenty PDF and DOCX as well. MASTHEAD_SCALE=20000 is the size to show; 200 here.
. "$(dirname "$0")/expect"
count=${MASTHEAD_SCALE:-200}
share=$((count / 20))
jobs=2
shared=${MASTHEAD_SHARED:-$source_folder/../shared}
command -v python3 >/dev/null 2>&1 || { echo "python3 is missing"; exit 77; }
# The address sanitizer needs address space without limit.
memory=1024
grep -q __asan_init "$masthead" && memory=0

mkdir in
if [ -d "$shared/corpus" ] && [ "$count" -ge 1000 ]; then
    cp -r "$shared/corpus" in
else
    cp -r "$source_folder/tests/records" in
fi
# One that fails, however small the run.
: >in/empty.txt
there=$(find in -type f | wc -l)
python3 "$source_folder/tests/tools/generate_records.py" in/generated $((count - there)) "$record" "$source_folder"/tests/records/*.txt
mkdir full
find in/generated -name '*.txt' | LC_ALL=C sort | awk -v share="$share" '{ all[NR] = $0 } END { for (i = 1; i <= share; i++) print all[int(i * NR / share)] }' |
    while read -r file; do cp "$file" "full/$(basename "$file")"; done

hostile=0
deeds='crash hang eat exit starve'
each=10
# In a small run they would take most of the time, waiting; stress.sh has some.
if grep -q MASTHEAD_TEST_HOOK "$masthead" && [ "$memory" -gt 0 ] && [ "$count" -ge 1000 ]; then
    mkdir in/hostile
    for deed in $deeds; do
        for i in $(seq "$each"); do cp "$record" "in/hostile/$deed-$i.txt"; done
    done
    hostile=$((5 * each))
    MASTHEAD_TEST_HOOK=$(for deed in $deeds; do printf '%s:hostile/%s-*,' "$deed" "$deed"; done)
    export MASTHEAD_TEST_HOOK
fi
# What convert takes for records: the corpus has files of other kinds, too.
"$masthead" convert --dry-run in >plan 2>err || fail "no plan"
planned=$(sed -n '$s/ records.*//p' plan)
echo "$planned records, $hostile of them hostile, $(find in -type f | wc -l) files"

# convert OUT: the run that is measured, in the background.
begin() {
    "$masthead" convert -q --resume -j $jobs --timeout 20 --memory $memory -t akn,text --quarantine "$1-held" -o "$1" in \
        >out 2>err </dev/null &
    pid=$!
}

done_in() {
    grep -c '^{"record"' "$1/.masthead/report.ndjson.journal" 2>/dev/null || true
}

# Undisturbed, looked at every half second.
started=$(date +%s)
begin calm
: >workers
while now=$(awk '/^RssAnon/ { print $2 }' "/proc/$pid/status" 2>/dev/null) && [ -n "$now" ]; do
    echo "$now" >>memory
    cat "/proc/$pid/task/$pid/children" 2>/dev/null | tr ' ' '\n' >>workers
    sleep 0.5
done
wait "$pid"
status=$?
[ "$status" -le 1 ] || fail "the undisturbed run ended with $status"
seen=$(grep . workers | sort -u | wc -l)
first=$(sed -n '4p' memory)
last=$(sed -n '$p' memory)
echo "undisturbed: $(($(date +%s) - started)) s; the parent's own memory from ${first:-0} to ${last:-0} kB; $seen workers seen"
[ "$((${last:-0} - ${first:-0}))" -lt 4096 ] || fail "the parent grew from $first to $last kB"
[ "$seen" -ge $((planned / 2000)) ] || fail "workers are not replaced"

# accounted OUT: each record of the plan once, in order, and nothing left behind.
accounted() {
    sed -n 's/^{"record":"\([^"]*\)".*/\1/p' "$1/.masthead/report.ndjson" >names
    [ "$(wc -l <names)" -eq "$planned" ] || fail "$(wc -l <names) records in the report of $1, not $planned"
    LC_ALL=C sort -u names | cmp -s - names || fail "$1: not in order, or twice"
    left=$(find "$1" -name '*.part' -o -name 'lock*' -o -name '*.journal')
    [ -z "$left" ] || fail "left behind: $left"
}
accounted calm
if [ "$hostile" -gt 0 ]; then
    (cd calm-held/hostile && ls ./*.txt | sed 's,./,,') | LC_ALL=C sort >held
    (cd in/hostile && ls) | LC_ALL=C sort | cmp -s - held || fail "not every hostile record was quarantined, or not only they: $(wc -l <held)"
    others=$(grep '"status":"failed"' calm/.masthead/report.ndjson | grep -v '^{"record":"hostile/' | grep -c 'BAT-' || true)
    [ "$others" -eq 0 ] || fail "$others other records were stopped"
    echo "quarantined: $(wc -l <held) hostile records"
fi

# Killed three times at moments of chance, then resumed.
killed=0
for part in 1 2 3; do
    begin shaken
    from=$(done_in shaken)
    upto=$((${from:-0} + 1 + $(od -An -N2 -tu2 /dev/urandom) % (planned / 8)))
    while kill -0 "$pid" 2>/dev/null && n=$(done_in shaken) && [ "${n:-0}" -lt "$upto" ]; do sleep 0.05; done
    kill -9 "$pid" 2>/dev/null || break
    killed=$part
    wait "$pid" 2>/dev/null
    echo "killed $part: after $(done_in shaken) records"
done
# A fast machine may come to the end of a small run before the third.
[ "$killed" -eq 3 ] || { [ "$killed" -gt 0 ] && [ "$count" -lt 1000 ]; } || fail "killed only $killed times"
# A hostile record fails in each run anew; what was done well is not done again.
sed -n 's/^{"record":"\([^"]*\)".*"status":"\(ok\|warning\)".*/\1/p' shaken/.masthead/report.ndjson* | sort | uniq -d >twice
[ ! -s twice ] || fail "done twice: $(head -3 twice)"
begin shaken
wait "$pid"
status=$?
[ "$status" -le 1 ] || fail "the resumed run ended with $status"
accounted shaken
diff -r -x .masthead calm shaken >out 2>&1 || fail "the products of a killed run differ"
diff -r -x '*.error.ndjson' calm-held shaken-held >out 2>&1 || fail "the quarantine of a killed run differs"
echo "killed and resumed: $(find shaken -type f -not -path '*/.masthead/*' | wc -l) files, the same bytes"

# The share with all formats, with one worker and with two.
"$masthead" convert -q -j 1 -t akn,pdf,docx -o full-one full >out 2>err || fail "PDF and DOCX"
"$masthead" convert -q -j 2 -t akn,pdf,docx -o full-two full >out 2>err || fail "PDF and DOCX with two workers"
diff -r -x .masthead full-one full-two >out 2>&1 || fail "products differ with the number of workers"
echo "PDF and DOCX: $(find full-two -type f | wc -l) files of $share records, the same bytes"
expect 0 "$masthead" report -o calm.html calm
says err "$planned records"
finish
