"""Passages that two texts share, with words changed between them: chains of short equal runs.

Linear in the lengths of the texts: runs are joined only over gaps of GAP words, and only gaps are aligned word by word.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

import numpy as np
from rapidfuzz.distance import LCSseq

from daylight.stories.reading import SEED, Reading

GAP = 24
"""Words between two equal runs of one passage, on either side, at most. When 40 % of the words are changed every third gap
between runs of three is wider than 5 words, one in a hundred wider than 24."""

MIN_WORDS = 8
"""Equal words of a passage, at least."""

MIN_EQUAL = 0.5
"""Share of a passage's words, on the longer side, that are equal, at least."""


@dataclass(frozen=True, slots=True)
class Run:
    """``size`` equal words from word ``a`` of one text and word ``b`` of the other."""

    a: int
    b: int
    size: int


@dataclass(slots=True)
class Chain:
    """Runs of one passage, rising on both sides, while it is put together."""

    runs: list[Run] = field(default_factory=list)

    @property
    def end(self) -> tuple[int, int]:
        """Where the last run ends."""
        last = self.runs[-1]
        return last.a + last.size, last.b + last.size

    def takes(self, run: Run) -> bool:
        """Whether a run goes on where the chain ends, at most GAP words later."""
        a, b = self.end
        return 0 <= run.a - a <= GAP and 0 <= run.b - b <= GAP


@dataclass(frozen=True, slots=True)
class Shared:
    """A passage: half-open ranges of words of both texts, and how many of the words are the same. ``runs`` are in order."""

    a: tuple[int, int]
    b: tuple[int, int]
    equal: int
    runs: tuple[Run, ...]


def passages(a: Reading, b: Reading) -> list[Shared]:
    """The passages that two texts share, in the order of ``a``. Those of one text may overlap."""
    found = (_measured(chain, a, b) for chain in _chains(_runs(a, b)))
    return [p for p in found if p.equal >= MIN_WORDS and p.equal >= MIN_EQUAL * max(p.a[1] - p.a[0], p.b[1] - p.b[0])]


def _runs(a: Reading, b: Reading) -> Iterator[Run]:
    """Equal runs of SEED words or more, in the order of ``a``."""
    _, i, j = np.intersect1d(a.seeds, b.seeds, assume_unique=True, return_indices=True)
    order = np.argsort(i)
    i, j = i[order], j[order]
    begins = np.flatnonzero((np.diff(i, prepend=-2) != 1) | (np.diff(j, prepend=-2) != 1))
    sizes = np.diff(begins, append=len(i)) + SEED - 1
    return map(Run, i[begins].tolist(), j[begins].tolist(), sizes.tolist())


def _chains(runs: Iterator[Run]) -> list[Chain]:
    """Each run put to the chain that it goes on with, the nearest one, or to a new one."""
    chains: list[Chain] = []
    open_chains: list[Chain] = []
    for run in runs:
        open_chains = [chain for chain in open_chains if run.a - chain.end[0] <= GAP]
        taking = [chain for chain in open_chains if chain.takes(run)]
        if taking:
            max(taking, key=lambda chain: (chain.end[1], len(chain.runs))).runs.append(run)
        else:
            open_chains.append(Chain([run]))
            chains.append(open_chains[-1])
    return chains


def _measured(chain: Chain, a: Reading, b: Reading) -> Shared:
    first, end = chain.runs[0], chain.end
    equal = sum(run.size for run in chain.runs)
    for run, after in zip(chain.runs, chain.runs[1:], strict=False):
        between_a, between_b = (run.a + run.size, after.a), (run.b + run.size, after.b)
        if between_a[0] < between_a[1] and between_b[0] < between_b[1]:
            equal += LCSseq.similarity(a.listed[slice(*between_a)], b.listed[slice(*between_b)])
    return Shared((first.a, end[0]), (first.b, end[1]), equal, tuple(chain.runs))
