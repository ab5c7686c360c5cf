"""What the finders hand to the selection: a possible attribution, still in tokens."""

from __future__ import annotations

from dataclasses import dataclass

from daylight.model import Span


@dataclass(frozen=True, slots=True)
class Candidate:
    """A possible attribution. ``cue`` is its first and last token; ``source`` and ``content`` are in characters.

    ``family`` is the sort of cue (verb, noun, colon, …), ``lemma`` and ``frame`` are the lexicon's keys: a cue and the
    complement it was found with. ``head`` is the token that carries the cue.
    """

    family: str
    lemma: str
    frame: str
    head: int
    cue: tuple[int, int]
    source: Span | None
    content: tuple[Span, ...]
    score: float
    cue_class: str
