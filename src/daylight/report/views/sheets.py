"""Speaker sheets: everything that one speaker is reported to have said, by report and in the order of each text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import groupby

from daylight.model import Attribution
from daylight.report.cells import PAUSES
from daylight.report.index import Index
from daylight.report.labels import label, negation
from daylight.report.links import anchor
from daylight.report.view import Head, Row
from daylight.report.visible import line


@dataclass(frozen=True, slots=True)
class Entry:
    """One utterance as one report prints it, on one line; ``told`` says which kinds of difference its statement has.

    ``also`` are the later places where the same words of the statement are printed: report and link.
    """

    href: str
    words: str
    label: str
    by: str
    when: str
    negated: str
    number: int
    row: str
    told: tuple[str, ...]
    also: tuple[tuple[Head, str], ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """``role`` is the one printed most; ``printed`` are the entries under the report that first prints the words."""

    anchor: str
    speaker: str
    role: str
    person: str | None
    statements: int
    reports: int
    printed: tuple[tuple[Head, tuple[Entry, ...]], ...]


def sheets(index: Index, rows: Iterable[Row]) -> tuple[Sheet, ...]:
    """One sheet a speaker, those who say most first; what nobody is named for comes last."""
    by_anchor = {row.anchor: row for row in rows}
    spoken: dict[str | None, list[Attribution]] = {}
    order = {key: i for i, key in enumerate(index.heads)}
    for one in sorted(index.comparison.attributions, key=lambda a: (order[a.report], a.content[:1])):
        statement = index.statements.get(index.statement_of.get(one.id, ""))
        for speaker in dict.fromkeys((statement.speaker, *one.co_speakers)) if statement else ():
            spoken.setdefault(known(index, speaker), []).append(one)
    made = [_sheet(index, speaker, said, by_anchor) for speaker, said in spoken.items()]
    return tuple(sorted(made, key=lambda sheet: (sheet.person is None, -sheet.statements)))


def known(index: Index, speaker: str | None) -> str | None:
    """The speaker's id where the comparison has the entity, else None."""
    return speaker if speaker in index.entities else None


def sheet_anchor(speaker: str | None) -> str:
    """The anchor of a speaker's sheet."""
    return f"{anchor('entity', speaker) if speaker else 'unknown'}_sheet"


def _sheet(index: Index, speaker: str | None, said: Iterable[Attribution], rows: Mapping[str, Row]) -> Sheet:
    own = tuple(said)
    entity = index.entities.get(speaker or "")
    roles = Counter(line(role.text) for role in entity.roles).most_common(1) if entity else []
    alike: dict[tuple[str, str], list[Attribution]] = {}
    for one in own:
        words = index.printed(one.report, one.content).strip(PAUSES)
        alike.setdefault((index.statement_of[one.id], words), []).append(one)
    by_report = groupby(alike.values(), key=lambda same: same[0].report)
    return Sheet(
        anchor=sheet_anchor(speaker),
        speaker=index.speaker(speaker),
        role=roles[0][0] if roles else "",
        person="#" + anchor("entity", entity.id) if entity else None,
        statements=len({index.statement_of[a.id] for a in own}),
        reports=len({a.report for a in own}),
        printed=tuple((index.heads[key], tuple(_entry(index, same, rows) for same in found)) for key, found in by_report),
    )


def _entry(index: Index, same: list[Attribution], rows: Mapping[str, Row]) -> Entry:
    one = same[0]
    row = rows[anchor("statement", index.statement_of[one.id])]
    cue = index.printed(one.report, one.cue)
    return Entry(
        href=_href(one),
        words=index.printed(one.report, one.content),
        label=label("attribution", one.kind),
        by=f"{index.printed(one.report, one.source)} {cue}".strip(),
        when=index.printed(one.report, [one.time.span]) if one.time else "",
        negated=negation(cue) if one.negated else "",
        number=row.number,
        row="#" + row.anchor,
        told=tuple(dict.fromkeys(f.label for f in row.findings if not f.trivial)),
        also=tuple((index.heads[other.report], _href(other)) for other in same[1:]),
    )


def _href(one: Attribution) -> str:
    return "#" + anchor("attribution", one.id)
