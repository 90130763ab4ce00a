#!/usr/bin/env python3
"""Pages as an editor would measure them.

    pages.py STEM...

reads STEM.fo, STEM.pages.xml, STEM.pdf and STEM.said (the diagnostics) and checks that
  - every glyph of the record stands between the head and the foot of its page and inside its width, and what runs over its
    column does so by no more than a warning says;
  - the text of the FO's flow is the text of the PDF's structure, in the same order.
Exit 0 all holds, 1 something does not.
"""
import re
import subprocess
import sys
import unicodedata
import xml.etree.ElementTree as ET

FO = '{http://www.w3.org/1999/XSL/Format}'
# A reader of PDF drops marks of direction and turns brackets in Arabic round.
# Glyphs that stand for several characters (U+2010 and "-", the vowel signs and strokes of Arabic) have a text of their own in the PDF, which
# pdfinfo does not read; characters.py counts them.
UNPRINTED = dict.fromkeys(map(ord, '\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff\u00ad\u2060\u2010'
                              + ''.join(map(chr, range(0x64B, 0x653))) + '\u0640'))
SAME = {ord(a): b for a, b in zip(')]}\u00bb\u201d\u2019', '([{\u00ab\u201c\u2018')}
TOLERANCE = 1.0  # points
failures = 0


def fail(stem, text):
    global failures
    failures += 1
    print('%s: %s' % (stem.rsplit('/', 1)[-1], text))


def points(length):
    return float(length[:-2]) if length else 0.0


def masters(root):
    """Name of a page master to the edges of its body: left, top, right, bottom."""
    found = {}
    for master in root.iter(FO + 'simple-page-master'):
        body = master.find(FO + 'region-body')
        width, height = points(master.get('page-width')), points(master.get('page-height'))
        found[master.get('master-name')] = (points(body.get('margin-left')), points(body.get('margin-top')),
                                            width - points(body.get('margin-right')), height - points(body.get('margin-bottom')))
    return found


def hangs(root):
    """How far blocks may stand out of the body: their negative indents."""
    def most(name):
        return max([0.0] + [-points(e.get(name)) for e in root.iter() if (e.get(name) or '').startswith('-')])
    start = max(most('start-indent'), most('text-indent') + most('start-indent'))
    end = most('end-indent')
    return max(start, end) if root.get('writing-mode') == 'rl-tb' else start, max(start, end)


def fixed(root):
    """From where to where the boxes of the masthead stand."""
    boxes = [(points(e.get('left')), points(e.get('left')) + points(e.get('width')))
             for e in root.iter(FO + 'block-container') if e.get('absolute-position') == 'fixed']
    return min([b[0] for b in boxes], default=1e6), max([b[1] for b in boxes], default=0.0)


def warned_excess(said):
    return max([0.0] + [float(n) for n in re.findall(r'wider than its place by ([\d.]+) pt', said)])


def check_places(stem, root, pages, said):
    body = masters(root)
    left_hang, right_hang = hangs(root)
    left_box, right_box = fixed(root)
    excess = warned_excess(said) + TOLERANCE
    warned_high = 'higher than its page' in said
    for index, page in enumerate(pages.findall('page')):
        name = 'first' if index == 0 else 'odd' if index % 2 == 0 else 'even'
        left, top, right, bottom = body.get(name) or body['first']
        left, right = left - left_hang, right + right_hang
        if index == 0:
            left, right = min(left, left_box), max(right, right_box)
        for mark in page.iter('text'):
            if mark.get('artifact') or not (mark.text or '').strip():
                continue
            x, y = float(mark.get('x')), float(mark.get('y'))
            end = x + float(mark.get('width'))
            if x < left - excess or end > right + excess:
                fail(stem, 'page %d: "%s" from %.1f to %.1f is outside %.1f to %.1f'
                     % (index + 1, mark.text[:40], x, end, left, right))
            # The masthead is fixed above the body of the first page.
            if not warned_high and (y > bottom + TOLERANCE or y < (0 if index == 0 else top - TOLERANCE)):
                fail(stem, 'page %d: "%s" stands at %.1f, the body from %.1f to %.1f' % (index + 1, mark.text[:40], y, top, bottom))


def flow_text(element, parts):
    """All text of a flow that is content, in order."""
    if element.get('role') != 'artifact':
        parts.append(element.text or '')
        for child in element:
            flow_text(child, parts)
            parts.append(child.tail or '')


def public(character):
    """Codes that only a symbol font knows are set as what they mean in public (FO-303)."""
    code = ord(character)
    return chr(code - 0xF000) if 0xF020 <= code <= 0xF07E else character


def squeezed(text):
    text = ''.join(map(public, text)).translate(UNPRINTED)
    return ''.join(unicodedata.normalize('NFKC', text).translate(SAME).split())


def check_order(stem, root):
    parts = []
    for flow in root.iter(FO + 'flow'):
        flow_text(flow, parts)
    wanted = squeezed(''.join(parts))
    said = subprocess.run(['pdfinfo', '-struct-text', stem + '.pdf'], capture_output=True, check=True).stdout.decode('utf-8')
    found = squeezed(''.join(re.findall(r'^ *"(.*)"$', said, re.M)))
    if wanted != found:
        at = next((i for i, pair in enumerate(zip(wanted, found)) if pair[0] != pair[1]), min(len(wanted), len(found)))
        fail(stem, 'at character %d the FO has "%s", the PDF "%s"' % (at, wanted[at:at + 30], found[at:at + 30]))


for stem in sys.argv[1:]:
    document = ET.parse(stem + '.fo').getroot()
    with open(stem + '.said', encoding='utf-8') as file:
        diagnostics = file.read()
    check_places(stem, document, ET.parse(stem + '.pages.xml').getroot(), diagnostics)
    check_order(stem, document)
sys.exit(1 if failures else 0)
