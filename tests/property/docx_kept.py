#!/usr/bin/env python3
"""docx_kept.py MADE.docx SAVED.docx: did another word processor keep text, notes, headings and tables?"""
import collections
import sys
import xml.etree.ElementTree as ET
import zipfile

W = '{http://schemas.openxmlformats.org/wordprocessingml/2006/main}'


def styles(archive):
    """style id -> name in lower case"""
    root = ET.fromstring(archive.read('word/styles.xml'))
    return {style.get(W + 'styleId'): style.find(W + 'name').get(W + 'val').lower() for style in root.iter(W + 'style')}


def read(path):
    with zipfile.ZipFile(path) as archive:
        names = styles(archive)
        document = ET.fromstring(archive.read('word/document.xml'))
        # without notes there may be no part for them
        has_notes = 'word/footnotes.xml' in archive.namelist()
        notes = ET.fromstring(archive.read('word/footnotes.xml')) if has_notes else ET.Element('none')
    used = [names.get(style.get(W + 'val'), '') for style in document.iter(W + 'pStyle')]
    text = ''.join(run.text or '' for part in (document, notes) for run in part.iter(W + 't'))
    return {
        'letters': collections.Counter(''.join(text.split())),
        'notes': sum(1 for _ in document.iter(W + 'footnoteReference')),
        'headings': collections.Counter(name for name in used if name.startswith('heading')),
        'tables': sum(1 for _ in document.iter(W + 'tbl')),
        'repeated rows': sum(1 for row in document.iter(W + 'tblHeader') if row.get(W + 'val') not in ('0', 'false')),
    }


def main():
    made, saved = (read(path) for path in sys.argv[1:3])
    faults = 0
    for what, value in made.items():
        # a mark that is a number field when made may be typed when saved: more is no loss
        lost = value - saved[what]
        if lost and (not isinstance(lost, int) or lost > 0):
            print('%s: %s lost: %s' % (sys.argv[1], what, lost))
            faults += 1
    return 1 if faults else 0


if __name__ == '__main__':
    sys.exit(main())
