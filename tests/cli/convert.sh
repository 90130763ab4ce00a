#!/bin/sh
# The founding record through the program: the default products, names, standard input and output, resuming.
. "$(dirname "$0")/expect"
name=000_9b48314a96a0a4e5

expect 0 "$masthead" convert "$record"
has_files "output/$name.akn.xml" "output/$name.pdf" "output/$name.docx" "output/$name.docx.xml"
[ "$(find output -type f | wc -l)" -eq 4 ] || fail "not four files: $(find output -type f)"

expect 0 "$masthead" convert -t all -o all "$record"
[ "$(find all -type f | wc -l)" -eq 10 ] || fail "not ten files: $(find all -type f)"
cmp -s "all/$name.pdf" "output/$name.pdf" || fail "the PDF depends on the other formats"

expect 0 "$masthead" convert -o letter.pdf "$record"
cmp -s letter.pdf "output/$name.pdf" || fail "another PDF under another name"
"$masthead" convert -t text -o - - <"$record" >stdout.txt 2>err || fail "standard input"
cmp -s stdout.txt "all/$name.text.txt" || fail "standard input gives another text"

# Akoma Ntoso as input gives what the text gave.
expect 0 "$masthead" convert -t html -o again "output/$name.akn.xml"
cmp -s "again/$name.html" "all/$name.html" || fail "another page from the XML"
expect 0 "$masthead" convert -t pdf -o again "all/$name.fo"
has_files "again/$name.pdf"
expect 1 "$masthead" convert -t docx -o again "all/$name.fo"
says err "JOB-004"

# Same bytes again, with two workers, and whatever the locale.
mkdir -p in/sub
cp "$record" in/a.txt
cp "$record" in/sub/b.txt
expect 0 "$masthead" convert -j1 -oone in
LC_ALL=C.UTF-8 expect 0 "$masthead" convert -j 2 -o two in
diff -r one two >out 2>err || fail "one and two workers differ"
has_files one/a.pdf one/sub/b.docx

# A report, resumed: nothing is done twice, what is gone is made again.
expect 0 "$masthead" convert --resume -j 2 -o one in
expect 0 "$masthead" convert --resume -j 2 -o one in
says err "2 skipped"
rm one/a.pdf
expect 0 "$masthead" convert --resume -j 2 -o one in
says err "1 skipped"
has_files one/a.pdf one/.masthead/report.ndjson
grep -q '"status":"ok"\|"status":"warning"' one/.masthead/report.ndjson || fail "no record done again"
expect 0 "$masthead" convert --resume --paper a4 -o one in
says err "0 skipped"

expect 0 "$masthead" convert --report - -t akn -o r "$record"
says out '"record":"000_9b48314a96a0a4e5.txt"'
says out '"kind":"letter"'
says out '"fidelity":1'
expect 0 "$masthead" convert --dry-run in
says out "2 records"

# Files of a list: with a base they keep their folders, so that equal names do not collide.
mkdir -p tree/a tree/b
cp "$record" tree/a/same.txt
cp "$record" tree/b/same.txt
printf 'tree/a/same.txt\ntree/b/same.txt\n' >list
expect 2 "$masthead" convert -t akn -o listed @list
says err "BAT-002"
expect 0 "$masthead" convert -t akn --base tree -o listed @list
has_files listed/a/same.akn.xml listed/b/same.akn.xml

# What the text lacks is taken from the user's word.
printf 'file,symbol,job-number\na.txt,S/2021/540,21-07541\n' >facts.csv
expect 0 "$masthead" convert --metadata facts.csv --report - -t akn -o m in
says out '"symbol":"S/2021/540"'
expect 0 "$masthead" convert --set symbol=S/2021/541 --report - -t akn -o m "$record"
says out '"symbol":"S/2021/541"'

# The user's emblem and the other paper.
printf '<svg xmlns="http://www.w3.org/2000/svg" width="56" height="47"><circle cx="28" cy="23" r="20"/></svg>' >emblem.svg
expect 0 "$masthead" convert -v --paper a4 --emblem emblem.svg -t pdf -o e "$record"
grep -q "FO-33" err && fail "the emblem was not read"
"$masthead" convert --emblem emblem.svg --emit pages -o - "$record" >pages.xml 2>err
grep -q "<image" pages.xml || fail "no emblem on the page"
# In a paragraph from right to left "1 240,5" would be read "240,5 1".
expect 0 "$masthead" convert -t flatopc -o arabic "$source_folder/tests/records/S_2099_412.ar.txt"
says arabic/S_2099_412.ar.docx.xml '<w:pStyle w:val="TableNumber"/></w:pPr>'
lacks arabic/S_2099_412.ar.docx.xml '<w:pStyle w:val="TableNumber"/><w:bidi/>'
finish
