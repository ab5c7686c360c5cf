"""A comparison with its parts found by id, and the names that the views give them."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from itertools import accumulate
from pathlib import PurePath
from string import ascii_uppercase

from daylight.model import About, Attribution, Comparison, Decided, Difference, Entity, Place, Report, Span, Statement
from daylight.report.labels import label, moment
from daylight.report.links import anchor, web_address
from daylight.report.view import Head
from daylight.report.visible import line
from daylight.words import words


class Index:
    """Look-ups over one comparison. Every map is by id; ``heads`` is in the order of the reports."""

    def __init__(self, comparison: Comparison) -> None:
        self.comparison = comparison
        self.reports: dict[str, Report] = {r.id: r for r in comparison.reports}
        outlets = Counter(r.outlet for r in comparison.reports)
        self.heads: dict[str, Head] = {
            r.id: _head(i, r, _name(r, unique=outlets[r.outlet] == 1)) for i, r in enumerate(comparison.reports)
        }
        self.attributions: dict[str, Attribution] = {a.id: a for a in comparison.attributions}
        self.entities: dict[str, Entity] = {e.id: e for e in comparison.entities}
        self.statements: dict[str, Statement] = {s.id: s for s in comparison.statements}
        self.statement_of: dict[str, str] = {i: s.id for s in comparison.statements for i in s.attributions}
        self._contents = _reaches(comparison.attributions)
        self.about: dict[About, list[Difference]] = defaultdict(list)
        for difference in comparison.differences:
            self.about[self._target(difference)].append(difference)
        self._decided: dict[About, list[str]] = defaultdict(list)
        for decided in comparison.decisions:
            for about in decided.about if decided.status != "not-applied" else ():
                self._decided[about].append(_decision(decided))

    def by_hand(self, about: About) -> tuple[str, ...]:
        """What people, or an authority file, decided about a statement or an entity, in words."""
        return tuple(self._decided.get(about, ()))

    def _target(self, difference: Difference) -> About:
        """The statement or entity under which a difference is shown; one about an attribution stands with its statement."""
        if difference.about.type == "attribution":
            return About("statement", self.statement_of.get(difference.about.id, ""))
        return difference.about

    def attributions_of(self, statement: Statement) -> list[Attribution]:
        """The attributions of a row that are known, in the order given."""
        return [self.attributions[i] for i in statement.attributions if i in self.attributions]

    def printed(self, report: str, spans: Sequence[Span]) -> str:
        """The words at ``spans`` on one line, as printed; what lies between them is a spaced ellipsis."""
        return " … ".join(line(self.reports[report].slice(span)) for span in spans)

    def quoted(self, place: Place) -> bool:
        """Whether a cell shows the words of ``place``."""
        starts, ends = self._contents.get(place.report, ((), ()))
        before = bisect_right(starts, place.span.start)
        return before > 0 and ends[before - 1] >= place.span.end

    def ordered(self, places: Iterable[Place]) -> list[Place]:
        """Places in the order of their reports, and of their texts."""
        order = {key: i for i, key in enumerate(self.heads)}
        return sorted(places, key=lambda place: (order[place.report], place.span))

    def in_order(self, a: str, b: str) -> bool:
        """Whether the report with letter ``a`` stands before that with letter ``b``."""
        return (len(a), a) <= (len(b), b)

    def speaker(self, key: str | None) -> str:
        """The name of a speaker, or words that say that it is not established."""
        return line(self.entities[key].name) if key in self.entities else label("page", "no-speaker")


def _decision(decided: Decided) -> str:
    """What was decided, and by whom: a person, or an authority file."""
    return f"{label('page', 'by-file' if decided.kind == 'identify' else 'by-hand')}: {line(decided.text)}"


def _reaches(attributions: Iterable[Attribution]) -> dict[str, tuple[tuple[int, ...], tuple[int, ...]]]:
    """For each report where its contents start, in order, and how far those that start there or before reach."""
    spans: dict[str, list[Span]] = defaultdict(list)
    for attribution in attributions:
        spans[attribution.report] += attribution.content
    return {
        report: (tuple(s.start for s in sorted(found)), tuple(accumulate((s.end for s in sorted(found)), max)))
        for report, found in spans.items()
    }


def letter(index: int) -> str:
    """A, B, … Z, AA, AB, …"""
    prefix = letter(index // 26 - 1) if index >= 26 else ""
    return prefix + ascii_uppercase[index % 26]


def _name(report: Report, *, unique: bool) -> str:
    """What a report is called: its outlet where no other has it, else the name of its file, its title or its id."""
    file = PurePath(report.source.path).stem if report.source.path else None
    return line((report.outlet if unique else None) or file or report.title or report.id)


def _head(index: int, report: Report, name: str) -> Head:
    return Head(
        id=report.id,
        letter=letter(index),
        anchor=anchor("report", report.id),
        name=name,
        title=line(report.title) if report.title and line(report.title) != name else None,
        address=web_address(report.url),
        url=line(report.url) if report.url else None,
        published=moment(report.published),
        language=report.language if report.language and report.language.isascii() and report.language.isalpha() else None,
        words=len(words(report.text)),
    )
