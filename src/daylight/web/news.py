"""What a further report, a correction or an undoing changed in a story: two comparisons held against each other."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from daylight.model import Comparison, Difference
from daylight.report.labels import counted, label
from daylight.report.links import anchor
from daylight.report.visible import line

MOST_TOLD = 12
"""Differences that are told one by one."""


class News(NamedTuple):
    """A change in words, and the place on the page that shows it; "" where there is none."""

    text: str
    href: str = ""


def news(before: Comparison, after: Comparison) -> tuple[News, ...]:
    """What is in the one and not in the other, known by ids, which come from content."""
    return (*_statements(before, after), *_differences(before, after))


def _statements(before: Comparison, after: Comparison) -> Iterator[News]:
    known = {key for statement in before.statements for key in statement.attributions}
    new = [s for s in after.statements if not known & set(s.attributions)]
    grown = [s for s in after.statements if known & set(s.attributions) and set(s.attributions) - known]
    here = {key for statement in after.statements for key in statement.attributions}
    gone = [s for s in before.statements if not here & set(s.attributions)]
    if new:
        yield News(f"{counted(len(new), 'statement is', 'statements are')} new", "#" + anchor("statement", new[0].id))
    if grown:
        told = counted(len(grown), "statement stands", "statements stand")
        yield News(f"{told} in more reports than before", "#" + anchor("statement", grown[0].id))
    if gone:
        yield News(f"{counted(len(gone), 'statement is', 'statements are')} no longer there")


def _differences(before: Comparison, after: Comparison) -> Iterator[News]:
    known = {d.id for d in before.differences}
    new = [d for d in after.differences if d.id not in known and _tells(d)]
    yield from (_told(d) for d in new[:MOST_TOLD])
    if len(new) > MOST_TOLD:
        yield News(f"{counted(len(new) - MOST_TOLD, 'difference', 'differences')} more")
    here = {d.id for d in after.differences}
    gone = [d for d in before.differences if d.id not in here and _tells(d)]
    if gone:
        yield News(f"{counted(len(gone), 'difference is', 'differences are')} no longer there")


def _tells(difference: Difference) -> bool:
    return not difference.trivial and difference.kind != "only-here"


def _told(difference: Difference) -> News:
    told = f"{label('kind', difference.kind)}: {line(difference.explanation)}"
    return News(told, "#" + anchor("difference", difference.id))
