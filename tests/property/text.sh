#!/bin/sh
# Every record at hand as clean text: text_inside.py compares it with the record. The same bytes each time.
set -u
masthead=$1
here=$(cd "$(dirname "$0")" && pwd)
project=$here/../..
shared=${MASTHEAD_SHARED:-$project/../shared}
command -v python3 >/dev/null 2>&1 || { echo "python3 is missing"; exit 77; }

work=$(mktemp -d) || exit 2
trap 'rm -rf "$work"' EXIT
mkdir "$work/in"
cp "$project"/input/*.txt "$project"/tests/records/*.txt "$work/in"
for file in "$shared"/corpus/*/*.txt; do
    kind=$(basename "$(dirname "$file")")
    case $kind in
    not-a-record | bad-encoding | \*) ;;
    *) cp "$file" "$work/in/$kind.$(basename "$file")" ;;
    esac
done
"$masthead" convert --quiet -t akn,text -o "$work/out" "$work/in" || exit 1
"$masthead" convert --quiet --jobs 1 -t text -o "$work/again" "$work/in" || exit 1
failed=0
for file in "$work"/again/*; do
    cmp -s "$file" "$work/out/$(basename "$file")" || { echo "$(basename "$file"): other bytes the second time"; failed=1; }
done
python3 "$here/text_inside.py" "$work"/out/*.text.txt || failed=1
exit $failed
