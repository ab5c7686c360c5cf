"""Pair the sentences of different reports that tell the same."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

import numpy as np

from daylight.align.evidence import Features, Matrix, Stretches, features, rarity, stretches, terms_of
from daylight.model import STORY_ROLES, Annotated, SentencePair

# Logistic regression on sentences that hold a paired quotation against all other pairs of their reports (44 events, 105
# against 118,000), rounded. Areas under the curve alone: dice .989, share .986, cosine .962.
DICE, SHARE, COSINE, RUN, DISTANCE, BIAS = 2.0, 2.2, 1.6, 3.6, -0.3, -5.85

PAIRED = -2.3
"""Log odds from which two sentences are a pair: 95 % of the sentences with a paired quotation, 5 of 118,000 others."""

RIVAL = 1.0
"""A sentence is paired with others too whose log odds are so near to the best: one sentence may be told in two."""


def pair_sentences(reports: Sequence[Annotated]) -> tuple[SentencePair, ...]:
    """Pairs of sentences of different reports, best first; captions are paired with captions, story with story.

    A pair is the best, or nearly the best, of both its sentences; so a sentence stands in several pairs where another
    report takes two sentences for it.
    """
    if len(reports) < 2:
        return ()
    weight = rarity(terms_of(r, [s.span]) for r in reports for s in r.sentences)
    found: list[SentencePair] = []
    for story in (True, False):
        rows = [_rows(r, story=story) for r in reports]
        sides = [stretches(r, [(r.sentences[i].span,) for i in at], weight) for r, at in zip(reports, rows, strict=True)]
        for x, y in combinations(range(len(reports)), 2):
            a, b = reports[x].report.id, reports[y].report.id
            for i, j, score in _pairs(sides[x], sides[y], weight):
                found.append(SentencePair(a, rows[x][i], b, rows[y][j], score))
    return tuple(sorted(found, key=lambda p: (-p.score, p.report_a, p.a, p.report_b, p.b)))


def _rows(report: Annotated, *, story: bool) -> list[int]:
    """Indices of the sentences of the story, or of the captions."""
    roles = STORY_ROLES if story else {"caption"}
    return [i for i, s in enumerate(report.sentences) if report.report.blocks[s.block].role in roles]


def _pairs(a: Stretches, b: Stretches, weight: dict[str, float]) -> Iterator[tuple[int, int, float]]:
    odds = log_odds(features(a, b, weight))
    if not odds.size:
        return
    best = np.minimum(odds.max(axis=1)[:, None], odds.max(axis=0)[None, :])
    for i, j in np.argwhere((odds >= PAIRED) & (odds >= best - RIVAL)).tolist():
        yield i, j, round(float(1 / (1 + np.exp(PAIRED - odds[i, j]))), 3)


def log_odds(evidence: Features) -> Matrix:
    """Log odds that two sentences tell the same."""
    total: Matrix = (
        DICE * evidence.dice
        + SHARE * evidence.share
        + COSINE * evidence.cosine
        + RUN * evidence.run
        + DISTANCE * evidence.distance
        + BIAS
    )
    return total
