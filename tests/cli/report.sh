#!/bin/sh
# Reports of shards as one web page and as one report: complete or told what is missing, every link leads to a file.
. "$(dirname "$0")/expect"

mkdir in in/more
cp "$record" in/letter.txt
cp "$source_folder"/tests/records/S_RES_9001*.txt "$source_folder"/tests/records/A_153_77*.txt in/more
printf 'A text that is no record.\n' >"in/more/odd:1 & #2.txt"
: >in/empty.txt
count=$(find in -type f | wc -l)

for shard in 1 2 3; do
    "$masthead" convert -q -j 1 --resume --shard $shard/3 -t akn,html,pdf -o done in >out 2>err </dev/null
    [ $? -le 1 ] || fail "shard $shard"
done

expect 0 "$masthead" report -o pages/report.html done
says err "$count records"
says err "1 failed"
[ ! -s out ] || fail "words on standard output"
[ "$(grep -c '<tr id="r' pages/report.html)" -gt 0 ] || fail "no rows"
[ "$(grep -o '<tr id="r[0-9]*"' pages/report.html | sort -u | wc -l)" -eq "$count" ] || fail "not $count rows"
says pages/report.html "TXT-001"
says pages/report.html 'odd:1 &amp; #2.txt'
grep -q 'masthead-rows' pages/report.html && fail "the mark is still there"
grep -Eq '(src|href)="(https?:)?//' pages/report.html && fail "something is fetched from elsewhere"

# Each relative link leads to a file, from where the page lies.
grep -o 'href="[^"#]*"' pages/report.html | sed 's/^href="//; s/"$//; s/&amp;/\&/g' | sort -u >links
[ "$(wc -l <links)" -ge $((3 * (count - 1))) ] || fail "only $(wc -l <links) links"
while read -r link; do
    file=$(printf '%b' "$(printf '%s' "$link" | sed 's/%\(..\)/\\0\1/g' | awk '{
        while (match($0, /\\0[0-9A-F][0-9A-F]/)) {
            hex = substr($0, RSTART + 2, 2)
            value = (index("0123456789ABCDEF", substr(hex, 1, 1)) - 1) * 16 + index("0123456789ABCDEF", substr(hex, 2, 1)) - 1
            $0 = substr($0, 1, RSTART - 1) sprintf("%c", value) substr($0, RSTART + 4)
        }
        print }')")
    [ -f "pages/$file" ] || fail "the link $link leads nowhere"
done <links

# The same page from the merged report, which is a report like others; deterministic.
expect 0 "$masthead" report -q -o merged.ndjson done
[ ! -s err ] || fail "words in spite of --quiet"
[ "$(grep -c '^{"record"' merged.ndjson)" -eq "$count" ] || fail "not $count lines"
expect 0 "$masthead" report -q -o again.ndjson merged.ndjson
cmp -s merged.ndjson again.ndjson || fail "merging twice is not merging once"
expect 0 "$masthead" report -q --format ndjson -o - done
cmp -s merged.ndjson out || fail "standard output differs from the file"
expect 0 "$masthead" report -q -o pages/again.html done
cmp -s pages/report.html pages/again.html || fail "two pages of the same reports differ"

# What is missing is told, and in the exit status.
expect 1 "$masthead" report -o part.html done/.masthead/report-1-of-3.ndjson done/.masthead/report-3-of-3.ndjson
says err "BAT-013"
says err "shard 2 of 3"
says part.html "Not complete."
sed '$d' done/.masthead/report-2-of-3.ndjson >cut.ndjson
expect 1 "$masthead" report -o part.html done/.masthead/report-1-of-3.ndjson cut.ndjson done/.masthead/report-3-of-3.ndjson
says err "BAT-014"

# A stylesheet of the user's own takes the place of the built-in one.
expect 0 "$masthead" stylesheets --export sheets
sed -i 's/Skip to the records/Past all this/' sheets/report-to-html.xsl
expect 0 "$masthead" report -q --stylesheets sheets --title 'Records & more' -o own.html done
says own.html "Past all this"
says own.html "<title>Records &amp; more</title>"

expect 2 "$masthead" report
expect 2 "$masthead" report no-such.ndjson
says err "JOB-001"
expect 2 "$masthead" report "$record"
says err "BAT-012"
expect 2 "$masthead" report in
says err "BAT-012"
expect 2 "$masthead" report --format pdf done
expect 3 "$masthead" report -o "$record/report.html" done
says err "JOB-002"
finish
