"""Where a story prints which words, so that nothing is said to stand in one report alone that another prints too."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from daylight.compare.folding import units
from daylight.compare.frame import sense
from daylight.model import Annotated
from daylight.words import is_content

SHARE, LEAST = 0.8, 4
"""Share of a statement's content words that one sentence holds if it prints the statement, and the fewest such words."""


@dataclass(frozen=True, slots=True)
class Printed:
    """Each sense with the sentences that hold it, as report id and number."""

    sentences: Mapping[str, frozenset[tuple[str, int]]]

    def elsewhere(self, text: str, report: str) -> bool:
        """Whether a sentence of another report holds nearly all of ``text``."""
        words = _senses(text)
        if len(words) < LEAST:
            return False
        counts = Counter(place for word in words for place in self.sentences.get(word, ()) if place[0] != report)
        return max(counts.values(), default=0) >= SHARE * len(words)


def printed_in(reports: Iterable[Annotated]) -> Printed:
    """The index of a story."""
    found: dict[str, set[tuple[str, int]]] = defaultdict(set)
    for annotated in reports:
        for number, sentence in enumerate(annotated.sentences):
            for word in _senses(annotated.report.slice(sentence.span)):
                found[word].add((annotated.report.id, number))
    return Printed({word: frozenset(places) for word, places in found.items()})


def _senses(text: str) -> set[str]:
    return {sense(unit) for unit in units(text) if is_content(unit.key)}
