#!/usr/bin/env python3
"""What readers of a PDF are told, word by word and in order, against the Akoma Ntoso of the record.

    pdf_text.py STEM [--structure]

reads STEM.pdf, STEM.pages.xml and STEM.akn.xml and compares
  text of the pages        that is content, with the Akoma Ntoso: each character in its order, notes apart
  pdftotext                with the text of the pages, running heads included: each word in its order
  pdfinfo -struct-text     (with --structure; slow) with the Akoma Ntoso: each word in its order, notes at
                           their call, and no running head among them
Arabic is read by mutool, if it is there: pdftotext sorts the letters of a line by place and turns them round, with
brackets and vowel marks in the wrong order and a space at each gap of 0.03 em. Neither mutool nor pdfinfo knows the
replacement text of a bracket that its font shows in both directions, or of the pieces of a letter. Exit 0 all equal, 1 a difference.
"""
import difflib
import re
import shutil
import subprocess
import sys
import unicodedata
import xml.etree.ElementTree as ET

AKN = '{http://docs.oasis-open.org/legaldocml/ns/akn/3.0}'
INLINE = {AKN + name for name in ('a', 'abbr', 'affectedDocument', 'b', 'concept', 'date', 'def', 'del', 'docDate', 'docketNumber',
          'docNumber', 'docPurpose', 'docStage', 'docStatus', 'docTitle', 'docType', 'entity', 'event', 'i', 'img', 'inline', 'ins',
          'legislature', 'location', 'mmod', 'mod', 'mref', 'noteRef', 'object', 'organization', 'outcome', 'party', 'person',
          'placeholder', 'process', 'quantity', 'quotedText', 'recordedTime', 'ref', 'remark', 'rmod', 'role', 'rref', 'session', 'shortTitle',
          'signature', 'span', 'sub', 'sup', 'term', 'time', 'u', 'vote', 'date', 'docIntroducer', 'docProponent', 'judge', 'lawyer')}
# Read, not printed: marks of direction and joiners, which programs set as they like.
UNPRINTED = dict.fromkeys(map(ord, '\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff\u00ad\u2060'))
failures = 0


def public(text):
    """What is set for codes of private use, as src/fo/fonts.c has it."""
    def one(c):
        if not 0xE000 <= ord(c) <= 0xF8FF:
            return c
        if 0xF020 <= ord(c) <= 0xF07E:
            return chr(ord(c) - 0xF000)
        return '\u2022' if ord(c) in (0xF0A7, 0xF0A8, 0xF0B7, 0xF0D8) else '\u25a1'
    return ''.join(map(one, text))


def plain(text):
    return unicodedata.normalize('NFKC', public(text).translate(UNPRINTED))


def squeeze(text):
    return ''.join(plain(text).split())


def words(text):
    """A line of Chinese may end anywhere, so there each character is a word; dots that lead to a number are none."""
    text = re.sub(r'(\.\s*){4,}', ' ', text)
    return re.sub('([\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u3000-\u303f])', r' \1 ', plain(text)).split()


def run(*arguments):
    done = subprocess.run(arguments, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=True)
    return done.stdout.decode('utf-8', 'replace')


def compare(name, want, have):
    """Two sequences; says where they part."""
    global failures
    if want == have:
        return
    failures += 1
    at = next((i for i, (a, b) in enumerate(zip(want, have)) if a != b), min(len(want), len(have)))
    glue = '' if isinstance(want, str) else ' '
    print('%s: after [%s] has [%s], wanted [%s] (%.4f alike)' % (
        name, glue.join(want[max(at - 8, 0):at]), glue.join(have[at:at + 12]), glue.join(want[at:at + 12]),
        difflib.SequenceMatcher(None, want, have, autojunk=False).ratio() if len(want) < 4000 else 0))


# ---------------------------------------------------------------- Akoma Ntoso

def akn_text(element, notes):
    """Text in order; blocks are parted by spaces. With a list, notes go there and only their call stays; those of a table
    follow the table always."""
    if element.tag == AKN + 'meta':
        return ''
    if element.tag == AKN + 'table' and notes is None:
        own = []
        return akn_text(element, own) + ''.join(own)
    text = (element.text or '') + ''.join(akn_text(child, notes) + (child.tail or '') for child in element)
    if element.tag == AKN + 'authorialNote':
        note = ' %s %s ' % (element.get('marker', ''), text)
        if notes is None:
            return element.get('marker', '') + note
        notes.append(note)
        return element.get('marker', '')
    return text if element.tag in INLINE else ' %s ' % text


# ---------------------------------------------------------------- pages

def walk(element, inside):
    inside = inside or element.get('role') == 'Note'
    if inside and element.get('number'):
        yield element.get('number')
    for child in element:
        yield from walk(child, inside)


def is_hyphen(mark):
    return mark.get('actual') == ''


def follows(last, mark):
    """Whether two runs touch, so that no space is between them."""
    ends = [float(m.get('x')) + d * float(m.get('width')) for m, d in ((last, 0), (last, 1), (mark, 0), (mark, 1))]
    size = max(float(last.get('size')), float(mark.get('size')))
    return (abs(float(last.get('y')) - float(mark.get('y'))) < 0.5 * size
            and min(abs(ends[2] - ends[1]), abs(ends[3] - ends[0])) < 0.15 * size)


def is_raised(last, mark):
    """pdftotext -raw takes what stands lower than half the height of a raised number for a new line."""
    return float(last.get('size')) < float(mark.get('size')) and float(last.get('y')) < float(mark.get('y'))


def join(marks, parts_raised):
    text, last = [], None
    for mark in marks:
        if last is not None and not is_hyphen(mark) and not is_hyphen(last) and (
                not follows(last, mark) or (parts_raised and is_raised(last, mark))):
            text.append(' ')
        text.append('' if is_hyphen(mark) else mark.text or '')
        last = mark
    return ''.join(text)


def check_pages(pages, akn):
    in_notes = set(walk(pages, False))
    content = [m for m in pages.iter('text') if not m.get('artifact') and not is_hyphen(m)]
    notes = []
    main = akn_text(akn, notes)
    compare('pages', squeeze(main), squeeze(''.join(m.text or '' for m in content if m.get('element') not in in_notes)))
    compare('notes', squeeze(''.join(notes)), squeeze(''.join(m.text or '' for m in content if m.get('element') in in_notes)))


# ---------------------------------------------------------------- PDF

def check_text(pdf, pages, is_arabic):
    marks = list(pages.iter('page'))
    if not is_arabic:
        have = run('pdftotext', '-raw', '-enc', 'UTF-8', pdf, '-')
        compare('pdftotext', words(' '.join(join(page.iter('text'), True) for page in marks)), words(re.sub('\u00ad\\s*', '', have)))
    elif shutil.which('mutool'):
        have = run('mutool', 'draw', '-F', 'txt', pdf)
        compare('mutool', *(re.sub('[()\\[\\]\u0640]', '', squeeze(text)) for text in (
            ''.join(join(page.iter('text'), False) for page in marks), have)))


def structure_text(pdf):
    """Strings of one block belong together; blocks are parted by spaces, as they begin and end."""
    out, blocks, is_open = [], [], False
    for line in run('pdfinfo', '-struct-text', pdf).split('\n'):
        said, indent = line.strip(), len(line) - len(line.lstrip())
        if is_open or said.startswith('"'):
            while not is_open and blocks and blocks[-1] >= indent:
                out.append(' ' if blocks.pop() else '')
            is_continued = not line.endswith('"') or (not is_open and line.strip() == '"')
            out.append(line.strip()[0 if is_open else 1:None if is_continued else -1] + (' ' if is_continued else ''))
            is_open = is_continued
        elif said and said[0] != '/' and not said.startswith('Object'):
            while blocks and blocks[-1] >= indent:
                out.append(' ' if blocks.pop() else '')
            if not re.match(r'(Link|Span|Quote|Reference) ', said):
                out.append(' ')
                blocks.append(indent)
    return ''.join(out)


def main(stem, *options):
    pages = ET.parse(stem + '.pages.xml').getroot()
    akn = ET.parse(stem + '.akn.xml').getroot()
    content = akn_text(akn, None)
    arabic = sum('\u0600' <= c <= '\u06ff' for c in content)
    check_pages(pages, akn)
    is_arabic = arabic > len(content) / 20
    check_text(stem + '.pdf', pages, is_arabic)
    if '--structure' in options:
        want, have = content, structure_text(stem + '.pdf')
        if is_arabic:
            want, have = (re.sub(r'[()\[\]]', '', text) for text in (want, have))
        compare('structure', words(want), words(have))
    return 1 if failures else 0


sys.exit(main(*sys.argv[1:]))
