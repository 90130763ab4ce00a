#!/bin/sh
# masthead pack and verify: packages hold, the same again is the same, and whatever is changed in one is found.
. "$(dirname "$0")/expect"

SOURCE_DATE_EPOCH=1700000000
export SOURCE_DATE_EPOCH
mkdir -p in/council
cp "$source_folder/tests/records/S_2099_101.en.txt" "$source_folder/tests/records/S_2099_412.ar.txt" in
cp "$source_folder/tests/records/S_RES_9001(2099).fr.txt" in/council
expect 0 "$masthead" convert -q --memory 0 -t akn,pdf,docx -o made in

# spoiled FORMAT SCRIPT CODE: after the change that SCRIPT makes in a copy of packages/FORMAT, verify says CODE.
spoiled() {
    rm -rf spoiled
    cp -r "packages/$1" spoiled
    (cd spoiled/* && eval "$2") || fail "$1: the change failed: $2"
    diff -r "packages/$1" spoiled >/dev/null && fail "$1: nothing was changed: $2"
    expect 4 "$masthead" verify -v spoiled
    says out "DOES NOT HOLD"
    says out "[$3]"
}

# Changes that every kind of package has to notice.
commonly() {
    [ -z "$(find packages -name '.*.part')" ] || fail "$1: a temporary folder is left"
    spoiled "$1" 'f=$(find . -name "*.pdf" | head -n 1); printf XXXX | dd of="$f" bs=1 seek=2000 conv=notrunc 2>/dev/null' PAC-013
    spoiled "$1" 'f=$(find . -name "*.akn.xml" | head -n 1); sed -i "s/2099/2098/" "$f"' PAC-013
    spoiled "$1" 'rm "$(find . -name "*.docx" | head -n 1)"' PAC-011
    spoiled "$1" 'f=$(find . -name "*.docx" | head -n 1); echo stray >"${f%/*}/stray.txt"' PAC-012
    spoiled "$1" 'f=$(find . -name "*.docx" | head -n 1); ln -s /etc/hostname "${f%/*}/link"' PAC-012
    spoiled "$1" 'f=$(find . -name "*.docx" | head -n 1); mv "$f" "$f.moved"' PAC-011
}

# common FORMAT: what every kind of package has to show.
common() {
    expect 0 "$masthead" pack --as "$1" --set rights='Free to all' -o "packages/$1" made
    says out ": 3 records"
    expect 0 "$masthead" verify "packages/$1"
    says out "holds: $1, "
    # the same again, from elsewhere and with other times of files: not a byte is new
    rm -rf elsewhere
    cp -r made elsewhere
    expect 0 "$masthead" pack --as "$1" --set rights='Free to all' --set name=made -o "packages/$1" elsewhere
    says out "it was there already"
    expect 1 "$masthead" pack --as "$1" --set name=made -o "packages/$1" made
    says err "[PAC-004]"
    expect 0 "$masthead" verify "packages/$1"
    commonly "$1"
    # what is the same for all kinds is tried with one; with all in long tests
    [ "$1" = bagit ] || [ "${MASTHEAD_LONG_TESTS:-}" ] && in_other_forms "$1"
}

in_other_forms() {
    cp -r "packages/$1" forced
    expect 0 "$masthead" pack --as "$1" --set name=made --force -o forced made
    expect 0 "$masthead" verify forced
    diff -r "packages/$1" forced >/dev/null && fail "$1: --force replaced nothing"
    rm -rf forced
    for ending in tar zip; do
        for n in 1 2; do
            expect 0 "$masthead" pack --as "$1" --$ending -o "packed$n" made
        done
        cmp packed1/*.$ending packed2/*.$ending >&2 || fail "$1: two files $ending differ"
        expect 0 "$masthead" verify packed1/*.$ending
        says out "holds: $1, "
        size=$(wc -c <"$(echo packed1/*.$ending)")
        printf 'XXXX' | dd of="$(echo packed1/*.$ending)" bs=1 seek=$((size / 2)) conv=notrunc 2>/dev/null
        expect 4 "$masthead" verify packed1/*.$ending
        rm -rf packed1 packed2
    done
    expect 0 "$masthead" pack --as "$1" --per-record -o single made
    expect 0 "$masthead" verify single
    says out "3 files: 3 hold"
    rm -rf single
}

common bagit
has_files packages/bagit/made/data/metadata/rights.csv packages/bagit/made/data/objects/text/S_2099_101.en.txt
cmp in/S_2099_101.en.txt packages/bagit/made/data/objects/text/S_2099_101.en.txt >&2 || fail "the source is another"
says packages/bagit/made/bag-info.txt "Bagging-Date: 2023-11-14"
spoiled bagit 'sed -i "s/^\(Payload-Oxum: \)/\19/" bag-info.txt' PAC-015
spoiled bagit 'sed -i "/^Payload-Oxum/d" bag-info.txt' PAC-015
spoiled bagit 'sed -i "s/1\.0/0.97/" bagit.txt' PAC-010
spoiled bagit 'printf "http://example.org/x 1 data/x\n" >fetch.txt' PAC-010
spoiled bagit 'rm manifest-sha512.txt' PAC-011
spoiled bagit 'sed -i 2d manifest-sha256.txt' PAC-012
spoiled bagit 'sed -i "\$p" manifest-sha256.txt' PAC-014
spoiled bagit 'sed -i "s/\$/\r/" manifest-sha512.txt' PAC-014
spoiled bagit 'sed -i "1s/^/\xef\xbb\xbf/" manifest-sha256.txt' PAC-014
spoiled bagit 'sed -i "1s/  / /" manifest-sha256.txt' PAC-014
spoiled bagit 'sed -i "1s/^./g/" manifest-sha256.txt' PAC-014
spoiled bagit 'sed -i "1s|data/|data/../data/|" manifest-sha256.txt' PAC-014
spoiled bagit 'printf "%064d  /etc/hostname\n" 0 >>manifest-sha256.txt' PAC-014

common eark-sip
spoiled eark-sip 'sed -i "s/ROLE=.CREATOR. TYPE=.OTHER./ROLE=\"EDITOR\" TYPE=\"OTHER\"/" METS.xml' PAC-015
spoiled eark-sip 'sed -i "s/ROLE=.CREATOR. TYPE=.ORGANIZATION./ROLE=\"PRESERVATION\" TYPE=\"ORGANIZATION\"/" METS.xml' PAC-015
spoiled eark-sip 'sed -i "s/OTHERTYPE=.SOFTWARE. *//; s/ OTHERTYPE=.SOFTWARE.//" METS.xml' PAC-015
spoiled eark-sip 'sed -i "s/SOFTWARE VERSION/VERSION/" METS.xml' PAC-015
spoiled eark-sip 'sed -i "s/RECORDSTATUS=.NEW./RECORDSTATUS=\"OLD\"/" METS.xml' PAC-015
spoiled eark-sip 'sed -i "s/ID=.dc. /ID=\"mods\" /" METS.xml' PAC-015
spoiled eark-sip 'sed -i "s/DMDID=.dc /DMDID=\"nothing /" METS.xml' PAC-015
spoiled eark-sip 'sed -i "s|xlink:href=.documentation/|&../documentation/|" METS.xml' PAC-015
spoiled eark-sip 'sed -i "/<mptr/d" METS.xml' PAC-015
spoiled eark-sip 'sed -i "s/Masthead-/Someone-/" metadata/preservation/premis-event-packing.xml' PAC-013
spoiled eark-sip 'rm representations/akn/METS.xml' PAC-011
spoiled eark-sip 'echo stray >metadata/stray.xml' PAC-012
spoiled eark-sip 'mv "$PWD" ../renamed' PAC-015
spoiled eark-sip 'echo "<mets/>" >METS.xml' PAC-010
spoiled eark-sip 'echo "<mets" >METS.xml' XML-001
expect 2 "$masthead" pack --as eark-sip --profile 1.0 made
for version in 2.1.0 2.0.4; do
    expect 0 "$masthead" pack --as eark-sip --profile $version --set status=UPDATE -o earlier made
    expect 0 "$masthead" verify earlier
    rm -rf earlier
done
mkdir xsd
echo '<schema xmlns="http://www.w3.org/2001/XMLSchema"/>' >xsd/mets.xsd
expect 0 "$masthead" pack --as eark-sip --schemas xsd -o with-schemas made
expect 0 "$masthead" verify with-schemas
has_files with-schemas/*/schemas/mets.xsd

common archivematica
has_files packages/archivematica/made/metadata/rights.csv packages/archivematica/made/metadata/identifiers.json
spoiled archivematica 'sed -i "\$d" metadata/checksum.sha256' PAC-012
spoiled archivematica 'echo >>metadata/checksum.sha256' PAC-014
spoiled archivematica 'sed -i "s/2099/2098/" metadata/metadata.csv' PAC-013
spoiled archivematica 'sed -i "s/filename/file/" metadata/metadata.csv' PAC-015
spoiled archivematica 'echo stray >metadata/stray.txt' PAC-012
spoiled archivematica 'sed -i "s/<linkingAgentIdentifier>/<linkingAgentIdentifierX>/g" metadata/premis.xml' XML-001
spoiled archivematica 'sed -i "s/\(linkingAgentIdentifierValue>\)Masthead/\1Someone/" metadata/premis.xml' PAC-015

common dspace
grep -q 'S_2099_101.en.pdf.*bundle:ORIGINAL.*primary:true' packages/dspace/made/item_S_2099_101.en/contents || fail "no primary file"
spoiled dspace 'sed -i "/docx/d" item_S_2099_101.en/contents' PAC-012
spoiled dspace 'printf "other.pdf\tbundle:ORIGINAL\n" >>item_S_2099_101.en/contents' PAC-011
spoiled dspace 'sed -i "/element=.title./d" item_S_2099_101.en/dublin_core.xml' PAC-015
expect 0 "$masthead" pack --as dspace --set collection=123456789/2 -o collected made
says collected/made/item_S_2099_101.en/collections 123456789/2

common opex
spoiled opex 'sed -i "/docx.opex/d" S_2099_101.en/S_2099_101.en.opex' PAC-012
spoiled opex 'sed -i "s/value=\"./value=\"0/" S_2099_101.en/*.pdf.opex' PAC-013
spoiled opex 'sed -i "/<opex:Fixity /d" S_2099_101.en/*.pdf.opex' PAC-013
spoiled opex 'rm S_2099_101.en/*.pdf.opex' PAC-011
spoiled opex 'sed -i "/<opex:Folder>S_2099_101/d" made.opex' PAC-012

# A record that does not hold stays out; its package says so when it is wanted all the same.
cp -r made faulty
sed -i 's/<\/p>/!<\/p>/' faulty/S_2099_101.en.akn.xml
expect 1 "$masthead" pack --as bagit -o partly faulty
says err "S_2099_101.en: error: the record was left out"
says err "[PAC-002]"
says out "partly/faulty: 2 records"
expect 0 "$masthead" verify partly
[ -z "$(find partly -name '*101*')" ] || fail "files of a record that was left out"
expect 0 "$masthead" pack --as bagit --keep-faulty -o wholly faulty
grep -q '<eventOutcome>fail<' wholly/faulty/data/metadata/premis.xml || fail "the fault is not told"
expect 1 "$masthead" pack --as bagit --per-record -o single faulty
says err "[PAC-005]"
rm -rf faulty/council faulty/S_2099_4*
expect 1 "$masthead" pack --as bagit -o none faulty
says err "[PAC-005]"
has_nothing_in none

# Sources that are not in the PDFs.
expect 0 "$masthead" convert -q --memory 0 -t akn,pdf --no-attachments -o bare in
expect 1 "$masthead" pack --as bagit -o bare-bags bare
says err "[VER-002]"
expect 0 "$masthead" pack --as bagit --source in -o bare-bags bare
has_files "bare-bags/bare/data/objects/text/council_S_RES_9001(2099).fr.txt"

# Names that archives would change, or that differ in case alone.
mkdir names
for name in "Résolution 12" "a b" "A b" "a_b"; do
    cp made/S_2099_101.en.akn.xml "names/$name.akn.xml"
done
expect 0 "$masthead" pack --as bagit --source in -o named names
expect 0 "$masthead" verify named
[ "$(find named -name '*.akn.xml' | wc -l)" -eq 4 ] || fail "not four records"
[ -z "$(LC_ALL=C find named -name '*[!-_.()A-Za-z0-9]*')" ] || fail "a name that archives change"

# What a library's catalogue wants beside what the record says.
expect 0 "$masthead" pack --as bagit --set marc-039=DIG --set marc-040=NNUN --set marc-049=usa --set marc-930=UND -o catalogued made
marc=catalogued/made/data/metadata/marc.xml
[ "$(grep -c 'tag="\(039\|040\|049\|930\)"' $marc)" -eq 12 ] || fail "not four fields for each of three records"
grep -A 1 'tag="091"' $marc | grep -q '>GEN<' || fail "no distribution"
grep -A 2 'tag="191"' $marc | grep -q '"b">S/<' || fail "no body of the symbol"
[ "$(grep -c 'tag="039"' packages/bagit/made/data/metadata/marc.xml)" -eq 0 ] || fail "a field that nobody gave"

# The user's own words in a file of the package.
mkdir -p mine/pack
cat >mine/pack/rights-csv.xsl <<'XSL'
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:output method="text"/>
  <xsl:template match="/">mine&#10;</xsl:template>
</xsl:stylesheet>
XSL
expect 0 "$masthead" pack --as bagit --stylesheets mine --set rights=x -o own made
[ "$(cat own/made/data/metadata/rights.csv)" = mine ] || fail "the user's stylesheet was not taken"
expect 0 "$masthead" verify own
expect 2 "$masthead" pack --as bagit --stylesheets no-such-folder made

# Sets, plans, wrong usage.
expect 0 "$masthead" pack --as bagit --set-size 2 --dry-run -o sets made
says out "3 records, 2 packages"
[ -e sets ] && fail "a dry run made a folder"
expect 0 "$masthead" pack --as bagit --set-size 2 -o sets made
has_files sets/made-0001/bagit.txt sets/made-0002/bagit.txt
expect 2 "$masthead" pack made
expect 2 "$masthead" pack --as shoebox made
expect 2 "$masthead" pack --as bagit
expect 2 "$masthead" pack --as bagit no-such-folder
expect 2 "$masthead" pack --as bagit in
says err "[PAC-001]"
expect 2 "$masthead" pack --as bagit --tar --zip made
expect 2 "$masthead" pack --as bagit --set-size 1001 made
expect 2 "$masthead" pack --as bagit --set colour=blue made
expect 2 "$masthead" pack --as bagit --set rights-basis=guess made
expect 2 "$masthead" pack --as bagit --profile 2.2.0 made

# The machine fails: no package, no temporary.
if [ "$(id -u)" -ne 0 ]; then
    mkdir locked
    chmod a-w locked
    expect 3 "$masthead" pack --as bagit -o locked/bags made
fi
: >file
expect 3 "$masthead" pack --as bagit -o file/bags made
# A disk that is full: the smallest of file systems, where there may be one.
mkdir small
if mount -t tmpfs -o size=64k none small 2>/dev/null; then
    expect 3 "$masthead" pack --as bagit -o small made
    says err "[JOB-002]"
    has_nothing_in small
    umount small
fi

# Killed in the middle: nothing under the package's name, and the next run takes what was left away.
killed=0
for n in 1 2 3 4 5 6 7 8; do
    timeout -s KILL "0.0$n" "$masthead" pack -q --as bagit -o killed made >/dev/null 2>&1
    [ -d killed/made ] && expect 0 "$masthead" verify killed/made
    [ -d killed/.made.part ] && killed=$((killed + 1))
done
expect 0 "$masthead" pack --as bagit --force -o killed made
expect 0 "$masthead" verify killed/made
[ -z "$(find killed -name '.*.part')" ] || fail "a temporary folder is left"
expect 0 "$masthead" pack --as bagit -o undisturbed made
diff -r killed undisturbed >&2 || fail "a package after a killed run is another"

if command -v flock >/dev/null 2>&1; then
    mkdir -p busy
    expect 75 flock busy "$masthead" pack --as bagit -o busy made
    says err "[BAT-009]"
fi
finish
