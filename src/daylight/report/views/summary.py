"""The summary of a comparison in sentences."""

from __future__ import annotations

from collections import Counter

from daylight.report.index import Index
from daylight.report.labels import counted, joined, label, number, opening
from daylight.report.views.copies import independence


def summary(index: Index) -> tuple[str, ...]:
    """What there is to read, in a few sentences."""
    return tuple(
        sentence
        for sentence in (*_differences(index), _statements(index), _positions(index), independence(index))
        if sentence
    )


def _statements(index: Index) -> str:
    statements = index.comparison.statements
    speakers = {s.speaker for s in statements if s.speaker}
    if not statements:
        return "Nobody is reported to say anything in these reports, or nothing could be read."
    shared = sum(len({a.report for a in index.attributions_of(s)}) > 1 for s in statements)
    made = f"{opening(len(statements), 'statement', 'statements')} by {counted(len(speakers), 'speaker', 'speakers')}"
    return f"{made}; {_some(shared)} in more than one report." if len(index.heads) > 1 else f"{made}."


def _some(count: int) -> str:
    return f"{count:,} stand{'s' if count == 1 else ''}" if count else "none stands"


def _differences(index: Index) -> tuple[str, ...]:
    kinds = Counter(d.kind for d in index.comparison.differences if not d.trivial and d.kind != "only-here")
    trivial = sum(d.trivial for d in index.comparison.differences)
    alone = sum(d.kind == "only-here" for d in index.comparison.differences)
    if len(index.heads) < 2:
        return ("One report alone: there is nothing to compare it with.",)
    worth = opening(kinds.total(), "difference", "differences")
    detail = joined(
        [f"{count} {label('count', kind)}" for kind, count in sorted(kinds.items(), key=lambda x: (-x[1], x[0]))]
    )
    return (
        f"{worth} worth reading{': ' if detail else ''}{detail}.",
        f"{number(trivial)} only in form." if trivial else "",
        f"{opening(alone, 'statement stands', 'statements stand')} in one report only." if alone else "",
    )


def _positions(index: Index) -> str:
    positions = index.comparison.positions
    opposed = sum(position.opposed for position in positions)
    if not positions:
        return ""
    questions = opening(len(positions), "question", "questions")
    return f"{questions} on which speakers can be set side by side, {opposed} of them opposed."
