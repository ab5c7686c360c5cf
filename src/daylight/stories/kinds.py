"""What two texts that share passages are to each other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from daylight.stories.arrays import Flags, Places
from daylight.stories.passages import Run, Shared
from daylight.stories.reading import Reading
from daylight.stories.values import EdgeKind

WHOLE = 0.97
"""Share of a text's words in passages from which all of it counts as shared: byline and dateline are 3 % of 300."""

UNCHANGED = 0.98
"""Share of equal words in the passages from which nothing counts as changed."""

MOST = 0.4
"""Share of the shorter text's words in passages from which one text counts as an edited copy of the other."""

ENOUGH = 50
"""Equal words of an edited or trimmed copy, at least, where not all of both texts is shared: a short text that stands in one
sentence of another is a passage. Without it 1.5 points more of the copies are none (one sentence out of 25 articles)."""

MOSTLY = 0.8
"""Share of the equal words inside quotation marks, or in boilerplate, from which the passages are nothing else.

A text of which MOST is shared is no boilerplate, in however many papers it stands."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """What two texts share: ``words`` that are equal, and whether the passages stand in one order (``ordered``).

    Shares in [0, 1]: of each text's words in passages, of equal words in the passages, and of the equal words those that
    both texts print inside quotation marks and those in boilerplate.
    """

    words: int
    shares: tuple[float, float]
    equal: float
    quoted: float
    boilerplate: float
    ordered: bool


def evidence(a: Reading, b: Reading, found: Sequence[Shared], boilerplate: Flags) -> Evidence:
    """What the passages of two texts show. ``boilerplate`` marks the words of ``a`` that many articles carry."""
    runs = [run for p in found for run in p.runs]
    at_a, at_b = _spread([r.a for r in runs], runs), _spread([r.b for r in runs], runs)
    longest = sum(max(p.a[1] - p.a[0], p.b[1] - p.b[0]) for p in found)
    words = sum(p.equal for p in found)
    return Evidence(
        words=words,
        shares=(_covered(len(a.hashes), [p.a for p in found]), _covered(len(b.hashes), [p.b for p in found])),
        equal=words / max(1, longest),
        quoted=_mean(a.quoted[at_a] & b.quoted[at_b]),
        boilerplate=_mean(boilerplate[at_a]),
        ordered=all(p.b[1] <= q.b[0] for p, q in pairwise(found)),
    )


def kind_of(shown: Evidence) -> EdgeKind:
    """The kind of an edge."""
    shorter, longer = max(shown.shares), min(shown.shares)
    unchanged = shown.equal >= UNCHANGED and shown.ordered
    if longer >= WHOLE:  # a statement printed as it is: all of it is quoted, and it is a copy nevertheless
        return "same" if unchanged else "edited"
    if shown.quoted >= MOSTLY:
        return "quotation"
    if shorter < MOST or shown.words < ENOUGH:
        return "boilerplate" if shown.boilerplate >= MOSTLY else "passage"
    return "trimmed" if shorter >= WHOLE and unchanged else "edited"


def _covered(size: int, ranges: Sequence[tuple[int, int]]) -> float:
    marked = np.zeros(size, np.bool_)
    for first, last in ranges:
        marked[first:last] = True
    return _mean(marked)


def _spread(starts: Sequence[int], runs: Sequence[Run]) -> Places:
    """The words of runs that begin at ``starts``."""
    sizes = np.array([run.size for run in runs], np.int64)
    before = np.cumsum(sizes) - sizes
    return np.repeat(np.array(starts, np.int64) - before, sizes) + np.arange(sizes.sum())


def _mean(values: Flags) -> float:
    return float(values.mean()) if len(values) else 0.0
