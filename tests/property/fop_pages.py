#!/usr/bin/env python3
"""Pages as we set them and as FOP does.

    fop_pages.py OURS FOPS

OURS has lines "PAGES tab FILE", FOPS is what tests/tools/FopPages.java prints. Prints a line for each record, then the sums. Exit 1: FOP
gave up or called something an error, or the pages are more than two in a hundred apart.
"""
import os
import sys


def counts(path):
    """File to pages of ours."""
    with open(path, encoding='utf-8') as file:
        return {name: int(pages) for pages, name in (line.rstrip('\n').split('\t') for line in file)}


def read_fops(path):
    """File to FOP's pages, None where it gave up; and its errors as text."""
    pages, errors = {}, []
    with open(path, encoding='utf-8') as file:
        for line in file:
            fields = line.rstrip('\n').split('\t')
            if fields[0]:
                name = fields[1]
                pages[name] = None if fields[0] == '-' else int(fields[0])
            elif fields[1] in ('ERROR', 'FATAL'):
                errors.append('%s: %s: %s' % (os.path.basename(name), fields[1], fields[3]))
    return pages, errors


def main():
    ours = counts(sys.argv[1])
    fops, errors = read_fops(sys.argv[2])
    errors += ['%s: FOP gave no pages' % os.path.basename(name) for name in ours if fops.get(name) is None]
    both = [(name, ours[name], fops[name]) for name in sorted(ours) if fops.get(name) is not None]
    print('%5s %5s  %s' % ('ours', 'FOP', 'record'))
    for name, mine, theirs in both:
        print('%5d %5d %s %s' % (mine, theirs, ' ' if mine == theirs else '*', os.path.basename(name)))
    total, theirs = sum(pages for _, pages, _ in both), sum(pages for _, _, pages in both)
    apart = sum(abs(mine - pages) for _, mine, pages in both)
    print('\n'.join(errors + ['%d records, %d errors' % (len(ours), len(errors))]))
    print('%d pages, FOP %d; %d apart (%.2f %%) in %d records'
          % (total, theirs, apart, 100 * apart / max(total, 1), sum(mine != pages for _, mine, pages in both)))
    return 1 if errors or not both or apart * 50 > total else 0


sys.exit(main())
