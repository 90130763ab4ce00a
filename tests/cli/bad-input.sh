#!/bin/sh
# Bad input: a clear message, the documented exit status, nothing half written, and the other records done.
. "$(dirname "$0")/expect"

: >empty.txt
expect 1 "$masthead" convert -o out1 empty.txt
says err "TXT-001"
has_nothing_in out1

printf '  \n\t\n' >blank.txt
expect 1 "$masthead" convert -o out1 blank.txt
has_nothing_in out1

printf '\177ELF\002\001\001\000\000\000\000\000' >binary.txt
head -c 4096 /dev/zero >>binary.txt
expect 1 "$masthead" convert -o out1 binary.txt
says err "TXT-"
has_nothing_in out1

printf '<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><doc>' >cut.akn.xml
expect 1 "$masthead" convert -o out1 cut.akn.xml
says err "XML-001"
has_nothing_in out1

# One bad record harms no other.
mkdir mixed
cp "$record" mixed/good.txt
cp empty.txt binary.txt mixed
expect 1 "$masthead" convert -j 2 -t akn --quarantine held --report report.ndjson -o out2 mixed
has_files out2/good.akn.xml held/binary.txt held/binary.txt.error.ndjson
[ "$(grep -c '"status":"failed"' report.ndjson)" -eq 2 ] || fail "not two failed records in the report"
[ "$(grep -c '"record"' report.ndjson)" -eq 3 ] || fail "not every record is in the report"

# A stylesheet of the user's that is broken.
mkdir sheets
printf '<xsl:stylesheet' >sheets/akn-to-html.xsl
expect 3 "$masthead" convert -t html --stylesheets sheets -o out3 "$record"
says err "XSL-002"
has_nothing_in out3

# An output folder that cannot be written; root may write everywhere but under a file.
: >file
expect 3 "$masthead" convert -t akn -o file/below "$record"
says err "JOB-002"

# A full disk.
expect 3 sh -c '"$1" convert -t akn -o - "$2" >/dev/full' sh "$masthead" "$record"

# Limits: a record that takes too long or too much is stopped, and told.
expect 1 "$masthead" convert --memory 40 -t pdf -o out4 "$record"
says err "BAT-006"
has_nothing_in out4

# A library that waits for memory it was refused does not use up the time limit.
if grep -q MASTHEAD_TEST_HOOK "$masthead"; then
    MASTHEAD_TEST_HOOK='starve:*' expect 1 timeout 100 "$masthead" convert --memory 1000 -t pdf -o out5 "$record"
    says err "BAT-006"
    has_nothing_in out5
fi

# Workers are forked from a process of one thread: locks held by others would stay locked in them.
mkdir several
for number in 1 2 3 4 5 6 7 8; do
    cp "$record" "several/$number.txt"
done
"$masthead" convert -q -j 2 -t pdf -o out6 several &
parent=$!
while threads=$(find "/proc/$parent/task" -mindepth 1 -maxdepth 1 2>/dev/null | wc -l) && [ "$threads" -gt 0 ] \
    && kill -0 "$parent" 2>/dev/null; do
    [ "$threads" -eq 1 ] || { fail "the parent has $threads threads"; break; }
done
wait "$parent" || fail "the run of several records failed"
finish
