#!/usr/bin/env python3
"""Build arabic-word-counts.bin from the word frequencies of the PyPI package wordfreq.

    python3 -m venv V && V/bin/pip install wordfreq==3.1.1
    V/bin/python build-word-counts.py arabic-word-counts.bin

The same package gives the same bytes. Licence: see arabic-word-counts.LICENSE.

Layout, little-endian, looked up where it lies:

    u32  magic "AWC1"
    u32  number of entries
    u32  number of buckets, a power of two (BUCKETS)
    u32  0
    i16  for each bucket and one more: the index of its first entry, less bucket * entries / BUCKETS
    u16  (one, so that the entries are aligned)
    u32  entries, by bucket: fingerprint << 7 | code

A word is its scalars folded to the level `shapes` (marks and tatweel dropped, presentation forms
and Persian letter shapes unified; hamzas, ة and ى kept). Its hash takes each scalar in turn,
h = h * MULTIPLIER + scalar, so that the hash of a word with an affix comes from those of its parts,
and is mixed at the end; the top 16 bits are the bucket, the next 25 the fingerprint. A word that is
not in the table is taken for one that is once in about five million look-ups.

The code is the rounded natural logarithm of 1 + frequency / FLOOR, in eighths: 1 to 127.
"""

import math
import re
import struct
import sys
import unicodedata

import wordfreq

ENTRIES = 450_000
BUCKETS = 1 << 16
FLOOR = 1e-8
MULTIPLIER = 0x9E3779B97F4A7C15
MIXER = 0xD6E8FEB86659FD93
MASK = (1 << 64) - 1

MARKS = re.compile("[\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06ed\u200b-\u200f]")
SHAPES = str.maketrans("ٱکیہھە", "اكيههه")
# Arabic letters, and those other languages write in names: پ چ ژ ڤ گ.
WORD = re.compile("[\u0621-\u063a\u0641-\u064aپچژڤگ]{1,24}")


def folded(word):
    return MARKS.sub("", unicodedata.normalize("NFKC", word)).translate(SHAPES)


def hashed(word):
    value = 0
    for letter in word:
        value = (value * MULTIPLIER + ord(letter)) & MASK
    value ^= value >> 32
    value = value * MIXER & MASK
    return value ^ value >> 32


def main(path):
    frequencies = {}
    for word, frequency in wordfreq.get_frequency_dict("ar", "large").items():
        word = folded(word)
        if WORD.fullmatch(word):
            frequencies[word] = frequencies.get(word, 0) + frequency
    kept = sorted(frequencies.items(), key=lambda item: (-item[1], item[0]))[:ENTRIES]

    codes = {}
    for word, frequency in kept:
        place = hashed(word) >> 23
        code = max(1, min(127, round(8 * math.log(1 + frequency / FLOOR))))
        # Where two words fall together, the more frequent keeps the place.
        codes.setdefault(place, code)
    places = sorted(codes)

    starts, index = [], 0
    for bucket in range(BUCKETS + 1):
        while index < len(places) and places[index] >> 25 < bucket:
            index += 1
        starts.append(index - bucket * len(places) // BUCKETS)
    with open(path, "wb") as file:
        file.write(struct.pack("<4sIII", b"AWC1", len(places), BUCKETS, 0))
        file.write(struct.pack(f"<{BUCKETS + 2}h", *starts, 0))
        file.write(b"".join(
            struct.pack("<I", (place & 0x1FFFFFF) << 7 | codes[place]) for place in places))
    print(f"{len(frequencies)} words, {len(kept)} kept, {len(kept) - len(places)} fell together")


main(sys.argv[1])
