#!/bin/sh
# Every record at hand as clean text: text_inside.py compares it with the record. The same bytes each time.
. "$(dirname "$0")/records"
need python3

own_records "$work/in"
corpus_records "$work/in"
"$masthead" convert --quiet -t akn,text -o "$work/out" "$work/in" || exit 1
"$masthead" convert --quiet --jobs 1 -t text -o "$work/again" "$work/in" || exit 1
failed=0
for file in "$work"/again/*; do
    cmp -s "$file" "$work/out/$(basename "$file")" || { echo "$(basename "$file"): other bytes the second time"; failed=1; }
done
python3 "$here/text_inside.py" "$work"/out/*.text.txt || failed=1
exit $failed
