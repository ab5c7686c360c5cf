"""Words of many texts as 64-bit hashes, in arrays.

A word is a run of letters and digits; case and diacritics of Latin letters are folded, marks are left out ("don't" is two
words, however its apostrophe is printed). Words are hashed by a polynomial over their characters, so that one running sum
over a chunk of text gives the hashes of all its words: 8 passes of numpy in place of a loop.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import NamedTuple

import numpy as np

from daylight.stories.arrays import Hashes, Places

CHUNK = 1 << 15
"""Code points hashed at once, in whole texts: the tables stay in the second-level cache. At 2^15 it runs 32,000 articles of
4.5 kB a second on one core, at 2^17 19,000."""

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


def text_hashes(chunk: Chunk) -> Hashes:
    """One hash for each text of a chunk, made from its words in order: equal where the words are."""
    up, down = powers(len(chunk.hashes))
    sums = np.zeros(len(chunk.hashes) + 1, np.uint64)
    np.cumsum(chunk.hashes * up[: len(chunk.hashes)], out=sums[1:])
    first, last = chunk.bounds[:-1], chunk.bounds[1:]
    return stir((sums[last] - sums[first]) * down[first])


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
    values = _characters().take(points, mode="clip")
    edges = np.flatnonzero(np.diff(values != 0, prepend=False, append=False))
    starts, ends = edges[::2], edges[1::2]
    up, down = powers(len(text))
    sums = np.zeros(len(text) + 1, np.uint64)
    np.cumsum(values * up[: len(text)], out=sums[1:])
    return stir((sums[ends] - sums[starts]) * down[starts]), starts, ends


@cache
def _powers(size: int) -> tuple[Hashes, Hashes]:
    """The powers of the base and of its inverse."""
    factors = np.ones((2, size), np.uint64)
    factors[:, 1:] = [[_BASE], [_INVERSE]]
    up, down = np.cumprod(factors, axis=1, dtype=np.uint64)
    return up, down


@cache
def _characters() -> Hashes:
    """A value for each character: 0 for marks, one for a letter in all its cases and with any diacritic."""
    plain = np.zeros(_TABLE, np.uint64)
    for point in range(_TABLE - 1):
        char = chr(point)
        if char.isalnum():
            plain[point] = ord(unicodedata.normalize("NFKD", char)[0].casefold()[0])
    return np.where(plain != 0, stir(plain * _BASE) | np.uint64(1), np.uint64(0))
