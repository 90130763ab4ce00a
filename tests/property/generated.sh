#!/bin/sh
# Promises one and three over text made of the United Nations' own XML (../shared/unxml), as files, in lines and in pages:
# every document verifies (XML Schema, profile, ids, references, each character of its source). A tenth of the files;
# all with MASTHEAD_LONG_TESTS set.
. "$(dirname "$0")/records"
xsd=$shared/schema/akn/akomantoso30.xsd
maker=$shared/bench/unxml_agreement.py
command -v python3 >/dev/null 2>&1 && [ -f "$xsd" ] && [ -f "$maker" ] || { echo "python3 or the shared measures are missing"; exit 77; }

step=10
is_long && step=1
find "$shared/unxml" -name '*.xml' | LC_ALL=C sort | awk -v step=$step 'NR % step == 0' >"$work/list"
[ -s "$work/list" ] || { echo "no XML in $shared/unxml"; exit 77; }

status=0
for style in clean wrapped pdf; do
    xargs -d '\n' python3 "$maker" text --style $style -o "$work/$style" <"$work/list" >"$work/said" 2>&1 \
        || { tail -3 "$work/said"; exit 1; }
    made=$(find "$work/$style" -name '*.txt' | wc -l)
    "$masthead" convert --quiet --no-progress -t akn -o "$work/out-$style" "$work/$style" || status=1
    whole=$(find "$work/out-$style" -name '*.akn.xml' | wc -l)
    "$masthead" verify --quiet --schema "$xsd" --source "$work/$style" "$work/out-$style" >"$work/said" 2>&1 || {
        status=1
        head -40 "$work/said"
    }
    echo "$style: $whole of $made texts converted and verified"
    [ "$made" -gt 0 ] && [ "$made" -eq "$whole" ] || status=1
done
exit $status
