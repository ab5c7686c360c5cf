"""Words of many texts as 64-bit hashes, in arrays.

A word is a run of letters and digits; case and diacritics of Latin letters are folded, marks are left out ("don't" is two
words, however its apostrophe is printed). Words are hashed by a polynomial over their characters, so that one running sum
over a chunk of text gives the hashes of all its words: a few passes of numpy in place of a loop.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import NamedTuple

import numpy as np

from daylight.stories.arrays import Flags, Hashes, Places

CHUNK = 1 << 16
"""Code points hashed at once, in whole texts: the tables stay in the second-level cache, and numpy is called seldom."""

_TABLE = 1 << 16  # characters beyond the first plane count as marks
_BASE = np.uint64(0x9E3779B97F4A7C15)  # odd, so that it has an inverse
_INVERSE = np.uint64(pow(int(_BASE), -1, 1 << 64))
_SHIFT, _STIR = np.uint64(32), np.uint64(0xD6E8FEB86659FD93)


class Words(NamedTuple):
    """The words of one text: hashes, and the code points at which they start and end."""

    hashes: Hashes
    starts: Places
    ends: Places


class Chunk(NamedTuple):
    """The words of consecutive texts, those of text ``i`` from ``bounds[i]`` up to ``bounds[i + 1]``."""

    hashes: Hashes
    bounds: Places


def words_of(text: str) -> Words:
    """The words of one text."""
    return Words(*_hashed(text))


def chunks(texts: Iterable[str]) -> Iterator[Chunk]:
    """The words of all texts, in order, a chunk at a time."""
    held: list[str] = []
    size = 0
    for text in texts:
        if held and size + len(text) > CHUNK:
            yield _chunk(held)
            held, size = [], 0
        held.append(text)
        size += len(text) + 1
    if held:
        yield _chunk(held)


def powers(size: int) -> tuple[Hashes, Hashes]:
    """At least ``size`` powers of an odd number, and as many of its inverse."""
    return _powers(1 << max(16, size.bit_length()))


def running_sums(values: Hashes) -> Hashes:
    """The sums of a polynomial over the values before each place, from none up to all."""
    up, _ = powers(len(values))
    sums = np.zeros(len(values) + 1, np.uint64)
    np.multiply(values, up[: len(values)], out=sums[1:])
    np.cumsum(sums, out=sums)
    return sums


def between(sums: Hashes, first: Places, last: Places) -> Hashes:
    """The polynomials over the values from ``first`` up to ``last``: the same for the same values wherever they stand."""
    _, down = powers(len(sums))
    return (sums[last] - sums[first]) * down[first]


def stir(hashes: Hashes) -> Hashes:
    """Every bit of the result depends on every bit of the hash."""
    mixed = (hashes ^ (hashes >> _SHIFT)) * _STIR
    stirred: Hashes = mixed ^ (mixed >> _SHIFT)
    return stirred


def _chunk(texts: Sequence[str]) -> Chunk:
    hashes, starts, _ = _hashed("\n".join(texts))
    begins = np.cumsum([0, *(len(text) + 1 for text in texts)])
    return Chunk(hashes, np.searchsorted(starts, begins))


def _hashed(text: str) -> tuple[Hashes, Places, Places]:
    if not text:
        return np.zeros(0, np.uint64), np.zeros(0, np.int64), np.zeros(0, np.int64)
    points = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32)
    values, letters = _characters()
    inside = letters.take(points, mode="clip")
    edges = np.flatnonzero(np.diff(inside, prepend=False, append=False))
    starts, ends = edges[::2], edges[1::2]
    return stir(between(running_sums(values.take(points, mode="clip")), starts, ends)), starts, ends


@cache
def _powers(size: int) -> tuple[Hashes, Hashes]:
    """The powers of the base and of its inverse."""
    factors = np.ones((2, size), np.uint64)
    factors[:, 1:] = [[_BASE], [_INVERSE]]
    up, down = np.cumprod(factors, axis=1, dtype=np.uint64)
    return up, down


@cache
def _characters() -> tuple[Hashes, Flags]:
    """A value for each character, one for a letter in all its cases and with any diacritic; and which are letters."""
    plain = np.zeros(_TABLE, np.uint64)
    for point in range(_TABLE - 1):
        char = chr(point)
        if char.isalnum():
            plain[point] = ord(unicodedata.normalize("NFKD", char)[0].casefold()[0])
    return np.where(plain != 0, stir(plain * _BASE) | np.uint64(1), np.uint64(0)), plain != 0
