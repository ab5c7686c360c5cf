"""Numbers: every figure that the reports print, with what it counts, as of when, and according to whom."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from daylight.model import Count, Difference, Figure, Place, Span
from daylight.report.index import Index
from daylight.report.labels import label, moment, offsets
from daylight.report.links import anchor, place_anchor
from daylight.report.view import Head, Row
from daylight.report.visible import line
from daylight.words import words

AROUND = 6
"""Words of the sentence shown on each side of a figure: "she had worked 31 years at the mill" needs no look at the text."""

FARTHEST = 120
"""Code points on each side in which those words are looked for."""

FIGURE_KINDS = frozenset({"number", "superseded"})


@dataclass(frozen=True, slots=True)
class FigureView:
    """One figure. ``before`` and ``after`` are the words round it; ``by`` is its speaker, "" where the report says it.

    ``dated`` is the day of the utterance (``told``), else that of the report, "" where neither is known. ``differs``: a
    difference names it.
    """

    head: Head
    href: str
    offsets: str
    before: str
    printed: str
    after: str
    counted: str
    by: str
    row: tuple[int, str] | None
    dated: str
    told: bool
    differs: bool


@dataclass(frozen=True, slots=True)
class CountView:
    """Figures of one thing. ``findings`` are the differences about them: label and link."""

    anchor: str
    thing: str
    unit: str
    figures: tuple[FigureView, ...]
    findings: tuple[tuple[str, str], ...]
    reports: int


def numbers(index: Index, rows: Iterable[Row]) -> tuple[CountView, ...]:
    """What is counted: first what differs, then what most reports count."""
    by_anchor = {row.anchor: row for row in rows}
    told = [d for d in index.comparison.differences if d.kind in FIGURE_KINDS]
    made = [_count(index, count, by_anchor, told) for count in index.comparison.counts]
    return tuple(sorted(made, key=lambda count: (not count.findings, -count.reports)))


def _count(index: Index, count: Count, rows: Mapping[str, Row], told: Iterable[Difference]) -> CountView:
    here = [Place(figure.report, figure.span) for figure in count.figures]
    about = [d for d in told if len({place.report for place in here if _names(d, place)}) > 1]
    differing = {place for place in here if any(_names(d, place) for d in about)}
    figures = tuple(
        _figure(index, figure, rows, differs=place in differing) for figure, place in zip(count.figures, here, strict=True)
    )
    found = [(label("kind", d.kind), "#" + anchor("difference", d.id)) for d in about]
    unit = _unit(line(count.figures[0].unit)) if count.figures else ""
    named = min((figure.counted for figure in figures if figure.counted), key=len, default="")
    return CountView(anchor("count", count.id), named, unit, figures, tuple(found), len({f.report for f in count.figures}))


def _names(difference: Difference, figure: Place) -> bool:
    """Whether the figure stands in the evidence of a difference."""
    return any(e.report == figure.report and e.span.overlaps(figure.span) for e in difference.evidence)


def _unit(unit: str) -> str:
    """A unit of measure as the head of a row: in the plural, as all figures but one are."""
    return label("unit", unit, f"{unit}s" if unit else "")


def _figure(index: Index, figure: Figure, rows: Mapping[str, Row], *, differs: bool) -> FigureView:
    said = index.attributions.get(figure.attribution or "")
    row = rows.get(anchor("statement", index.statement_of.get(said.id, ""))) if said else None
    value = said.time.value if said and said.time else None
    published = index.reports[figure.report].published
    before, after = _around(index, figure)
    return FigureView(
        head=index.heads[figure.report],
        href="#" + place_anchor(Place(figure.report, figure.span)),
        offsets=offsets([figure.span]),
        before=before,
        printed=index.printed(figure.report, [figure.span]),
        after=after,
        counted=index.printed(figure.report, [figure.counted]) if figure.counted else "",
        by=row.speaker if row else "",
        row=(row.number, "#" + row.anchor) if row else None,
        dated=moment(value or published) or (index.printed(figure.report, [said.time.span]) if said and said.time else ""),
        told=bool(said and said.time),
        differs=differs,
    )


def _around(index: Index, figure: Figure) -> tuple[str, str]:
    """The words before and after a figure, in its line of the text."""
    text = index.reports[figure.report].text
    start = max(text.rfind("\n", 0, figure.span.start) + 1, figure.span.start - FARTHEST)
    end = text.find("\n", figure.span.end, figure.span.end + FARTHEST)
    end = end if end >= 0 else min(len(text), figure.span.end + FARTHEST)
    before = words(text, Span(start, figure.span.start))[-AROUND:]
    after = words(text, Span(figure.span.end, end))[:AROUND]
    left = line(text[before[0].start : figure.span.start]) if before else ""
    right = line(text[figure.span.end : after[-1].end]) if after else ""
    return ("… " if before and before[0].start > start else "") + left, right + (" …" if right else "")
