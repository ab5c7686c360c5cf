"""What a single report carries. Absent is never denied."""

from __future__ import annotations

from collections.abc import Sequence

from daylight.compare.explain import only_in
from daylight.model import About, Attribution, Difference, Place, Statement
from daylight.offsets import digest


def only_here(statement: Statement, cells: Sequence[Attribution], label: dict[str, str]) -> list[Difference]:
    """One difference where all cells stand in one of several reports. Its score is that of the surest cell."""
    reports = {one.report for one in cells}
    if len(reports) != 1 or len(label) < 2:
        return []
    evidence = tuple(Place(one.report, span) for one in cells for span in one.content)
    about = About("statement", statement.id)
    score = round(max(one.score for one in cells), 3)
    text = only_in(label[cells[0].report])
    return [Difference(digest("d", "only-here", statement.id), "only-here", about, evidence, text, "coverage", score)]
