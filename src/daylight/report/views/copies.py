"""Copies: who shares text with whom, and how many of the reports are independent texts."""

from __future__ import annotations

from dataclasses import dataclass
from math import cos, pi, sin

from daylight.model import Copy, Place
from daylight.report.index import Index
from daylight.report.labels import counted, joined, opening
from daylight.report.links import place_anchor
from daylight.report.view import Head


@dataclass(frozen=True, slots=True)
class Pair:
    """How much of the shorter of two reports stands in the other, in whole percents; ``linked``: counted as one text."""

    a: Head
    b: Head
    verbatim: int
    reworded: int
    sentence: str
    linked: bool
    passages: tuple[tuple[str, str, str, str], ...]


@dataclass(frozen=True, slots=True)
class Dot:
    """A report in the small graph of copies, in the units of its drawing."""

    letter: str
    name: str
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Line:
    """Two reports that share text: ends and width, in the units of the drawing."""

    x1: float
    y1: float
    x2: float
    y2: float
    width: float
    linked: bool


@dataclass(frozen=True, slots=True)
class Copies:
    """Who shares text with whom. ``lines`` and ``dots`` are empty where a graph would say no more than the words."""

    sentence: str
    pairs: tuple[Pair, ...]
    apart: int
    dots: tuple[Dot, ...]
    lines: tuple[Line, ...]


SHARED_FOR_ONE_TEXT = 0.5
"""Share of the shorter report's story words, word for word and reworded together, from which two reports count as one text.

Half is the plain reading of "made from the same text". In 44 events of two to five reports by different newsrooms the
highest share of any pair was 0.42; a wire story that another outlet ran shares 0.7 and more. The shares themselves always
stand beside the count.
"""

SHARED_TO_MENTION = 0.02
"""Share below which a pair is only counted: names and short set phrases alone reach it."""

PASSAGES_SHOWN = 5
SIZE, RADIUS = 240.0, 92.0
"""The drawing is SIZE units square, the reports on a circle of RADIUS round its middle."""

MOST_DOTS = 40


def groups(index: Index) -> tuple[tuple[str, ...], ...]:
    """The reports in groups linked by copies, directly or over a third report; each group counts as one text."""
    parent = {key: key for key in index.heads}

    def root(key: str) -> str:
        while parent[key] != key:
            parent[key] = parent[parent[key]]
            key = parent[key]
        return key

    for copy in index.comparison.copies:
        if _linked(copy):
            a, b = (root(key) for key in copy.reports)
            parent[b] = a
    found: dict[str, list[str]] = {}
    for key in index.heads:
        found.setdefault(root(key), []).append(key)
    return tuple(tuple(group) for group in found.values())


def copies(index: Index) -> Copies:
    """The pairs that share text, the most first, with a small graph where there are three reports or more."""
    pairs = [_pair(index, copy) for copy in index.comparison.copies if _share(copy) >= SHARED_TO_MENTION]
    pairs.sort(key=lambda pair: -(pair.verbatim + pair.reworded))
    all_pairs = len(index.heads) * (len(index.heads) - 1) // 2
    dots = _dots(index) if pairs and 3 <= len(index.heads) <= MOST_DOTS else ()
    return Copies(independence(index), tuple(pairs), all_pairs - len(pairs), dots, _lines(dots, pairs))


def independence(index: Index) -> str:
    """``3 reports, 2 independent texts``, and which are one text."""
    found = groups(index)
    reports = opening(len(index.heads), "report", "reports")
    sentence = f"{reports}, {counted(len(found), 'independent text', 'independent texts')}."
    for group in found:
        if len(group) > 1:
            sentence += f" {joined([index.heads[key].letter for key in group])} share so much text that they count as one."
    return sentence


def _share(copy: Copy) -> float:
    return copy.verbatim + copy.reworded


def _linked(copy: Copy) -> bool:
    return _share(copy) >= SHARED_FOR_ONE_TEXT


def _pair(index: Index, copy: Copy) -> Pair:
    a, b = (index.heads[key] for key in copy.reports)
    verbatim, reworded = round(100 * copy.verbatim), round(100 * copy.reworded)
    shorter, longer = (a, b) if a.words <= b.words else (b, a)
    words = (
        f"Of the story in {shorter.letter}, {verbatim}% stands in {longer.letter} word for word, and {reworded}% reworded."
    )
    passages = []
    for passage in sorted(copy.passages, key=lambda p: p.a.start - p.a.end)[:PASSAGES_SHOWN]:
        at_a, at_b = Place(copy.reports[0], passage.a), Place(copy.reports[1], passage.b)
        passages.append(
            (passage.kind, index.printed(at_a.report, [at_a.span]), "#" + place_anchor(at_a), "#" + place_anchor(at_b))
        )
    return Pair(a, b, verbatim, reworded, words, _linked(copy), tuple(passages))


def _dots(index: Index) -> tuple[Dot, ...]:
    heads = list(index.heads.values())
    turn = 2 * pi / len(heads)
    return tuple(
        Dot(
            head.letter,
            head.name,
            round(SIZE / 2 + RADIUS * sin(i * turn), 1),
            round(SIZE / 2 - RADIUS * cos(i * turn), 1),
        )
        for i, head in enumerate(heads)
    )


def _lines(dots: tuple[Dot, ...], pairs: list[Pair]) -> tuple[Line, ...]:
    place = {dot.letter: dot for dot in dots}
    return tuple(
        Line(a.x, a.y, b.x, b.y, round(1 + (pair.verbatim + pair.reworded) / 10, 1), pair.linked)
        for pair in pairs
        if (a := place.get(pair.a.letter)) and (b := place.get(pair.b.letter))
    )


def method_note() -> str:
    """How independence is counted, for the method block."""
    share = f"{SHARED_FOR_ONE_TEXT:.0%}"
    return (
        f"Two reports count as one text where at least {share} of the shorter one's story words stand in the other, word for"
        f" word or reworded; so do reports linked that way over a third. It says nothing of who wrote first."
    )
