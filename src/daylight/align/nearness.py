"""Words that mean nearly the same: "coerce" and "compel", "fund" and "pay"."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from daylight.align.evidence import SHRINK, Matrix, cosine
from daylight.align.terms import concept
from daylight.model import Annotated
from daylight.models.encoder import embed
from daylight.words import fold

Places = NDArray[np.intp]

NEAR = 0.5
"""Cosine of the vectors of two single words from which they count as near, by so much. On pairs of attributions that the
odds leave open the area under the curve is .779, .788 and .778 at .4, .5 and .6, and .762 without near words."""


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The terms of a story: each has a place, a weight, and the places and cosines of the terms near it, itself at 1."""

    place: Mapping[str, int]
    weight: Matrix
    near: Sequence[tuple[Places, Matrix]]


@dataclass(frozen=True, slots=True)
class Reach:
    """Which terms of the story stretches come near. ``terms`` are the places of each stretch's own, ``mass`` their weight;
    ``nearest`` is, for each stretch (rows) and each term of the story (columns), how near its nearest term is."""

    terms: Sequence[Places]
    weights: Sequence[Matrix]
    mass: Matrix
    nearest: Matrix


def vocabulary(bags: Iterable[frozenset[str]], spelt: Mapping[str, str], weight: Mapping[str, float]) -> Vocabulary:
    """The terms of the bags. Those without a word in ``spelt``, names and numbers, equal themselves alone."""
    terms = sorted(frozenset().union(*bags))
    place = {term: n for n, term in enumerate(terms)}
    near = [(np.array([n]), np.ones(1, dtype=np.float32)) for n in range(len(terms))]
    worded = np.array([place[t] for t in terms if t in spelt], dtype=np.intp)
    vectors = embed([spelt[t] for t in terms if t in spelt])
    for row, n in enumerate(worded.tolist()):
        close = cosine(vectors, vectors[row : row + 1])[:, 0]
        close[row] = 1
        found = np.flatnonzero(close >= NEAR)
        near[n] = worded[found], close[found]
    return Vocabulary(place, np.array([weight[t] for t in terms], dtype=np.float32), near)


def spellings(reports: Iterable[Annotated]) -> dict[str, str]:
    """A word for each term that is neither a name nor a number: the first of its lemmas by the alphabet."""
    lemmas = {fold(t.lemma or t.text) for r in reports for t in r.tokens if t.pos != "NUM" and t.text[0].isalpha()}
    return {concept(lemma): lemma for lemma in sorted(lemmas, reverse=True)}


def reach(bags: Sequence[frozenset[str]], known: Vocabulary) -> Reach:
    """What stretches of one report come near, each given as its terms."""
    nearest = np.zeros((len(bags), len(known.near)), dtype=np.float32)
    terms = [np.array(sorted(known.place[t] for t in bag), dtype=np.intp) for bag in bags]
    for row, places in zip(nearest, terms, strict=True):
        for place in places.tolist():
            close, cosines = known.near[place]
            row[close] = np.maximum(row[close], cosines)
    weights = [known.weight[places] for places in terms]
    return Reach(terms, weights, np.array([w.sum() for w in weights], dtype=np.float32), nearest)


def near_share(a: Reach, b: Reach) -> Matrix:
    """The part of the lighter stretch that the other has too, or has something near to, shrunk; in [0, 1)."""
    common = np.minimum(_covered(a, b), _covered(b, a).T)
    share: Matrix = (common / (np.minimum(a.mass[:, None], b.mass[None, :]) + SHRINK)).astype(np.float32)
    return share


def _covered(a: Reach, b: Reach) -> Matrix:
    """The weight of each stretch of ``a`` (rows) as far as each of ``b`` (columns) comes near its terms."""
    return np.stack([(b.nearest[:, places] * w).sum(axis=1) for places, w in zip(a.terms, a.weights, strict=True)])
