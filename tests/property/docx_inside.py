#!/usr/bin/env python3
"""docx_inside.py NAME.docx...: is each Word document whole, and does it hold what NAME.akn.xml says?

The parts of the zip are, byte for byte, those of NAME.docx.xml (Flat OPC); the record goes along as a
custom XML part; every note and heading of the record is a note and a heading in Word; links lead
somewhere; the numbers Word counts are printed ones, in their order; a contents list is a field; there is no litter (see
below). With python-docx the document is opened and read as another program would.
"""
import re
import sys
import xml.etree.ElementTree as ET
import zipfile

import docx_numbers

try:
    import docx
except ImportError:
    docx = None

AKN = '{http://docs.oasis-open.org/legaldocml/ns/akn/3.0}'
W = '{http://schemas.openxmlformats.org/wordprocessingml/2006/main}'
DECLARATION = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
PART = re.compile(rb'<pkg:part pkg:name="/([^"]*)"[^>]*><pkg:xmlData>(.*?)</pkg:xmlData></pkg:part>', re.S)


def styles_used(part):
    return [style.get(W + 'val') for style in part.iter(W + 'pStyle')]


def package_faults(archive, flat):
    names = archive.namelist()
    if names[0] != '[Content_Types].xml':
        yield 'the content types do not come first'
    if len({info.date_time for info in archive.infolist()}) != 1:
        yield 'parts have times of their own'
    parts = {name.decode(): body for name, body in PART.findall(flat)}
    if set(parts) != set(names) - {'[Content_Types].xml'}:
        yield 'zip and Flat OPC have different parts: %s' % sorted(set(parts) ^ set(names))
    for name, body in parts.items():
        if name in names and archive.read(name) != DECLARATION + body:
            yield '%s differs between zip and Flat OPC' % name


def content_faults(archive, path, record):
    document = ET.fromstring(archive.read('word/document.xml'))
    notes = ET.fromstring(archive.read('word/footnotes.xml'))
    # the file is indented for the eye, the part is not
    copy = ET.canonicalize(archive.read('customXml/item1.xml').decode(), strip_text=True)
    if copy != ET.canonicalize(from_file=path, strip_text=True):
        yield 'the custom XML part is not the record'

    nested = {inner for note in record.iter(AKN + 'authorialNote') for inner in note.iter(AKN + 'authorialNote')
              if inner is not note}
    wanted = sum(1 for note in record.iter(AKN + 'authorialNote') if note not in nested)
    called = [call.get(W + 'id') for call in document.iter(W + 'footnoteReference')]
    made = [note.get(W + 'id') for note in notes.iter(W + 'footnote') if note.get(W + 'type') is None]
    if sorted(called) != sorted(made) or len(made) != wanted:
        yield '%d notes in the record, %d called and %d made in Word' % (wanted, len(called), len(made))

    levels = ('part', 'section', 'title', 'chapter', 'article', 'division')
    wanted = sum(1 for name in levels for level in record.iter(AKN + name) if level.find(AKN + 'heading') is not None)
    made = sum(1 for style in styles_used(document) if style.startswith('Heading'))
    if made < wanted:
        yield '%d headings in the record, %d in Word' % (wanted, made)

    defined = {mark.get(W + 'name') for mark in document.iter(W + 'bookmarkStart')}
    defined |= {mark.get(W + 'name') for mark in notes.iter(W + 'bookmarkStart')}
    for link in list(document.iter(W + 'hyperlink')) + list(notes.iter(W + 'hyperlink')):
        anchor = link.get(W + 'anchor')
        if anchor is not None and anchor not in defined:
            yield 'a link leads to %s, which is not there' % anchor
    rows = sum(1 for row in record.iter(AKN + 'tr') if row.get('class') == 'head')
    if sum(1 for _ in document.iter(W + 'tblHeader')) < rows:
        yield 'a head row of a table does not repeat'


def look(run):
    properties = run.find(W + 'rPr')
    return b'' if properties is None else ET.tostring(properties)


def is_text(run):
    return run.tag == W + 'r' and all(child.tag in (W + 'rPr', W + 't', W + 'tab', W + 'br') for child in run)


def litter(archive):
    """What no typist leaves behind: empty properties, two runs where one would do, a paragraph without a style."""
    for name in ('word/document.xml', 'word/footnotes.xml'):
        part = ET.fromstring(archive.read(name))
        if any(len(properties) == 0 for properties in part.iter(W + 'rPr')):
            yield '%s has empty properties of a run' % name
        for parent in part.iter():
            for one, other in zip(parent, parent[1:]):
                if is_text(one) and is_text(other) and look(one) == look(other):
                    yield '%s: two runs where one would do: %s' % (name, ''.join(other.itertext())[:40])
                    return
        if any(paragraph.find(W + 'pPr/' + W + 'pStyle') is None for paragraph in part.iter(W + 'p')):
            yield '%s has a paragraph without style' % name


def field_faults(archive, record):
    """Fields begin, have a result and end; one contents list whose lines lead to headings is one of them."""
    document = ET.fromstring(archive.read('word/document.xml'))
    steps = [mark.get(W + 'fldCharType') for mark in document.iter(W + 'fldChar')]
    if steps != ['begin', 'separate', 'end'] * (len(steps) // 3):
        yield 'fields are broken: %s' % steps
    lists = list(record.iter(AKN + 'toc'))
    places = {element.get('eId') for element in record.iter()}
    leads = [item for toc in lists for item in toc if item.get('href', '').lstrip('#') in places]
    made = [code for code in document.iter(W + 'instrText') if code.text.split()[0] == 'TOC']
    if len(made) != (1 if len(lists) == 1 and leads else 0):
        yield '%d contents lists in the record, %d fields in Word' % (len(lists), len(made))


def number_faults(archive, record):
    printed = iter([' '.join(''.join(number.itertext()).split()) for number in record.iter(AKN + 'num')])
    for number in docx_numbers.shown(archive, bullets=False):
        if number not in printed:  # takes from the iterator: what follows must stand further down
            yield 'Word counts %r where no such number is printed' % number
            return


def reader_faults(path):
    document = docx.Document(path)
    names = {style.name for style in document.styles}
    for name in ('Title', 'Heading 1', 'Heading 6', 'footnote text', 'List Bullet', 'Header', 'Footer', 'Table Grid'):
        if name not in names:
            yield 'python-docx finds no style %s' % name
    if not document.core_properties.language:
        yield 'python-docx finds no language'
    if [paragraph.style.name for paragraph in document.paragraphs if not paragraph.style.name]:
        yield 'python-docx finds a paragraph without style'
    related = [part for part in document.part.rels.values() if part.reltype.endswith('/footnotes')]
    notes = ET.fromstring(related[0].target_part.blob) if len(related) == 1 else ET.Element('none')
    for note in notes.iter(W + 'footnote'):
        if note.get(W + 'type') is None and not ''.join(text.text or '' for text in note.iter(W + 't')).strip():
            yield 'python-docx finds an empty note'
    if document.sections[0].different_first_page_header_footer is not True:
        yield 'the first page has no header of its own'


def faults(path):
    source = path[:-len('.docx')] + '.akn.xml'
    record = ET.parse(source).getroot()
    with open(path + '.xml', 'rb') as flat, zipfile.ZipFile(path) as archive:
        yield from package_faults(archive, flat.read())
        yield from content_faults(archive, source, record)
        yield from number_faults(archive, record)
        yield from field_faults(archive, record)
        yield from litter(archive)
    if docx:
        yield from reader_faults(path)


def main():
    count = 0
    for path in sys.argv[1:]:
        for fault in faults(path):
            print('%s: %s' % (path, fault))
            count += 1
    print('%d Word documents, %d faults%s' % (len(sys.argv) - 1, count, '' if docx else '; python-docx is not there'))
    return 1 if count else 0


if __name__ == '__main__':
    sys.exit(main())
