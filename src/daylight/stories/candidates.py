"""Pairs of texts that share sampled shingles: postings sorted, runs of one shingle, pairs counted. No loop over texts.

Postings may be cut into parts by hash (``parts_of``): ``count_pairs`` of each part, in any order and on any machine, then
``candidates``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

import numpy as np

from daylight.stories.arrays import Hashes, Numbers, Places, run_starts
from daylight.stories.shingles import Postings

COMMON = 64
"""A shingle that stands in more texts, exact copies counted once, makes no candidates: it is boilerplate, or would make
thousands of pairs of one story that its rarer shingles make as well."""

BOILERPLATE = 16
"""Texts, exact copies counted once, in which a shingle of boilerplate stands at least."""

_SHIFT = np.uint64(32)
_LOW = np.uint64(0xFFFFFFFF)


class Counted(NamedTuple):
    """How many shingles each pair of texts shares. A pair is one key: the lower number in the upper 32 bits. Sorted."""

    keys: Hashes
    shared: Places


class Pairs(NamedTuple):
    """Texts ``a[i] < b[i]`` share ``shared[i]`` sampled shingles. Sorted by ``a``, then ``b``."""

    a: Numbers
    b: Numbers
    shared: Places


def representatives(whole: Hashes) -> Places:
    """For each text the first text that has the same words."""
    _, first, inverse = np.unique(whole, return_index=True, return_inverse=True)
    found: Places = first[inverse]
    return found


def equal_pairs(whole: Hashes) -> tuple[Numbers, Numbers]:
    """The first text and another that has the same words, for each such; texts without words are none's copies."""
    first = representatives(whole)
    others = np.flatnonzero((first != np.arange(len(first))) & (whole != 0))
    return first[others].astype(np.uint32), others.astype(np.uint32)


def parts_of(hashes: Hashes, parts: int) -> Numbers:
    """In which of ``parts`` (a power of two) parts a shingle is, by the upper bits of its hash."""
    bits = parts.bit_length() - 1
    return (hashes >> np.uint64(64 - bits)).astype(np.uint32) if bits else np.zeros(len(hashes), np.uint32)


def of_representatives(found: Postings) -> tuple[Hashes, Numbers]:
    """The hashes and texts of postings; of texts with the same words only those of the first."""
    alone = representatives(found.whole) == np.arange(len(found.whole))
    here = alone[found.texts]
    return found.hashes[here], found.texts[here]


def count_pairs(hashes: Hashes, texts: Numbers, common: int = COMMON) -> Counted:
    """The pairs of texts that hold the same shingles; one that more than ``common`` texts hold counts for none."""
    keys = np.concatenate([np.zeros(0, np.uint64), *_keys(hashes, texts, common)])
    keys.sort()
    first = run_starts(keys)
    return Counted(keys[first], np.diff(first, append=len(keys)))


def common_shingles(hashes: Hashes, least: int = BOILERPLATE) -> Hashes:
    """The shingles that stand at least so often, in order."""
    ordered = np.sort(hashes)
    begins = run_starts(ordered)
    return ordered[begins[np.diff(begins, append=len(ordered)) >= least]]


def candidates(parts: Iterable[Counted], sizes: Numbers, least: float) -> Pairs:
    """Pairs that share two sampled shingles or more, and the share ``least`` of those of the text with fewer.

    ``sizes`` are the sampled shingles of each text.
    """
    counted = [Counted(np.zeros(0, np.uint64), np.zeros(0, np.int64)), *parts]
    keys, place = np.unique(np.concatenate([p.keys for p in counted]), return_inverse=True)
    shared = np.zeros(len(keys), np.int64)
    np.add.at(shared, place, np.concatenate([p.shared for p in counted]))
    a, b = (keys >> _SHIFT).astype(np.uint32), (keys & _LOW).astype(np.uint32)
    enough = (shared >= 2) & (shared >= least * np.minimum(sizes[a], sizes[b]))
    return Pairs(a[enough], b[enough], shared[enough])


def _keys(hashes: Hashes, texts: Numbers, common: int) -> Iterator[Hashes]:
    """For each shingle and each two texts that hold it, both numbers in one key."""
    packed, mask = _packed(hashes, texts)
    begins = run_starts(packed & ~mask)
    sizes = np.diff(begins, append=len(packed))
    for size in np.unique(sizes[(sizes > 1) & (sizes <= common)]):
        holders = packed[begins[sizes == size] + np.arange(size)[:, None]] & mask
        left, right = np.triu_indices(size, 1)
        yield ((holders[left] << _SHIFT) | holders[right]).ravel()


def _packed(hashes: Hashes, texts: Numbers) -> tuple[Hashes, np.uint64]:
    """Hash and text as one number, sorted, each once, and the mask of the text, which takes as many low bits as it needs.

    Two different shingles are taken for one about ten times in 20 million postings of 10^6 texts.
    """
    bits = np.uint64(int(texts.max(initial=0)).bit_length())
    mask = (np.uint64(1) << bits) - np.uint64(1)
    packed = (hashes & ~mask) | texts
    packed.sort()
    return packed[run_starts(packed)], mask
