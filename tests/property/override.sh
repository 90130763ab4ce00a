#!/bin/sh
# A user changes the look: the examples of docs/stylesheets.md, taken from it and run.
. "$(dirname "$0")/records"
record=$project/tests/records/S_2099_101.en.txt
failed=0

# An example is the fenced block after the line "<!-- example: FILE -->".
take() {
    mkdir -p "$(dirname "$2")"
    awk -v name="<!-- example: $1 -->" '
        $0 == name { found = 1; next }
        found && /^```/ { if (inside) exit; inside = 1; next }
        inside' "$project/docs/stylesheets.md" >"$2"
    [ -s "$2" ] || { echo "docs/stylesheets.md has no example $1"; failed=1; }
}
# convert FOLDER: the pages with the stylesheets of FOLDER
pages() {
    "$masthead" convert --quiet --stylesheets "$1" --emit pages -o - "$record"
}
expect() {
    if ! grep -q "$2" "$1"; then
        echo "$3: no mark like $2"
        failed=1
    fi
}

# One template written again: signatures at the start of the line.
take one-template "$work/one/akn-to-fo.xsl"
pages "$work/one" >"$work/one.xml" || failed=1
expect "$work/one.xml" 'x="123.40".*>Ambassador<' "one template"
expect "$work/one.xml" 'x="123.40" y="57.[0-9]*".*>United Nations<' "the rest as before"

# One attribute set written again: headings in blue.
take one-set "$work/set/akn-to-fo.xsl"
pages "$work/set" >"$work/set.xml" || failed=1
expect "$work/set.xml" 'color="#00[0-9a-f]*".*>Introduction<' "one attribute set"

# A table of measures exported, changed and put in the place of ours.
"$masthead" stylesheets --export "$work/all" >/dev/null || failed=1
mkdir -p "$work/measures/fo"
sed 's/<rule name="thick" y="208.94"/<rule name="thick" y="180.5"/' "$work/all/fo/profiles.xml" >"$work/measures/fo/profiles.xml"
pages "$work/measures" >"$work/measures.xml" || failed=1
expect "$work/measures.xml" 'y="180.50".*height="1.44"' "measures"

[ "$failed" -eq 0 ] && echo "examples of docs/stylesheets.md: all run"
exit "$failed"
