#!/bin/sh
# LibreOffice opens every Word document, prints it and saves it again without loss of text, notes or headings:
# docx_kept.py counts them before and after. In the long run also records of every kind and language of the
# corpus beside the project.
. "$(dirname "$0")/records"
need soffice python3 pdftotext

own_records "$work/in"
if is_long && [ -d "$shared/corpus" ]; then
    for kind in "$shared"/corpus/*; do
        case $kind in
        */not-a-record | */bad-encoding) continue ;;
        esac
        # the first of each language
        for language in ar en es fr ru zh mul; do
            for file in "$kind"/*."$language".txt; do
                [ -f "$file" ] && cp "$file" "$work/in/$(basename "$kind").$(basename "$file")"
                break
            done
        done
    done
fi
"$masthead" convert --quiet -t docx -o "$work/made" "$work/in" || exit 1
office() {
    soffice "-env:UserInstallation=file://$work/profile" --headless --convert-to "$1" --outdir "$work/$2" \
        "$work"/made/*.docx >"$work/said" 2>&1 || { cat "$work/said"; exit 1; }
}
office 'docx:MS Word 2007 XML' saved
office pdf printed
python3 "$here/docx_kept.py" "$work/made" "$work/saved" "$work/printed"
