#!/usr/bin/env python3
"""Promise one, counted by other means than the program's own: no character lost, none invented.

    characters.py SOURCE.txt STEM

reads STEM.akn.xml, STEM.fo, STEM.pages.xml, STEM.pdf and STEM.docx where they exist and compares the non-space characters of
  source       with  content of the Akoma Ntoso + its furniture entries + the marks of notes (call and note)
  Akoma Ntoso  with  flow of the XSL-FO
  XSL-FO flow  with  marks of the pages that are content, each once
  all marks    with  text of the PDF, by pdftotext
  Akoma Ntoso  with  text of the Word document and its footnotes; note marks may be Word's own,
               numbers and bullets are as Word counts them
Exit 0 all equal, 1 a difference.
"""
import collections
import os
import subprocess
import sys
import unicodedata
import xml.etree.ElementTree as ET
import zipfile

import docx_numbers

AKN = '{http://docs.oasis-open.org/legaldocml/ns/akn/3.0}'
MH = '{urn:masthead:record:1}'
FO = '{http://www.w3.org/1999/XSL/Format}'
W = '{http://schemas.openxmlformats.org/wordprocessingml/2006/main}'
# What is read, not printed, as marks of direction are: pdftotext drops it. Only the text of the PDF is compared without it.
UNPRINTED = dict.fromkeys(map(ord, '\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff\u00ad\u2060'))
failures = 0


def bag(text):
    return collections.Counter(c for c in text if not c.isspace())


def signs(text):
    """All but control characters, which no XML can hold: the program makes spaces of them and says so with their count."""
    return bag(''.join(c for c in text if unicodedata.category(c) != 'Cc'))


def printed(text):
    """As a reader of the PDF may see it: compatibility forms and direction marks apart."""
    return bag(unicodedata.normalize('NFKC', text.translate(UNPRINTED)))


def show(counter):
    return ' '.join('%s×%d' % (c, n) for c, n in sorted(counter.items())[:20])


def check(name, missing, extra):
    global failures
    if missing or extra:
        failures += 1
        print('%s: missing [%s] extra [%s]' % (name, show(missing), show(extra)))


def content_of(element, parts, notes):
    """All text outside metadata, in order."""
    if element.tag == AKN + 'meta':
        return
    if element.tag == AKN + 'authorialNote':
        notes.append(element.get('marker', ''))
    parts.append(element.text or '')
    for child in element:
        content_of(child, parts, notes)
        parts.append(child.tail or '')


def read_akn(path):
    root = ET.parse(path).getroot()
    parts, notes = [], []
    content_of(root, parts, notes)
    furniture = [e.text or '' for e in root.iter(MH + 'furniture')]
    return ''.join(parts), notes, ''.join(furniture)


def check_source(source, content, notes, furniture):
    try:
        text = open(source, 'rb').read().decode('utf-8-sig')
    except UnicodeDecodeError:
        return
    have = signs(content + furniture)
    marks = signs(''.join(notes) * 2)
    check('akn', signs(text) - have - marks, have - signs(text))


def flow_text(path):
    root = ET.parse(path).getroot()
    parts = []

    def walk(element):
        if element.tag in (FO + 'static-content', FO + 'declarations', FO + 'bookmark-tree', FO + 'title') or not element.tag.startswith(FO):
            return
        parts.append(element.text or '')
        for child in element:
            walk(child)
            parts.append(child.tail or '')
    walk(root)
    return ''.join(parts)


def public(text):
    """What is set for codes of private use, as src/fo/fonts.c has it."""
    def one(c):
        if not 0xE000 <= ord(c) <= 0xF8FF:
            return c
        if 0xF020 <= ord(c) <= 0xF07E:
            return chr(ord(c) - 0xF000)
        return '\u2022' if ord(c) in (0xF0A7, 0xF0A8, 0xF0B7, 0xF0D8) else '\u25a1'
    return ''.join(map(one, text))


def marks_text(path, only_content):
    root = ET.parse(path).getroot()
    return ''.join(mark.get('actual', mark.text or '') for mark in root.iter('text')
                   if not (only_content and mark.get('artifact')))


def check_pages(fo, pages, content, notes):
    flow = bag(flow_text(fo))
    check('fo', bag(content) - flow, flow - bag(content) - bag(''.join(notes) * 2))
    flow = bag(public(flow_text(fo)))
    marks = bag(marks_text(pages, True))
    check('pages', flow - marks, marks - flow)


def check_pdf(pages, pdf):
    run = subprocess.run(['pdftotext', '-raw', '-enc', 'UTF-8', pdf, '-'], stdout=subprocess.PIPE, check=True)
    have, want = printed(run.stdout.decode('utf-8', 'replace')), printed(marks_text(pages, False))
    check('pdf', want - have, have - want)


def check_docx(path, content, notes):
    archive = zipfile.ZipFile(path)
    parts = [archive.read('word/document.xml')]
    if 'word/footnotes.xml' in archive.namelist():
        parts.append(archive.read('word/footnotes.xml'))
    text = ''.join(e.text or '' for part in parts for e in ET.fromstring(part).iter(W + 't'))
    have, want = bag(text + ''.join(docx_numbers.shown(archive))), bag(content)
    own = bag(''.join(notes) * 2)
    check('docx', want - have, have - want - own)


def main(source, stem):
    content, notes, furniture = read_akn(stem + '.akn.xml')
    check_source(source, content, notes, furniture)
    if os.path.exists(stem + '.pdf'):
        check_pages(stem + '.fo', stem + '.pages.xml', content, notes)
        check_pdf(stem + '.pages.xml', stem + '.pdf')
    if os.path.exists(stem + '.docx'):
        check_docx(stem + '.docx', content, notes)
    return 1 if failures else 0


sys.exit(main(*sys.argv[1:]))
