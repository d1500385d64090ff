#!/usr/bin/env python3
"""Learn the weights of Sources/Text/Clitics/CliticWeights.swift, and cross-validate them.

    python3 learn-weights.py COUNTS.bin GOLD.tsv [NAMES.tsv]

GOLD has a word, a tab and its pieces joined by `+` on a line (UD Arabic-PUD, CC BY-SA 3.0); NAMES a
name first on each tab-separated line, which stays whole (Wikidata, CC0). Needs numpy and scipy.

What a division is weighed by is what CliticModel.swift weighs it by: a change there is made here
too. Words of closed classes are left out of the learning; `CLOSED` has the ones gold is rich in.
"""

import collections
import random
import re
import struct
import sys
import unicodedata

import numpy as np
from scipy.optimize import minimize

MASK = (1 << 64) - 1
CONJUNCTIONS = ["", "و", "ف"]
PARTICLES = ["", "ب", "ل", "ك", "س"]
PRONOUNS = ["", "ه", "ها", "هم", "هن", "هما", "ك", "كم", "كما", "نا", "ني", "ي"]
FREQUENT = ["ه", "ها", "هم", "نا"]
HOSTS = "ل ب من عن في الي لدي بين كل والدي علي كلا كلي كلتا كلتي مع عند والد والدت ان لكن لان بان كان ايا"
CLOSED = """من في عن علي الي لدي مع بين عند ان لكن ثم بل بي كي لكي كيف كم كما بينما عندما كلما ربما انما
 فيما مما عما حينما طالما لقد قد لم لن لا ما لو ليس ليست هل سوف لما هو هي هم هما هن نحن انا هنا هناك
 هذا هذه ذلك تلك كذلك اولئك لذا الذي التي الذين الا اذا اذ كان كانت كل كلا بعد قبل بعض حيث حين حول حتي
 فوق تحت خلال دون ضد غير منذ نفس ذات ايضا فقط واحد واحدة والد والدة ولد وسط وفق بما بلا بذلك لذلك بهذا
 بهذه لهذا لهذه بحيث بشان بواسطة بوسع بمثابة بموجب بدون ببطء""".split()
NAME_WEIGHT = 0.06
NAMES_USED = 4000


class Counts:
    def __init__(self, path):
        self.bytes = open(path, "rb").read()
        self.count, self.buckets = struct.unpack_from("<II", self.bytes, 4)
        self.starts = struct.unpack_from(f"<{self.buckets + 1}h", self.bytes, 16)
        self.entries = 16 + 2 * (self.buckets + 2)
        self.known = {}

    def __call__(self, word):
        if word not in self.known:
            self.known[word] = self.look_up(word)
        return self.known[word]

    def look_up(self, word):
        value = 0
        for letter in word:
            value = (value * 0x9E3779B97F4A7C15 + ord(letter)) & MASK
        value ^= value >> 32
        value = value * 0xD6E8FEB86659FD93 & MASK
        value ^= value >> 32
        bucket = value >> 48
        first, last = (
            index * self.count // self.buckets + self.starts[index]
            for index in (bucket, bucket + 1))
        for index in range(first, last):
            (entry,) = struct.unpack_from("<I", self.bytes, self.entries + 4 * index)
            if entry >> 7 == value >> 23 & 0x1FFFFFF:
                return entry & 127
        return 0


def folded(text):
    text = re.sub("[\u064b-\u0652\u0670\u0640\u0656-\u065f\u200b-\u200f]", "",
                  unicodedata.normalize("NFC", text))
    return text.translate(str.maketrans("ٱکی", "اكي"))


def without_hamza(text):
    text = re.sub("[\u064b-\u0652]", "", text)
    return text.translate(str.maketrans("أإآ", "ااا"))


def has_tanwin(word):
    return any(mark in word[-2:] for mark in "ًٌٍ")


def closed_words():
    words = set(CLOSED)
    for host in HOSTS.split():
        words |= {host + pronoun for pronoun in PRONOUNS[1:]}
    words |= {letter + word for letter in "وف" for word in words}
    return words


def spellings(stem):
    last, shorter = stem[-1], stem[:-1]
    return [stem] + {
        "ت": [shorter + "ة"], "ا": [shorter + "ى", stem + "ن"], "و": [stem + "ا", stem + "ن"],
        "ي": [stem + "ن"], "ؤ": [shorter + "ء"], "ئ": [shorter + "ء"],
    }.get(last, [])


def candidates(word, tanwin):
    found = []
    for conjunction in CONJUNCTIONS:
        for particle in PARTICLES:
            if not word.startswith(conjunction + particle):
                continue
            rest = word[len(conjunction + particle):]
            if len(rest) < 2:
                continue
            if particle == "س" and (len(rest) < 3 or rest[0] not in "يتنأ" or tanwin):
                continue
            article = ""
            if rest.startswith("ال") and len(rest) > 3:
                article = "written"
            elif particle == "ل" and rest[0] == "ل" and len(rest) > 2:
                article = "elided"
            for pronoun in PRONOUNS:
                if pronoun and (tanwin or not rest.endswith(pronoun)):
                    continue
                stem = rest[:len(rest) - len(pronoun)]
                shortest = 5 if article == "written" else 2
                if pronoun and (len(stem) < shortest or stem[-1] in "ةى"):
                    continue
                found.append((conjunction, particle, article, stem, pronoun))
    return found


def pieces(candidate):
    conjunction, particle, _, stem, pronoun = candidate
    return tuple(piece for piece in (conjunction, particle, stem, pronoun) if piece)


def evidence_for_whole(word, count):
    code = count(word)
    article = count("ال" + word)
    evidence = {"whole": code, "wholeUnseen": 8 * (code == 0)}
    if word[-1] == "ا" and len(word) > 3:
        article = max(article, count("ال" + word[:-1]))
        evidence["wholeAccusative"] = count(word[:-1])
    if word[0] in "وفبلكس":
        verbs = [word]
        if word[-1] == "ت" and len(word) > 3:
            verbs.append(word[:-1])
        if word.endswith("وا") and len(word) > 4:
            verbs.append(word[:-2])
        evidence["wholeArticle"] = article
        evidence["wholeImperfect"] = max(count("ي" + verb) for verb in verbs)
    evidence["wholeArticleOften"] = 8 * (0 < article > code - 31)
    evidence["wholeArticleVeryOften"] = 8 * (0 < article > code - 13)
    return evidence


def evidence(word, candidate, count):
    conjunction, particle, article, stem, pronoun = candidate
    if not (conjunction or particle or pronoun):
        return evidence_for_whole(word, count)
    side = "pronoun" if pronoun else "particles"
    if pronoun:
        code = max(map(count, spellings(stem)))
    else:
        code = count(stem)
        if article == "elided":
            code = max(code, count("ا" + stem))
        elif not article and stem[0] == "ا":
            code = max(code, count("أ" + stem[1:]), count("إ" + stem[1:]))
    found = {"stem." + side: code}
    signs = [("stemUnseen." + side, code == 0), ("stemOfTwo." + side, len(stem) == 2),
             ("stemOfThree." + side, len(stem) == 3), ("conjunction." + conjunction, conjunction),
             ("particle." + particle + ("ال" if article else ""), particle), ("pronoun." + pronoun, pronoun),
             ("conjunctionAndParticle", conjunction and particle),
             ("pronounAndOther", pronoun and (conjunction or particle)),
             ("conjunctionAndArticle",
              conjunction and not particle and not pronoun and article == "written")]
    if conjunction and (particle or pronoun):
        found["restAfterConjunction"] = count(word[1:])
    if particle and pronoun:
        found["restAfterParticle"] = count(stem + pronoun)
    if particle and particle in "بلك" and not article and not pronoun:
        found["nominal"] = count("ال" + stem)
        signs.append(("lamImperfect", particle == "ل" and stem[0] in "يتن"))
    if article == "written" and (pronoun or particle == "ل"):
        found["articleOutOfPlace"] = count(stem[2:])
    if pronoun:
        found["otherPronoun"] = max(count(stem + other) for other in FREQUENT if other != pronoun)
    return found | {name: 8 for name, holds in signs if holds}


def examples(gold, closed, count):
    tokens = collections.Counter()
    for word, joined in gold:
        for change in (str, without_hamza):
            parts = tuple(part for part in map(folded, change(joined).split("+")) if part)
            tokens[folded(change(word)), parts, has_tanwin(change(word))] += 0.5
    for (word, parts, tanwin), number in tokens.items():
        tried = candidates(word, tanwin) if word and without_hamza(word) not in closed else []
        divisions = [pieces(candidate) for candidate in tried]
        if len(tried) > 1 and parts in divisions:
            yield ([evidence(word, candidate, count) for candidate in tried],
                   divisions.index(parts), number ** 0.5)


def name_examples(path, closed, count):
    names = {folded(name) for line in open(path) for name in line.split("\t")[0].split()}
    names = sorted(name for name in names
                   if re.fullmatch("[\u0621-\u064a]+", name) and name not in closed)
    random.Random(1).shuffle(names)
    tried = ((name, candidates(name, False)) for name in names)
    tried = [(name, found) for name, found in tried if len(found) > 1][:NAMES_USED]
    return [([evidence(name, candidate, count) for candidate in found], 0, NAME_WEIGHT)
            for name, found in tried]


def learn(data):
    names = sorted({name for rows, _, _ in data for row in rows for name in row})
    column = {name: index for index, name in enumerate(names)}
    sizes = [len(rows) for rows, _, _ in data]
    starts = np.cumsum([0] + sizes[:-1])
    group = np.repeat(np.arange(len(data)), sizes)
    matrix = np.zeros((sum(sizes), len(names)))
    for index, row in enumerate(row for rows, _, _ in data for row in rows):
        for name, value in row.items():
            matrix[index, column[name]] = value / 8
    right = starts + np.array([index for _, index, _ in data])
    weight = np.array([value for _, _, value in data])

    def loss(theta):
        scores = matrix @ theta
        top = np.maximum.reduceat(scores, starts)
        powers = np.exp(scores - top[group])
        sums = np.add.reduceat(powers, starts)
        likelihood = (weight * (scores[right] - top - np.log(sums))).sum()
        expected = matrix.T @ (powers / sums[group] * weight[group])
        observed = matrix[right].T @ weight
        return theta @ theta / 2 - likelihood, theta - observed + expected

    result = minimize(loss, np.zeros(len(names)), jac=True, method="L-BFGS-B",
                      options={"maxiter": 500})
    return {name: round(100 * value) for name, value in zip(names, result.x)}


def score(weights, rows):
    return [sum(weights.get(name, 0) * value for name, value in row.items()) for row in rows]


def main(counts, gold_path, names_path=None):
    count, closed = Counts(counts), closed_words()
    gold = [line.rstrip("\n").split("\t") for line in open(gold_path)]
    names = name_examples(names_path, closed, count) if names_path else []
    folds = 5
    right = total = 0.0
    for fold in range(folds):
        start, end = (len(gold) * part // folds for part in (fold, fold + 1))
        weights = learn([*examples(gold[:start] + gold[end:], closed, count), *names])
        for rows, index, number in examples(gold[start:end], closed, count):
            scores = score(weights, rows)
            right += number ** 2 * (scores.index(max(scores)) == index)
            total += number ** 2
    print(f"words with a choice, not of closed classes: {100 * right / total:.2f} % right, "
          f"each fold by weights of the others", file=sys.stderr)
    for name, value in learn([*examples(gold, closed, count), *names]).items():
        print(f"{name}\t{value}")


main(*sys.argv[1:])
