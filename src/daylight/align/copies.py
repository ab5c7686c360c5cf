"""How much of one report is another's."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

from daylight.align.verbatim import Match, Prose, matches, prose
from daylight.model import Annotated, Copy, Passage, SentencePair
from daylight.words import rising

LISTED = 0.2
"""Share of the shorter report's prose, verbatim and reworded together, from which two reports are listed.

Of 128 pairs of independent reports on 44 events the sum is .06 at the median, .16 at the 90th and .19 at the 95th
percentile, .31 at the 99th (4 are listed); the fullest verbatim share is .15. Two rewrites of one report by machine: .11
and .42.
"""

REWORDED = 0.7
"""Score from which two paired sentences are one sentence written anew. From .5 to .8 the 95th percentile of the sum above
goes from .30 to .16; at .7 the rewrites keep all that they have at .6."""


def find_copies(reports: Sequence[Annotated], pairs: Sequence[SentencePair]) -> tuple[Copy, ...]:
    """Pairs of reports of which one was made from the other, or both from a common original, the fullest copy first.

    Shares are of the story words that the shorter report does not print inside quotation marks (all its story words if it
    prints nothing else): two reporters who quote the same speech have copied nothing. ``verbatim`` counts the words of
    matches of MIN_WORDS words or more, ``reworded`` what else stands in sentences that tell the same in the same order.
    """
    texts = [prose(r) for r in reports]
    paired: dict[tuple[str, str], list[tuple[int, int]]] = defaultdict(list)
    for pair in pairs:
        if pair.score >= REWORDED:
            paired[pair.report_a, pair.report_b].append((pair.a, pair.b))
    found = []
    for (report_a, a), (report_b, b) in combinations(zip(reports, texts, strict=True), 2):
        ids = (report_a.report.id, report_b.report.id)
        copy = _Pair(report_a, report_b, a, b, rising(sorted(paired[ids], key=lambda p: (p[0], -p[1])))).compare()
        if copy.verbatim + copy.reworded >= LISTED:
            found.append(copy)
    return tuple(sorted(found, key=lambda c: (-(c.verbatim + c.reworded), c.reports)))


@dataclass(frozen=True, slots=True)
class _Pair:
    """Two reports, their words, and the sentences that tell the same in the same order."""

    report_a: Annotated
    report_b: Annotated
    a: Prose
    b: Prose
    sentences: Sequence[tuple[int, int]]

    def compare(self) -> Copy:
        """Shares and passages."""
        shorter_is_a = len(self.a.counted) <= len(self.b.counted)
        same = [
            Passage(self.a.span(m.a, m.length), self.b.span(m.b, m.length), "verbatim")
            for m in matches(self.a, self.b)
            if not self._quotation(m)
        ]
        copied_a, copied_b = self.a.inside([p.a for p in same]), self.b.inside([p.b for p in same])
        anew, count = [], 0
        for i, j in self.sentences:
            retold = Passage(self.report_a.sentences[i].span, self.report_b.sentences[j].span, "reworded")
            # No more words count than the other sentence has: a lead that sums up ten sentences is no copy of them.
            fewer = min(len(self.a.inside([retold.a]) - copied_a), len(self.b.inside([retold.b]) - copied_b))
            if fewer:
                anew.append(retold)
                count += fewer
        whole = max(1, min(len(self.a.counted), len(self.b.counted)))
        verbatim = len(copied_a if shorter_is_a else copied_b)
        ids = (self.report_a.report.id, self.report_b.report.id)
        passages = tuple(sorted(same + anew, key=lambda p: (p.a, p.b)))
        return Copy(ids, round(verbatim / whole, 3), round(min(count, whole - verbatim) / whole, 3), passages)

    def _quotation(self, match: Match) -> bool:
        """Whether a match is a shared quotation and no more: words that both print inside quotation marks."""
        sides = ((self.a, match.a), (self.b, match.b))
        return all(all(text.quoted[start : start + match.length]) for text, start in sides)
