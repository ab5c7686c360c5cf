"""Changed words as an editor reads them: "any sign" against "a sign", not "any" against "a"."""

from __future__ import annotations

from collections.abc import Iterable

from daylight.compare.folding import Unit, contracted, units
from daylight.compare.quote_alignment import Change
from daylight.model import Span
from daylight.words import is_content

REACH = 4
"""Most words that both texts share that a change is widened by on one side."""

HELD = 2
"""Most content words among them, where they follow each other: "any storm levy"."""

_Side = tuple[str, list[Unit]]
_STOPS = frozenset(",;:.!?()…—–\n")


def phrases(a: str, b: str, changes: Iterable[Change]) -> list[Change]:
    """The changes in order, each that says nothing by itself widened by the words around it that both texts share.

    A change needs its surroundings where one side is empty or has function words only, unless it is a contraction. Changes
    that come to touch are one.
    """
    left, right = (a, units(a)), (b, units(b))
    widened = [change if _reads(change, left, right) else _widened(change, left, right) for change in changes]
    joined: list[Change] = []
    for one in widened:
        touching = bool(joined) and _touch(joined[-1].a, one.a, a) and _touch(joined[-1].b, one.b, b)
        last = joined.pop() if touching else one
        joined.append(Change(_hull(last.a, one.a), _hull(last.b, one.b)))
    return joined


def only_contracted(left: str, right: str) -> bool:
    """Whether two stretches differ in contractions and nothing else: "I have" beside "I've"."""
    a, b = units(left), units(right)
    return len(a) == len(b) and all(x.key == y.key or contracted(x.key, y.key) for x, y in zip(a, b, strict=True))


def _reads(change: Change, a: _Side, b: _Side) -> bool:
    """Whether a change says by itself what differs."""
    if _speaks(change.a, a[1]) and _speaks(change.b, b[1]):
        return True
    return only_contracted(a[0][slice(*change.a)], b[0][slice(*change.b)])


def _widened(change: Change, a: _Side, b: _Side) -> Change:
    """The change with the words after it, or else with those before it, or with the first ones behind a mark."""
    after = _following(a[1], change.a), _following(b[1], change.b)
    before = _preceding(a[1], change.a), _preceding(b[1], change.b)
    words = _shared(a, b, after, 1)
    if not any(is_content(x.key) for x, _ in words):
        words = _shared(a, b, before, -1) or _shared(a, b, after, 1, over_marks=True)
    if not words:
        return change
    (first_a, first_b), (last_a, last_b) = words[0], words[-1]
    left, right = _to(change.a, last_a.span, first_a.span), _to(change.b, last_b.span, first_b.span)
    return Change(_bracketed(left, a[0]), _bracketed(right, b[0]))


def _speaks(span: Span, words: list[Unit]) -> bool:
    """Whether a side of a change has a content word."""
    return any(is_content(unit.key) for unit in words if span.overlaps(unit.span))


def _shared(a: _Side, b: _Side, at: tuple[int, int], step: int, *, over_marks: bool = False) -> list[tuple[Unit, Unit]]:
    """The words from two indices on that both texts have, up to the content words that stand first among them."""
    found: list[tuple[Unit, Unit]] = []
    (i, j), held = at, 0
    while 0 <= i < len(a[1]) and 0 <= j < len(b[1]) and len(found) < REACH and held < HELD:
        x, y = a[1][i], b[1][j]
        content = is_content(x.key)
        stopped = _stopped(a, i, step) or _stopped(b, j, step)
        if x.key != y.key or (held and (not content or over_marks)) or (stopped and not over_marks):
            break
        found.append((x, y))
        held += content
        i, j = i + step, j + step
    return found


def _stopped(side: _Side, at: int, step: int) -> bool:
    """Whether a mark stands between a word and the one before it, seen in the direction of ``step``."""
    text, words = side
    first, second = sorted((at - step, at))
    if first < 0 or second >= len(words):
        return False
    return bool(_STOPS & set(text[words[first].span.end : words[second].span.start]))


def _following(words: list[Unit], span: Span) -> int:
    return next((i for i, unit in enumerate(words) if unit.span.start >= span.end), len(words))


def _preceding(words: list[Unit], span: Span) -> int:
    return next((i for i in range(len(words) - 1, -1, -1) if words[i].span.end <= span.start), -1)


def _to(span: Span, last: Span, first: Span) -> Span:
    """A change with the words from ``first`` to ``last``; an empty one begins with them."""
    return _hull(span if span.end > span.start else first, last)


def _bracketed(span: Span, text: str) -> Span:
    """The span with the opening bracket of a closing one in it."""
    opened = text[span.start - 1 : span.start] in {"(", "["} and set(")]") & set(text[slice(*span)])
    return Span(span.start - 1, span.end) if opened else span


def _hull(x: Span, y: Span) -> Span:
    return Span(min(x.start, y.start), max(x.end, y.end))


def _touch(x: Span, y: Span, text: str) -> bool:
    """Whether two stretches overlap or have nothing but a space between them."""
    return y.start <= x.end or not text[x.end : y.start].strip()
