"""Two headlines cut into chunks: what our parts say of each pair of chunks, one of either headline, in numbers.

Our parts: the words as the comparison folds them (senses, figures, antonyms, negators), the sentence encoder, the pair
model, and parts of speech. No label is looked at.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache
from math import log
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from daylight.annotate import annotate
from daylight.compare.folding import Unit, units
from daylight.compare.frame import sense
from daylight.compare.polarity import negations
from daylight.ingest.text import read_text
from daylight.lexicon import load
from daylight.model import Token
from daylight.models.encoder import embed
from daylight.models.pairs import same_content
from daylight.words import fold, is_content

Array = NDArray[np.float64]
VERBS, NOUNS = frozenset({"VERB", "AUX"}), frozenset({"NOUN", "PROPN"})
PUNCTUATION = frozenset(".,:'`?;\"-")
"""Tokens that the official scorer leaves out."""


class Chunk(NamedTuple):
    """Some words of a headline. ``senses`` are its words as compared, ``content`` those that carry content."""

    text: str
    words: tuple[str, ...]
    senses: tuple[str, ...]
    content: frozenset[str]
    figures: frozenset[float]
    capitals: int
    parts: frozenset[str]
    opens: str
    negated: bool


Headline = tuple[Chunk, ...]


def chunks(headlines: Sequence[Sequence[str]]) -> list[Headline]:
    """Each headline's chunks, given as printed, with the parts of speech that its words have in the whole of it."""
    reports = [read_text(" ".join(held), id=f"headline-{n}") for n, held in enumerate(headlines)]
    return [
        tuple(_chunks(held, said.report.text, said.tokens)) for held, said in zip(headlines, annotate(reports), strict=True)
    ]


def _chunks(held: Sequence[str], text: str, tokens: Sequence[Token]) -> Iterator[Chunk]:
    start = 0
    for chunk in held:
        start = text.index(chunk, start)
        own = [token.pos for token in tokens if start <= token.span.start < start + len(chunk)]
        yield _chunk(chunk, own)
        start += len(chunk)


def _chunk(text: str, parts: Sequence[str]) -> Chunk:
    held: list[Unit] = units(text)
    senses = tuple(sense(unit) for unit in held)
    return Chunk(
        text,
        tuple(word for word in text.split() if word not in PUNCTUATION),
        senses,
        frozenset(s for s in senses if is_content(s)),
        frozenset(unit.number for unit in held if unit.number is not None),
        sum(word[:1].isupper() for word in text.split()),
        frozenset(parts),
        parts[0] if parts else "",
        bool(negations(held)),
    )


def numbers(a: Headline, b: Headline, rare: Rarity) -> Array:
    """What is measured of each chunk of ``a`` with each of ``b``: [chunks of a, chunks of b, measures]."""
    likeness = vectors(a) @ vectors(b).T
    shared = np.array([[_jaccard(set(x.senses), set(y.senses)) for y in b] for x in a])
    near = [[[*_words(x, y), *_forms(x, y), *_reach(x, y, a, b), *_judged(x, y)] for y in b] for x in a]
    cover = [[[*_covered(x, y, rare), *_covered(y, x, rare)] for y in b] for x in a]
    return np.concatenate([np.array(near, float), np.array(cover, float), _beside(likeness, shared)], axis=-1)


def _words(a: Chunk, b: Chunk) -> Iterator[float]:
    """How much of the words either has of the other, and what is left over."""
    for x, y in (
        (set(a.senses), set(b.senses)),
        (set(b.senses), set(a.senses)),
        (a.content, b.content),
        (b.content, a.content),
    ):
        yield len(x & y) / max(1, len(x))
    yield from (a.content == b.content, set(a.senses) == set(b.senses), a.content < b.content, b.content < a.content)
    yield from (len(a.content - b.content), len(b.content - a.content), len(a.content) - len(b.content))


def _forms(a: Chunk, b: Chunk) -> Iterator[float]:
    """Lengths, parts of speech, figures, capitals; whether one denies or says the opposite."""
    yield from (len(a.words), len(b.words), len(a.words) - len(b.words), a.capitals, b.capitals)
    for kinds in (VERBS, NOUNS):
        yield from (bool(a.parts & kinds), bool(b.parts & kinds), bool(a.parts & kinds) == bool(b.parts & kinds))
    opened = a.opens == "ADP", b.opens == "ADP"
    yield from (*opened, opened[0] == opened[1], a.senses[:1] == b.senses[:1], all(opened) and a.senses[:1] != b.senses[:1])
    yield from (bool(a.figures), bool(b.figures), bool(a.figures & b.figures))
    yield bool(a.figures) and bool(b.figures) and not a.figures & b.figures
    pairs = {frozenset(pair) for pair in load("antonyms")["pairs"]}
    yield any(frozenset((x, y)) in pairs for x in a.content - b.content for y in b.content - a.content)
    yield a.negated != b.negated


def _reach(a: Chunk, b: Chunk, first: Headline, second: Headline) -> Iterator[float]:
    """What the rest of the headlines has: the words left over, found in another chunk; how far along the chunks stand."""
    for x, y, other in ((a, b, second), (b, a, first)):
        yield len((x.content - y.content) & frozenset(s for chunk in other for s in chunk.content))
    i, j = first.index(a), second.index(b)
    yield from (i / len(first) - j / len(second), i == j == 0, i == len(first) - 1 and j == len(second) - 1)


def _judged(a: Chunk, b: Chunk) -> Iterator[float]:
    """The pair model's answers."""
    said = same_content([(a.text, b.text)])[0]
    yield from (said.same, said.a_follows, said.b_follows)


def _covered(a: Chunk, b: Chunk, rare: Rarity) -> tuple[float, ...]:
    """How near some word of ``b`` comes to each of ``a``: least, mean, by rarity; the rarity of what is far, and of all."""
    own = [word for word in a.words if is_content(fold(word))]
    if not own or not b.words:
        return 0.0, 0.0, 0.0, 0.0, 0.0
    nearest = (_vector(tuple(own)) @ _vector(b.words).T).max(1)
    weight = np.array([rare(word) for word in own])
    return nearest.min(), nearest.mean(), nearest @ weight / weight.sum(), (1 - nearest) @ weight, weight.sum()


def _beside(likeness: Array, shared: Array) -> Array:
    """How like two chunks are, how much liker than either is to another, and how like their neighbours are."""
    both = likeness + shared
    padded = np.pad(both, 1)
    measures = [likeness, shared, likeness - _rival(likeness), both - _rival(both), both >= both.max(1, keepdims=True)]
    measures += [both >= both.max(0, keepdims=True), padded[:-2, :-2], padded[2:, 2:]]
    return np.stack([np.asarray(m, float) for m in measures], axis=-1)


def _rival(values: Array) -> Array:
    """The greatest other value in the row or the column of each."""
    found = np.zeros_like(values)
    for i, j in np.ndindex(*values.shape):
        others = np.concatenate([np.delete(values[i], j), np.delete(values[:, j], i)])
        found[i, j] = others.max(initial=0.0)
    return found


def _jaccard(a: set[str], b: set[str]) -> float:
    return len(a & b) / max(1, len(a | b))


def vectors(headline: Headline) -> Array:
    """The sentence encoder's vector of each chunk."""
    return _vector(tuple(chunk.text for chunk in headline))


@lru_cache(maxsize=1 << 12)
def _vector(texts: tuple[str, ...]) -> Array:
    return np.asarray(embed(texts), float)


class Rarity:
    """How rare a word is in some headlines: the logarithm of their number over that of those that have it."""

    def __init__(self, headlines: Sequence[Headline]) -> None:
        held = [{fold(word) for chunk in headline for word in chunk.words} for headline in headlines]
        self.counts = Counter(word for words in held for word in words)
        self.total = len(headlines)

    def __call__(self, word: str) -> float:
        """At least a tenth, so that no word counts for nothing."""
        return max(0.1, log(self.total / (1 + self.counts[fold(word)])))
