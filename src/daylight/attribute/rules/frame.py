"""A cue with one of its complements, in tokens."""

from __future__ import annotations

from dataclasses import dataclass

from daylight.attribute.rules.cues import Family

Range = tuple[int, int]
"""First and last token, the last included."""


@dataclass(frozen=True, slots=True)
class Frame:
    """A complement of a cue: the lexicon's name for it, the cue's and the content's token ranges, the source's if special.

    ``source`` is "subject", "agent" (a passive's by-phrase) or "none".
    """

    family: Family
    lemma: str
    name: str
    head: int
    cue: Range
    content: tuple[Range, ...]
    source: str = "subject"
