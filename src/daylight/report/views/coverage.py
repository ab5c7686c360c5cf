"""Coverage: who is quoted in which report, and who is named and quoted nowhere."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import chain

from daylight.report.index import Index
from daylight.report.labels import label
from daylight.report.links import anchor
from daylight.report.view import Head, Row
from daylight.report.views.sheets import known, sheet_anchor
from daylight.report.visible import line


@dataclass(frozen=True, slots=True)
class Share:
    """What one report has of a speaker: statements, and how many of them in the speaker's own words, all or part."""

    head: Head
    statements: int
    quoted: int


@dataclass(frozen=True, slots=True)
class Covered:
    """A speaker, with a share for every report."""

    speaker: str
    sheet: str
    shares: tuple[Share, ...]
    statements: int
    reports: int


@dataclass(frozen=True, slots=True)
class Unheard:
    """Somebody who is named and reported to say nothing: the letters of the reports that name them."""

    name: str
    href: str
    letters: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Coverage:
    """``unread`` are the reports that were not examined, of which nothing can be said."""

    speakers: tuple[Covered, ...]
    unheard: tuple[Unheard, ...]
    unread: tuple[Head, ...]


def coverage(index: Index, rows: Iterable[Row]) -> Coverage:
    """Speakers in the order of the reports that carry them, then of their statements."""
    by_speaker: dict[str | None, list[Row]] = {}
    of_row = {anchor("statement", s.id): s.speaker for s in index.comparison.statements}
    for row in rows:
        by_speaker.setdefault(known(index, of_row[row.anchor]), []).append(row)
    speakers = [_covered(index, speaker, own) for speaker, own in by_speaker.items()]
    speakers.sort(key=lambda one: (one.sheet == sheet_anchor(None), -one.reports, -one.statements))
    skipped = {item.report for item in index.comparison.skipped if item.report}
    silent = {key for key, spoken in _spoken(index).items() if not spoken}
    unread = tuple(index.heads[key] for key in index.heads if key in skipped and key in silent)
    return Coverage(tuple(speakers), _unheard(index), unread)


def _covered(index: Index, speaker: str | None, own: list[Row]) -> Covered:
    cells = {key: [c for row in own for c in row.cells if c.head.id == key and c.sayings] for key in index.heads}
    shares = tuple(
        Share(index.heads[key], len(found), sum(any(s.kind != "indirect" for s in cell.sayings) for cell in found))
        for key, found in cells.items()
    )
    return Covered(
        index.speaker(speaker), sheet_anchor(speaker), shares, len(own), sum(share.statements > 0 for share in shares)
    )


def _spoken(index: Index) -> Counter[str]:
    found = Counter(dict.fromkeys(index.heads, 0))
    found.update(attribution.report for attribution in index.comparison.attributions)
    return found


def _unheard(index: Index) -> tuple[Unheard, ...]:
    """People who are named and say nothing; the most widely named first."""
    speaking = {statement.speaker for statement in index.comparison.statements}
    speaking.update(chain.from_iterable(one.co_speakers for one in index.comparison.attributions))
    found = []
    for entity in index.comparison.entities:
        if entity.kind == "person" and entity.id not in speaking:
            naming = {place.report for spelling in entity.spellings for place in spelling.mentions}
            letters = tuple(head.letter for key, head in index.heads.items() if key in naming)
            found.append(Unheard(line(entity.name) or label("page", "no-name"), "#" + anchor("entity", entity.id), letters))
    return tuple(sorted(found, key=lambda one: -len(one.letters)))
