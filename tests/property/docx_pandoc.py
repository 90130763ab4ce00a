#!/usr/bin/env python3
"""docx_pandoc.py NAME.docx...: does pandoc read from each Word document what NAME.akn.xml holds?

Headings, notes and tables in number; list items as many as Word's numbers and bullets, these no more than the
record's; the text of every heading.
"""
import collections
import json
import subprocess
import sys
import xml.etree.ElementTree as ET
import zipfile

AKN = '{http://docs.oasis-open.org/legaldocml/ns/akn/3.0}'
W = '{http://schemas.openxmlformats.org/wordprocessingml/2006/main}'
LEVELS = {AKN + name for name in ('part', 'section', 'title', 'chapter', 'article')}
WHAT = ('headings', 'notes', 'tables', 'list items')


def walk(node, count, headings):
    """Counts a node of pandoc's AST, and what is in it."""
    if isinstance(node, list):
        for child in node:
            walk(child, count, headings)
        return
    if not isinstance(node, dict):
        return
    kind, content = node.get('t'), node.get('c')
    if kind == 'Header':
        headings.append(plain(content[2]))
    count[kind] += 1
    if kind in ('BulletList', 'OrderedList'):
        items = content if kind == 'BulletList' else content[1]
        # a heading of an annex, numbered anew, is read as an item
        count['list items'] += sum(1 for item in items if not item or item[0]['t'] != 'Header')
    walk(content, count, headings)


def plain(inlines):
    if isinstance(inlines, dict):
        if inlines.get('t') == 'Note':
            return ''
        return inlines['c'] if inlines.get('t') == 'Str' else plain(inlines.get('c', ''))
    return ''.join(map(plain, inlines)) if isinstance(inlines, list) else ''


def read(path):
    run = subprocess.run(['pandoc', '-f', 'docx', '-t', 'json', path], stdout=subprocess.PIPE, check=True)
    count, headings = collections.Counter(), []
    walk(json.loads(run.stdout)['blocks'], count, headings)
    return {'headings': count['Header'], 'notes': count['Note'], 'tables': count['Table'],
            'list items': count['list items']}, headings


def letters(element):
    """Text of an element without that of its notes, without white space."""
    if element.tag == AKN + 'authorialNote':
        return ''
    text = (element.text or '') + ''.join(letters(child) + (child.tail or '') for child in element)
    return ''.join(text.split())


def expected(record, document):
    nested = {inner for note in record.iter(AKN + 'authorialNote') for inner in note.iter(AKN + 'authorialNote')
              if inner is not note}
    headed = [element for element in record.iter() if element.tag not in (AKN + 'tblock', AKN + 'attachment')
              and (element.find(AKN + 'heading') is not None
                   or (element.tag in LEVELS and element.find(AKN + 'num') is not None))]
    masthead = sum(1 for style in document.iter(W + 'tblStyle') if style.get(W + 'val') == 'MastheadTable')
    styles = [(paragraph.find(W + 'pPr/' + W + 'pStyle'), paragraph.find(W + 'pPr/' + W + 'numPr'))
              for paragraph in document.iter(W + 'p')]
    counted = [style for style, number in styles if number is not None and not style.get(W + 'val').startswith('Heading')]
    return {
        'headings': len(headed),
        'notes': sum(1 for note in record.iter(AKN + 'authorialNote') if note not in nested),
        'tables': sum(1 for table in record.iter(AKN + 'table') if table.find(AKN + 'tr') is not None) + masthead,
        'list items': len(counted),
    }, [''.join(letters(heading) for heading in element.findall(AKN + 'heading')) for element in headed]


def faults(path, totals):
    record = ET.parse(path[:-len('.docx')] + '.akn.xml').getroot()
    with zipfile.ZipFile(path) as archive:
        document = ET.fromstring(archive.read('word/document.xml'))
    want, wanted = expected(record, document)
    have, headings = read(path)
    for what in WHAT:
        totals[what] += have[what]
        if have[what] != want[what]:
            yield '%d %s, pandoc reads %d' % (want[what], what, have[what])
    if want['list items'] > sum(1 for _ in record.iter(AKN + 'num')):
        yield 'more numbers in Word than in the record'
    read_text = ''.join(''.join(headings).split())
    for heading in wanted:
        if heading not in read_text:
            yield 'pandoc does not read the heading %s' % heading


def main():
    count, totals = 0, collections.Counter()
    for path in sys.argv[1:]:
        for fault in faults(path, totals):
            print('%s: %s' % (path, fault))
            count += 1
    print('pandoc: %d documents, %s, %d faults' % (
        len(sys.argv) - 1, ', '.join('%d %s' % (totals[what], what) for what in WHAT), count))
    return 1 if count or len(sys.argv) < 2 else 0


if __name__ == '__main__':
    sys.exit(main())
