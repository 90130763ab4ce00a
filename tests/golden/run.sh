#!/bin/sh
# Golden pairs: run.sh [--accept] MASTHEAD CASE…
# CASE is STAGE/NAME; its text is NAME.txt beside the expected files, in tests/records or in input. What --emit=STAGE
# prints must equal STAGE/NAME.STAGE, its messages and exit status STAGE/NAME.diag. --accept writes both anew; read
# the diff before you commit it.
set -u
here=$(cd "$(dirname "$0")" && pwd)

accept=
if [ "${1-}" = --accept ]; then
    accept=yes
    shift
fi
[ $# -ge 2 ] || { echo "usage: run.sh [--accept] MASTHEAD CASE..." >&2; exit 2; }
masthead=$1
shift

work=$(mktemp -d) || exit 2
trap 'rm -rf "$work"' EXIT

# The text of a case: STAGE NAME.
text_of() {
    for folder in "$here/$1" "$here/../records" "$here/../../input"; do
        [ -f "$folder/$2.txt" ] && printf '%s\n' "$folder/$2.txt" && return
    done
    echo "run.sh: no text for $1/$2" >&2
    return 1
}

status=0
for case in "$@"; do
    stage=${case%%/*}
    name=${case##*/}
    text=$(text_of "$stage" "$name") || { status=1; continue; }
    expected=$here/$stage/$name
    "$masthead" convert --no-progress --verbose --emit="$stage" -o - "$text" \
        >"$work/out" 2>"$work/diag"
    echo "exit $?" >>"$work/diag"
    if [ -n "$accept" ]; then
        cp "$work/out" "$expected.$stage"
        cp "$work/diag" "$expected.diag"
        continue
    fi
    diff -u "$expected.$stage" "$work/out" || status=1
    diff -u "$expected.diag" "$work/diag" || status=1
done
exit $status
