#!/usr/bin/env python3
"""generate_records.py FOLDER COUNT RECORD...: COUNT texts in UN manner, made from RECORDs by a fixed rule.

Each is one of the RECORDs with a sentence of its own and with some of its paragraphs told again, so that no two are equal
and lengths differ from one page to some ten. The same arguments give the same files.
"""
import os
import random
import sys

PER_FOLDER = 500


def paragraphs(text):
    return [part for part in text.split('\n\n') if part.strip()]


def variant(parts, number, chance):
    """The record's beginning and end stay; of what is between, a run of paragraphs is told again."""
    middle = parts[2:-1]
    again = []
    for _ in range(chance.choice([0, 0, 1, 1, 2, 4])):
        if middle:
            first = chance.randrange(len(middle))
            again += middle[first:first + chance.randint(1, 12)]
    own = 'This is text number %d of a series that was made for a test.' % number
    return '\n\n'.join(parts[:-1] + again + [own] + parts[-1:]) + '\n'


def main():
    folder, count = sys.argv[1], int(sys.argv[2])
    sources = []
    for path in sys.argv[3:]:
        with open(path, encoding='utf-8') as file:
            sources.append(paragraphs(file.read()))
    chance = random.Random(count)
    for number in range(count):
        place = os.path.join(folder, 'g%03d' % (number // PER_FOLDER))
        os.makedirs(place, exist_ok=True)
        with open(os.path.join(place, 'r%06d.txt' % number), 'w', encoding='utf-8') as file:
            file.write(variant(sources[number % len(sources)], number, chance))


if __name__ == '__main__':
    main()
