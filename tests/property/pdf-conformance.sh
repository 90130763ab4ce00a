#!/bin/sh
# Records at hand as PDF/A-3a and PDF/UA-1, and a letter in the other profiles: no rule of qpdf, of the conformance checker
# beside the project and of veraPDF fails, as far as these are there; pdfdetach gives back what was put in. Long tests
# (MASTHEAD_LONG_TESTS is set) take the corpus beside the project as well.
. "$(dirname "$0")/records"
checker=$shared/bench/pdf_conformance_check.py
letter=$project/tests/records/S_2099_101.en.txt

mkdir "$work/main" "$work/a2a" "$work/a2u" "$work/plain" "$work/inside"
own_records "$work/in"
is_long && corpus_texts "$work/in"
"$masthead" convert --quiet -t pdf,akn -o "$work/main" "$work/in" || exit 1
"$masthead" convert --quiet -t pdf --no-attachments -o "$work/a2a/without.pdf" "$letter" || exit 1
for profile in a2a a2u plain; do
    "$masthead" convert --quiet -t pdf --pdf-profile $profile -o "$work/$profile/$profile.pdf" "$letter" || exit 1
done

failed=0
tools=0
fail() {
    failed=1
    sed "s|^|$1: |" "$work/said"
}

if command -v qpdf >/dev/null; then
    tools=$((tools + 1))
    for file in "$work"/main/*.pdf "$work"/a2a/*.pdf "$work"/a2u/*.pdf "$work"/plain/*.pdf; do
        qpdf --check "$file" >"$work/said" 2>&1 || fail "qpdf: $(basename "$file")"
    done
    if command -v python3 >/dev/null && [ -f "$checker" ]; then
        tools=$((tools + 1))
        python3 "$checker" -q "$work"/main/*.pdf >"$work/said" || fail checker
        tail -1 "$work/said"
        python3 "$checker" -q --pdfa 2a "$work"/a2a/*.pdf >"$work/said" || fail "checker: a2a"
        python3 "$checker" -q --pdfa none --no-ua "$work"/plain/*.pdf >"$work/said" || fail "checker: plain"
    fi
fi

# vera FLAVOUR FOLDER
vera() {
    "$project/tests/tools/verapdf.sh" "$1" "$work/$2"/*.pdf >"$work/said"
    case $? in
    0) echo "veraPDF: $(grep -c '^PASS' "$work/said") files pass $1" ;;
    77)
        echo "veraPDF cannot be had here"
        return 1
        ;;
    *)
        failed=1
        grep -v '^PASS' "$work/said"
        ;;
    esac
    return 0
}
vera 3a main && tools=$((tools + 1)) && vera ua1 main && vera 2a a2a && vera ua1 a2a && vera 2u a2u

if command -v pdfdetach >/dev/null; then
    tools=$((tools + 1))
    for file in "$work"/main/*.pdf; do
        name=$(basename "$file" .pdf)
        rm -f "$work"/inside/*
        pdfdetach -saveall -o "$work/inside" "$file" >/dev/null 2>&1
        cmp "$work/inside/$name.txt" "$work/in/$name.txt" >"$work/said" 2>&1 || fail "source in $name"
        cmp "$work/inside/$name.akn.xml" "$work/main/$name.akn.xml" >"$work/said" 2>&1 || fail "XML in $name"
    done
    pdfdetach -list "$work/a2a/without.pdf" 2>/dev/null | grep -q '^0 ' || { echo "files in --no-attachments"; failed=1; }
fi
[ "$tools" -gt 0 ] || exit 77
exit $failed
