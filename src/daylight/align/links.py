"""How likely two attributions give the same thing said."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations_with_replacement

import numpy as np

from daylight.align.evidence import (
    RUN_WORDS,
    Features,
    Matrix,
    Stretches,
    Table,
    beside,
    cosine,
    features,
    nearly_best,
    numbers_of,
    rarity,
    stretches,
    terms_of,
)
from daylight.model import Annotated, Attribution, Entity, Span
from daylight.models.encoder import embed
from daylight.words import fold

# Logistic regression on pairs of attributions of one speaker in two reports: 203 pairs of three hand-made sets against some
# 800 others, rounded. Area under the curve of the sum: .96 (two rewrites of one report), .98 (one event in three reports),
# .99 (quotations of 44 events).
DICE, SHARE, COSINE, RUN, DISTANCE, CONTEXT, BIAS = 3.6, 3.0, 2.4, 1.4, -1.5, 2.2, -5.2

APART = -1.0
"""Added where both are quotations of some length without a run of words in common: reports of one utterance share one."""

NEIGHBOUR, SURE = 0.7, 0.0
"""Added where the attributions just before or after have log odds of SURE or more: what follows in one report follows in the
other. On a pair of rewrites it joins 12 of 14 in place of 10, on one event 24 of 29 in place of 23."""

RIVAL = 1.5
"""A pair is proposed when its log odds are within this of the best that either side has in the other's report."""

UNKNOWN = 1.5
"""Log odds that the words must make up for, for each of the two speakers that is not known."""

VERBATIM_DICE = 0.7
"""Overlap from which two attributions to different speakers, with a long run in common, are taken for the same words."""


@dataclass(frozen=True, slots=True)
class Links:
    """What is known of every pair of attributions: symmetric tables of shape (n, n).

    ``odds`` are log odds that the two give the same thing said. ``same_words`` marks pairs whose words are nearly the same,
    ``proposed`` those that no other pair of their reports outdoes. ``terms`` and ``numbers`` are the content words and
    the numbers of each attribution; ``headline`` says whether it stands in one.
    """

    odds: Matrix
    same_words: Table
    proposed: Table
    terms: Sequence[frozenset[str]]
    numbers: Sequence[frozenset[str]]
    headline: Sequence[bool]


@dataclass(frozen=True, slots=True)
class _Rows:
    """The attributions of one report: their indices in the story, their contents, the sense of the sentences around them.

    ``quoted`` marks those in the speaker's own words that are long enough to share a run, ``unknown`` those without a
    resolved speaker.
    """

    at: Sequence[int]
    contents: Stretches
    around: Matrix
    quoted: Table
    unknown: Table


def link(reports: Sequence[Annotated], attributions: Sequence[Attribution], entities: Sequence[Entity]) -> Links:
    """Compare every two attributions, report by report. Each must have a content."""
    by_id = {r.report.id: r for r in reports}
    own_names = _own_names(attributions, entities)
    terms = [terms_of(by_id[a.report], a.content, own) for a, own in zip(attributions, own_names, strict=True)]
    numbers = [numbers_of(by_id[a.report], a.content) for a in attributions]
    weight = rarity([*(terms_of(r, [s.span]) for r in reports for s in r.sentences), *terms])
    rows = [_rows(r, attributions, own_names, weight) for r in reports]
    size = (len(attributions), len(attributions))
    headline = [by_id[a.report].role_at(a.content[0].start) == "headline" for a in attributions]
    links = Links(np.zeros(size, np.float32), np.zeros(size, np.bool_), np.zeros(size, np.bool_), terms, numbers, headline)
    for a, b in combinations_with_replacement(rows, 2):
        if a.at and b.at:
            _fill(links, a, b, weight)
    return links


def _own_names(attributions: Sequence[Attribution], entities: Sequence[Entity]) -> list[frozenset[str]]:
    """The words of each speaker's own name: "he" and "Brandt" must not keep two reports apart."""
    names = {e.id: frozenset(fold(word) for s in e.spellings for word in s.text.split()) for e in entities}
    return [names.get(a.speaker or "", frozenset()) for a in attributions]


def _rows(
    report: Annotated,
    attributions: Sequence[Attribution],
    own_names: Sequence[frozenset[str]],
    weight: Mapping[str, float],
) -> _Rows:
    at = [i for i, a in enumerate(attributions) if a.report == report.report.id]
    contents = [attributions[i].content for i in at]
    around = [" ".join(report.report.slice(s) for s in _sentences(report, content)) for content in contents]
    made = stretches(report, contents, weight, [own_names[i] for i in at])
    direct = np.array([attributions[i].kind == "direct" for i in at], dtype=np.bool_)
    unknown = np.array([attributions[i].speaker is None for i in at], dtype=np.bool_)
    return _Rows(at, made, embed(around), direct & (made.runs.mass >= RUN_WORDS), unknown)


def _sentences(report: Annotated, content: Sequence[Span]) -> Iterable[Span]:
    """The sentences in which a content's words stand."""
    numbers = {report.tokens[i].sentence for span in content for i in report.tokens_in(span)}
    return (report.sentences[n].span for n in sorted(numbers))


def _fill(links: Links, a: _Rows, b: _Rows, weight: Mapping[str, float]) -> None:
    """Enter the pairs of two reports, or those of one report with itself."""
    evidence = features(a.contents, b.contents, weight)
    odds = _log_odds(a, b, evidence)
    for table, values in (
        (links.odds, odds),
        (links.same_words, (evidence.run >= 1) & (evidence.dice >= VERBATIM_DICE)),
        (links.proposed, nearly_best(odds, RIVAL)),
    ):
        table[np.ix_(a.at, b.at)] = values
        table[np.ix_(b.at, a.at)] = values.T


def _log_odds(a: _Rows, b: _Rows, evidence: Features) -> Matrix:
    """Log odds of each pair. Inside one report the place says nothing: a lead gives again what stands far below."""
    odds: Matrix = (
        DICE * evidence.dice
        + SHARE * evidence.share
        + COSINE * evidence.cosine
        + RUN * evidence.run
        + CONTEXT * cosine(a.around, b.around)
        + APART * (a.quoted[:, None] & b.quoted[None, :] & (evidence.run == 0))
        - UNKNOWN * np.add.outer(a.unknown.astype(np.float32), b.unknown.astype(np.float32))
        + BIAS
    )
    if a is b:
        np.fill_diagonal(odds, -np.inf)
        return odds
    odds += DISTANCE * evidence.distance
    odds += NEIGHBOUR * beside(odds >= SURE)
    return odds
