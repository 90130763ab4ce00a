#!/bin/sh
# Apache FOP sets the XSL-FO that we produce, as it is produced: without an error, with the same number of pages, two in a hundred
# apart at most. A few of the project's records; with MASTHEAD_LONG_TESTS set all of them and the corpus, if it is there.
#
# Both set the same faces. FOP reads no collections of fonts with CFF outlines, so it gets the Chinese face out of its collection.
# Where FOP shapes text for complex scripts it does not count letter-spacing into the width of words (GlyphMapping.java,
# "[TBD] - handle letter spacing"), but draws it; so that is switched off in its configuration except for records in Arabic, which have
# none. Nothing is left out of the count.
. "$(dirname "$0")/records"
need java javac fop fc-list python3 pdfinfo
jars=/usr/share/fop/fop-hyph.jar
for jar in fop-core fop-util fop-events commons-io serializer xalan2 xml-apis batik-all commons-logging xercesImpl xmlgraphics-commons \
    xml-apis-ext fontbox2; do
    [ -f "/usr/share/java/$jar.jar" ] || { echo "$jar.jar is missing"; exit 77; }
    jars=$jars:/usr/share/java/$jar.jar
done

mkdir "$work/in" "$work/fonts"
records=$project/tests/records
cp "$records"/S_2099_101.en.txt "$records"/S_2099_412.ar.txt "$records"/S_PV.19001.en.txt "$records"/A_153_77.fr.txt "$work/in"
if is_long; then
    own_records "$work/in"
    corpus_records "$work/in"
fi

# The faces of Chinese as elements of FOP's configuration, one for each weight.
chinese_faces() {
    family='Noto Serif CJK SC'
    for weight in normal:Regular bold:Bold; do
        file=$(fc-list --format '%{file}\n' "$family:style=${weight#*:}" | sed 1q)
        [ -n "$file" ] || continue
        face=$work/fonts/${weight#*:}.otf
        python3 "$project/tests/tools/collection_face.py" "$file" "$family" "$face" || cp "$file" "$face"
        echo "<font embed-url=\"file://$face\">"
        for style in normal italic; do
            echo "<font-triplet name=\"$family\" style=\"$style\" weight=\"${weight%:*}\"/>"
        done
        echo '</font>'
    done
}

configuration() { # ELEMENT... -> configuration with our faces
    echo "<fop version=\"1.0\">$*<strict-configuration>false</strict-configuration>"
    echo '<renderers><renderer mime="application/pdf"><fonts>'
    for family in 'Liberation Serif' 'Liberation Sans' Amiri; do
        fc-list --format '%{file}\n' "$family"
    done | sed 's|/[^/]*$||' | sort -u | sed 's|.*|<directory>&</directory>|'
    if ls "$work"/in/*.zh.txt >/dev/null 2>&1; then
        chinese_faces
    fi
    echo '</fonts></renderer></renderers></fop>'
}

set_by_fop() { # CONFIGURATION FILE.fo...
    java -Djava.awt.headless=true -Dorg.apache.commons.logging.Log=org.apache.commons.logging.impl.NoOpLog -cp "$jars" \
        "$project/tests/tools/FopPages.java" "$@"
}

"$masthead" convert --quiet -t fo,pdf -o "$work/out" "$work/in" || exit 1
for file in "$work"/out/*.pdf; do
    printf '%s\t%s\n' "$(pdfinfo "$file" | sed -n 's/^Pages: *//p')" "${file%.pdf}.fo"
done >"$work/ours"
configuration >"$work/complex.xml"
configuration '<complex-scripts disabled="true"/>' >"$work/plain.xml"
grep -l '<fo:root[^>]*rl-tb' "$work"/out/*.fo >"$work/arabic"
grep -L '<fo:root[^>]*rl-tb' "$work"/out/*.fo >"$work/others"
# The names have no spaces.
# shellcheck disable=SC2046
{
    set_by_fop "$work/complex.xml" $(cat "$work/arabic") || exit 1
    set_by_fop "$work/plain.xml" $(cat "$work/others") || exit 1
} >"$work/fops"
python3 "$here/fop_pages.py" "$work/ours" "$work/fops"
