"""Copies in other words: sentences that mean the same, in the same order, make up much of both texts.

Words in common find no paraphrase and no text that was translated there and back. What stays is what is told and in which
order. Only articles that share their rare words within days are read so; each sentence of one is put beside the nearest of
the other by the sense of both (the sentence encoder that also serves alignment).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from rapidfuzz.distance import LCSseq

from daylight.model import Passage, Span
from daylight.models.encoder import embed
from daylight.stories.arrays import Vectors
from daylight.stories.copies import Comparer
from daylight.stories.direction import direction
from daylight.stories.lookup import Lookup, counted
from daylight.stories.outlines import Outline, in_time, outline_of
from daylight.stories.reading import inside, quoted_spans
from daylight.stories.terms import Rarity, alike
from daylight.stories.texts import Texts
from daylight.stories.values import COPIES, Article, Edge
from daylight.words import fold, rising, words

ALIKE = 0.3
"""Cosine of the rare words of two texts from which they are read sentence by sentence. Two rewrites of one report by
machine: .43, paraphrases by rule .56 and more; reports of one event .39 at the median, of two events .11 at the 99th
percentile."""

SAME_SENSE = 0.55
"""Cosine of two sentences, each the nearest of the other, from which they may be one told twice."""

SHARE = 0.4
"""Share of the shorter text, quotations left out, that is told again in the same order. Of 128 pairs of independent
reports on 44 events it is .14 at the median, .25 at the 90th percentile, .43 at the 99th; two rewrites of one report by
machine: .43."""

SENTENCES = 6
"""Sentences told again, at least: three short ones are chance."""

ORDER = 0.75
"""Of the sentences told again, so many stand in one order."""

DAYS = 14
"""Days between two such copies, at most."""

_SENTENCE = re.compile(r"[^\n]+?(?:[.!?][\"”’)\]]*(?=\s+[\"“‘(]?[A-Z0-9])|(?=\n)|$)")
_FEWEST_WORDS = 5  # of a sentence that is compared
_MOST_SENTENCES = 80  # of a text, from its beginning
_HELD = 1 << 10  # texts kept ready for the next pair: 25 MB


@dataclass(frozen=True, slots=True)
class Told:
    """The sentences of a text: where they stand, their vectors, their words outside quotation marks."""

    spans: Sequence[Span]
    vectors: Vectors
    own: Sequence[int]


def find_reworded(articles: Sequence[Article], edges: Sequence[Edge] = ()) -> tuple[Edge, ...]:
    """All edges: those given, and those of further copies, in place of a weaker one where there was one. Sorted by ids.

    Articles that the edges given make one text are not compared again.
    """
    number = {article.id: n for n, article in enumerate(articles)}
    outlines = in_time(map(outline_of, articles))
    texts = Texts((*edge.reports, edge.kind) for edge in edges)
    pairs = ((number[a], number[b]) for a, b in likely(outlines, counted(outlines), texts))
    found = {edge.reports: edge for edge in (*edges, *retold(articles, pairs))}
    return tuple(found[ids] for ids in sorted(found))


def retold(articles: Sequence[Article], pairs: Iterable[tuple[int, int]]) -> Iterator[Edge]:
    """The copies among likely pairs, by positions: in other words, or with passages in common that no sample has hit."""
    compare = Comparer(articles)
    for a, b in pairs:
        edge = compare.edge(a, b)
        if edge is None or edge.kind not in COPIES:
            edge = reworded(articles[a], articles[b])
        if edge:
            yield edge


def likely(outlines: Iterable[Outline], rarity: Rarity, texts: Texts) -> Iterator[tuple[str, str]]:
    """Articles that share rare words within DAYS and are not known as one text, each two once, their ids in order.

    Give the outlines in the order of time.
    """
    lookup = Lookup(rarity, DAYS)
    for outline in outlines:
        new = lookup.read(outline)
        lookup.forget(new.day)
        for number in lookup.likely(new, DAYS):
            other = lookup.seen[number]
            ids = (other.outline.id, outline.id)
            if texts.of(ids[0]) != texts.of(ids[1]) and alike(new.about.whole, other.about.whole) >= ALIKE:
                yield min(ids), max(ids)
        lookup.add(new)


def reworded(a: Article, b: Article) -> Edge | None:
    """The edge of two articles, their ids in order, of which one is the other in other words; None where it is not."""
    one, other = _told(a), _told(b)
    pairs = _nearest(one, other)
    ordered = rising(pairs)
    words_told = sum(min(one.own[i], other.own[j]) for i, j in ordered)
    share = words_told / max(1, min(sum(one.own), sum(other.own)))
    if share < SHARE or len(ordered) < SENTENCES or len(ordered) < ORDER * len(pairs):
        return None
    passages = tuple(Passage(one.spans[i], other.spans[j], "reworded") for i, j in ordered)
    shares = (_share(one, [i for i, _ in ordered]), _share(other, [j for _, j in ordered]))
    first, reason = direction(a, b, "reworded")
    return Edge((a.id, b.id), "reworded", shares, _equal(a, b, passages), passages, first, reason)


def _nearest(a: Told, b: Told) -> list[tuple[int, int]]:
    """Sentences that are each other's nearest and near enough, in the order of ``a``."""
    if not len(a.spans) or not len(b.spans):
        return []
    near = a.vectors @ b.vectors.T
    best = near.argmax(axis=1)
    mutual = near.argmax(axis=0)[best] == np.arange(len(best))
    close = near[np.arange(len(best)), best] >= SAME_SENSE
    return [(int(i), int(best[i])) for i in np.flatnonzero(mutual & close)]


@lru_cache(maxsize=_HELD)
def _told(article: Article) -> Told:
    text = article.text
    quoted = quoted_spans(text)
    spans: list[Span] = []
    for part in article.parts or (Span(0, len(text)),):
        spans += (Span(m.start(), m.end()) for m in _SENTENCE.finditer(text, part.start, part.end))
    spans = [span for span in spans if len(words(text, span)) >= _FEWEST_WORDS][:_MOST_SENTENCES]
    own = [int(np.sum(~inside(np.array([word.start for word in words(text, span)]), quoted))) for span in spans]
    return Told(spans, embed([text[s.start : s.end] for s in spans]), own)


def _share(told: Told, at: Sequence[int]) -> float:
    return round(sum(told.own[i] for i in at) / max(1, sum(told.own)), 3)


def _equal(a: Article, b: Article, passages: Sequence[Passage]) -> float:
    """Share of the words of the passages, on their longer side, that are the same in the same order."""
    sides = [(_folded(a.text, p.a), _folded(b.text, p.b)) for p in passages]
    equal = sum(LCSseq.similarity(one, other) for one, other in sides)
    return round(equal / max(1, sum(max(len(one), len(other)) for one, other in sides)), 3)


def _folded(text: str, span: Span) -> list[str]:
    return [fold(text[word.start : word.end]) for word in words(text, span)]
