#!/bin/sh
# LibreOffice opens every Word document, and saves it again without loss of text, notes or headings.
set -u
masthead=$1
here=$(cd "$(dirname "$0")" && pwd)
project=$here/../..
for tool in soffice python3; do
    command -v $tool >/dev/null 2>&1 || { echo "$tool is missing"; exit 77; }
done

work=$(mktemp -d) || exit 2
trap 'rm -rf "$work"' EXIT
"$masthead" convert --quiet -t docx -o "$work/made" "$project"/input/*.txt "$project"/tests/records/*.txt || exit 1
office() {
    soffice "-env:UserInstallation=file://$work/profile" --headless --convert-to "$1" --outdir "$work/$2" \
        "$work"/made/*.docx >"$work/said" 2>&1 || { cat "$work/said"; exit 1; }
}
office 'docx:MS Word 2007 XML' saved
office pdf printed

failed=0
for file in "$work"/made/*.docx; do
    name=$(basename "$file" .docx)
    [ -s "$work/printed/$name.pdf" ] || { echo "$name: not printed"; failed=1; }
    python3 "$here/docx_kept.py" "$file" "$work/saved/$name.docx" || failed=1
done
exit $failed
