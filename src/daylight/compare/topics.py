"""Statements that address one question: the words that they share, weighed by how rare they are in the story."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import log

from daylight.compare.extracts import Cell
from daylight.compare.folding import Unit, lemma, units
from daylight.compare.frame import sense
from daylight.lexicon import load
from daylight.words import is_content

_END = re.compile(r"[.!?]")
_CLOSED = re.compile(r"[”\"’]\s+[“\"‘]")

SHORTEST = 3
"""Letters of the shortest word that makes a topic; "re" of "re-election" makes none."""

WINDOW = 8
"""Words of the longest phrase that may name a question."""


@dataclass(frozen=True, slots=True)
class Voice:
    """A sentence of one statement of one speaker, in its fullest cell."""

    statement: str
    speaker: str
    cell: Cell
    words: list[Unit]
    senses: list[str]

    def text(self) -> str:
        """Its words as printed."""
        return self.cell.content.text[self.words[0].span.start : self.words[-1].span.end]

    def topics(self) -> frozenset[str]:
        """The senses of its content words."""
        return frozenset(self.senses) - {""}

    def names(self) -> frozenset[str]:
        """The senses that stand capitalised inside the sentence."""
        return frozenset(s for u, s in zip(self.words, self.senses, strict=True) if s and u.capital and u.span.start > 1)


def sentences(statement: str, speaker: str, cell: Cell) -> list[Voice]:
    """A statement read into words, a voice for each sentence of it that says something."""
    light = set(load("stances")["light"])
    pieces: list[list[Unit]] = [[]]
    last = 0
    for unit in units(cell.content.text):
        between = cell.content.text[last : unit.span.start]
        if _END.search(between) or (unit.capital and _CLOSED.search(between)):
            pieces.append([])
        pieces[-1].append(unit)
        last = max(last, unit.span.end)
    return [Voice(statement, speaker, cell, words, [_topic(u, light) for u in words]) for words in pieces if words]


def _topic(unit: Unit, light: set[str]) -> str:
    if len(unit.key) < SHORTEST or not is_content(unit.key) or lemma(unit.key) in light:
        return ""
    return sense(unit)


def rarity(voices: Iterable[Voice]) -> dict[str, float]:
    """Inverse document frequency of each sense, a statement being a document."""
    kept = list(voices)
    counts = Counter(topic for one in kept for topic in one.topics())
    return {topic: log((1 + len(kept)) / count) for topic, count in counts.items()}


def overlap(x: Voice, y: Voice, rare: Mapping[str, float]) -> float:
    """The weight of the shared words, as a share of the lighter statement's, in [0, 1].

    0 where they share fewer than two words, or three with names: two who speak of one country do not speak of one question.
    """
    shared = x.topics() & y.topics()
    common = shared - x.names() - y.names()
    if not (len(common) >= 2 or (common and len(shared) >= 3)):
        return 0.0
    return shared_weight(x, y, rare)


def shared_weight(x: Voice, y: Voice, rare: Mapping[str, float]) -> float:
    """The same, names counted like other words."""
    left, right = x.topics(), y.topics()
    lighter = min(sum(rare[t] for t in left), sum(rare[t] for t in right))
    return sum(rare[t] for t in left & right) / lighter if lighter else 0.0


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
                    best, phrase = value, _whole_phrase(one.cell.content.text, one.words[start], one.words[last])
    return " ".join(phrase.split())


def _whole_phrase(text: str, first: Unit, last: Unit) -> str:
    """From one word to another, compounds kept whole."""
    start, end = first.span.start, last.span.end
    while start > 1 and text[start - 1] == "-" and text[start - 2].isalnum():
        start -= 1
        while start and text[start - 1].isalnum():
            start -= 1
    return text[start:end]
