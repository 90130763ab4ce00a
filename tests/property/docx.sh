#!/bin/sh
# Every record at hand as a Word document: the same bytes each time and in Flat OPC, whole inside, and
# valid for the checker beside the project and for python-docx, as far as these are there.
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
if [ -d "$shared/corpus" ]; then
    for file in "$shared"/corpus/*/*.txt; do
        kind=$(basename "$(dirname "$file")")
        case $kind in
        not-a-record | bad-encoding) ;;
        *) cp "$file" "$work/in/$kind.$(basename "$file")" ;;
        esac
    done
fi

failed=0
"$masthead" convert --quiet -t akn,docx,flatopc -o "$work/out" "$work/in" || exit 1
"$masthead" convert --quiet --jobs 1 -t docx,flatopc -o "$work/again" "$work/in" || exit 1
for file in "$work"/again/*; do
    cmp -s "$file" "$work/out/$(basename "$file")" || { echo "$(basename "$file"): other bytes the second time"; failed=1; }
done

python3 "$here/docx_inside.py" "$work"/out/*.docx || failed=1

checker=$shared/bench/docx_check.py
if [ -f "$checker" ] && command -v xmllint >/dev/null 2>&1; then
    python3 "$checker" --schema "$shared/schema/ooxml" "$work"/out/*.docx >"$work/said" || {
        failed=1
        grep -v ': ok$' "$work/said"
    }
fi
exit $failed
