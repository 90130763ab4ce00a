#!/usr/bin/env python3
"""text_inside.py NAME.text.txt...: is each clean text what NAME.akn.xml says, and clean?

The same signs as the record's, marks of notes at call and note; paragraphs parted by one empty line; no
blank at the end of a line, no two side by side; numbers stand before their text.
"""
import collections
import re
import sys
import xml.etree.ElementTree as ET

AKN = '{http://docs.oasis-open.org/legaldocml/ns/akn/3.0}'
DIRTY = (('a blank at the end of a line', r'[ \t]\n'), ('two blanks side by side', r'  '), ('two empty lines', r'\n\n\n'),
         ('a line that starts with a blank', r'\n[ ]'), ('a carriage return', r'\r'))


def content(element):
    if element.tag == AKN + 'meta':
        return ''
    mark = element.get('marker', '') * 2 if element.tag == AKN + 'authorialNote' else ''
    return mark + (element.text or '') + ''.join(content(child) + (child.tail or '') for child in element)


def bag(text):
    return collections.Counter(''.join(text.split()))


def faults(path):
    record = ET.parse(path[:-len('.text.txt')] + '.akn.xml').getroot()
    with open(path, encoding='utf-8', newline='') as file:
        text = file.read()
    have, want = bag(text), bag(content(record))
    if have != want:
        yield 'lost %s, added %s' % (dict(want - have), dict(have - want))
    for what, pattern in DIRTY:
        if re.search(pattern, text):
            yield what
    flat = ' '.join(text.split())
    for paragraph in record.iter(AKN + 'paragraph'):
        number, block = paragraph.find(AKN + 'num'), paragraph.find(AKN + 'content/' + AKN + 'p')
        if number is None or block is None or block.text is None or paragraph.find(AKN + 'heading') is not None:
            continue
        words = ' '.join((''.join(number.itertext()) + ' ' + block.text).split())
        if words not in flat:
            yield 'the number does not stand before its text: %s' % words[:60]


def main():
    count = 0
    for path in sys.argv[1:]:
        for fault in faults(path):
            print('%s: %s' % (path, fault))
            count += 1
    print('%d texts, %d faults' % (len(sys.argv) - 1, count))
    return 1 if count or len(sys.argv) < 2 else 0


if __name__ == '__main__':
    sys.exit(main())
