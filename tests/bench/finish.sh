#!/bin/sh
# finish.sh MASTHEAD: what finishing a PDF costs, as a share of the CPU of making it, from perf's samples of the founding
# record and of its annex repeated. cairo writes its fonts when its file is closed; that is not finishing.
set -eu
masthead=$1
record=$(cd "$(dirname "$0")" && pwd)/../../input/000_9b48314a96a0a4e5.txt
command -v perf >/dev/null || { echo "perf is missing"; exit 77; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# share FUNCTION: per cent of all samples in which it was running
share() {
    awk -v name="$1" '$NF == name { sub("%", "", $1); print $1; found = 1; exit } END { if (!found) print 0 }' "$work/report"
}

for copies in 1 33 333; do
    mkdir "$work/in"
    if [ $copies = 1 ]; then
        for i in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20; do cp "$record" "$work/in/$i.txt"; done
    else
        awk -v copies=$copies '/^II\. Summary of discussion/ && !body { body = 1 }
            !body { print } body { text = text $0 "\n" } END { for (i = 0; i < copies; i++) print text }' "$record" >"$work/in/long.txt"
    fi
    perf record -q -e cpu-clock:u -F 499 --call-graph dwarf,16384 -o "$work/samples" \
        "$masthead" convert -q -j 1 -t pdf -o "$work/out" "$work/in" >/dev/null 2>&1
    perf report -i "$work/samples" --children --no-inline -g none --stdio 2>/dev/null >"$work/report"
    pages=$(pdfinfo "$(ls "$work"/out/*.pdf | head -1)" | awk '/^Pages/ { print $2 }')
    awk -v pages="$pages" -v all="$(share conversion_pdf)" -v finish="$(share mh_pdf_finish)" -v cairo="$(share cairo_surface_finish)" \
        'BEGIN { printf "%d pages: finishing %.1f %% of making the PDF (cairo closing its file %.1f %%)\n", pages, 100 * (finish - cairo) / all, 100 * cairo / all }'
    rm -r "$work/in" "$work/out"
done
