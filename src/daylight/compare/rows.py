"""A statement's row: which cells are compared with which, and what they differ in, gathered by kind."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from daylight.compare.extracts import Cell, cell
from daylight.compare.findings import Told
from daylight.compare.folding import units
from daylight.compare.pairs import compare_cells
from daylight.model import Annotated, Attribution, DifferenceKind, Statement


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
