"""Solve which attributions share a row, over all the reports of a story at once."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from daylight.align.fitting import JOIN, Fitting, Group
from daylight.align.links import Links
from daylight.align.moves import improve
from daylight.model import Attribution


def group(attributions: Sequence[Attribution], links: Links) -> list[Group]:
    """Groups of indices, each index in one, in order of first appearance; attributions are in story order.

    Greedy and agglomerative: the likeliest pair first; two groups become one where they may be a row. Then what would stand
    better elsewhere is moved.
    """
    groups: dict[int, Group] = {i: (i,) for i in range(len(attributions))}
    pairs = np.argwhere(np.triu(links.proposed & (links.odds >= JOIN), k=1))
    likeliest = pairs[np.argsort(-links.odds[pairs[:, 0], pairs[:, 1]], kind="stable")].tolist()
    fitting = Fitting(attributions, links)
    for i, j in likeliest:
        a, b = groups[i], groups[j]
        joined = tuple(sorted({*a, *b}))
        if a is not b and fitting.may_be(joined):
            groups.update(dict.fromkeys(joined, joined))
    return sorted(set(improve(groups, likeliest, fitting).values()))
