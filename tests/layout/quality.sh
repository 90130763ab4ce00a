#!/bin/sh
# How even lines are (quality.c), over paragraphs as the stylesheet gives them: the project's own records; with
# MASTHEAD_LONG_TESTS set also the corpus: 200 paragraphs in English, 50 in each other language.
set -u
masthead=$1
quality=$2
here=$(cd "$(dirname "$0")" && pwd)
project=$here/../..
shared=${MASTHEAD_SHARED:-$project/../shared}
command -v python3 >/dev/null 2>&1 || { echo "python3 is missing"; exit 77; }

work=$(mktemp -d) || exit 2
trap 'rm -rf "$work"' EXIT
mkdir "$work/in"
cp "$project"/input/*.txt "$project"/tests/records/*.txt "$work/in"
if [ -n "${MASTHEAD_LONG_TESTS:-}" ]; then
    for kind in charter declaration draft-resolution letter note-sg report-sg report-upr resolution-ga resolution-sc speech-extract statement \
        verbatim-ga verbatim-sc; do
        for file in "$shared/corpus/$kind"/*.txt; do
            [ ! -f "$file" ] || cp "$file" "$work/in/x-$kind.$(basename "$file")"
        done
    done
fi
"$masthead" convert --quiet -t fo -o "$work/out" "$work/in" || exit 1

python3 - "$work"/out/*.fo >"$work/paragraphs" <<'PARAGRAPHS'
import collections
import sys
import xml.etree.ElementTree as ET

FO = '{http://www.w3.org/1999/XSL/Format}'
LANGUAGE = '{http://www.w3.org/XML/1998/namespace}lang'
TYPE = ('font-family', 'font-size', 'letter-spacing', 'hyphenate', 'hyphenation-remain-character-count', 'hyphenation-push-character-count',
        'hyphenation-ladder-count', 'writing-mode', LANGUAGE)
WANTED = {'en': 200, 'fr': 50, 'es': 50, 'ru': 50, 'zh': 50, 'ar': 50}
taken = collections.Counter()


def text_of(element):
    """Text of a paragraph, without its notes; None where it holds blocks."""
    parts = [element.text or '']
    for child in element:
        if child.tag in (FO + 'block', FO + 'block-container', FO + 'table'):
            return None
        if child.tag not in (FO + 'footnote', FO + 'leader'):
            parts.append(text_of(child) or '')
        parts.append(child.tail or '')
    return ''.join(parts)


def take(element, inherited):
    """Prints the paragraphs in an element, each with the type that rules where it stands."""
    own = dict(inherited, **{key: element.get(key) for key in TYPE if element.get(key)})
    text = ' '.join((element.get('text-align') == 'justify' and text_of(element) or '').split())
    language = own.get(LANGUAGE)
    if language in WANTED and len(text) >= (60 if language == 'zh' else 150) and taken[language] < WANTED[language]:
        taken[language] += 1
        attributes = ' '.join('%s="%s"' % (key.replace(LANGUAGE, 'xml:lang'), value) for key, value in sorted(own.items()))
        print('%s\t%s\t%s' % (language, attributes, text))
    for child in element:
        take(child, own)


for name in sys.argv[1:]:
    take(ET.parse(name).getroot(), {})
PARAGRAPHS
"$quality" "$work/paragraphs"
