"""What a further report, a correction or an undoing changed in a story, as the page of the story tells it."""

from __future__ import annotations

from collections.abc import Iterator, Sized
from itertools import groupby
from typing import NamedTuple

from daylight.model import Comparison, Difference, Statement
from daylight.report.index import Index
from daylight.report.labels import counted, label
from daylight.report.links import What, anchor
from daylight.report.visible import line
from daylight.store import Changes

MOST_TOLD = 12
"""Differences that are told one by one."""


class News(NamedTuple):
    """A change in words, and the place on the page that shows it; "" where there is none."""

    text: str
    href: str = ""


def news(changed: Changes, after: Comparison) -> tuple[News, ...]:
    """What changed, each with its place: statements in sums, new differences one by one."""
    return (*_statements(changed, after), *_differences(changed))


def _statements(changed: Changes, after: Comparison) -> Iterator[News]:
    names = {key: head.name for key, head in Index(after).heads.items()}
    if new := changed.statements:
        yield News(f"{_count(new, 'statement is', 'statements are')} new", _href("statement", new[0]))
    for report, cells in groupby(sorted(changed.cells, key=lambda cell: cell.report), key=lambda cell: cell.report):
        grown = [cell.statement for cell in cells]
        told = _count(grown, "statement stands", "statements stand")
        yield News(f"{told} now in {names[report]} too", _href("statement", grown[0]))
    if gone := changed.gone_statements:
        yield News(f"{_count(gone, 'statement is', 'statements are')} no longer there")


def _differences(changed: Changes) -> Iterator[News]:
    for one in changed.differences[:MOST_TOLD]:
        yield News(f"{label('kind', one.kind)}: {line(one.explanation)}", _href("difference", one))
    if rest := changed.differences[MOST_TOLD:]:
        yield News(_count(rest, "difference more", "differences more"))
    if gone := changed.gone_differences:
        yield News(f"{_count(gone, 'difference is', 'differences are')} no longer there")


def _count(things: Sized, one: str, many: str) -> str:
    return counted(len(things), one, many)


def _href(what: What, thing: Statement | Difference) -> str:
    return "#" + anchor(what, thing.id)
