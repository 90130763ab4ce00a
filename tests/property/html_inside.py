#!/usr/bin/env python3
"""html_inside.py LIST: each page that LIST names, beside its NAME.akn.xml.

Every element is closed in its turn, no id is there twice, every link inside the page leads somewhere, the
page has a language, a direction, a title and one main heading, fetches nothing, runs nothing; each note
of the record has a call and a way back, and each word of the record is in the page.
"""
import collections
import html.parser
import sys
import urllib.parse
import xml.etree.ElementTree as ET

AKN = '{http://docs.oasis-open.org/legaldocml/ns/akn/3.0}'
VOID = {'area', 'base', 'br', 'col', 'embed', 'hr', 'img', 'input', 'link', 'meta', 'source', 'track', 'wbr'}


class Page(html.parser.HTMLParser):
    def __init__(self, text):
        super().__init__()
        self.open, self.faults, self.ids, self.links = [], [], collections.Counter(), []
        self.count = collections.Counter()
        self.attributes, self.words, self.roles = {}, [], collections.Counter()
        self.feed(text)
        self.close()
        self.faults += ['<%s> is not closed' % tag for tag in self.open]

    def handle_starttag(self, tag, attrs):
        attributes = dict(attrs)
        self.count[tag] += 1
        self.attributes.setdefault(tag, attributes)
        self.roles[attributes.get('role')] += 1
        if 'id' in attributes:
            self.ids[attributes['id']] += 1
        if tag == 'a':
            self.links.append(attributes.get('href') or '')
        if 'src' in attributes or (tag == 'link' and attributes.get('rel') == 'stylesheet'):
            self.faults.append('the page fetches something')
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        if not self.open or self.open.pop() != tag:
            self.faults.append('</%s> closes another element' % tag)

    def handle_data(self, data):
        if 'style' not in self.open and 'title' not in self.open:
            self.words.append(data)


def letters(text):
    return collections.Counter(''.join(text.split()))


def record_letters(record):
    top = record[0]
    text = [''.join(part.itertext()) for part in top if part.tag != AKN + 'meta']
    metas = [''.join(meta.itertext()) for meta in top.iter(AKN + 'meta')][1:]
    return letters(''.join(text)) - letters(''.join(metas))


def faults(path):
    record = ET.parse(path[:-len('.html')] + '.akn.xml').getroot()
    with open(path, encoding='utf-8') as file:
        page = Page(file.read())
    yield from page.faults
    yield from ('the id %s is there %d times' % item for item in page.ids.items() if item[1] > 1)
    for link in page.links:
        if link.startswith('#') and urllib.parse.unquote(link[1:]) not in page.ids:
            yield 'the link %s leads nowhere' % link
    if not page.attributes['html'].get('lang') or page.attributes['html'].get('dir') not in ('ltr', 'rtl'):
        yield 'no language or no direction'
    for tag in ('title', 'h1', 'main'):
        if page.count[tag] != 1:
            yield '%d elements %s' % (page.count[tag], tag)
    if page.count['script']:
        yield 'the page runs a script'
    notes = sum(1 for _ in record.iter(AKN + 'authorialNote'))
    if page.roles['doc-noteref'] != notes or page.roles['doc-backlink'] != notes:
        yield '%d notes, %d calls, %d ways back' % (notes, page.roles['doc-noteref'], page.roles['doc-backlink'])
    lost = record_letters(record) - letters(''.join(page.words))
    if lost:
        yield 'lost: %s' % ' '.join(sorted(lost))


def main():
    with open(sys.argv[1], encoding='utf-8') as file:
        paths = file.read().splitlines()
    count = 0
    for path in paths:
        for fault in faults(path):
            print('%s: %s' % (path, fault))
            count += 1
    print('%d pages, %d faults' % (len(paths), count))
    return 1 if count or not paths else 0


if __name__ == '__main__':
    sys.exit(main())
