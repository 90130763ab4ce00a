#!/bin/sh
# Makes docs/ACCURACY.md: accuracy.sh MASTHEAD >docs/ACCURACY.md
# How far the structure found in plain text agrees with the United Nations' own XML of the same resolutions, in three
# styles of text. Needs the shared measures (MASTHEAD_SHARED, default ../shared); exit 77 without them.
set -u
masthead=$(realpath "$1")
here=$(cd "$(dirname "$0")" && pwd)
shared=${MASTHEAD_SHARED:-$here/../../../shared}
bench=$shared/bench/unxml_agreement.py
[ -f "$bench" ] && command -v python3 >/dev/null 2>&1 || { echo "the shared measures or python3 are missing" >&2; exit 77; }

work=$(mktemp -d) || exit 2
trap 'rm -rf "$work"' EXIT

cat <<'TEXT'
# Accuracy

How far the structure that Masthead finds in plain text agrees with the XML that the United Nations published of the same resolutions (240 files,
40 in each language, of the General Assembly, the Security Council and the Economic and Social Council). The text is made in three styles: *clean* (a paragraph a line),
*wrapped* (lines of one width), *pdf* (page furniture, notes at page feet, paragraphs cut by pages). Made by `tests/bench/accuracy.sh`.

For other kinds of records no XML exists to compare with; for them the promise that nothing is lost is tested (`tests/property/`). What is
known to be wrong in them is listed in [KINDS.md](KINDS.md).
TEXT
for style in clean wrapped pdf; do
    python3 "$bench" run --masthead "$masthead" --repos "$shared/unxml/GA" "$shared/unxml/SC" "$shared/unxml/ECOSOC" \
        --sample 240 --style $style --worst 10 >"$work/$style" 2>&1 || { tail -3 "$work/$style" >&2; exit 1; }
    printf '\n## Style %s\n\n```\n' "$style"
    grep -vE '^(style|\* not)' "$work/$style" | cut -c1-110
    printf '```\n'
done
