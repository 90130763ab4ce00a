#!/bin/sh
# Compares the text of AKN records with the text of the XSL-FO made from them, white space and note marks aside, for both
# papers. Usage: fo-text.sh RECORD.akn.xml... ; exit 0 all equal, 1 a difference, 77 xsltproc is missing.
set -u
command -v xsltproc >/dev/null 2>&1 || { echo "xsltproc is missing" >&2; exit 77; }
[ $# -gt 0 ] || { echo "usage: fo-text.sh RECORD.akn.xml..." >&2; exit 2; }

here=$(cd "$(dirname "$0")" && pwd)
sheet=$here/../../stylesheets/akn-to-fo.xsl
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT

status=0
for record in "$@"; do
    xsltproc --nonet -o "$work/akn" "$here/fo-text.xsl" "$record" || status=1
    for paper in letter a4; do
        if xsltproc --nonet --stringparam paper "$paper" -o "$work/fo" "$sheet" "$record" &&
            xsltproc --nonet -o "$work/text" "$here/fo-text.xsl" "$work/fo" &&
            cmp "$work/akn" "$work/text"; then
            echo "same ($paper): $record"
        else
            echo "differs ($paper): $record" >&2
            status=1
        fi
    done
done
exit $status
