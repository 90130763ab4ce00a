"""The numbers and bullets of a Word document, as Word counts them (ECMA-376-1 §17.9)."""
import collections
import xml.etree.ElementTree as ET

W = '{http://schemas.openxmlformats.org/wordprocessingml/2006/main}'


def roman(value):
    signs = ((100, 'c'), (90, 'xc'), (50, 'l'), (40, 'xl'), (10, 'x'), (9, 'ix'), (5, 'v'), (4, 'iv'), (1, 'i'))
    text = ''
    for worth, sign in signs:
        text += sign * (value // worth)
        value %= worth
    return text


def letters(value):
    return chr(ord('a') + (value - 1) % 26) * ((value + 25) // 26)


def chinese(value):
    digits = '〇一二三四五六七八九'
    tens, ones = divmod(value, 10)
    return (digits[tens] if tens > 1 else '') + ('十' if tens else '') + (digits[ones] if ones else '')


NUMERALS = {
    'decimal': str, 'lowerLetter': letters, 'upperLetter': lambda value: letters(value).upper(),
    'lowerRoman': roman, 'upperRoman': lambda value: roman(value).upper(), 'chineseCountingThousand': chinese,
    'russianLower': lambda value: 'абвгдежзиклмнопрстуфхцчшщ'[value - 1],
    'russianUpper': lambda value: 'АБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩ'[value - 1],
}


def value(parent, name, otherwise=None):
    child = parent.find(W + name) if parent is not None else None
    return otherwise if child is None else child.get(W + 'val')


def styled_numbering(archive):
    """style -> its w:numPr, or that of the style it is based on"""
    styles = {style.get(W + 'styleId'): style for style in ET.fromstring(archive.read('word/styles.xml')).iter(W + 'style')}

    def find(name):
        style = styles.get(name)
        if style is None:
            return None
        own = style.find(W + 'pPr/' + W + 'numPr')
        return own if own is not None else find(value(style, 'basedOn'))
    return {name: find(name) for name in styles}


def shown(archive, bullets=True):
    """What Word shows before each paragraph of word/document.xml."""
    root = ET.fromstring(archive.read('word/numbering.xml'))
    schemes = {scheme.get(W + 'abstractNumId'): {level.get(W + 'ilvl'): level for level in scheme.iter(W + 'lvl')}
               for scheme in root.iter(W + 'abstractNum')}
    lists = {number.get(W + 'numId'): number for number in root.iter(W + 'num')}
    styled = styled_numbering(archive)
    counters, started = collections.defaultdict(dict), set()
    for paragraph in ET.fromstring(archive.read('word/document.xml')).iter(W + 'p'):
        properties = paragraph.find(W + 'pPr/' + W + 'numPr')
        if properties is None:
            properties = styled.get(value(paragraph.find(W + 'pPr'), 'pStyle'))
        number = lists.get(value(properties, 'numId'))
        if number is None:
            continue
        at = value(properties, 'ilvl', '0')
        scheme = schemes[value(number, 'abstractNumId')]
        kind = value(scheme[at], 'numFmt')
        if kind == 'bullet':
            if bullets:
                yield value(scheme[at], 'lvlText')
            continue
        counter = counters[value(number, 'abstractNumId')]
        override = number.find(W + 'lvlOverride[@' + W + "ilvl='" + at + "']/" + W + 'startOverride')
        if override is not None and (number, at) not in started:
            counter[at] = int(override.get(W + 'val'))
        else:
            counter[at] = counter[at] + 1 if at in counter else int(value(scheme[at], 'start'))
        started.add((number, at))
        for lower in [level for level in counter if level > at]:
            del counter[lower]
        yield value(scheme[at], 'lvlText').replace('%' + str(int(at) + 1), NUMERALS[kind](counter[at]))
