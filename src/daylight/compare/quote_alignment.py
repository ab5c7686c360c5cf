"""Two quotations set beside each other: the stretch that they share, and what is changed inside it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby

from daylight.compare.alignment import SUBSTITUTED, Column, align_locally
from daylight.compare.folding import Unit, akin, units
from daylight.compare.reconcile import reconcile
from daylight.model import Span
from daylight.words import is_content

CONTENT_GAIN, FUNCTION_GAIN, AKIN_GAIN = 2.0, 1.0, 0.5

OVERLAP = 8
"""Fewest words that two quotations share where one begins before and the other ends after the shared stretch."""

MAX_EDGE = 2
"""Most words at one end of both quotations that are read as exchanged; more are read as two different ends."""

MOVED, MOVED_SHARE = 3, 0.6
"""Fewest words, and the share of their weight, that are looked for at another place of the other quotation."""


ARTICLES = frozenset({"a", "an", "the", "this", "that", "these", "those", "my", "your", "his", "her", "its", "our", "their"})

JOINED = 1
"""Most equal words between two changes that are told as one: "either with" for "with either"."""


@dataclass(frozen=True, slots=True)
class Change:
    """Words of ``a`` that stand as words of ``b`` in the other text; an empty span where a side lacks them."""

    a: Span
    b: Span


@dataclass(frozen=True, slots=True)
class Alignment:
    """Two texts as units, the columns of their common stretch, and the ranges of columns that differ."""

    a: list[Unit]
    b: list[Unit]
    columns: list[Column]
    changed: list[range]

    def before(self) -> tuple[int, int]:
        """How many units each side has before the common stretch."""
        return self.columns[0].i or 0, self.columns[0].j or 0

    def after(self) -> tuple[int, int]:
        """How many units each side has after it."""
        last_i = max(c.i for c in self.columns if c.i is not None)
        last_j = max(c.j for c in self.columns if c.j is not None)
        return len(self.a) - 1 - last_i, len(self.b) - 1 - last_j

    def overlapping(self) -> tuple[list[Unit], list[Unit]]:
        """The units that count for likeness: without a head of one and a tail of the other that merely stick out."""
        (head_a, head_b), (tail_a, tail_b) = self.before(), self.after()
        a_first, b_first = head_a and tail_b and not head_b + tail_a, head_b and tail_a and not head_a + tail_b
        if len(self.columns) < OVERLAP or not (a_first or b_first):
            return self.a, self.b
        return self.a[head_a : len(self.a) - tail_a], self.b[head_b : len(self.b) - tail_b]

    def surplus(self) -> tuple[int, int]:
        """How many units each side has that the other lacks, quotations and cuts of their own left out."""
        (head_a, head_b), (tail_a, tail_b) = self.before(), self.after()
        first, length_a, length_b = self.columns[0], len(self.a), len(self.b)
        own_a = 0 if not head_a or self.a[first.i or 0].after_ellipsis else head_a
        own_b = 0 if not head_b or self.b[first.j or 0].after_ellipsis else head_b
        own_a += 0 if not tail_a or self.a[length_a - tail_a].after_ellipsis else tail_a
        own_b += 0 if not tail_b or self.b[length_b - tail_b].after_ellipsis else tail_b
        own_a += sum(c.j is None and c.i is not None and not self._whole(self.a, c.i) for c in self.columns)
        own_b += sum(c.i is None and c.j is not None and not self._whole(self.b, c.j) for c in self.columns)
        return own_a, own_b

    @staticmethod
    def _whole(words: list[Unit], at: int) -> bool:
        """Whether a cut begins and ends around the word."""
        first = next((k for k in range(at, -1, -1) if words[k].after_ellipsis), None)
        return first is not None and any(words[k].after_ellipsis for k in range(at + 1, len(words)))

    def changes(self) -> list[Change]:
        """The changed words, with those that only moved to an end of the other text set beside each other there."""
        found = [change for run in self.changed for change in self._changes(self.columns[run.start : run.stop], run.start)]
        return [*found, *self._last_word()] if found else []

    def _last_word(self) -> list[Change]:
        """A lone function word at the end of one side, where both end their sentence: "than I am" beside "than I"."""
        tail_a, tail_b = self.after()
        side, tail = (self.a, tail_a) if tail_a else (self.b, tail_b)
        if tail_a + tail_b != 1 or is_content(side[-1].key) or side[-1].after_ellipsis:
            return []
        added, last = side[len(side) - tail :], self.columns[-1]
        run = [Column(len(self.a) - 1, None) if tail_a else Column(None, len(self.b) - 1)]
        return [_change(self, run, [last])] if added else []

    def _changes(self, run: list[Column], start: int) -> list[Change]:
        moved = self._moved(run)
        if not moved:
            return [_change(self, run, self.columns[:start])]
        found, at = [], 0
        for equal, group in groupby(moved, key=lambda c: _equal(c, self.a, self.b)):
            inner = list(group)
            if not equal:
                found.append(_change(self, inner, moved[:at]))
            at += len(inner)
        return found

    def _moved(self, run: list[Column]) -> list[Column]:
        """The columns of words that one side lacks here, beside the same words at an end of it; [] where they are gone."""
        (head_a, head_b), (tail_a, tail_b) = self.before(), self.after()
        lost_a, lost_b = [c.i for c in run if c.i is not None], [c.j for c in run if c.j is not None]
        if len(run) < MOVED or (lost_a and lost_b):
            return []
        length, head, tail = (len(self.b), head_b, tail_b) if lost_a else (len(self.a), head_a, tail_a)
        for end in (range(head), range(length - tail, length)):
            side_a, side_b = (lost_a, end) if lost_a else (end, lost_b)
            columns = _columns(self.a, self.b, side_a, side_b)
            common = sum(weight(self.a[c.i]) for c in columns if c.i is not None and _equal(c, self.a, self.b))
            lost = [self.a[i] for i in lost_a] or [self.b[j] for j in lost_b]
            if common >= MOVED_SHARE * sum(map(weight, lost)):
                return columns
        return []


def align_quotes(a: str, b: str) -> Alignment:
    """Set two quotations beside each other; no columns where they share nothing."""
    left, right = reconcile(units(a), units(b))
    columns = _with_edges(_columns(left, right, range(len(left)), range(len(right))), left, right)
    runs, at = [], 0
    for equal, group in groupby(columns, key=lambda c: _equal(c, left, right)):
        run = range(at, at + len(list(group)))
        at = run.stop
        if not equal and not _declared_cut(run, columns, left, right):
            runs.append(run)
    return Alignment(left, right, columns, _whole_words(runs, columns, left, right))


def weight(unit: Unit) -> float:
    """What a word counts for likeness."""
    return CONTENT_GAIN if is_content(unit.key) else FUNCTION_GAIN


def _columns(a: list[Unit], b: list[Unit], side_a: Sequence[int], side_b: Sequence[int]) -> list[Column]:
    """The common stretch of some positions of both texts."""
    keys_a, keys_b = [a[i].key for i in side_a], [b[j].key for j in side_b]
    found = align_locally(keys_a, keys_b, lambda i, j: _gain(keys_a[i], keys_b[j]))
    return [Column(None if c.i is None else side_a[c.i], None if c.j is None else side_b[c.j]) for c in found]


@lru_cache(maxsize=1 << 16)
def _gain(x: str, y: str) -> float:
    if x == y:
        return CONTENT_GAIN if is_content(x) else FUNCTION_GAIN
    return AKIN_GAIN if akin(x, y) else SUBSTITUTED


def _equal(column: Column, a: list[Unit], b: list[Unit]) -> bool:
    return column.i is not None and column.j is not None and a[column.i].key == b[column.j].key


def _with_edges(columns: list[Column], a: list[Unit], b: list[Unit]) -> list[Column]:
    """Add words exchanged at an end of both texts: "reject his visit" beside "reject his message".

    Where one side has more words there than the other, it was cut; the shorter end is words that only this side has, unless
    they are forms of the other's ("looks" beside "I look").
    """
    if not columns or None in columns[0] or None in columns[-1]:
        return columns
    columns = [*_over_a_gap(columns[0], a, b), *columns]
    (i, j), (x, y) = columns[0], columns[-1]
    head = [(p, q) for p, q in zip(range((i or 0) - 1, -1, -1), range((j or 0) - 1, -1, -1), strict=False)]
    tail = [(p, q) for p, q in zip(range((x or 0) + 1, len(a)), range((y or 0) + 1, len(b)), strict=False)]
    front = _edge(head, (i or 0) - (j or 0), a, b)[::-1]
    return front + columns + _edge(tail, len(a) - (x or 0) - len(b) + (y or 0), a, b)


def _over_a_gap(first: Column, a: list[Unit], b: list[Unit]) -> list[Column]:
    """The one word that a side has left at its beginning, where the other has it a word earlier: “a very rough sea”."""
    i, j = first.i or 0, first.j or 0
    if j == 1 and i > 1 and a[i - 2].key == b[0].key:
        return [Column(i - 2, 0), Column(i - 1, None)]
    if i == 1 and j > 1 and b[j - 2].key == a[0].key:
        return [Column(0, j - 2), Column(None, j - 1)]
    return []


def _edge(pairs: list[tuple[int, int]], surplus: int, a: list[Unit], b: list[Unit]) -> list[Column]:
    """Columns for the words at an end, from the common stretch outwards; ``surplus`` is how many more of them a has."""
    if not 0 < len(pairs) <= MAX_EDGE:
        return []
    if surplus == 0 or all(_exchangeable(a[p].key, b[q].key) for p, q in pairs):
        return [Column(p, q) for p, q in pairs]
    return [Column(None, q) for _, q in pairs] if surplus > 0 else [Column(p, None) for p, _ in pairs]


def _exchangeable(x: str, y: str) -> bool:
    """Whether one word stands for another at an end: forms of one word, or two articles ("the" for "that")."""
    return akin(x, y) or {x, y} <= ARTICLES


def _declared_cut(run: range, columns: list[Column], a: list[Unit], b: list[Unit]) -> bool:
    """Whether one side lacks the words of ``run`` and marks the cut with an ellipsis."""
    if run.stop == len(columns) or None in columns[run.stop]:
        return False
    (i, j), inside = columns[run.stop], columns[run.start : run.stop]
    if all(column.j is None for column in inside):
        return b[j or 0].after_ellipsis
    return all(column.i is None for column in inside) and a[i or 0].after_ellipsis


def _whole_words(runs: list[range], columns: list[Column], a: list[Unit], b: list[Unit]) -> list[range]:
    """Widen each run to whole printed words on both sides ("We are" beside "We're"); join runs that come to touch."""
    widened: list[range] = []
    for run in runs:
        first, stop = run.start, run.stop
        while first and _one_word(columns[first - 1], columns[first], a, b):
            first -= 1
        while stop < len(columns) and _one_word(columns[stop - 1], columns[stop], a, b):
            stop += 1
        if widened and first <= widened[-1].stop + JOINED:
            first = widened.pop().start
        widened.append(range(first, stop))
    return widened


def _one_word(left: Column, right: Column, a: list[Unit], b: list[Unit]) -> bool:
    """Whether two neighbouring columns hold pieces of one printed word on a side."""
    same_a = left.i is not None and right.i is not None and a[left.i].span == a[right.i].span
    return same_a or (left.j is not None and right.j is not None and b[left.j].span == b[right.j].span)


def _change(aligned: Alignment, run: list[Column], before: list[Column]) -> Change:
    left = [aligned.a[c.i] for c in run if c.i is not None]
    right = [aligned.b[c.j] for c in run if c.j is not None]
    last_i = next((aligned.a[c.i] for c in reversed(before) if c.i is not None), None)
    last_j = next((aligned.b[c.j] for c in reversed(before) if c.j is not None), None)
    return Change(_extent(left, last_i), _extent(right, last_j))


def _extent(part: list[Unit], before: Unit | None) -> Span:
    """From the first to the last word; for none an empty span behind the word before."""
    if part:
        return Span(part[0].span.start, max(unit.span.end for unit in part))
    at = before.span.end if before else 0
    return Span(at, at)
