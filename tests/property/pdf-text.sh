#!/bin/sh
# What readers of a PDF are told, against the Akoma Ntoso: pdf_text.py over every fixture, with the structure of a letter, a
# table, a resolution and an Arabic record. When long tests are asked for (MASTHEAD_LONG_TESTS is set), the structure
# of every fixture and the text of the corpus beside the project.
. "$(dirname "$0")/records"
need python3 pdftotext pdfinfo

mkdir -p "$work/long" "$work/out"
own_records "$work/short"
long=
if is_long; then
    long=yes
    corpus_texts "$work/long"
fi

# Records whose difference is known, with its reason. One that no longer differs fails the test: take it out.
# A_48_PV.46, S_PV.10054.ar: the masthead of a meeting is set in the order of its page, not of its source.
# A_AC.172_2025_2~layout: cells of a table that touch; pdftotext parts them.
# A_AC.292_2025_INF_5.mul: Arabic whose letters the source has in the order of the page, with loose vowel marks.
# un_charter.ar, S_PV.9722.ar, S_PV.9826.ar: mutool gives a vowel mark the place or the name of another.
known=" verbatim-ga.A_48_PV.46.en verbatim-sc.S_PV.10054.ar note-secretariat.A_AC.172_2025_2~layout.en note-secretariat.A_AC.292_2025_INF_5.mul charter.un_charter.ar verbatim-sc.S_PV.9722.ar verbatim-sc.S_PV.9826.ar "

failed=0
count=0
for folder in short long; do
    [ -n "$(ls "$work/$folder")" ] || continue
    "$masthead" convert --quiet -t akn,pdf -o "$work/out/$folder" "$work/$folder" || exit 1
    for file in "$work/$folder"/*.txt; do
        stem=$work/out/$folder/$(basename "$file" .txt)
        name=$(basename "$stem")
        count=$((count + 1))
        "$masthead" convert --quiet --emit pages -o - "$file" >"$stem.pages.xml"
        differs=
        structure=
        case $folder$long:$name in
        shortyes:* | short:S_2099_101.en | short:A_153_77.fr | short:S_RES_9001* | short:S_2099_412.ar)
            structure=--structure
            ;;
        esac
        python3 "$here/pdf_text.py" "$stem" $structure >"$work/said" 2>&1 || differs=yes
        case $known in
        *" $name "*)
            [ -n "$differs" ] && { sed "s|^|known: $name: |" "$work/said"; continue; }
            echo "is no longer to be called known" >"$work/said"
            differs=yes
            ;;
        esac
        if [ -n "$differs" ]; then
            failed=$((failed + 1))
            sed "s|^|$name: |" "$work/said"
        fi
    done
done
echo "$count records, $failed with a difference"
[ "$failed" -eq 0 ]
