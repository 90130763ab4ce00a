#!/bin/sh
# Apache FOP sets our XSL-FO too: without an error, with the same number of pages, two in a hundred apart at most. A few of the
# project's records; with MASTHEAD_LONG_TESTS set all of them and the corpus, if it is there.
#
# FOP 2.8 leaves out letter-spacing in paragraphs with certain words ("inter-ministerial") and has its own hyphenation patterns,
# so both formatters get the same FO without letter-spacing and hyphenation. Chinese is not counted: FOP reads no collections of
# CFF fonts, and sets boxes of another width.
. "$(dirname "$0")/records"
need java javac fop fc-list python3 pdfinfo
jars=/usr/share/fop/fop-hyph.jar
for jar in fop-core fop-util fop-events commons-io serializer xalan2 xml-apis batik-all commons-logging xercesImpl xmlgraphics-commons \
    xml-apis-ext fontbox2; do
    [ -f "/usr/share/java/$jar.jar" ] || { echo "$jar.jar is missing"; exit 77; }
    jars=$jars:/usr/share/java/$jar.jar
done

mkdir "$work/in" "$work/fo"
records=$project/tests/records
cp "$records"/S_2099_101.en.txt "$records"/S_2099_412.ar.txt "$records"/S_PV.19001.en.txt "$work/in"
if is_long; then
    own_records "$work/in"
    corpus_records "$work/in"
fi

# The same faces for both.
{
    echo '<fop version="1.0"><strict-configuration>false</strict-configuration><renderers><renderer mime="application/pdf"><fonts>'
    for family in 'Liberation Serif' 'Liberation Sans' Amiri; do
        fc-list --format '%{file}\n' "$family"
    done | sed 's|/[^/]*$||' | sort -u | sed 's|.*|<directory>&</directory>|'
    echo '</fonts></renderer></renderers></fop>'
} >"$work/fop.xml"

"$masthead" convert --quiet -t fo -o "$work/out" "$work/in" || exit 1
for file in "$work"/out/*.fo; do
    sed -E 's/letter-spacing="0\.[0-9]+pt"/letter-spacing="0pt"/g; s/hyphenate="true"/hyphenate="false"/g' "$file" \
        >"$work/fo/$(basename "$file")"
done
for file in "$work"/fo/*.fo; do
    "$masthead" convert --quiet -o "${file%.fo}.pdf" "$file" || exit 1
    printf '%s\t%s\n' "$(pdfinfo "${file%.fo}.pdf" | sed -n 's/^Pages: *//p')" "$file"
done >"$work/ours"
java -Djava.awt.headless=true -Dorg.apache.commons.logging.Log=org.apache.commons.logging.impl.NoOpLog -cp "$jars" \
    "$project/tests/tools/FopPages.java" "$work/fop.xml" "$work"/fo/*.fo >"$work/fops" || exit 1

python3 - "$work/ours" "$work/fops" <<'COMPARE'
import os
import sys

ours = {os.path.basename(name): int(pages) for pages, name in (line.rstrip('\n').split('\t') for line in open(sys.argv[1]))}
failed = total = apart = 0
for line in open(sys.argv[2], encoding='utf-8'):
    fields = line.rstrip('\n').split('\t')
    if fields[0] == '':
        if fields[1] in ('ERROR', 'FATAL'):
            failed += 1
            print('%s: %s: %s' % (name, fields[1], fields[3]))
        continue
    pages, name = fields[0], os.path.basename(fields[1])
    if pages == '-':
        failed += 1
        print(name + ': FOP gave up')
    elif name.endswith('.zh.fo'):
        continue
    else:
        total += ours[name]
        apart += abs(ours[name] - int(pages))
        if ours[name] != int(pages):
            print('%s: %d pages, FOP %s' % (name, ours[name], pages))
print('%d records; %d pages, FOP %d apart' % (len(ours), total, apart))
sys.exit(failed > 0 or apart * 50 > total)
COMPARE
