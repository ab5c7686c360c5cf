"""A statement's row: which cells are compared with which, and what they differ in, gathered by kind."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from daylight.compare.extracts import Cell, cell
from daylight.compare.findings import Told
from daylight.compare.folding import units
from daylight.compare.pairs import compare_cells
from daylight.model import Annotated, Attribution, DifferenceKind, Statement

MAX_BASES = 12
"""Most wordings of one row that the others are held against in turn; the rest are held against these twelve."""


@dataclass(frozen=True, slots=True)
class Against:
    """A difference of some reports' cells from the reference; ``reports`` print the same words."""

    told: Told
    reports: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """A statement with one cell a report, the reference first."""

    statement: Statement
    reference: Cell
    others: tuple[Cell, ...]


def row(statement: Statement, attributions: Mapping[str, Attribution], reports: Mapping[str, Annotated]) -> Row:
    """Choose the fullest quotation (else the longest content) as reference, and each report's closest cell to it."""
    cells = [cell(reports[attributions[i].report], attributions[i]) for i in statement.attributions]
    reference = max(
        cells, key=lambda c: (c.quoted_length(), len(c.content.text), -reports_order(reports, c), c.attribution.id)
    )
    known = {unit.key for unit in units(reference.content.text)}
    others: dict[str, Cell] = {}
    for one in cells:
        report = one.attribution.report
        if report == reference.attribution.report:
            continue
        if report not in others or _closeness(one, known) > _closeness(others[report], known):
            others[report] = one
    ordered = sorted(others.values(), key=lambda c: reports_order(reports, c))
    return Row(statement, reference, tuple(ordered))


def reports_order(reports: Mapping[str, Annotated], one: Cell) -> int:
    """The place of a cell's report among the story's."""
    return list(reports).index(one.attribution.report)


def _closeness(one: Cell, known: set[str]) -> tuple[int, float]:
    keys = {unit.key for unit in units(one.content.text)}
    common = len(keys & known)
    return (1 if one.quoted else 0, common / len(keys | known) if keys else 0.0)


def turned(line: Row) -> Iterator[Row]:
    """The row with each of its wordings as reference in turn, its own first; alone where no two others could differ."""
    cells = (line.reference, *line.others)
    first = {_wording_key(one): one for one in reversed(cells)}
    bases = [one for one in cells if first[_wording_key(one)] is one]
    for base in bases[: MAX_BASES if len(bases) > 2 else 1]:
        yield Row(line.statement, base, tuple(one for one in cells if one is not base))


def readings(views: Sequence[tuple[Row, list[Against]]]) -> list[tuple[Row, list[Against]]]:
    """The views of a row that tell one kind of difference of most reports, each report in one of them only.

    Of equals the first is taken, so that the reference is kept wherever it shows what the others differ in.
    """
    chosen: list[tuple[Row, list[Against]]] = []
    told: set[str] = set()
    while True:
        left = [(line, fresh) for line, against in views if (fresh := _fresh(line, against, told))]
        if not left:
            return chosen
        line, against = max(left, key=lambda view: len(_told_of(*view)))
        chosen.append((line, against))
        told |= _told_of(line, against)


def _told_of(line: Row, against: Sequence[Against]) -> set[str]:
    return {*agreeing(line, against), *(report for one in against for report in one.reports)}


def _fresh(line: Row, against: list[Against], told: set[str]) -> list[Against]:
    """The differences between reports of which nothing is told yet."""
    if line.reference.attribution.report in told:
        return []
    return [one for one in against if not told & set(one.reports)]


def agreeing(line: Row, against: Sequence[Against]) -> tuple[str, ...]:
    """The report of the reference, with those whose cells have the same words as it, where others have other words."""
    words = [pair[0] for one in against[:1] for pair in one.told.changed if pair[0]]
    differing = {report for one in against for report in one.reports}
    others = (c for c in line.others if c.attribution.report not in differing)
    same = [c.attribution.report for c in others if words and all(_holds(c.content.text, w) for w in words)]
    return (line.reference.attribution.report, *same)


def _holds(text: str, words: str) -> bool:
    """Whether a text has some words, typography apart."""
    whole, part = (f" {' '.join(unit.key for unit in units(one))} " for one in (text, words))
    return part in whole


def against_reference(line: Row) -> dict[DifferenceKind, list[Against]]:
    """Differences from the reference by kind; equal wordings are judged once and named together."""
    groups: dict[tuple[object, ...], list[Cell]] = {}
    for other in line.others:
        groups.setdefault(_wording_key(other), []).append(other)
    found: dict[DifferenceKind, list[Against]] = {}
    for cells in groups.values():
        reports = tuple(c.attribution.report for c in cells)
        for told in compare_cells(line.reference, cells[0]):
            found.setdefault(told.kind, []).append(Against(told, reports))
    return found


def _wording_key(one: Cell) -> tuple[object, ...]:
    return (one.content.text, tuple(part.text for part in one.quoted))
