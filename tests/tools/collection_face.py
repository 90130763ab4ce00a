#!/usr/bin/env python3
"""One face of an OpenType collection as a font file of its own, for programs that read no collections.

    collection_face.py COLLECTION FAMILY OUT

FAMILY is the English family name (name id 1). Exit 1: no such face.
"""
import struct
import sys


def tables(data, face):
    """Tag to place in the directory, offset and length, of the face whose offset table is at `face` (OpenType, "Organization of an
    OpenType Font")."""
    count = struct.unpack_from('>H', data, face + 4)[0]
    found = {}
    for entry in range(face + 12, face + 12 + 16 * count, 16):
        tag, _, offset, length = struct.unpack_from('>4sIII', data, entry)
        found[tag] = (entry, offset, length)
    return found


def families(data, face):
    """Names with id 1 of the Windows platform."""
    _, name, _ = tables(data, face)[b'name']
    _, count, strings = struct.unpack_from('>HHH', data, name)
    for record in range(name + 6, name + 6 + 12 * count, 12):
        platform, _, _, kind, length, offset = struct.unpack_from('>6H', data, record)
        if platform == 3 and kind == 1:
            start = name + strings + offset
            yield data[start:start + length].decode('utf-16-be')


def alone(data, face):
    """The face with its tables behind its directory, each at a multiple of four."""
    directory = bytearray(data[face:face + 12 + 16 * len(tables(data, face))])
    body = bytearray()
    for entry, offset, length in tables(data, face).values():
        struct.pack_into('>I', directory, entry - face + 8, len(directory) + len(body))
        body += data[offset:offset + length] + bytes(-length % 4)
    return directory + body


def main():
    with open(sys.argv[1], 'rb') as file:
        data = file.read()
    count = struct.unpack_from('>I', data, 8)[0] if data[:4] == b'ttcf' else 0
    for face in struct.unpack_from('>%dI' % count, data, 12):
        if sys.argv[2] in families(data, face):
            with open(sys.argv[3], 'wb') as file:
                file.write(alone(data, face))
            return 0
    return 1


sys.exit(main())
