"""Solve which attributions share a row, over all the reports of a story at once."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np

from daylight.align.fitting import JOIN, Fitting, Group
from daylight.align.moves import improve

if TYPE_CHECKING:
    from daylight.align.links import Links
from daylight.model import Attribution


def group(attributions: Sequence[Attribution], links: Links) -> list[Group]:
    """Groups of indices, each index in one, in order of first appearance; attributions are in story order.

    Greedy and agglomerative: the likeliest pair first; two groups become one when their speakers agree, their pairs reach
    JOIN on average, and no report holds two attributions of the group that say different things. Then what would
    stand better elsewhere is moved.
    """
    groups: dict[int, Group] = {i: (i,) for i in range(len(attributions))}
    pairs = np.argwhere(np.triu(links.proposed & (links.odds >= JOIN), k=1))
    likeliest = pairs[np.argsort(-links.odds[pairs[:, 0], pairs[:, 1]], kind="stable")].tolist()
    fitting = Fitting(attributions, links)
    for i, j in likeliest:
        a, b = groups[i], groups[j]
        if a is not b and fitting.may_join(a, b):
            joined = tuple(sorted(a + b))
            groups.update(dict.fromkeys(joined, joined))
    return sorted(set(improve(groups, likeliest, fitting).values()))
