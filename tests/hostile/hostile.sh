#!/bin/sh
# Hostile input ends in time, with a message or a result, and never with a crash (BAT-004 would say so).
. "$(dirname "$0")/../cli/expect"

# One line of 64 MiB.
head -c 67108864 /dev/zero | tr '\0' 'a' >long-line.txt
expect 1 "$masthead" convert -t akn -o products long-line.txt
says err "TXT-003"

# Brackets and list marks nested as deep as they come.
awk 'BEGIN { for (i = 0; i < 20000; i++) printf "(a)"; print "" }' >marks.txt
awk 'BEGIN { for (i = 0; i < 5000; i++) print "(a) (i) a. item" }' >lists.txt
awk 'BEGIN { for (i = 0; i < 5000; i++) print "Annex" }' >annexes.txt
awk 'BEGIN { for (i = 0; i < 5000; i++) print "1 note"; print "text.1 2 3" }' >notes.txt

# An entity bomb, an external entity, XML nested 65,000 deep.
cat >bomb.akn.xml <<'XML'
<!DOCTYPE d [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">
<!ENTITY d "&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;"><!ENTITY e "&d;&d;&d;&d;&d;&d;&d;&d;&d;&d;"><!ENTITY f "&e;&e;&e;&e;&e;&e;&e;&e;&e;&e;">]>
<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><doc name="x">&f;&f;&f;</doc></akomaNtoso>
XML
cat >outside.akn.xml <<'XML'
<!DOCTYPE d [<!ENTITY p SYSTEM "file:///etc/passwd">]>
<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><doc name="x"><mainBody><p>&p;</p></mainBody></doc></akomaNtoso>
XML
awk 'BEGIN { printf "<fo:root xmlns:fo=\"http://www.w3.org/1999/XSL/Format\">"; for (i = 0; i < 65000; i++) printf "<fo:block>"; for (i = 0; i < 65000; i++) printf "</fo:block>"; print "</fo:root>" }' >deep.fo
awk 'BEGIN { printf "<fo:root xmlns:fo=\"http://www.w3.org/1999/XSL/Format\"><fo:layout-master-set><fo:simple-page-master master-name=\"a\" page-width=\"100pt\" page-height=\"100pt\"><fo:region-body/></fo:simple-page-master></fo:layout-master-set><fo:page-sequence master-reference=\"a\"><fo:flow flow-name=\"xsl-region-body\">"; for (i = 0; i < 200; i++) printf "<fo:block>"; printf "x"; for (i = 0; i < 200; i++) printf "</fo:block>"; print "</fo:flow></fo:page-sequence></fo:root>" }' >nested.fo

mkdir records
mv marks.txt lists.txt annexes.txt notes.txt records
"$masthead" convert -j 2 --timeout 60 -t akn,pdf -o products records >out 2>err
[ $? -le 1 ] || fail "records"
grep -q "BAT-00[45]" err && fail "a record crashed or hung"
for file in bomb.akn.xml outside.akn.xml; do
    "$masthead" convert -t html -o products "$file" >out 2>err
    [ $? -le 1 ] || fail "$file"
    grep -q "BAT-00[45]" err && fail "$file crashed or hung"
done
grep -rq "root:" products 2>/dev/null && fail "a file from outside was read"
for file in deep.fo nested.fo; do
    "$masthead" convert -t pdf -o products "$file" >out 2>err
    [ $? -le 1 ] || fail "$file"
    grep -q "BAT-00[45]" err && fail "$file crashed or hung"
done
finish
