#!/bin/sh
# Every record at hand as a web page: html_inside.py looks inside; xmllint and, where they can be had,
# the W3C's checker (npm's vnu-jar) and axe-core in a headless Chromium judge it. MASTHEAD_VNU names
# vnu.jar and MASTHEAD_AXE axe.min.js if npm's global folder has none.
. "$(dirname "$0")/records"
need python3

own_records "$work/in"
"$masthead" convert --quiet -t akn,html -o "$work/own" "$work/in" || exit 1
if [ -d "$shared/corpus" ]; then
    corpus_records "$work/more"
    "$masthead" convert --quiet -t akn,html -o "$work/corpus" "$work/more" || exit 1
fi

failed=0
find "$work/own" "$work/corpus" -name '*.html' 2>/dev/null | sort >"$work/pages"
python3 "$here/html_inside.py" "$work/pages" || failed=1

if command -v xmllint >/dev/null 2>&1; then
    while read -r page; do
        # its parser knows HTML 4: elements that came later are no fault
        xmllint --html --noout "$page" 2>&1 | grep 'error :' |
            grep -Ev 'Tag (article|header|main|nav|section|time|footer|figure|aside) invalid'
    done <"$work/pages" >"$work/said"
    if [ -s "$work/said" ]; then
        failed=1
        sort "$work/said" | uniq -c | sort -rn | head -20
    fi
fi

modules=$(npm root -g 2>/dev/null)
vnu=${MASTHEAD_VNU:-$modules/vnu-jar/build/dist/vnu.jar}
if [ -f "$vnu" ] && command -v java >/dev/null 2>&1; then
    tr '\n' '\0' <"$work/pages" | xargs -0 java -jar "$vnu" --errors-only --format gnu >"$work/said" 2>&1 ||
        { failed=1; head -20 "$work/said"; }
    echo "vnu: $(wc -l <"$work/pages") pages, $(grep -c error "$work/said") errors"
else
    echo "vnu cannot be had here"
fi

# The axe takes a second a page: all of them in the long run.
is_long || find "$work/own" -name '*.html' | sort >"$work/pages"
axe=${MASTHEAD_AXE:-$modules/axe-core/axe.min.js}
if [ -f "$axe" ] && command -v chromium >/dev/null 2>&1; then
    python3 "$here/html_axe.py" "$axe" "$work/pages" || failed=1
else
    echo "axe-core cannot be had here"
fi
exit $failed
