"""The copies in a corpus: candidates by shared shingles, each read side by side, and a typed edge where it holds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

import numpy as np

from daylight.model import Passage
from daylight.stories.arrays import Flags, Hashes
from daylight.stories.candidates import candidates, common_shingles, count_pairs, equal_pairs, of_representatives
from daylight.stories.direction import direction
from daylight.stories.kinds import evidence, kind_of
from daylight.stories.passages import MIN_WORDS, Shared, passages
from daylight.stories.reading import Reading, read, story_text
from daylight.stories.shingles import postings, sample
from daylight.stories.values import Article, Edge

CANDIDATE = 0.03
"""Share of the sampled shingles of the smaller text from which a pair is read.

Of the runs of five words 8 % survive when 40 % of the words are changed: at .05 95 % of such copies are found, at .03 99 %,
and a third more pairs are read."""

CHANCE = 0.1
"""Share of the shorter text below which a pair needs a run of MIN_WORDS equal words: 8 words in pieces are chance."""

_NONE: Hashes = np.zeros(0, np.uint64)
_HELD = 1 << 12  # texts kept ready for the next pair: about 60 MB


def find_copies(articles: Sequence[Article]) -> tuple[Edge, ...]:
    """The edges between the articles of one window of time, sorted by their ids.

    Texts with the same words are joined to the first of them by id, which alone is compared with others.
    """
    ordered = sorted(articles, key=lambda article: article.id)
    found = postings(map(story_text, ordered))
    hashes, texts = of_representatives(found)
    pairs = candidates([count_pairs(hashes, texts)], found.sizes, CANDIDATE)
    compare = Comparer(ordered, common_shingles(hashes))
    both = zip((pairs.a, pairs.b), equal_pairs(found.whole), strict=True)
    a, b = (np.concatenate(sides).tolist() for sides in both)
    return tuple(compare.edges(sorted(zip(a, b, strict=True))))


class Comparer:
    """Reads pairs of a corpus side by side. ``common`` are the shingles of its boilerplate, in order."""

    def __init__(self, articles: Sequence[Article], common: Hashes = _NONE) -> None:
        self.articles = articles
        self.common = common
        self.reading = lru_cache(_HELD)(self._reading)

    def edges(self, pairs: Iterable[tuple[int, int]]) -> Iterator[Edge]:
        """The edges of those pairs that hold, in their order."""
        return (edge for a, b in pairs if (edge := self.edge(a, b)))

    def edge(self, a: int, b: int) -> Edge | None:
        """What the articles at ``a`` and ``b`` are to each other, None for nothing."""
        (one, boilerplate), (other, _) = self.reading(a), self.reading(b)
        shared = passages(one, other)
        shown = evidence(one, other, shared, boilerplate)
        if not shared or (max(shown.shares) < CHANCE and not _has_run(shared)):
            return None
        kind = kind_of(shown)
        first, reason = direction(self.articles[a], self.articles[b], kind)
        places = tuple(_passage(one, other, p) for p in shared)
        shares = (round(shown.shares[0], 3), round(shown.shares[1], 3))
        ids = (self.articles[a].id, self.articles[b].id)
        return Edge(ids, kind, shares, round(shown.equal, 3), places, first, reason)

    def _reading(self, number: int) -> tuple[Reading, Flags]:
        """A text, and which of its words are boilerplate: a word is what the last sampled shingle before it is."""
        reading = read(self.articles[number])
        at, hashes = sample(reading.hashes)
        marked = np.zeros(len(reading.hashes), np.bool_)
        if len(at) and len(self.common):
            last = np.maximum(np.searchsorted(at, np.arange(len(marked)), side="right") - 1, 0)
            marked = np.isin(hashes, self.common)[last]
        return reading, marked


def _has_run(shared: Sequence[Shared]) -> bool:
    return any(run.size >= MIN_WORDS for passage in shared for run in passage.runs)


def _passage(a: Reading, b: Reading, shared: Shared) -> Passage:
    size = max(shared.a[1] - shared.a[0], shared.b[1] - shared.b[0])
    return Passage(a.span(*shared.a), b.span(*shared.b), "verbatim" if shared.equal == size else "reworded")
