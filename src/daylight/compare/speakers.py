"""The same statement given to different speakers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from daylight.compare.explain import Group, credited
from daylight.model import About, Attribution, Difference, Entity, Place, Statement
from daylight.offsets import digest


def compare_speakers(
    statement: Statement, cells: Sequence[Attribution], entities: Mapping[str, Entity], label: Mapping[str, str]
) -> list[Difference]:
    """One difference where two reports name two speakers and no report of the two names both.

    A person and a body are no contradiction: the one may speak for the other. Neither are a name and a shorter form of it.
    """
    named: dict[str, list[Attribution]] = {}
    for one in cells:
        if one.speaker is not None and one.source and one.speaker in entities:
            named.setdefault(one.speaker, []).append(one)
    if len(named) < 2 or len({one.report for holders in named.values() for one in holders}) < 2:
        return []
    if len({entities[speaker].kind for speaker in named}) > 1:
        return []
    words = [set(entities[speaker].name.casefold().split()) for speaker in named]
    if any(x < y for x in words for y in words):
        return []
    by_report = [
        {speaker for one in cells if one.report == report and one.speaker for speaker in (one.speaker, *one.co_speakers)}
        for report in label
    ]
    if any(len(speakers) > 1 for speakers in by_report):
        return []
    groups = [
        Group(tuple(dict.fromkeys(label[one.report] for one in holders)), entities[speaker].name)
        for speaker, holders in named.items()
    ]
    evidence = tuple(Place(holders[0].report, span) for holders in named.values() for span in holders[0].source)
    names = tuple(entities[speaker].name for speaker in named)
    about = About("statement", statement.id)
    return [
        Difference(
            digest("d", "attribution", statement.id), "attribution", about, evidence, credited(groups), "speakers", 0.7,
            ((names[0], names[1]),),
        )
    ]  # fmt: skip
