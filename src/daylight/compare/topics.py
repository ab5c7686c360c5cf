"""Statements that address one question: the words that they share, weighed by how rare they are in the story."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import log

from daylight.compare.extracts import Cell
from daylight.compare.folding import Unit, lemma, units
from daylight.compare.frame import sense
from daylight.lexicon import load
from daylight.words import is_content

SHORTEST = 3
"""Letters of the shortest word that makes a topic; "re" of "re-election" makes none."""

WINDOW = 8
"""Words of the longest phrase that may name a question."""


@dataclass(frozen=True, slots=True)
class Voice:
    """One statement of one speaker, in its fullest cell."""

    statement: str
    speaker: str
    cell: Cell
    words: list[Unit]
    senses: list[str]

    def topics(self) -> frozenset[str]:
        """The senses of its content words."""
        return frozenset(self.senses) - {""}

    def names(self) -> frozenset[str]:
        """The senses that stand capitalised inside the sentence."""
        return frozenset(s for u, s in zip(self.words, self.senses, strict=True) if s and u.capital and u.span.start > 1)


def voice(statement: str, speaker: str, cell: Cell) -> Voice:
    """A statement read into words."""
    words = units(cell.content.text)
    light = set(load("stances")["light"])
    senses = ["" if len(u.key) < SHORTEST or not is_content(u.key) or lemma(u.key) in light else sense(u) for u in words]
    return Voice(statement, speaker, cell, words, senses)


def rarity(voices: Iterable[Voice]) -> dict[str, float]:
    """Inverse document frequency of each sense, a statement being a document."""
    kept = list(voices)
    counts = Counter(topic for one in kept for topic in one.topics())
    return {topic: log((1 + len(kept)) / count) for topic, count in counts.items()}


def overlap(x: Voice, y: Voice, rare: Mapping[str, float]) -> float:
    """The weight of the shared words, as a share of the lighter statement's, in [0, 1].

    0 where they share fewer than two words, or three with names: two who speak of one country do not speak of one question.
    """
    left, right = x.topics(), y.topics()
    shared = left & right
    common = shared - x.names() - y.names()
    if not (len(common) >= 2 or (common and len(shared) >= 3)):
        return 0.0
    lighter = min(sum(rare[t] for t in left), sum(rare[t] for t in right))
    return sum(rare[t] for t in shared) / lighter if lighter else 0.0


def question(pairs: Sequence[tuple[Voice, Voice]], rare: Mapping[str, float]) -> str:
    """A short phrase in the words of the reports: the stretch that holds most of what the speakers share."""
    best, phrase = (0.0, 0), ""
    for pair in pairs:
        shared = pair[0].topics() & pair[1].topics()
        for one in pair:
            for start in (i for i, s in enumerate(one.senses) if s in shared):
                held: dict[str, int] = {}
                for at in range(start, min(len(one.words), start + WINDOW)):
                    if one.senses[at] in shared:
                        held.setdefault(one.senses[at], at)
                last = max(held.values())
                value = (round(sum(rare[s] for s in held), 6), start - last)
                if value > best:
                    text = one.cell.content.text
                    best, phrase = value, text[one.words[start].span.start : one.words[last].span.end]
    return " ".join(phrase.split())
