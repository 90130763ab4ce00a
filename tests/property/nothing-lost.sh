#!/bin/sh
# Promise one over every record at hand: characters.py counts source, Akoma Ntoso, PDF and Word against each other.
. "$(dirname "$0")/records"
need python3 pdftotext

own_records "$work/in"
corpus_records "$work/in"

"$masthead" convert --quiet -t akn,fo,pdf,docx -o "$work/out" "$work/in" || exit 1
failed=0
count=0
for file in "$work"/in/*.txt; do
    name=$(basename "$file" .txt)
    count=$((count + 1))
    "$masthead" convert --quiet --emit pages -o - "$file" >"$work/out/$name.pages.xml"
    differs=
    python3 "$here/characters.py" "$file" "$work/out/$name" >"$work/said" 2>&1 || differs=yes
    if [ -n "$differs" ]; then
        failed=$((failed + 1))
        sed "s|^|$name: |" "$work/said"
    fi
done
echo "$count records, $failed with a difference"
[ "$failed" -eq 0 ]
