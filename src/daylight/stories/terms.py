"""What a text is about: its words weighed by how rare they are, in its beginning and in the whole."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

import numpy as np

from daylight.lexicon import load
from daylight.stories.arrays import Numbers, Places, Vectors
from daylight.stories.values import Article
from daylight.words import fold, is_content, words


class Weights(NamedTuple):
    """Weights of words, as a vector of unit length: the words by their numbers, rising, and a weight for each. In numbers,
    since a corpus holds those of all articles of two weeks: 2 kB for 250 words, 20 kB as a dictionary of words."""

    words: Numbers
    values: Vectors


LEAD = 100
"""Content words of the beginning of a text: headline and two or three paragraphs."""

BACKGROUND = 1000
"""Articles whose words count before any of the corpus is seen: a corpus of one story must not take its words for common."""

RARE = 0.5
"""How many of 100 articles have a word that is not in the list of common words."""

KEYS = 25
"""The weightiest words of a text, by which others are looked up."""


@dataclass(frozen=True, slots=True)
class About:
    """The words of an article, weighed: of the whole text, of its beginning, and the weightiest of them (``keys``)."""

    whole: Weights
    lead: Weights
    keys: Sequence[int]


class Rarity:
    """How rare words are, by the articles counted so far and a background of news. Words have numbers here."""

    def __init__(self) -> None:
        self.articles = 0
        self.words: list[str] = []
        self._numbers: dict[str, int] = {}
        self._having: list[float] = []

    def count(self, terms: Iterable[str]) -> None:
        """Count the words of one more article."""
        self.articles += 1
        for term in dict.fromkeys(terms):
            self._having[self._number(term)] += 1

    def weight(self, term: str) -> float:
        """The logarithm of one in how many articles has the word."""
        return float(self._weight(np.array([self._number(term)]))[0])

    def about(self, terms: Sequence[str]) -> About:
        """What an article of these words is about."""
        numbers = np.array([self._number(term) for term in terms], np.uint32)
        whole = self._weights(numbers)
        pairs = zip(whole.values.tolist(), whole.words.tolist(), strict=True)
        keys = sorted(pairs, key=lambda pair: (-pair[0], self.words[pair[1]]))[:KEYS]
        return About(whole, self._weights(numbers[:LEAD]), tuple(number for _, number in keys))

    def shared(self, a: About, b: About, count: int) -> list[str]:
        """The words that make two texts alike, the weightiest first."""
        at_a, at_b = _common(a.whole, b.whole)
        weights = (a.whole.values[at_a] * b.whole.values[at_b]).tolist()
        both = zip(weights, (self.words[number] for number in a.whole.words[at_a]), strict=True)
        return [word for _, word in sorted(both, key=lambda pair: (-pair[0], pair[1]))[:count]]

    def _number(self, term: str) -> int:
        number = self._numbers.setdefault(term, len(self.words))
        if number == len(self.words):
            self.words.append(term)
            self._having.append(BACKGROUND * _commonness().get(term, RARE) / 100)
        return number

    def _weights(self, numbers: Numbers) -> Weights:
        words, counts = np.unique(numbers, return_counts=True)
        weights = (1 + np.log(counts)) * self._weight(words)
        return Weights(words, (weights / (np.linalg.norm(weights) or 1.0)).astype(np.float32))

    def _weight(self, numbers: Numbers) -> Vectors:
        having = np.array([self._having[number] for number in numbers.tolist()])
        weights: Vectors = np.maximum(0.0, np.log((self.articles + BACKGROUND) / having))
        return weights


def terms_of(article: Article) -> list[str]:
    """The content words of the story parts, folded, in order."""
    text = article.text
    spans = (span for part in article.parts or (None,) for span in words(text, part))
    return [term for span in spans if is_content(term := fold(text[span.start : span.end]))]


def alike(a: Weights, b: Weights) -> float:
    """The cosine of two vectors."""
    at_a, at_b = _common(a, b)
    return float(a.values[at_a] @ b.values[at_b])


def _common(a: Weights, b: Weights) -> tuple[Places, Places]:
    """Where the words stand that both have."""
    if not len(b.words):
        return np.zeros(0, np.int64), np.zeros(0, np.int64)
    at = np.searchsorted(b.words, a.words)
    both = np.flatnonzero(b.words.take(at, mode="clip") == a.words)
    return both, at[both]


@cache
def _commonness() -> Mapping[str, int]:
    return {word: int(share) for share, row in load("commonness")["words"].items() for word in row.split()}
