#!/bin/sh
# Promise one over every record at hand: characters.py counts source, Akoma Ntoso, PDF and Word against each other.
set -u
masthead=$1
here=$(cd "$(dirname "$0")" && pwd)
project=$here/../..
shared=${MASTHEAD_SHARED:-$project/../shared}
for tool in python3 pdftotext; do
    command -v $tool >/dev/null 2>&1 || { echo "$tool is missing"; exit 77; }
done

work=$(mktemp -d) || exit 2
trap 'rm -rf "$work"' EXIT
mkdir "$work/in"
cp "$project"/input/*.txt "$project"/tests/records/*.txt "$work/in"
if [ -d "$shared/corpus" ]; then
    for file in "$shared"/corpus/*/*.txt; do
        kind=$(basename "$(dirname "$file")")
        case $kind in
        not-a-record | bad-encoding) ;; # text that no record is: tests/cli/bad-input.sh has the like
        *) cp "$file" "$work/in/$kind.$(basename "$file")" ;;
        esac
    done
fi

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
