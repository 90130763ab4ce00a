#!/bin/sh
# Pages hold what an editor would measure (pages.py), and two runs give the same bytes. A letter in three scripts and a
# meeting; with MASTHEAD_LONG_TESTS set all the project's records and the corpus, if it is there.
set -u
masthead=$1
here=$(cd "$(dirname "$0")" && pwd)
project=$here/../..
shared=${MASTHEAD_SHARED:-$project/../shared}
for tool in python3 pdfinfo; do
    command -v $tool >/dev/null 2>&1 || { echo "$tool is missing"; exit 77; }
done
pdfinfo --help 2>&1 | grep -q -e -struct-text || { echo "pdfinfo cannot read structure"; exit 77; }

work=$(mktemp -d) || exit 2
trap 'rm -rf "$work"' EXIT
mkdir "$work/in"
records=$project/tests/records
cp "$records"/S_2099_101.en.txt "$records"/S_2099_412.ar.txt "$records"/A_153_88.zh.txt "$records"/S_PV.19001.en.txt "$work/in"
if [ -n "${MASTHEAD_LONG_TESTS:-}" ]; then
    cp "$project"/input/*.txt "$records"/*.txt "$work/in"
    for file in "$shared"/corpus/*/*.txt; do
        [ -f "$file" ] || continue
        kind=$(basename "$(dirname "$file")")
        case $kind in
        not-a-record | bad-encoding) ;; # text that no record is
        *) cp "$file" "$work/in/$kind.$(basename "$file")" ;;
        esac
    done
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
