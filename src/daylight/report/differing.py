"""The words that differ between the cells of a statement, where they stand in the texts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Literal

from daylight.model import About, Attribution, Difference, Place, Span, Statement
from daylight.report.index import Index
from daylight.report.labels import label
from daylight.report.marks import Mark
from daylight.report.visible import line

EDGES = " ,.;:!?…“”‘’\"'"
STRAIGHT = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'"})
"""Marks at the edge of a cell, and quotation marks of one shape: two outlets' typography makes no two wordings of one."""


def statement_marks(index: Index, statement: Statement) -> list[tuple[str, Mark]]:
    """Where the differences of a statement stand, with the report of each."""
    attributions = index.attributions_of(statement)
    marks: dict[Place, Mark] = {}
    for difference in index.about[About("statement", statement.id)]:
        if difference.kind == "only-here":
            continue
        for place in _places(index, difference, attributions):
            marks.setdefault(place, _mark(index, difference, place))
    for place, mark in _echoes(index, marks, attributions):
        marks.setdefault(place, mark)
    return [(report, mark) for (report, _), mark in marks.items()]


def _echoes(index: Index, marks: Mapping[Place, Mark], attributions: Iterable[Attribution]) -> list[tuple[Place, Mark]]:
    """The marks of one cell, at the same places of every other cell that prints the same words."""
    alike: dict[str, list[Place]] = {}
    for attribution in attributions:
        for span in attribution.content:
            words, place = _words(index, Place(attribution.report, span))
            alike.setdefault(words, []).append(place)
    found = []
    for place, mark in marks.items():
        for cells in alike.values():
            for own in (cell for cell in cells if cell.report == place.report and cell.span.covers(place.span)):
                found += [(moved, replace(mark, span=moved.span)) for moved in _moved(place, own, cells)]
    return found


def _words(index: Index, place: Place) -> tuple[str, Place]:
    """The words of a cell and where they stand, without the marks at its edges and whatever the shape of those inside."""
    text = index.reports[place.report].slice(place.span)
    start = place.span.start + len(text) - len(text.lstrip(EDGES))
    words = text.strip(EDGES)
    return words.casefold().translate(STRAIGHT), Place(place.report, Span(start, start + len(words)))


def _moved(place: Place, own: Place, cells: Iterable[Place]) -> Iterator[Place]:
    """``place`` in the words ``own``, as it stands in each of some other places that hold the same words."""
    for other in cells:
        by = other.span.start - own.span.start
        if other != own:
            yield Place(other.report, Span(place.span.start + by, place.span.end + by))


def _mark(index: Index, difference: Difference, place: Place) -> Mark:
    """A mark in the words of a report: exchanged words are <del> in the earlier report, <ins> in the other."""
    kind = label("kind", difference.kind)
    css = f"differs {'form' if difference.trivial else 'real'}"
    side, against = _exchange(index, difference, place)
    return Mark(place.span, css, side, say=f"differs, {kind}{against}")


def _exchange(index: Index, difference: Difference, place: Place) -> tuple[Literal["mark", "ins", "del"], str]:
    """The element for words of a changed pair, and what stands against them; a plain mark for any other words."""
    sides = sorted(dict.fromkeys(p.report for p in difference.evidence), key=list(index.heads).index)[:2]
    words = index.printed(place.report, [place.span])
    for pair in difference.changed:
        for own, other in (pair, pair[::-1]):
            if len(sides) == 2 and line(own) == words and place.report in sides:
                letter = index.heads[sides[place.report == sides[0]]].letter
                against = f"{letter} has “{line(other)}”" if other else f"not in {letter}"
                return ("del" if place.report == sides[0] else "ins"), f"; {against}"
    return "mark", ""


def _places(index: Index, difference: Difference, attributions: list[Attribution]) -> Iterator[Place]:
    """The differing words: evidence that is a part of a content, and the changed words where they stand once."""
    contents = [Place(a.report, span) for a in attributions for span in a.content]
    for place in difference.evidence:
        if any(_is_part(index, place, content) for content in contents):
            yield place
    reports = list(dict.fromkeys(place.report for place in difference.evidence))[:2]
    for pair in difference.changed:
        for report, words in zip(reports, pair, strict=False):
            yield from _once(index, words, [c for c in contents if c.report == report])


def _is_part(index: Index, place: Place, content: Place) -> bool:
    """Whether ``place`` lies in ``content`` and leaves words of it out: a mark over all of it would mark nothing."""
    if place.report != content.report or not content.span.covers(place.span):
        return False
    text = index.reports[place.report].text
    rest = text[content.span.start : place.span.start] + text[place.span.end : content.span.end]
    return any(char.isalnum() for char in rest)


def _once(index: Index, words: str, contents: Iterable[Place]) -> Iterator[Place]:
    """Where ``words`` stand in the contents, if they stand there once as whole words: twice, and a mark might mislead."""
    found = [place for content in contents for place in _occurrences(index, words, content)]
    if len(found) == 1:
        yield found[0]


def _occurrences(index: Index, words: str, content: Place) -> Iterator[Place]:
    text = index.reports[content.report].text
    start = text.find(words, *content.span) if words.strip() else -1
    while start >= 0:
        end = start + len(words)
        before, after = text[start - 1 : start], text[end : end + 1]
        if not (before.isalnum() and words[0].isalnum()) and not (after.isalnum() and words[-1].isalnum()):
            yield Place(content.report, Span(start, end))
        start = text.find(words, end, content.span.end)
