"""Overlapping spans turned into well-nested marks.

A text is marked by spans that may nest, touch or cross. ``weave`` gives the flat stream of openings, pieces and closings
that a template can write out; a mark that is crossed is closed and opened again, so it comes out in two or more parts.
The pieces, put together, are exactly the text: nothing is added, lost or moved.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Literal

from daylight.model import Span
from daylight.report.visible import CONTROLS, describe, visible

MOST_CONTROLS = 500
"""Runs of control characters that are pointed out in one stream; after that their signs stand without a word."""


@dataclass(frozen=True, slots=True)
class Link:
    """Where a mark leads: ``number`` is shown, ``label`` is read out."""

    href: str
    number: str
    label: str


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch that is marked. ``anchor`` becomes the id of its first part, ``link`` follows its last.

    ``say`` is what a mark means, in words, for those who do not see it. ``row`` is the number of the
    statement that it belongs to; ``css`` may be "".
    """

    span: Span
    css: str
    tag: Literal["span", "mark", "ins", "del"] = "span"
    anchor: str | None = None
    say: str | None = None
    row: str | None = None
    link: Link | None = None


@dataclass(frozen=True, slots=True)
class Token:
    """One step of the stream. ``whole`` is True at the first opening and at the last closing of a mark."""

    type: Literal["open", "text", "close"]
    text: str = ""
    mark: Mark | None = None
    whole: bool = False


def weave(text: str, span: Span, marks: Iterable[Mark]) -> tuple[Token, ...]:
    """The stream for ``text[span]``. Marks are cut to the span; those that begin first, and then the longer, lie outside."""
    runs = islice(CONTROLS.finditer(text, span.start, span.end), MOST_CONTROLS)
    controls = (_control(text, Span(m.start(), m.end())) for m in runs)
    inside = [(max(m.span.start, span.start), min(m.span.end, span.end), m) for m in (*marks, *controls)]
    ordered = sorted((x for x in inside if x[0] < x[1]), key=lambda x: (x[0], -x[1], x[2].tag != "span", x[2].css))
    return tuple(_stream(text, span, ordered))


def _control(text: str, span: Span) -> Mark:
    return Mark(span, "control", say=describe(text[span.start]))


def _stream(text: str, span: Span, ordered: list[tuple[int, int, Mark]]) -> Iterator[Token]:
    open_marks: list[tuple[int, Mark]] = []
    at = span.start
    edges = sorted({span.end, *(x[0] for x in ordered), *(x[1] for x in ordered)})
    waiting = iter(ordered)
    following = next(waiting, None)
    for edge in edges:
        if at < edge:
            yield Token("text", visible(text[at:edge]))
            at = edge
        yield from _close(open_marks, edge)
        while following and following[0] == edge:
            open_marks.append((following[1], following[2]))
            yield Token("open", mark=following[2], whole=True)
            following = next(waiting, None)


def _close(open_marks: list[tuple[int, Mark]], edge: int) -> Iterator[Token]:
    """Close what ends at ``edge``; marks that lie inside those and go on are closed and opened again."""
    lowest = next((i for i, (end, _) in enumerate(open_marks) if end <= edge), len(open_marks))
    inner = open_marks[lowest:]
    for end, mark in reversed(inner):
        yield Token("close", mark=mark, whole=end <= edge)
    open_marks[lowest:] = [(end, mark) for end, mark in inner if end > edge]
    for _, mark in open_marks[lowest:]:
        yield Token("open", mark=mark)


def plain(tokens: Iterable[Token]) -> str:
    """The words of a stream without its marks."""
    return "".join(token.text for token in tokens)
