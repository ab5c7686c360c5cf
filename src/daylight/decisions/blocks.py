"""Decisions about what of a report is story: before anything is read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from daylight.decisions.outcome import applied, carry_out
from daylight.decisions.refer import Unfit, begins, folded, report_named
from daylight.decisions.values import Decisions, NotStory
from daylight.model import Decided, Report

Reports = tuple[Report, ...]


def decide_blocks(reports: Sequence[Report], decisions: Decisions) -> tuple[Reports, tuple[Decided, ...]]:
    """The reports with the roles that people gave to their blocks, and what became of each decision."""
    changed, told = carry_out(tuple(reports), decisions.of(NotStory), _decide)
    return changed, tuple(decided for _, decided in told)


def _decide(reports: Reports, decision: NotStory) -> tuple[Reports, Decided]:
    """Every block that begins with the words: the same line of furniture stands in many reports."""
    only = report_named(decision.report, reports).id if decision.report else None
    changed = tuple(_ruled(report, decision) if only in {None, report.id} else report for report in reports)
    known = any(_begins(report, n, decision.words) for report in reports for n in range(len(report.blocks)))
    if not known:
        raise Unfit(f"no block begins with “{decision.words}”")
    return changed, applied(decision)


def _ruled(report: Report, decision: NotStory) -> Report:
    blocks = [
        replace(block, role=decision.role) if _begins(report, n, decision.words) else block
        for n, block in enumerate(report.blocks)
    ]
    return replace(report, blocks=tuple(blocks))


def _begins(report: Report, block: int, words: str) -> bool:
    wanted = folded(words)
    span = report.blocks[block].span
    start = report.text[span.start : min(span.end, span.start + 4 * len(words) + 100)]
    return bool(wanted) and begins(folded(start), wanted)
