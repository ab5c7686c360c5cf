"""What may stand in one row, and how well."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, product

from daylight.align.links import Links
from daylight.model import Attribution

JOIN = -0.2
"""Log odds from which two attributions of different reports may share a row, and which the pairs of a row must reach on
average (average linkage, so that a chain of near pairs does not collapse into one row).

Of the pairs of 43 events that are hard to tell, 61, 58, 56 and 54 of one thing said and 22, 18, 18 and 15 of others share a
row at -0.5, -0.2, 0.1 and 0.4; of the 161 pairs of one utterance among their quotations 157, 156, 155 and 153, with 8 of 30
that are alike but differ; of the pairs of one event compared by hand 26 of 29, and none of 773 others, at each.
"""

HALF = 0.0
"""Log odds from which two neighbours in one report are each a part of what another report gives in one piece."""

REPEAT = 0.0
"""Log odds from which two attributions of one report may be the same said twice. From 1.0 to 0.0 there are two more of the
pairs of one thing said; at -0.5 there are two more again, and two more of the others."""

Group = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Fitting:
    """The attributions of a story, in story order, and what is known of every two of them."""

    attributions: Sequence[Attribution]
    links: Links

    def may_join(self, a: Group, b: Group) -> bool:
        """Whether two groups may be one: their speakers agree, no report says two things in it, their ties reach JOIN."""
        if not all(self._agree(i, j) and self._stand_together(i, j, a + b) for i, j in product(a, b)):
            return False
        ties = [*self._ties(a, b), *self._ties(b, a)]
        return sum(ties) >= JOIN * len(ties)

    def is_sound(self, group: Group) -> bool:
        """Whether all of a group may stand in one row, whatever the odds."""
        return all(self._agree(i, j) and self._stand_together(i, j, group) for i, j in combinations(group, 2))

    def pull(self, i: int, group: Group) -> float:
        """By how much an attribution's ties to a group exceed JOIN, in sum."""
        return sum(tie - JOIN for tie in self._ties((i,), group))

    def _ties(self, a: Group, b: Group) -> Iterator[float]:
        """For each member of ``a`` and each other report in ``b`` the best log odds: two halves need not be alike."""
        for i, report in product(a, sorted({self.attributions[j].report for j in b})):
            if report != self.attributions[i].report:
                yield max(float(self.links.odds[i, j]) for j in a + b if self.attributions[j].report == report)

    def _agree(self, i: int, j: int) -> bool:
        """Whether the speakers agree, or the words are the same whoever is credited."""
        a, b = self.attributions[i], self.attributions[j]
        known = a.speaker is not None and b.speaker is not None
        one = not known or a.speaker in (b.speaker, *b.co_speakers) or b.speaker in a.co_speakers
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
        """Whether two neighbours in one report together give what another report gives in one piece."""
        if abs(i - j) != 1 or self.attributions[i].speaker != self.attributions[j].speaker:
            return False
        first, second = self.links.terms[i], self.links.terms[j]
        return any(
            min(self.links.odds[i, k], self.links.odds[j, k]) >= HALF
            and (first & self.links.terms[k]) - second
            and (second & self.links.terms[k]) - first
            for k in members
            if self.attributions[k].report != self.attributions[i].report
        )
