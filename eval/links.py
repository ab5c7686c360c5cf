"""Links between the tokens of two texts, typed and scored, and the F1 by which SemEval-2016 task 2 measures them.

A link counts as 1 over the links of that of its two tokens which has more of them (I. D. Melamed, Manual annotation of
translational equivalence: the Blinker project, 1998), over all pairs of texts together. Where types are compared, it counts
by the share of its types that both sides have; where scores are, it loses a fifth for each point between them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

FULL = 5
"""The score of two chunks that say the same."""


class Link(NamedTuple):
    """Two tokens that stand in chunks which belong together: how, and how like they are (0 to FULL)."""

    types: frozenset[str]
    score: float


Links = dict[tuple[int, int], Link]
"""Of one pair of texts, by the places of the two tokens."""


def f1(pairs: Sequence[tuple[Links, Links]], *, types: bool, scores: bool) -> float:
    """F1, in per cent, of pairs of (gold, told) links; types and scores are compared where asked."""
    recall = _share(pairs, types=types, scores=scores)
    precision = _share([(told, gold) for gold, told in pairs], types=types, scores=scores)
    return 200 * precision * recall / (precision + recall) if precision + recall else 0.0


def _share(pairs: Sequence[tuple[Links, Links]], *, types: bool, scores: bool) -> float:
    """How much of the first sides the second ones have too."""
    met = total = 0.0
    for own, other in pairs:
        for place, weight in _weights(own):
            total += weight
            if place in other:
                met += weight * _agreement(own[place], other[place], types=types, scores=scores)
    return met / total if total else 0.0


def _weights(links: Links) -> Iterator[tuple[tuple[int, int], float]]:
    left, right = Counter(i for i, _ in links), Counter(j for _, j in links)
    for i, j in links:
        yield (i, j), 1 / max(left[i], right[j])


def _agreement(a: Link, b: Link, *, types: bool, scores: bool) -> float:
    kind = len(a.types & b.types) / len(a.types | b.types) if types else 1.0
    return kind * (1 - abs(a.score - b.score) / FULL if scores else 1.0)
