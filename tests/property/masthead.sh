#!/bin/sh
# The places an editor measures on a printed page, against the pages of a letter: at most one point off. One line of the
# table: what it is, the page, the mark (text or fill), the place asked for and what tells the mark from others. A text is
# found by its words and a rule by its weight; "right" is x + width, "base" the baseline.
. "$(dirname "$0")/records"
need python3

records=$project/tests/records
for name in S_2099_101.en A_153_901-S_2099_205.es S_PV.19001.en; do
    "$masthead" convert --quiet --emit pages -o - "$records/$name.txt" >"$work/$name.xml" || exit 1
done

python3 - "$work" <<'PLACES'
import sys
import xml.etree.ElementTree as ET

LETTER, JOINT, MEETING = 'S_2099_101.en', 'A_153_901-S_2099_205.es', 'S_PV.19001.en'
PLACES = [
    # record, page, words or weight, {edge: points}
    (LETTER, 1, 'United Nations', {'x': 123.4, 'base': 57.8, 'size': 14}),
    (LETTER, 1, 'S', {'base': 56.5, 'size': 20}),
    (LETTER, 1, '/2099/101', {'right': 552, 'base': 56.5, 'size': 10}),
    (LETTER, 1, 0.48, {'x': 60, 'right': 552, 'top': 64.8}),
    (LETTER, 1, 1.44, {'x': 60, 'right': 552, 'top': 208.94}),
    (LETTER, 1, 'Security Council', {'x': 123.4, 'base': 86.4, 'size': 20, 'weight': 700}),
    (LETTER, 1, 'Distr.: General', {'x': 397, 'base': 86.7, 'size': 10}),
    (LETTER, 1, '8 June 2099', {'x': 397, 'base': 98.7}),
    (LETTER, 1, 'Original: English', {'x': 397, 'base': 122.4}),
    (LETTER, 1, 'Letter dated 4 June 2099', {'x': 123.4, 'base': 223.5, 'size': 12, 'weight': 700}),
    (LETTER, 1, 'Meridia to the United Nations', {'x': 123.4, 'base': 237}),
    (LETTER, 1, 'On 18 May 2099', {'x': 147.1, 'right': 490.3, 'base': 274.5, 'size': 10}),
    (LETTER, 1, 'its annex circulated', {'x': 123.4, 'base': 340.5}),
    (LETTER, 1, 'Tossent', {'right': 490.3, 'base': 370.5, 'weight': 700}),
    (LETTER, 1, 'Ambassador', {'right': 490.3, 'base': 382.5}),
    (LETTER, 1, '99-00101 (E)', {'x': 65.4, 'base': 747.6, 'size': 10}),
    (LETTER, 2, 'S/2099/101', {'x': 60, 'base': 59, 'size': 8.5, 'weight': 700}),
    (LETTER, 2, 0.24, {'x': 60, 'right': 552, 'top': 64.8}),
    (LETTER, 2, 'Annex to the letter', {'x': 123.4, 'base': 84.5, 'size': 12, 'weight': 700}),
    (LETTER, 2, 'Introduction', {'x': 123.4, 'size': 14, 'weight': 700}),
    # A note called in the second line does not push it down.
    (LETTER, 2, 'The meeting, held on', {'x': 147.1, 'right': 490.3, 'base': 202.6}),
    (LETTER, 2, 'and Permanent Representative', {'x': 123.4, 'base': 214.6}),
    (LETTER, 2, 0.25, {'x': 110.8, 'right': 182.8}),
    (LETTER, 2, 'Three villages', {'x': 147.1}),
    (LETTER, 2, '2', {'x': 60, 'base': 755.3, 'size': 8.5, 'weight': 700}),
    (LETTER, 2, '99-00101', {'right': 552, 'base': 753.8, 'size': 7}),
    (LETTER, 3, 'S/2099/101', {'right': 552, 'base': 59}),
    (LETTER, 3, '99-00101', {'x': 60, 'base': 753.8}),
    # The rule at the end, 18 to 20 points under the last line.
    (LETTER, 4, 'on both banks.', {'x': 123.4, 'base': 170.4}),
    (LETTER, 4, 0.25, {'x': 270.2, 'right': 342.2, 'top': 189.4}),
    (JOINT, 1, 'Consejo de Seguridad', {'x': 123.4, 'base': 106.4, 'size': 20}),
    (JOINT, 1, 'Centésimo quincuagésimo cuarto', {'x': 348.1, 'base': 234.3, 'size': 10, 'weight': 700}),
    (JOINT, 2, 'A/153/901', {'x': 60, 'base': 49.2}),
    (JOINT, 2, 'S/2099/205', {'x': 60, 'base': 59}),
    (MEETING, 1, '19001', {'x': 123.4, 'size': 20, 'weight': 700}),
    (MEETING, 1, 'Arcadia', {'x': 127.3}),
    (MEETING, 1, '. . .', {'right': 380}),
    (MEETING, 1, 'Mr. Pellin', {'x': 392.4}),
    (MEETING, 2, '25/05/2099', {'right': 552, 'base': 59}),
    (MEETING, 2, 'The meeting was called to order', {'x': 141.4}),
]

failures = 0
pages = {}
for record, number, what, places in PLACES:
    if record not in pages:
        pages[record] = ET.parse('%s/%s.xml' % (sys.argv[1], record)).getroot().findall('page')
    marks = pages[record][number - 1]
    if isinstance(what, str):
        found = [m for m in marks.iter('text') if (m.text or '').strip() == what]
        found += [m for m in marks.iter('text') if (m.text or '').startswith(what)]
    else:
        found = [m for m in marks.iter('fill') if abs(float(m.get('height')) - what) < 0.01]
    if not found:
        failures += 1
        print('%s page %d: no "%s"' % (record, number, what))
        continue
    for edge, asked in places.items():
        x, width = float(found[0].get('x')), float(found[0].get('width'))
        is_at = {'x': x, 'right': x + width}.get(edge)
        if is_at is None:
            is_at = float(found[0].get({'base': 'y', 'top': 'y'}.get(edge, edge), '400'))
        if abs(is_at - asked) > 1:
            failures += 1
            print('%s page %d: "%s" has %s %.2f, measured %.2f' % (record, number, what, edge, is_at, asked))

print('%d places, %d off' % (len(PLACES), failures))
sys.exit(failures != 0)
PLACES
