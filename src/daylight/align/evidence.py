"""How near stretches of two reports are: rare words in common, runs of words in common, sense, place in the report."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise, product
from math import log
from typing import Any

import numpy as np
from numpy.typing import NDArray

from daylight.align.terms import NO_WORDS
from daylight.model import Annotated, Span
from daylight.models.encoder import embed
from daylight.words import fold, words

Matrix = NDArray[np.float32]
Table = NDArray[np.bool_]

RUN_WORDS = 4
"""Words of a shared run. Independent reports share runs of four only where both print the same quotation or name."""

SHRINK = 4.0
"""Added to the weight of the lighter stretch, so that one shared name does not make a two-word stretch part of anything."""

MOST = 4
"""Pairs that are considered for one stretch in one other report."""

FEWEST = 60
"""Sentences that a story counts as at least: in a few sentences rarity cannot be seen."""


def numbers_of(report: Annotated, spans: Iterable[Span]) -> frozenset[str]:
    """Folded numbers, in digits or words, that begin inside ``spans``."""
    tokens = (report.tokens[i] for span in spans for i in report.tokens_in(span))
    return frozenset(fold(t.text) for t in tokens if t.pos == "NUM" or t.text[0].isdigit())


def runs_of(report: Annotated, spans: Iterable[Span]) -> frozenset[str]:
    """All runs of RUN_WORDS folded words inside each span."""
    text = report.report.text
    return frozenset(run for span in spans for run in runs([fold(text[w.start : w.end]) for w in words(text, span)]))


def runs(folded: Sequence[str]) -> list[str]:
    """Each run of RUN_WORDS words, in order; the run at ``i`` begins with word ``i``."""
    return [" ".join(folded[i : i + RUN_WORDS]) for i in range(len(folded) - RUN_WORDS + 1)]


def lemma_pairs(report: Annotated, spans: Iterable[Span]) -> frozenset[tuple[str, str]]:
    """All pairs of folded lemmas in a row inside each span: "wasn't sold" has those of "was not sold"."""
    tokens = ([report.tokens[i] for i in report.tokens_in(span)] for span in spans)
    lemmas = ([fold(t.lemma or t.text) for t in part if t.pos not in NO_WORDS] for part in tokens)
    return frozenset(pair for part in lemmas for pair in pairwise(part))


def rarity(bags: Iterable[frozenset[str]]) -> dict[str, float]:
    """Inverse document frequency of each term over the sentences of a story: log 2 for a term of every sentence."""
    count: Counter[str] = Counter()
    total = 0
    for bag in bags:
        count.update(bag)
        total += 1
    return {term: log(1 + max(total, FEWEST) / n) for term, n in count.items()}


@dataclass(frozen=True, slots=True)
class Index:
    """Which of a report's stretches hold a term (inverted index), and the summed weight of each stretch's terms."""

    postings: Mapping[Any, NDArray[np.int64]]
    mass: Matrix


def index(bags: Sequence[frozenset[Any]], weight: Mapping[str, float] | None = None) -> Index:
    """Index the bags; a term weighs 1 where no weights are given."""
    postings: dict[Any, list[int]] = defaultdict(list)
    for row, bag in enumerate(bags):
        for term in sorted(bag):
            postings[term].append(row)
    mass = [sum(weight[t] for t in sorted(bag)) if weight else len(bag) for bag in bags]
    return Index({term: np.array(rows) for term, rows in postings.items()}, np.array(mass, dtype=np.float32))


def shared(a: Index, b: Index, weight: Mapping[str, float] | None = None) -> Matrix:
    """Summed weight of the terms in common, for each stretch of ``a`` (rows) and of ``b`` (columns)."""
    total = np.zeros((len(a.mass), len(b.mass)), dtype=np.float32)
    for term in sorted(a.postings.keys() & b.postings.keys()):
        total[a.postings[term][:, None], b.postings[term]] += weight[term] if weight else 1
    return total


@dataclass(frozen=True, slots=True)
class Stretches:
    """The stretches of one report, ready to be compared. Row ``i`` of every field belongs to stretch ``i``.

    ``position`` is where a stretch begins in its report, 0 to 1.
    """

    terms: Index
    runs: Index
    vectors: Matrix
    position: Matrix


def stretches(
    report: Annotated, spans: Sequence[Sequence[Span]], terms: Sequence[frozenset[str]], weight: Mapping[str, float]
) -> Stretches:
    """Prepare stretches of a report, each given as its spans and its terms."""
    text = report.report.text
    return Stretches(
        index(terms, weight),
        index([runs_of(report, s) for s in spans]),
        embed([" ".join(text[part.start : part.end] for part in s) for s in spans]),
        np.array([s[0].start / len(text) for s in spans], dtype=np.float32),
    )


def cosine(a: Matrix, b: Matrix) -> Matrix:
    """Cosines of the rows, which are of unit length.

    Not ``a @ b.T``: that wakes the threads of a BLAS for each small product, which costs twenty times the time on a busy
    machine, and their number changes the last digits.
    """
    product: Matrix = np.einsum("ik,jk->ij", a, b)
    return product


@dataclass(frozen=True, slots=True)
class Features:
    """Evidence for each stretch of one report (rows) and each of another (columns).

    ``dice`` is the overlap of terms by weight, ``within`` the part of the lighter stretch that the other has too, ``share``
    the same shrunk, all in [0, 1]; ``cosine`` of the vectors; ``run`` counts shared runs of RUN_WORDS words, 1 for that many
    or more; ``distance`` is the difference of position.
    """

    dice: Matrix
    within: Matrix
    share: Matrix
    cosine: Matrix
    run: Matrix
    distance: Matrix


def features(a: Stretches, b: Stretches, weight: Mapping[str, float]) -> Features:
    """Compare all stretches of two reports at once."""
    common = shared(a.terms, b.terms, weight)
    both = a.terms.mass[:, None] + b.terms.mass[None, :]
    lighter = np.minimum(a.terms.mass[:, None], b.terms.mass[None, :])
    return Features(
        dice=2 * common / np.maximum(both, 1e-6),
        within=(common / np.maximum(lighter, 1e-6)).astype(np.float32),
        share=(common / (lighter + SHRINK)).astype(np.float32),
        cosine=cosine(a.vectors, b.vectors),
        run=np.minimum(shared(a.runs, b.runs) / np.float32(RUN_WORDS), np.float32(1)),
        distance=np.abs(a.position[:, None] - b.position[None, :]),
    )


def beside(pairs: Table) -> Table:
    """Where one of the two rows before, or after, is paired with one of the two columns before, or after."""
    near = np.zeros_like(pairs)
    for i, j in product((1, 2), (1, 2)):
        near[i:, j:] |= pairs[:-i, :-j]
        near[:-i, :-j] |= pairs[i:, j:]
    return near


def nearly_best(odds: Matrix, within: float) -> Table:
    """Pairs that are the best of their row or column, or at most ``within`` below both; of each no more than MOST.

    The cap keeps a text that says one thing a thousand times from having a million pairs.
    """
    best = np.minimum(odds.max(axis=1)[:, None], odds.max(axis=0)[None, :])
    rows, columns = (np.partition(odds, -min(MOST, odds.shape[n]), axis=n) for n in (1, 0))
    row_floor = rows[:, -min(MOST, odds.shape[1])][:, None]
    column_floor = columns[-min(MOST, odds.shape[0]), :][None, :]
    table: Table = (odds >= best - within) & ((odds >= row_floor) | (odds >= column_floor))
    return table
