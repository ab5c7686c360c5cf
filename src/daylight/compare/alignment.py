"""Where two word sequences run along each other: local alignment with affine gaps.

T. F. Smith and M. S. Waterman, Identification of common molecular subsequences, J. Mol. Biol. 147 (1981); affine gaps after
O. Gotoh, J. Mol. Biol. 162 (1982). Local, because one report's quotation often is a part of the other's.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from daylight.words import diff

MAX_CELLS = 60_000
"""Largest table that is filled: two quotations of 245 words, about 50 ms. Longer ones meet by words.diff."""

SUBSTITUTED = -0.6
GAP_OPENED = -1.0
GAP_EXTENDED = -0.15
"""A dropped sentence of ten words costs 2.35, less than the two content words that go on after it."""


class Column(NamedTuple):
    """Position ``i`` of the first sequence beside ``j`` of the second; None where a side has no word."""

    i: int | None
    j: int | None


Gain = Callable[[int, int], float]
"""What it is worth to set two positions beside each other; SUBSTITUTED where the words have nothing in common."""


def align_locally(a: Sequence[str], b: Sequence[str], gain: Gain) -> list[Column]:
    """The columns of the best common stretch; it begins and ends with two words that belong together."""
    if len(a) * len(b) > MAX_CELLS:
        return _from_diff(a, b)
    columns = _trace(*_fill(len(a), len(b), gain))
    while columns and not _paired(columns[-1], gain):
        columns.pop()
    while columns and not _paired(columns[0], gain):
        columns.pop(0)
    return columns


def _paired(column: Column, gain: Gain) -> bool:
    return column.i is not None and column.j is not None and gain(column.i, column.j) > 0


Table = list[list[int]]
_STOP, _BOTH, _ONLY_A, _ONLY_B = range(4)


def _fill(rows: int, width: int, gain: Gain) -> tuple[Table, Table, tuple[int, int]]:
    """Back pointers, lengths of the gaps they jump, and the cell where the best stretch ends."""
    back = [[_STOP] * (width + 1) for _ in range(rows + 1)]
    jump = [[1] * (width + 1) for _ in range(rows + 1)]
    above = [0.0] * (width + 1)
    down, down_length = [float("-inf")] * (width + 1), [0] * (width + 1)
    best, end = 0.0, (0, 0)
    for i in range(1, rows + 1):
        row, across, across_length = [0.0] * (width + 1), float("-inf"), 0
        for j in range(1, width + 1):
            down[j], down_length[j] = _longer(above[j], down[j], down_length[j])
            across, across_length = _longer(row[j - 1], across, across_length)
            value, pointer, length = above[j - 1] + gain(i - 1, j - 1), _BOTH, 1
            if down[j] > value:
                value, pointer, length = down[j], _ONLY_A, down_length[j]
            if across > value:
                value, pointer, length = across, _ONLY_B, across_length
            if value <= 0:
                continue
            row[j], back[i][j], jump[i][j] = value, pointer, length
            if value > best:
                best, end = value, (i, j)
        above = row
    return back, jump, end


def _longer(opened: float, extended: float, length: int) -> tuple[float, int]:
    """Open a gap here or lengthen the one before, whichever costs less."""
    if opened + GAP_OPENED >= extended + GAP_EXTENDED:
        return opened + GAP_OPENED, 1
    return extended + GAP_EXTENDED, length + 1


def _trace(back: Table, jump: Table, end: tuple[int, int]) -> list[Column]:
    columns: list[Column] = []
    i, j = end
    while back[i][j] != _STOP:
        pointer, length = back[i][j], jump[i][j]
        for _ in range(length):
            if pointer == _BOTH:
                i, j = i - 1, j - 1
                columns.append(Column(i, j))
            elif pointer == _ONLY_A:
                i -= 1
                columns.append(Column(i, None))
            else:
                j -= 1
                columns.append(Column(None, j))
    return columns[::-1]


def _from_diff(a: Sequence[str], b: Sequence[str]) -> list[Column]:
    """The same columns from the linear word diff, without its ends that only one side has."""
    columns: list[Column] = []
    for edit in diff(a, b):
        if edit.op == "equal":
            columns += [Column(i, j) for i, j in zip(range(*edit.a), range(*edit.b), strict=True)]
        elif columns:
            columns += [Column(i, None) for i in range(*edit.a)] + [Column(None, j) for j in range(*edit.b)]
    while columns and None in columns[-1]:
        columns.pop()
    return columns
