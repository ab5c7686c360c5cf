"""The same statement given to different speakers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache

from daylight.compare.explain import Group, credited
from daylight.lexicon import load
from daylight.model import About, Annotated, Attribution, Difference, Entity, Place, Statement
from daylight.offsets import digest

OWNERS = ("’s ", "'s ", "’ ", "' ")
"""What stands behind the name of one to whom somebody belongs."""


def compare_speakers(
    statement: Statement,
    cells: Sequence[Attribution],
    entities: Mapping[str, Entity],
    reports: Mapping[str, Annotated],
    label: Mapping[str, str],
) -> list[Difference]:
    """One difference where two reports name two speakers and no report of the two names both.

    A person and a body are no contradiction: the one may speak for the other. Neither are a name and a shorter form of it,
    nor anyone of whom the source only says "he", or whom it names as the owner ("Quill's lawyer, Brand").
    """
    named: dict[str, list[Attribution]] = {}
    for one in cells:
        if one.speaker is not None and one.source and one.speaker in entities:
            named.setdefault(one.speaker, []).append(one)
    people = [entities[speaker] for speaker in named]
    if len(named) < 2 or len({one.report for holders in named.values() for one in holders}) < 2:
        return []
    if not _strangers(people) or not all(_stands_in(one, named[one.id], reports) for one in people):
        return []
    by_report = [
        {speaker for one in cells if one.report == report and one.speaker for speaker in (one.speaker, *one.co_speakers)}
        for report in label
    ]
    if any(len(speakers) > 1 for speakers in by_report):
        return []
    return [_difference(statement, named, people, label)]


def _strangers(people: Sequence[Entity]) -> bool:
    """Whether all are persons, or all bodies that are no outlets, and no name is a part of another."""
    words = [set(one.name.casefold().split()) for one in people]
    outlets = any(one.kind == "organization" and held & _media() for one, held in zip(people, words, strict=True))
    return len({one.kind for one in people}) == 1 and not outlets and not any(x < y for x in words for y in words)


@cache
def _media() -> frozenset[str]:
    return frozenset(load("organizations")["media"].split())


def _stands_in(one: Entity, cells: Sequence[Attribution], reports: Mapping[str, Annotated]) -> bool:
    """Whether a source of these attributions names somebody, other than as the owner of the one who speaks."""
    spots = [place for spelling in one.spellings for place in spelling.mentions]
    held = [p for p in spots for c in cells for span in c.source if p.report == c.report and p.span.overlaps(span)]
    return any(not reports[p.report].report.text.startswith(OWNERS, p.span.end) for p in held)


def _difference(
    statement: Statement, named: Mapping[str, Sequence[Attribution]], people: Sequence[Entity], label: Mapping[str, str]
) -> Difference:
    groups = [
        Group(tuple(dict.fromkeys(label[one.report] for one in holders)), person.name)
        for holders, person in zip(named.values(), people, strict=True)
    ]
    evidence = tuple(Place(holders[0].report, span) for holders in named.values() for span in holders[0].source)
    return Difference(
        id=digest("d", "attribution", statement.id),
        kind="attribution",
        about=About("statement", statement.id),
        evidence=evidence,
        explanation=credited(groups),
        rule="speakers",
        score=0.7,
        changed=((people[0].name, people[1].name),),
    )
