#!/bin/sh
# The report's page is accessible: axe-core in a headless Chromium judges it, where they can be had (see html.sh).
. "$(dirname "$0")/records"
axe=${MASTHEAD_AXE:-$(npm root -g 2>/dev/null)/axe-core/axe.min.js}
if ! [ -f "$axe" ] || ! command -v chromium >/dev/null 2>&1 || ! command -v python3 >/dev/null 2>&1; then
    echo "axe-core, chromium or python3 cannot be had here"
    exit 77
fi

cp -r "$project/tests/records" "$work/in"
: >"$work/in/empty.txt"
cd "$work" || exit 2
"$masthead" convert --quiet --report half.ndjson --shard 1/2 -t akn,html,pdf -o done in
"$masthead" convert --quiet --report whole.ndjson -t akn,html,pdf -o done in
"$masthead" report -q -o whole.html whole.ndjson || exit 1
"$masthead" report -q -o half.html half.ndjson
[ $? -eq 1 ] || exit 1
python3 "$here/html_axe.py" "$axe" whole.html half.html
