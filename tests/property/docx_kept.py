#!/usr/bin/env python3
"""docx_kept.py MADE SAVED PRINTED: what LibreOffice kept of each MADE/NAME.docx in SAVED/NAME.docx and PRINTED/NAME.pdf.

A line a document, before and after: signs of text with numbers and bullets as Word counts them, signs in the
PDF, notes, headings, tables, rows that repeat. Less after than before is a fault; so is a sign that is gone
though others came. LibreOffice itself forgets a repeating row here and there (one of 190 in a record of
many tables): of these, more than a hundredth is a fault.
"""
import collections
import glob
import os
import subprocess
import sys
import unicodedata
import xml.etree.ElementTree as ET
import zipfile

import docx_numbers

W = '{http://schemas.openxmlformats.org/wordprocessingml/2006/main}'
WHAT = ('signs', 'notes', 'headings', 'tables', 'repeated rows')
# soft hyphens and marks of direction are not printed; codes of private use as the font at hand has them
UNPRINTED = dict.fromkeys(map(ord, '\u00ad\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\ufeff'))


def bag(text):
    return collections.Counter(''.join(unicodedata.normalize('NFKC', text).translate(UNPRINTED).split()))


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
        numbers = ''.join(docx_numbers.shown(archive))
    used = [names.get(style.get(W + 'val'), '') for style in document.iter(W + 'pStyle')]
    text = ''.join(run.text or '' for part in (document, notes) for run in part.iter(W + 't'))
    return {
        'signs': bag(text + numbers),
        'notes': sum(1 for _ in document.iter(W + 'footnoteReference')),
        'headings': collections.Counter(name for name in used if name.startswith('heading')),
        'tables': sum(1 for _ in document.iter(W + 'tbl')),
        'repeated rows': sum(1 for row in document.iter(W + 'tblHeader') if row.get(W + 'val') not in ('0', 'false')),
    }


def printed(path):
    run = subprocess.run(['pdftotext', '-raw', '-enc', 'UTF-8', path, '-'], stdout=subprocess.PIPE, check=True)
    # a hyphen may stand for one at the end of a line
    return bag(run.stdout.decode('utf-8', 'replace'))


def size(value):
    return value if isinstance(value, int) else sum(value.values())


def compare(name, made, saved, paper):
    """The line of the table, and the faults."""
    cells = ['%d>%d' % (size(made[what]), size(saved[what])) for what in WHAT]
    cells.insert(1, '%d' % size(paper))
    faults = []
    for what in WHAT:
        # a mark that is a number field when made may be typed when saved: more is no loss
        lost = made[what] - saved[what]
        if size(lost) > (size(made[what]) // 100 if what == 'repeated rows' else 0):
            faults.append('%s: %s lost: %s' % (name, what, lost))
    lost = collections.Counter({sign: n for sign, n in (made['signs'] - paper).items() if unicodedata.category(sign) != 'Co'})
    if lost:
        faults.append('%s: not in the PDF: %s' % (name, lost))
    return '%-44s %14s %8s %10s %10s %8s %8s' % (name[:44], *cells), faults


def main():
    folders = sys.argv[1:4]
    paths = sorted(glob.glob(glob.escape(folders[0]) + '/*.docx'))
    all_faults = []
    print('%-44s %14s %8s %10s %10s %8s %8s' % ('', 'signs', 'in PDF', 'notes', 'headings', 'tables', 'head rows'))
    for path in paths:
        name = os.path.basename(path)[:-len('.docx')]
        others = os.path.join(folders[1], name + '.docx'), os.path.join(folders[2], name + '.pdf')
        missing = [other for other in others if not os.path.exists(other)]
        if missing:
            all_faults.append('%s: LibreOffice did not write %s' % (name, missing[0]))
            continue
        line, faults = compare(name, read(path), read(others[0]), printed(others[1]))
        print(line)
        all_faults += faults
    print('\n'.join(all_faults + ['LibreOffice: %d documents, %d faults' % (len(paths), len(all_faults))]))
    return 1 if all_faults or not paths else 0


if __name__ == '__main__':
    sys.exit(main())
