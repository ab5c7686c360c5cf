"""The attributions of one report, ready to be compared with those of another."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np

from daylight.align.evidence import RUN_WORDS, Index, Matrix, Stretches, Table, index, lemma_pairs, stretches
from daylight.align.nearness import Reach, Vocabulary, reach
from daylight.align.sources import describes_a_person, is_he_or_she, is_several_people
from daylight.align.terms import concept, counted_in, denies, has_verb, terms_of
from daylight.model import Annotated, Attribution, Span
from daylight.models.encoder import embed

PLAIN_CUE = "say"
"""The first of the verbs that tell nothing but that somebody spoke."""


@dataclass(frozen=True, slots=True)
class Bags:
    """The words of each attribution of a story: those of its content, those of them that are printed inside quotation
    marks, and those of its source and its speaker's names."""

    contents: Sequence[frozenset[str]]
    quotes: Sequence[frozenset[str]]
    sources: Sequence[frozenset[str]]
    people: frozenset[str]


@dataclass(frozen=True, slots=True)
class Side:
    """The attributions of one report: their indices in the story, their contents, the sense of the sentences around them.

    ``reach`` tells which terms of the story the contents come near, ``pairs`` are the pairs of lemmas in a row, ``quotes``
    the words inside quotation marks, ``cues`` the telling words of the cue, ``counted`` what numbers count in the content,
    ``sources`` the words of the source and of the speaker's names.

    ``direct`` marks those in the speaker's own words, ``quoted`` those of them that are long enough to share a run,
    ``mixed`` those with some of the speaker's words, ``unknown`` those without a resolved speaker, ``described`` those of
    them whose source is one person without a name ("the front-runner"), ``topic`` those in the reporter's words without a
    verb, ``negated`` those that deny something.

    ``person`` and ``body`` mark those whose speaker is known for one person, or for a body or a country; ``lone`` and
    ``several`` those whose unknown speaker is "he" or "she", or several people.
    """

    at: Sequence[int]
    contents: Stretches
    reach: Reach
    pairs: Index
    quotes: Index
    around: Matrix
    direct: Table
    quoted: Table
    mixed: Table
    unknown: Table
    described: Table
    topic: Table
    negated: Table
    person: Table
    body: Table
    lone: Table
    several: Table
    cues: Index
    counted: Index
    sources: Index


def side_of(
    report: Annotated, attributions: Sequence[Attribution], bags: Bags, known: Vocabulary, weight: Mapping[str, float]
) -> Side:
    """The side of one report in a story's attributions."""
    at = [i for i, a in enumerate(attributions) if a.report == report.report.id]
    own = [attributions[i] for i in at]
    terms = [bags.contents[i] for i in at]
    contents = stretches(report, [a.content for a in own], terms, weight)
    direct = _table(a.kind == "direct" for a in own)
    return Side(
        at=at,
        contents=contents,
        reach=reach(terms, known),
        pairs=index([lemma_pairs(report, a.content) for a in own]),
        quotes=index([bags.quotes[i] for i in at], weight),
        around=embed([" ".join(report.report.slice(s) for s in _sentences(report, a.content)) for a in own]),
        direct=direct,
        quoted=direct & (contents.runs.mass >= RUN_WORDS),
        mixed=_table(a.kind == "mixed" for a in own),
        unknown=_table(a.speaker is None for a in own),
        described=_table(a.speaker is None and describes_a_person(report, a.source) for a in own),
        topic=_table(a.kind == "indirect" and not has_verb(report, a.content) for a in own),
        negated=_table(denies(report, (*a.content, *a.cue)) for a in own),
        person=_table(a.speaker in bags.people for a in own),
        body=_table(a.speaker is not None and a.speaker not in bags.people for a in own),
        lone=_table(a.speaker is None and is_he_or_she(report, a.source) for a in own),
        several=_table(a.speaker is None and is_several_people(report, a.source) for a in own),
        cues=index([terms_of(report, a.cue) - _plain_cues() for a in own]),
        counted=index([counted_in(report, a.content) for a in own]),
        sources=index([bags.sources[i] for i in at]),
    )


def quoted_in(report: Annotated, attribution: Attribution) -> tuple[Span, ...]:
    """The parts of a content that are printed inside quotation marks; all of a direct one."""
    if attribution.kind != "mixed":
        return attribution.content if attribution.kind == "direct" else ()
    marks = [q.inner for q in report.quotations if q.depth == 0]
    cut = (Span(max(s.start, q.start), min(s.end, q.end)) for s in attribution.content for q in marks)
    return tuple(part for part in cut if part.start < part.end)


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
