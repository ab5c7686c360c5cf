"""What a further report, a correction or an undoing changed in a story, by the ids that content gives."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from daylight.model import Comparison, Difference, Statement


@dataclass(frozen=True, slots=True)
class Cell:
    """A report that now carries a statement which stood without it before."""

    statement: Statement
    report: str


@dataclass(frozen=True, slots=True)
class Changes:
    """New and gone statements and differences, and statements that more reports carry than before.

    A statement is the same where it shares an attribution with one of before: its row may have grown or shrunk. ``first``
    says that there was no comparison before.
    """

    statements: tuple[Statement, ...] = ()
    gone_statements: tuple[Statement, ...] = ()
    cells: tuple[Cell, ...] = ()
    differences: tuple[Difference, ...] = ()
    gone_differences: tuple[Difference, ...] = ()
    first: bool = False

    def __bool__(self) -> bool:
        """Whether anything has changed."""
        return any((self.statements, self.gone_statements, self.cells, self.differences, self.gone_differences))


def changes(before: Comparison | None, after: Comparison) -> Changes:
    """What ``after`` has that ``before`` had not, and the other way round; everything is new where there was nothing."""
    if before is None:
        return Changes(statements=after.statements, differences=real(after), first=True)
    old, new = _rows(before), _rows(after)
    return Changes(
        statements=tuple(s for s in after.statements if not old.keys() & set(s.attributions)),
        gone_statements=tuple(s for s in before.statements if not new.keys() & set(s.attributions)),
        cells=tuple(_grown(before, after, old)),
        differences=_without(real(after), real(before)),
        gone_differences=_without(real(before), real(after)),
    )


def _rows(comparison: Comparison) -> dict[str, Statement]:
    return {key: statement for statement in comparison.statements for key in statement.attributions}


def real(comparison: Comparison) -> tuple[Difference, ...]:
    """The differences between reports that are not trivial; that one report alone carries something is told by its cells."""
    return tuple(one for one in comparison.differences if not one.trivial and one.kind != "only-here")


def _without(some: tuple[Difference, ...], others: tuple[Difference, ...]) -> tuple[Difference, ...]:
    known = {difference.id for difference in others}
    return tuple(difference for difference in some if difference.id not in known)


def _grown(before: Comparison, after: Comparison, old: dict[str, Statement]) -> Iterator[Cell]:
    where = {a.id: a.report for a in (*before.attributions, *after.attributions)}
    for statement in after.statements:
        rows = {old[key].id: old[key] for key in statement.attributions if key in old}
        if rows:
            carried = {where[key] for row in rows.values() for key in row.attributions}
            for report in dict.fromkeys(where[key] for key in statement.attributions):
                if report not in carried:
                    yield Cell(statement, report)


def sentences(found: Changes, comparison: Comparison) -> Iterator[str]:
    """The changes in words, the differences with their own explanations."""
    names = {report.id: report.outlet or report.title or report.id for report in comparison.reports}
    for difference in found.differences:
        yield f"new difference: {difference.explanation}"
    for difference in found.gone_differences:
        yield f"no longer a difference: {difference.explanation}"
    for report, count in Counter(cell.report for cell in found.cells).items():
        yield f"{_statements(count)} of before now in {names[report]} too"
    for count, what in ((len(found.statements), "new"), (len(found.gone_statements), "gone")):
        if count:
            yield f"{_statements(count)} {what}"


def _statements(count: int) -> str:
    return "1 statement" if count == 1 else f"{count} statements"
