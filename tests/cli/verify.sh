#!/bin/sh
# masthead verify: what was converted holds; what was changed since is found, and told.
. "$(dirname "$0")/expect"

cp "$record" letter.txt
expect 0 "$masthead" convert -q --memory 0 -t akn,pdf,docx,flatopc,fo -o made letter.txt
has_files made/letter.akn.xml made/letter.pdf made/letter.docx made/letter.docx.xml

# All products, by name and by folder; the source is named, in a folder, beside, or in the PDF.
expect 0 "$masthead" verify --source letter.txt made
says out "4 files: 4 hold, 0 do not, 0 cannot be checked"
says out "made/letter.akn.xml: holds: 9682 of 9682 characters of letter.txt (100 %): 9682 in the text, 0 page furniture"
says out "claims PDF/A-3A and PDF/UA-1"
expect 0 "$masthead" verify -s . made/letter.akn.xml
expect 0 "$masthead" verify made/letter.akn.xml
says out "inside made/letter.pdf"
expect 0 "$masthead" verify -v made/letter.pdf
says out "holds  text "
expect 0 "$masthead" verify -q made
[ ! -s out ] || fail "quiet, and yet something was printed"

# For programs.
expect 0 "$masthead" verify --report report.ndjson made
[ "$(grep -c '"status":"holds"' report.ndjson)" -eq 4 ] || fail "not four lines in the report"
says report.ndjson '"kind":"pdf"'
says report.ndjson '"characters":9682,"content":9682,"furniture":0,"share":1.0'
expect 0 "$masthead" verify --report - made/letter.docx
[ "$(wc -l <out)" -eq 1 ] || fail "more than the report on standard output"

# A record whose page furniture counts as well, from a folder that is mirrored.
mkdir -p in/council
cp "$source_folder/tests/records/S_2099_412.ar.txt" in/council
expect 0 "$masthead" convert -q --memory 0 --no-attachments -o mirror in
expect 0 "$masthead" verify --source in mirror
says out " page furniture"
expect 4 "$masthead" verify mirror
says out "[VER-002]"

# bad KIND CODE SED-COMMAND FILE: the change is found in a copy of FILE beside the others.
bad() {
    rm -rf spoiled
    cp -r made spoiled
    LC_ALL=C sed "$3" "made/$4" >"spoiled/$4"
    cmp -s "made/$4" "spoiled/$4" && fail "sed changed nothing: $3"
    expect 4 "$masthead" verify -v --source letter.txt "spoiled/$4"
    says out "DOES NOT HOLD"
    grep -q "FAILS *$1 " out || fail "$1 does not fail"
    says out "[$2]"
}
bad nothing-lost AKN-007 's/2021年6月4日<\/docDate>/2021年6月日<\/docDate>/' letter.akn.xml
bad nothing-lost AKN-008 's/<\/p>/!<\/p>/' letter.akn.xml
bad profile XML-002 's/<mainBody[^>]*>/&<wrong\/>/' letter.akn.xml
bad rules AKN-005 's/FRBRcountry value="un"/FRBRcountry value="ch"/' letter.akn.xml
bad source VER-003 's/sha256="d/sha256="e/' letter.akn.xml
bad file XML-001 '$d' letter.akn.xml
bad text VER-005 's/年/ /g' letter.docx.xml
bad text VER-006 's/年/年年/g' letter.docx.xml
bad source-digest VER-003 's/d80db75f/d80db75e/g' letter.docx.xml
bad file PDF-011 's/startxref/startxxxx/' letter.pdf

# A PDF of another run beside the Akoma Ntoso: it holds by itself, but not with it.
rm -rf spoiled
cp -r made spoiled
sed 's/主席/主/' letter.txt >spoiled/letter.txt
expect 0 "$masthead" convert -q --memory 0 -t pdf -o spoiled/letter.pdf spoiled/letter.txt
expect 4 "$masthead" verify spoiled/letter.pdf
says out "[VER-011]"

# Damage inside a package.
for at in 30 50 70 90; do
    cp made/letter.docx spoiled/letter.docx
    size=$(wc -c <spoiled/letter.docx)
    printf '\377\000\377\000' | dd of=spoiled/letter.docx bs=1 seek=$((size * at / 100)) conv=notrunc 2>/dev/null
    expect 4 "$masthead" verify spoiled/letter.docx
    says out "[DOC-007]"
done

# Pages that do not show what the record says: from formatting objects that were changed.
mkdir pages
cp made/letter.akn.xml pages
for change in 's/主席/主/g' 's/主席/主席席/g'; do
    sed "$change" made/letter.fo >changed.fo
    cmp -s made/letter.fo changed.fo && fail "sed changed nothing: $change"
    expect 0 "$masthead" convert -q --memory 0 -o pages/letter.pdf changed.fo
    expect 4 "$masthead" verify --no-tools pages/letter.pdf
    says out "[VER-00"
done
expect 0 "$masthead" convert -q --memory 0 -o pages/letter.pdf made/letter.fo
expect 0 "$masthead" verify pages/letter.pdf

# Text with nothing to compare it with is not proved.
mkdir alone
cp made/letter.docx alone
expect 4 "$masthead" verify alone
says out "[VER-004]"

# Another source of the same name.
sed 's/2021/2022/' letter.txt >other.txt
expect 4 "$masthead" verify --source other.txt made/letter.akn.xml
says out "[VER-003]"

# What is no product, and wrong usage.
: >empty.pdf
expect 1 "$masthead" verify letter.txt empty.pdf no-such-file.pdf
[ "$(grep -c 'cannot be checked: ' out)" -eq 3 ] || fail "not three files that cannot be checked"
expect 4 "$masthead" verify letter.txt spoiled/letter.docx
expect 2 "$masthead" verify
expect 2 "$masthead" verify --source no-such-folder made
expect 2 "$masthead" verify --schema no-such.xsd made
mkdir nothing
expect 2 "$masthead" verify nothing

# The official schema, where it is at hand.
xsd=${MASTHEAD_SHARED:-$source_folder/../shared}/schema/akn/akomantoso30.xsd
if [ -f "$xsd" ]; then
    expect 0 "$masthead" verify -v --schema "$xsd" made/letter.akn.xml
    says out "holds  schema "
fi
finish
