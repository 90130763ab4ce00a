#!/bin/sh
# Pages hold what an editor would measure (pages.py), and two runs give the same bytes. A letter in three scripts and a
# meeting; with MASTHEAD_LONG_TESTS set all the project's records and the corpus, if it is there.
. "$(dirname "$0")/records"
need python3 pdfinfo
pdfinfo --help 2>&1 | grep -q -e -struct-text || { echo "pdfinfo cannot read structure"; exit 77; }

mkdir "$work/in"
records=$project/tests/records
cp "$records"/S_2099_101.en.txt "$records"/S_2099_412.ar.txt "$records"/A_153_88.zh.txt "$records"/S_PV.19001.en.txt "$work/in"
if is_long; then
    own_records "$work/in"
    corpus_records "$work/in"
fi

failed=0
for file in "$work"/in/*.txt; do
    name=$(basename "$file" .txt)
    "$masthead" convert -t fo,pdf -o "$work/out" "$file" 2>"$work/$name.said" || failed=1
    "$masthead" convert --quiet --emit pages -o - "$file" >"$work/out/$name.pages.xml" || failed=1
    "$masthead" convert --quiet -t pdf -o "$work/again" "$file" || failed=1
    cmp -s "$work/out/$name.pdf" "$work/again/$name.pdf" || { echo "$name: another run gives other bytes"; failed=1; }
    mv "$work/$name.said" "$work/out/$name.said"
    python3 "$here/pages.py" "$work/out/$name" || failed=1
done
echo "$(ls "$work/in" | wc -l) records"
exit $failed
