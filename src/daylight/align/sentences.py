"""Pair the sentences of different reports that tell the same."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain, combinations

from daylight.model import STORY_ROLES, Annotated, SentencePair


def pair_sentences(reports: Sequence[Annotated]) -> tuple[SentencePair, ...]:
    """Pairs of sentences of different reports, best first; captions are paired with captions, story with story.

    A pair is the best, or nearly the best, of both its sentences; so a sentence stands in several pairs where another
    report takes two sentences for it.
    """
    from daylight.align.evidence import rarity, stretches
    from daylight.align.pairing import nearest
    from daylight.align.terms import terms_of

    if len(reports) < 2:
        return ()
    terms = [[terms_of(r, [s.span]) for s in r.sentences] for r in reports]
    weight = rarity(chain.from_iterable(terms))
    found: list[SentencePair] = []
    for story in (True, False):
        rows = [_rows(r, story=story) for r in reports]
        sides = [
            stretches(r, [(r.sentences[i].span,) for i in at], [bags[i] for i in at], weight)
            for r, at, bags in zip(reports, rows, terms, strict=True)
        ]
        for x, y in combinations(range(len(reports)), 2):
            a, b = reports[x].report.id, reports[y].report.id
            for i, j, score in nearest(sides[x], sides[y], weight):
                found.append(SentencePair(a, rows[x][i], b, rows[y][j], score))
    return tuple(sorted(found, key=lambda p: (-p.score, p.report_a, p.a, p.report_b, p.b)))


def _rows(report: Annotated, *, story: bool) -> list[int]:
    """Indices of the sentences of the story, or of the captions."""
    roles = STORY_ROLES if story else {"caption"}
    return [i for i, s in enumerate(report.sentences) if report.report.blocks[s.block].role in roles]
