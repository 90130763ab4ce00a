#!/bin/sh
# Fails when a file of src/MODULE includes a header of a module that it may not know.
# The table is docs/architecture.md's: each stage knows what it takes and what it gives, no more.
cd "$(dirname "$0")/../../src" || exit 2

may_include() {
    case $1 in
    base) echo "base" ;;
    json) echo "base json" ;;
    lexicon) echo "base lexicon" ;;
    text) echo "base lexicon text" ;;
    record) echo "base lexicon text record" ;;
    akn) echo "base lexicon text record akn" ;;
    transform) echo "base transform" ;;
    fo) echo "base fo" ;;
    pdf) echo "base fo pdf" ;;
    docx) echo "base docx" ;;
    convert) echo "base lexicon text record akn transform fo pdf docx convert" ;;
    batch) echo "base json convert record batch" ;;
    watch) echo "base json convert batch watch" ;;
    report) echo "base json transform report" ;;
    verify) echo "base text record akn pdf docx verify" ;;
    pack) echo "base convert transform pdf verify pack" ;;
    explain) echo "base lexicon text record explain" ;;
    library) echo "base convert pdf" ;;
    cli) echo "base convert batch watch report verify pack explain cli transform" ;;
    *) echo "" ;;
    esac
}

status=0
for file in $(find . -name '*.c' -o -name '*.h' | sort); do
    file=${file#./}
    case $file in
    */*) module=${file%%/*} ;;
    *) module=convert ;;
    esac
    allowed=$(may_include "$module")
    for included in $(sed -n 's/^#include "\([a-z]*\)\/.*/\1/p' "$file"); do
        case " $allowed " in
        *" $included "*) ;;
        *)
            echo "src/$file: $module may not include $included/" >&2
            status=1
            ;;
        esac
    done
done
[ "$status" -eq 0 ] && echo "includes follow the table"
exit $status
