"""Two headlines of one event, chunk by chunk: which say the same, and what differs: ``python -m eval.ists [--errors]``.

SemEval-2016 task 2, headlines, gold chunks, scored as the task does (``eval.links``). What our parts say of two chunks
(``eval.chunks``) is weighed by small networks, cross-validated over the headline pairs of the training half: each is aligned
by networks that did not see it. Their size and epochs were chosen on these same figures: expect a little less elsewhere.
E. Agirre and others, SemEval-2016 task 2: interpretable semantic textual similarity, 2016.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import product
from pathlib import Path
from typing import NamedTuple

import numpy as np

from eval.chunks import PUNCTUATION, Array, Headline, Rarity, chunks, numbers, vectors
from eval.command import show_cases
from eval.data import need
from eval.figures import Figure, table
from eval.links import Link, Links, f1
from eval.perceptron import Perceptron, together

TYPES = ("NOALI", "EQUI", "SPE1", "SPE2", "SIMI", "REL", "OPPO")
SCORES = {"EQUI": 5, "SPE1": 4, "SPE2": 4, "SIMI": 3, "REL": 3, "OPPO": 4}
"""The commonest score of each type; the middle one of SIMI."""

FOLDS, NETWORKS, AXES = 5, 5, 16
JOINED = 0.5
"""Probability from which two chunks are linked."""

SENTENCE = re.compile(r"<sentence .*?</sentence>", re.DOTALL)
CHUNK = re.compile(r"\[ (.*?) \](?= |$)")


class Case(NamedTuple):
    """Two headlines cut into chunks, the gold links of their tokens, and ours."""

    first: Headline
    second: Headline
    gold: Links
    told: Links


def data() -> list[Path]:
    """The files that the figures depend on."""
    return [
        need("ists_headlines", "train", f"STSint.input.headlines.{end}")
        for end in ("sent1.chunk.txt", "sent2.chunk.txt", "wa")
    ]


def read() -> list[Case]:
    """The headline pairs, with nothing told yet."""
    firsts, seconds, pairs = (path.read_text("utf-8", errors="replace") for path in data())
    cut = [chunks([CHUNK.findall(line) for line in text.splitlines()]) for text in (firsts, seconds)]
    return [Case(a, b, _gold(block), {}) for a, b, block in zip(*cut, SENTENCE.findall(pairs), strict=True)]


def _gold(block: str) -> Links:
    lines = block.splitlines()
    words = [line.removeprefix("// ").split() for line in lines[1:3]]
    found: Links = {}
    for line in lines:
        if "<==>" in line:
            places, types, score, _ = line.split(" // ", 3)
            left, right = ([int(n) - 1 for n in side.split()] for side in places.split("<==>"))
            for i, j in product(left, right):
                if i >= 0 and j >= 0 and words[0][i] not in PUNCTUATION and words[1][j] not in PUNCTUATION:
                    found[i, j] = Link(frozenset(types.strip().split("_")), float(score))
    return found


def run() -> list[Case]:
    """Every pair of headlines aligned by networks that learnt from the others."""
    cases = read()
    rare = Rarity([headline for case in cases for headline in (case.first, case.second)])
    seen = [numbers(case.first, case.second, rare) for case in cases]
    told: dict[int, Links] = {}
    for fold in range(FOLDS):
        own = [n for n in range(len(cases)) if n % FOLDS != fold]
        axes = _axes([cases[n] for n in own])
        rows = [np.concatenate([seen[n], _meanings(cases[n], axes)], axis=-1) for n in range(len(cases))]
        networks = _learnt([cases[n] for n in own], [rows[n] for n in own])
        for n in set(range(len(cases))) - set(own):
            told[n] = _aligned(cases[n], together(networks, rows[n].reshape(-1, rows[n].shape[-1])))
    return [case._replace(told=told[n]) for n, case in enumerate(cases)]


def _axes(cases: Sequence[Case]) -> tuple[Array, Array]:
    """The mean of the chunks' vectors, and the directions in which they differ most."""
    held = np.concatenate([vectors(headline) for case in cases for headline in (case.first, case.second)])
    return held.mean(0), np.linalg.svd(held - held.mean(0), full_matrices=False)[2][:AXES].T


def _meanings(case: Case, axes: tuple[Array, Array]) -> Array:
    """Difference, product and sum of the two vectors, on the axes."""
    a, b = ((vectors(headline) - axes[0]) @ axes[1] for headline in (case.first, case.second))
    x, y = np.broadcast_arrays(a[:, None], b[None])
    return np.concatenate([x - y, x * y, x + y], axis=-1)


def _learnt(cases: Sequence[Case], rows: Sequence[Array]) -> list[Perceptron]:
    """Networks that differ in their seed. A pair of chunks counts as many times as it has links."""
    flat = np.concatenate([held.reshape(-1, held.shape[-1]) for held in rows])
    labelled = [(_type(case, i, j), _weight(case, i, j)) for case in cases for i, j in _places(case)]
    classes, weights = np.array([TYPES.index(kind) for kind, _ in labelled]), np.array([weight for _, weight in labelled])
    return [Perceptron(flat[weights > 0], classes[weights > 0], weights[weights > 0], seed) for seed in range(NETWORKS)]


def _places(case: Case) -> Iterator[tuple[int, int]]:
    return product(range(len(case.first)), range(len(case.second)))


def _weight(case: Case, i: int, j: int) -> float:
    return float(min(len(case.first[i].words), len(case.second[j].words)))


def _tokens(headline: Headline, at: int) -> list[int]:
    """The places of a chunk's tokens in its headline, marks left out."""
    start = sum(len(chunk.text.split()) for chunk in headline[:at])
    return [start + n for n, word in enumerate(headline[at].text.split()) if word not in PUNCTUATION]


def _type(case: Case, i: int, j: int) -> str:
    """The gold type of two chunks, without the marks FACT and POL."""
    for pair in product(_tokens(case.first, i), _tokens(case.second, j)):
        if pair in case.gold:
            return next(iter(case.gold[pair].types & set(TYPES)))
    return TYPES[0]


def _aligned(case: Case, said: Array) -> Links:
    """Links of chunk to chunk, the surest first: one to one, then what is left over to one that is taken."""
    odds = {place: row for place, row in zip(_places(case), said, strict=True) if row[0] < 1 - JOINED}
    surest = sorted(odds, key=lambda place: odds[place][0])
    left: set[int] = set()
    right: set[int] = set()
    found: Links = {}
    for taken in (0, 1):
        for i, j in surest:
            if (i in left) + (j in right) == taken:
                found |= _linked(case, i, j, TYPES[1 + int(odds[i, j][1:].argmax())])
                left.add(i)
                right.add(j)
    return found


def _linked(case: Case, i: int, j: int, kind: str) -> Links:
    places = product(_tokens(case.first, i), _tokens(case.second, j))
    return dict.fromkeys(places, Link(frozenset({kind}), SCORES[kind]))


def figures(cases: Sequence[Case] = ()) -> list[Figure]:
    """The four measures of the task. None gets a floor: sums, and with them the networks, differ a little by machine."""
    links = [(case.gold, case.told) for case in cases or run()]
    asked = {"type and score": (True, True), "alignment": (False, False), "type": (True, False), "score": (False, True)}
    return [
        Figure(f"chunks: {name}, F1", f1(links, types=types, scores=scores), len(links), detail=True)
        for name, (types, scores) in asked.items()
    ]


def show(cases: list[Case], errors: bool) -> None:
    """Print the figures, on request with the chunks of another type than the gold says."""
    print(table(figures(cases)))
    for case in cases if errors else ():
        told = case._replace(gold=case.told)
        for i, j in _places(case):
            kinds = _type(case, i, j), _type(told, i, j)
            if kinds[0] != kinds[1]:
                print(f"{kinds[0]:6s} {kinds[1]:6s} {case.first[i].text}  |  {case.second[j].text}")


def main() -> None:
    """Print the figures, and on request what came out wrong."""
    show_cases("Score headlines aligned chunk by chunk.", run, show)


if __name__ == "__main__":
    main()
