"""A comparison as the values that its views show."""

from __future__ import annotations

from dataclasses import dataclass

from daylight.model import Comparison
from daylight.report.index import Index
from daylight.report.labels import joined, label, number
from daylight.report.view import Head
from daylight.report.views.copies import Copies, copies
from daylight.report.views.coverage import Coverage, coverage
from daylight.report.views.first import Pointer, read_first
from daylight.report.views.matrix import Band, bands
from daylight.report.views.method import Method, method
from daylight.report.views.numbers import CountView, numbers
from daylight.report.views.people import Person, people
from daylight.report.views.positions import PositionView, positions
from daylight.report.views.sheets import Sheet, sheets
from daylight.report.views.summary import summary
from daylight.report.views.texts import Pane, panes
from daylight.report.views.timeline import Timeline, timeline

DENSE_FROM = 6
"""Reports from which the matrix scrolls inside itself, with the speakers kept in sight: five columns of 15em fit 1400 px."""

MANY_FROM = 13
"""Reports from which a statement is a list of its wordings: of twelve columns and more, most are empty or out of sight."""


@dataclass(frozen=True, slots=True)
class Page:
    """The whole page. ``dense`` asks for the layout of many columns, ``many`` for wordings in the place of columns."""

    title: str
    headline: str
    sentences: tuple[str, ...]
    heads: tuple[Head, ...]
    dense: bool
    many: bool
    first: tuple[Pointer, ...]
    bands: tuple[Band, ...]
    speakers: tuple[str, ...]
    kinds: tuple[tuple[str, str], ...]
    people: tuple[Person, ...]
    others: tuple[Person, ...]
    positions: tuple[PositionView, ...]
    numbers: tuple[CountView, ...]
    coverage: Coverage
    sheets: tuple[Sheet, ...]
    timeline: Timeline
    copies: Copies
    panes: tuple[Pane, ...]
    method: Method


def build(comparison: Comparison) -> Page:
    """Everything that the page shows."""
    index = Index(comparison)
    heads = tuple(index.heads.values())
    matrix = bands(index)
    rows = [row for band in matrix for row in band.rows]
    telling, others = people(index, rows)
    set_beside = positions(index, rows)
    return Page(
        title=f"Daylight: {_names([head.name for head in heads])}",
        headline=f"{number(len(heads))} report{'s, side by side' if len(heads) != 1 else ', alone'}",
        sentences=summary(index),
        heads=heads,
        dense=len(heads) >= DENSE_FROM,
        many=len(heads) >= MANY_FROM,
        first=read_first(rows, telling, set_beside),
        bands=matrix,
        speakers=tuple(dict.fromkeys(row.speaker for row in rows)),
        kinds=_kinds(comparison),
        people=telling,
        others=others,
        positions=set_beside,
        numbers=numbers(index, rows),
        coverage=coverage(index, rows),
        sheets=sheets(index, rows),
        timeline=timeline(index, rows),
        copies=copies(index),
        panes=panes(index, rows),
        method=method(index),
    )


def _names(names: list[str]) -> str:
    return joined(names) if len(names) <= 3 else f"{', '.join(names[:2])} and {len(names) - 2} more"


def _kinds(comparison: Comparison) -> tuple[tuple[str, str], ...]:
    """The kinds of difference that statements have here, for the filter."""
    found = sorted({d.kind for d in comparison.differences if d.about.type != "entity"})
    return tuple((kind, label("kind", kind)) for kind in found)
