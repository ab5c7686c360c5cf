"""Statements as voices on a question: whose they are, whom they name, and which of them can carry a position."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from anyascii import anyascii
from rapidfuzz import fuzz

from daylight.compare.clauses import says_something
from daylight.compare.extracts import Cell, cell
from daylight.compare.folding import units
from daylight.compare.topics import Voice, sentences
from daylight.model import Annotated, Attribution, Entity, Span, Statement, Story

LIKE_NAMES = 80
"""Ratio from which on two names may be one person's: then nobody is set beside himself."""

SHORT_NAME = 3
"""Letters of the longest name whose likeness says nothing."""

SURE = 0.5
"""Least score of an attribution that may stand for a position."""

CLOSING = " \n”’\"'"
"""What may stand behind a question mark."""

OPENING = 24
"""Code points within which a content's subject begins: "that President …"."""


def voices_of(story: Story, names: Mapping[str, Entity]) -> list[Voice]:
    """The statements of people and bodies, each in its fullest cell, in order."""
    attributions = {a.id: a for a in story.attributions}
    reports = {a.report.id: a for a in story.reports}
    found = []
    for statement in story.statements:
        speaker = names.get(statement.speaker or "")
        if speaker is not None and speaker.kind != "place":
            full = _fullest(statement, attributions, reports)
            told = says_something(full.attribution, reports[full.attribution.report])
            if not full.content.text.rstrip(CLOSING).endswith("?") and _sure(full) and told:
                found += sentences(statement.id, speaker.id, full)
    return found


def maybe_one(x: Entity, y: Entity) -> bool:
    """Whether two entities may be one person or body that was not recognised: like names, or one the other's initials."""
    if x.id == y.id:
        return True
    return any(_like(a.text, b.text) for a in x.spellings for b in y.spellings)


@cache
def _like(a: str, b: str) -> bool:
    left, right = anyascii(a).casefold(), anyascii(b).casefold()
    initials = {"".join(word[0] for word in name.split() if word[0].isalnum()) for name in (left, right)}
    if (left in initials or right in initials) and len(left) != len(right):
        return True
    return min(len(left), len(right)) > SHORT_NAME and fuzz.partial_ratio(left, right) >= LIKE_NAMES


def _sure(one: Cell) -> bool:
    return one.attribution.score >= SURE


def _fullest(statement: Statement, attributions: Mapping[str, Attribution], reports: Mapping[str, Annotated]) -> Cell:
    cells = [cell(reports[attributions[i].report], attributions[i]) for i in statement.attributions]
    return max(cells, key=lambda c: (len(c.content.text), c.attribution.id))


def of_another(one: Cell, speaker: str, names: Mapping[str, Entity]) -> bool:
    """Whether the content tells another person's position: it begins with that person's name."""
    span = one.attribution.content[0]
    before = [unit for unit in units(one.content.text[:OPENING]) if not (unit.capital or unit.key in {"that", "the"})]
    subject = range(span.start, span.start + (before[0].span.start if before else OPENING))
    return any(
        place.report == one.attribution.report and place.span.start in subject
        for entity in names.values()
        if entity.id != speaker and entity.kind == "person"
        for spelling in entity.spellings
        for place in spelling.mentions
    )


def cue_of(one: Voice, story: Story) -> str:
    """The cue of a voice as printed."""
    report = next(a.report for a in story.reports if a.report.id == one.cell.attribution.report)
    return " ".join(report.slice(span) for span in one.cell.attribution.cue)


def named(one: Voice, names: Mapping[str, Entity]) -> set[str]:
    """The persons and bodies whom the content names."""
    return {entity for entity, _ in mentions(one, names)}


def mentions(one: Voice, names: Mapping[str, Entity]) -> list[tuple[str, Span]]:
    """Who is named in the content, and where in its text."""
    report, content = one.cell.attribution.report, one.cell.content
    found = []
    for entity in names.values():
        for place in (place for spelling in entity.spellings for place in spelling.mentions if place.report == report):
            for start, origin in zip(content.starts, content.spans, strict=True):
                if origin.covers(place.span):
                    shift = start - origin.start
                    found.append((entity.id, Span(place.span.start + shift, place.span.end + shift)))
    return found
