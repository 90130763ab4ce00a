#!/bin/sh
# masthead explain: every line of a record is there, with what it was taken for.
. "$(dirname "$0")/expect"
english=$source_folder/tests/records/S_2099_101.en.txt

# has NUMBER TEXT: the line of that number says that.
has() {
    grep "^ *$1 " out | grep -qF -- "$2" || fail "line $1 does not say '$2'"
}

expect 0 "$masthead" explain --width 150 "$english"
says out "Official letter S/2099/101, en, 2099-06-04"
[ "$(grep -c '^ *[0-9][0-9]*' out)" -eq "$(grep -c '' "$english")" ] || fail "not one line for each of the record"
has 3 "docNumber S/2099/101"
has 24 "job number"
has 25 "barcode"
has 28 "running head"
has 62 "page number"
has 34 'annex 1 › section I.  by number and heading "Introduction" (certain)'
has 44 "annex 1 › section I. › paragraph 2. › point (b) › point (i)  by number (likely)"
has 92 "note 1  by number and call (certain)"
has 105 "annex 1 › enclosure 1 › paragraph  by place (guess)"

# Each rule that is named is listed, with its confidence.
cp out explained.txt
expect 0 "$masthead" explain --rules
sed -n 's/.*  by \([a-z, ]*[a-z]\).*(\([a-z]*\)).*/\1 \2/p' explained.txt | sort -u >named.txt
[ -s named.txt ] || fail "no rule is named"
tr -s ' ' <out >rules.txt
while read -r rule; do
    grep -q "^$rule " rules.txt || fail "the rule '$rule' is not listed"
done <named.txt

# Plain in a pipe, cut to width, joined lines marked.
grep -q "$(printf '\033')" out && fail "colours in a pipe"
expect 0 "$masthead" explain --width 60 "$english"
has 12 "…"
fold -s -w 50 "$english" >wrapped.txt
expect 0 "$masthead" explain wrapped.txt
says out "┌"
says out "│"
says out "└"

# All languages, standard input, and what is no record.
for file in "$source_folder"/tests/records/*.txt "$record"; do
    expect 0 "$masthead" explain "$file"
done
expect 0 sh -c '"$1" explain - <"$2"' sh "$masthead" "$english"
printf 'Buy bread.\nCall the plumber.\n' >list.txt
expect 0 "$masthead" explain list.txt
says out "[REC-001]"

# A terminal has colours, unless NO_COLOR says no.
if command -v script >/dev/null 2>&1 && script -qec true /dev/null </dev/null >/dev/null 2>&1; then
    TERM=xterm NO_COLOR='' script -qec "'$masthead' explain '$english'" /dev/null </dev/null >coloured
    grep -q "$(printf '\033\\[36m')" coloured || fail "no colours on a terminal"
    TERM=xterm NO_COLOR=1 script -qec "'$masthead' explain '$english'" /dev/null </dev/null >plain
    grep -q "$(printf '\033\\[')" plain && fail "colours in spite of NO_COLOR"
fi

: >empty.txt
expect 1 "$masthead" explain empty.txt
says err "TXT-001"
expect 1 "$masthead" explain no-such-file.txt
expect 2 "$masthead" explain
expect 2 "$masthead" explain "$english" "$record"
expect 2 "$masthead" explain --width 10 "$english"
expect 2 "$masthead" explain --language de "$english"
finish
