"""What may stand in one row, and how well."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations
from math import inf

from daylight.align.links import Links
from daylight.model import Attribution

JOIN = -0.1
"""Log odds from which two attributions of different reports may share a row, and which the best ties of each report to the
others of a row must reach on average, so that a chain of near pairs does not collapse into one row.

Of the pairs of 39 events that are hard to tell, 59, 57 and 56 of 119 of one thing said and 16, 16 and 15 of 134 others share
a row at -0.1, 0.1 and 0.3; of the 161 pairs of one utterance among their quotations 155, 155 and 154, with 8 of 30 that are
alike but differ; of one event compared by hand 26 of 29, and none of 773 others. At 0.3 four rows of three made-up events
come apart that should not.
"""

HALF = 0.0
"""Log odds from which two neighbours in one report are each a part of what another report gives in one piece."""

REPEAT = 0.5
"""Log odds from which two attributions of one report may be the same said twice. At 0.0 three more of those others share a
row, and none of one thing said."""

Group = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Fitting:
    """The attributions of a story, in story order, and what is known of every two of them."""

    attributions: Sequence[Attribution]
    links: Links

    def may_be(self, group: Group) -> bool:
        """Whether a group may be a row: speakers agree, no report says two things in it, each report's ties reach JOIN."""
        cells: dict[str, list[int]] = defaultdict(list)
        for i in group:
            cells[self.attributions[i].report].append(i)
        near = all(self._pull(cell, group) >= 0 for cell in cells.values())
        return near and all(self._agree(i, j) and self._stand_together(i, j, group) for i, j in combinations(group, 2))

    def pull(self, i: int, group: Group) -> float:
        """By how much an attribution's ties to a group exceed JOIN, in sum: its best log odds in each other report of it."""
        return self._pull([i], group)

    def _pull(self, cell: Sequence[int], group: Group) -> float:
        """The same of what one report has in a row: two halves of one thing are near together."""
        best: dict[str, float] = {}
        for j in group:
            report = self.attributions[j].report
            if report != self.attributions[cell[0]].report:
                best[report] = max(best.get(report, -inf), *(float(self.links.odds[i, j]) for i in cell))
        return sum(tie - JOIN for tie in best.values())

    def _agree(self, i: int, j: int) -> bool:
        """Whether the speakers agree, or the words are the same whoever is credited."""
        a, b = self.attributions[i], self.attributions[j]
        known = a.speaker is not None and b.speaker is not None
        unknown = not known and not self.links.strangers[i, j]
        one = unknown or a.speaker in (b.speaker, *b.co_speakers) or b.speaker in a.co_speakers
        return one or bool(self.links.same_words[i, j])

    def _stand_together(self, i: int, j: int, members: Group) -> bool:
        """Whether two attributions are of two reports, or one report says the same twice, or one thing in two parts."""
        other = self.attributions[i].report != self.attributions[j].report
        return other or self._repeated(i, j) or self._halves(i, j, members)

    def _repeated(self, i: int, j: int) -> bool:
        """Whether one report gives the same twice: in a headline and again, quoted and not, or in the same words.

        Two paraphrases, or two quotations, that are near but not the same are two things said in one speech.
        """
        a, b = self.links.numbers[i], self.links.numbers[j]
        if self.links.odds[i, j] < REPEAT or not (a <= b or b <= a):
            return False
        quoted = [self.attributions[k].kind == "direct" for k in (i, j)]
        first, second = self.links.terms[i], self.links.terms[j]
        contained = len(first & second) > 1 and (first <= second or second <= first)
        return self.links.headline[i] or quoted[0] != quoted[1] or contained

    def _halves(self, i: int, j: int, members: Group) -> bool:
        """Whether two in one report together give what another report gives in one piece: neighbours, or the same words."""
        if self.attributions[i].speaker != self.attributions[j].speaker:
            return False
        first, second = self.links.terms[i], self.links.terms[j]
        return any(
            (abs(i - j) == 1 or (self.links.same_words[i, k] and self.links.same_words[j, k]))
            and min(self.links.odds[i, k], self.links.odds[j, k]) >= HALF
            and (first & self.links.terms[k]) - second
            and (second & self.links.terms[k]) - first
            for k in members
            if self.attributions[k].report != self.attributions[i].report
        )
