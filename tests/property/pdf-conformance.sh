#!/bin/sh
# Every record at hand as PDF/A-3a and PDF/UA-1: no rule of qpdf, of the conformance checker beside
# the project and of veraPDF fails, as far as these are there.
set -u
masthead=$1
here=$(cd "$(dirname "$0")" && pwd)
project=$here/../..
checker=${MASTHEAD_SHARED:-$project/../shared}/bench/pdf_conformance_check.py

work=$(mktemp -d) || exit 2
trap 'rm -rf "$work"' EXIT
"$masthead" convert --quiet -t pdf -o "$work" "$project"/input/*.txt "$project"/tests/records/*.txt || exit 1

failed=0
tools=0
if command -v qpdf >/dev/null; then
    tools=$((tools + 1))
    for file in "$work"/*.pdf; do
        qpdf --check "$file" >"$work/said" 2>&1 && continue
        failed=1
        sed "s|^|qpdf: |" "$work/said"
    done
    if command -v python3 >/dev/null && [ -f "$checker" ]; then
        tools=$((tools + 1))
        python3 "$checker" -q "$work"/*.pdf || failed=1
    fi
fi
"$project/tests/tools/verapdf.sh" 0 "$work"/*.pdf >"$work/said"
case $? in
0) tools=$((tools + 1)) ;;
77) echo "veraPDF cannot be had here" ;;
*)
    tools=$((tools + 1))
    failed=1
    grep -v '^PASS' "$work/said"
    ;;
esac
[ "$tools" -gt 0 ] || exit 77
exit $failed
