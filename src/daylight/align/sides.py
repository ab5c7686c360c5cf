"""The attributions of one report, ready to be compared with those of another."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np

from daylight.align.evidence import RUN_WORDS, Index, Matrix, Stretches, Table, index, stretches
from daylight.align.sources import describes_a_person
from daylight.align.terms import concept, counted_in, has_verb, terms_of
from daylight.model import Annotated, Attribution, Span
from daylight.models.encoder import embed

PLAIN_CUE = "say"
"""The first of the verbs that tell nothing but that somebody spoke."""


@dataclass(frozen=True, slots=True)
class Bags:
    """The words of each attribution of a story: those of its content, and those of its source and its speaker's names."""

    contents: Sequence[frozenset[str]]
    sources: Sequence[frozenset[str]]


@dataclass(frozen=True, slots=True)
class Side:
    """The attributions of one report: their indices in the story, their contents, the sense of the sentences around them.

    ``quoted`` marks those in the speaker's own words that are long enough to share a run, ``unknown`` those without a
    resolved speaker, ``described`` those of them whose source is one person without a name ("the front-runner"), ``topic``
    those in the reporter's words without a verb. ``cues`` are the telling words of the cue,
    ``counted`` what numbers count in the content, ``sources`` the words of the source and of the speaker's names.
    """

    at: Sequence[int]
    contents: Stretches
    around: Matrix
    quoted: Table
    unknown: Table
    described: Table
    topic: Table
    cues: Index
    counted: Index
    sources: Index


def side_of(report: Annotated, attributions: Sequence[Attribution], bags: Bags, weight: Mapping[str, float]) -> Side:
    """The side of one report in a story's attributions."""
    at = [i for i, a in enumerate(attributions) if a.report == report.report.id]
    own = [attributions[i] for i in at]
    contents = stretches(report, [a.content for a in own], [bags.contents[i] for i in at], weight)
    return Side(
        at=at,
        contents=contents,
        around=embed([" ".join(report.report.slice(s) for s in _sentences(report, a.content)) for a in own]),
        quoted=_table(a.kind == "direct" for a in own) & (contents.runs.mass >= RUN_WORDS),
        unknown=_table(a.speaker is None for a in own),
        described=_table(a.speaker is None and describes_a_person(report, a.source) for a in own),
        topic=_table(a.kind == "indirect" and not has_verb(report, a.content) for a in own),
        cues=index([terms_of(report, a.cue) - _plain_cues() for a in own]),
        counted=index([counted_in(report, a.content) for a in own]),
        sources=index([bags.sources[i] for i in at]),
    )


def _table(values: Iterable[bool]) -> Table:
    return np.array(list(values), dtype=np.bool_)


@cache
def _plain_cues() -> frozenset[str]:
    """What "said" and its like are compared by: two attributions that have it in common have nothing in common."""
    return frozenset({concept(PLAIN_CUE)})


def _sentences(report: Annotated, content: Sequence[Span]) -> Iterable[Span]:
    """The sentences in which a content's words stand."""
    numbers = {report.tokens[i].sentence for span in content for i in report.tokens_in(span)}
    return (report.sentences[n].span for n in sorted(numbers))
