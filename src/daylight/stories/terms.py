"""What a text is about: its words weighed by how rare they are, in its beginning and in the whole."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from daylight.lexicon import load
from daylight.stories.values import Article
from daylight.words import fold, is_content, words

Weights = Mapping[str, float]
"""Weights of words, as a vector of unit length."""

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
    keys: Sequence[str]


class Rarity:
    """How rare words are, by the articles counted so far and a background of news."""

    def __init__(self) -> None:
        self.articles = 0
        self.having: Counter[str] = Counter()

    def count(self, terms: Iterable[str]) -> None:
        """Count the words of one more article."""
        self.articles += 1
        self.having.update(set(terms))

    def weight(self, term: str) -> float:
        """The logarithm of one in how many articles has the word."""
        having = self.having[term] + BACKGROUND * _commonness().get(term, RARE) / 100
        return max(0.0, math.log((self.articles + BACKGROUND) / having))

    def about(self, terms: Sequence[str]) -> About:
        """What an article of these words is about."""
        whole = self._weights(terms)
        keys = sorted(whole, key=lambda term: (-whole[term], term))[:KEYS]
        return About(whole, self._weights(terms[:LEAD]), keys)

    def _weights(self, terms: Sequence[str]) -> Weights:
        weights = {term: (1 + math.log(count)) * self.weight(term) for term, count in sorted(Counter(terms).items())}
        length = math.sqrt(sum(weight * weight for weight in weights.values()))
        return {term: weight / length for term, weight in weights.items()} if length else {}


def terms_of(article: Article) -> list[str]:
    """The content words of the story parts, folded, in order."""
    text = article.text
    spans = (span for part in article.parts or (None,) for span in words(text, part))
    return [term for span in spans if is_content(term := fold(text[span.start : span.end]))]


def alike(a: Weights, b: Weights) -> float:
    """The cosine of two vectors."""
    if len(b) < len(a):
        a, b = b, a
    return sum(weight * b[term] for term, weight in a.items() if term in b)


def shared(a: About, b: About, count: int) -> list[str]:
    """The words that make two texts alike, the weightiest first."""
    both = {term: a.whole[term] * b.whole[term] for term in a.whole if term in b.whole}
    return sorted(both, key=lambda term: (-both[term], term))[:count]


@cache
def _commonness() -> Mapping[str, int]:
    return {word: int(share) for share, row in load("commonness")["words"].items() for word in row.split()}
