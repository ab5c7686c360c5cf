"""What a further report changes."""

from __future__ import annotations

import daylight
from daylight.model import Comparison, Report
from daylight.store import Changes, changes, sentences


def test_nothing_changes_where_nothing_was_done(comparison: Comparison) -> None:
    assert changes(comparison, comparison) == Changes()
    assert not changes(comparison, comparison)


def test_everything_is_new_in_a_new_story(comparison: Comparison) -> None:
    found = changes(None, comparison)
    assert found.statements == comparison.statements
    assert not any(d.trivial for d in found.differences)


def test_a_further_report_brings_cells_and_differences(reports: tuple[Report, ...], comparison: Comparison) -> None:
    before = daylight.compare(reports[:-1])
    last = ({r.id for r in comparison.reports} - {r.id for r in before.reports}).pop()
    found = changes(before, comparison)
    assert found.cells
    assert {cell.report for cell in found.cells} == {last}
    assert {d.id for d in found.differences}.isdisjoint(d.id for d in before.differences)
    back = changes(comparison, before)
    assert {d.id for d in back.gone_differences} == {d.id for d in found.differences}
    told = list(sentences(found, comparison))
    assert len(told) > len(found.differences)
