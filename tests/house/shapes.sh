#!/bin/sh
# Each shape of real text has a golden case: the table in tests/golden/README.md names all shapes, and cases that are there.
set -u
golden=$(cd "$(dirname "$0")/../golden" && pwd)
table=$golden/README.md
status=0

for shape in 'R:' 'L:' 'J:' 'C:' 'W:' 'O:' '3.1 ' '3.2 ' '3.3 ' '3.4 ' '3.5 ' '3.6 ' '3.7 ' '3.8 '; do
    grep -qF "| $shape" "$table" || { echo "README.md: no case for shape $shape"; status=1; }
done
cases=$(sed -n 's/^| .* | `\(.*\)` |$/\1/p' "$table")
[ -n "$cases" ] || { echo "README.md: no cases"; status=1; }
for case in $cases; do
    for file in "$golden/$case.txt" "$golden/$case.diag" "$golden/$case.${case%%/*}"; do
        [ -f "$file" ] || { echo "README.md: ${file#"$golden"/} is not there"; status=1; }
    done
done
# A row that names no case would be passed over above.
rows=$(grep -c '^| [A-Z3]' "$table")
[ "$rows" -eq "$(echo "$cases" | wc -l)" ] || { echo "README.md: a row without its case"; status=1; }
exit $status
