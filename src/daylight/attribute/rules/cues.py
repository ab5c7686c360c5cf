"""The cue lexicon: which words introduce what somebody said, thought or wanted, and with which complement.

Each cue has a class and, for each frame (complement) that it takes, the share of its occurrences in the training articles of
the PolNeAR corpus that were marked as attributions.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Literal

from daylight import lexicon
from daylight.model import Token

Family = Literal["verb", "noun", "adjective", "adverb", "colon"]

SAYING = 0.6
"""Precision of its best complement from which a verb of communication counts as one of saying."""

SIGNED = 0.8
"""Confidence in a quotation that a dash and a name end. None in the training articles: taken from "Name: “…”" there."""

TORN = 0.7
"""Confidence lost where a report's text is torn between cue and content. Too rare in edited news to be measured there."""


@dataclass(frozen=True, slots=True)
class Cue:
    """One cue: its class and the precision of each frame, in [0, 1]."""

    cue_class: str
    frames: dict[str, float]


class Cues:
    """Look-up of cues by family and lemma."""

    def __init__(self, entries: dict[tuple[str, str], Cue]) -> None:
        self._entries = entries

    def score(self, family: Family, lemma: str, frame: str) -> float:
        """The precision of ``lemma`` with ``frame``; 0 where the lexicon does not list it."""
        entry = self._entry(family, lemma)
        if entry is None:
            return 0.0
        if frame == "signed":
            return SIGNED
        if frame == "torn":
            return TORN * entry.frames.get("that", 0.0)
        return entry.frames.get(frame, 0.0)

    def knows(self, family: Family, lemma: str) -> bool:
        """Whether the lexicon lists the cue with any frame."""
        return self._entry(family, lemma) is not None

    def speaks(self, token: Token) -> bool:
        """Whether a verb is surely one of saying."""
        entry = self._entries.get(("verb", token.lemma.lower()))
        return entry is not None and entry.cue_class == "communication" and max(entry.frames.values()) >= SAYING

    def cue_class(self, family: Family, lemma: str) -> str:
        """The class of a cue, "other" where it is not listed."""
        entry = self._entry(family, lemma)
        return entry.cue_class if entry else "other"

    def _entry(self, family: Family, lemma: str) -> Cue | None:
        """A cue; a verb with a particle that is not listed counts as the verb alone."""
        return self._entries.get((family, lemma)) or self._entries.get((family, lemma.partition(" ")[0]))


@cache
def cues() -> Cues:
    """The English cues."""
    table = lexicon.load("cues")
    return Cues(
        {
            (family, lemma): Cue(cue_class, frames)
            for family, classes in table.items()
            for cue_class, lemmas in classes.items()
            for lemma, frames in lemmas.items()
        }
    )
