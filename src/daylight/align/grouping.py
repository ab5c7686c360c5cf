"""Solve which attributions share a row, over all the reports of a story at once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import product

import numpy as np

from daylight.align.links import Links
from daylight.model import Attribution

JOIN = -0.2
"""Log odds from which two attributions of different reports may share a row, and which the pairs of a row must reach on
average (average linkage, so that a chain of near pairs does not collapse into one row).

Of the pairs of 43 events that are hard to tell, 50 of one thing said and 14 of others share a row at 0.0, 53 and 19 at
-0.5, 47 and 14 at 0.5; of the 161 pairs of one utterance among their quotations 154, 156 and 151, with 7 of 30 that are
alike but differ; of the pairs of one event compared by hand 24 of 29, and none of 773 others, at each.
"""

HALF = 0.0
"""Log odds from which two neighbours in one report are each a part of what another report gives in one piece."""

REPEAT = 0.0
"""Log odds from which two attributions of one report may be the same said twice. At 1.0 two of those 53 pairs are not
joined, at -0.5 there are two more, and two more of the others."""

Group = tuple[int, ...]


def group(attributions: Sequence[Attribution], links: Links) -> list[Group]:
    """Groups of indices, each index in one, in order of first appearance; attributions are in story order.

    Greedy and agglomerative: the likeliest pair first; two groups become one when their speakers agree, their pairs reach
    JOIN on average, and no report holds two attributions of the group that say different things.
    """
    groups: dict[int, Group] = {i: (i,) for i in range(len(attributions))}
    pairs = np.argwhere(np.triu(links.proposed & (links.odds >= JOIN), k=1))
    likeliest = pairs[np.argsort(-links.odds[pairs[:, 0], pairs[:, 1]], kind="stable")]
    for i, j in likeliest.tolist():
        a, b = groups[i], groups[j]
        if a is not b and _may_join(a, b, attributions, links):
            joined = tuple(sorted(a + b))
            groups.update(dict.fromkeys(joined, joined))
    return sorted(set(groups.values()))


def _may_join(a: Group, b: Group, attributions: Sequence[Attribution], links: Links) -> bool:
    for i, j in product(a, b):
        if not links.same_words[i, j] and not _speakers_agree(attributions[i], attributions[j]):
            return False
        if attributions[i].report == attributions[j].report and not (
            _repeated(i, j, attributions, links) or _halves(i, j, a + b, attributions, links)
        ):
            return False
    ties = [*_ties(a, b, attributions, links), *_ties(b, a, attributions, links)]
    return sum(ties) >= JOIN * len(ties)


def _ties(a: Group, b: Group, attributions: Sequence[Attribution], links: Links) -> Iterator[float]:
    """For each member of ``a`` and each other report in ``b`` the best log odds, so that two halves need not be alike."""
    for i, report in product(a, sorted({attributions[j].report for j in b})):
        if report != attributions[i].report:
            yield max(float(links.odds[i, j]) for j in a + b if attributions[j].report == report)


def _speakers_agree(a: Attribution, b: Attribution) -> bool:
    return a.speaker is None or b.speaker is None or a.speaker in (b.speaker, *b.co_speakers) or b.speaker in a.co_speakers


def _repeated(i: int, j: int, attributions: Sequence[Attribution], links: Links) -> bool:
    """Whether one report gives the same twice: in a headline and again, quoted and in its own words, or in the same words.

    Two paraphrases, or two quotations, that are near but not the same are two things said in one speech.
    """
    a, b = links.numbers[i], links.numbers[j]
    if links.odds[i, j] < REPEAT or not (a <= b or b <= a):
        return False
    quoted = [attributions[k].kind == "direct" for k in (i, j)]
    first, second = links.terms[i], links.terms[j]
    contained = len(first & second) > 1 and (first <= second or second <= first)
    return links.headline[i] or quoted[0] != quoted[1] or contained


def _halves(i: int, j: int, members: Group, attributions: Sequence[Attribution], links: Links) -> bool:
    """Whether two neighbours in one report together give what another report gives in one piece."""
    if abs(i - j) != 1 or attributions[i].speaker != attributions[j].speaker:
        return False
    first, second = links.terms[i], links.terms[j]
    return any(
        min(links.odds[i, k], links.odds[j, k]) >= HALF
        and (first & links.terms[k]) - second
        and (second & links.terms[k]) - first
        for k in members
        if attributions[k].report != attributions[i].report
    )
