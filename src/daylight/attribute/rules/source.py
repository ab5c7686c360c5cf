"""Whose words they are: the source of a cue verb."""

from __future__ import annotations

from daylight.attribute.circumstances.moments import is_time
from daylight.attribute.grammar import Grammar
from daylight.attribute.rules.frame import Frame, Range
from daylight.model import Span

REACH = 3
"""Tokens to look back from a misread expression of time, at most."""
_EXPLETIVE = frozenset({"it", "there"})
_ADRIFT = frozenset({"quote", "that", "whether", "bare", "paren"})


def source_of(g: Grammar, frame: Frame) -> Span | None:
    """The source of a verb's frame; None where the report names none."""
    if frame.source == "none":
        return None
    if frame.source == "agent":
        by = g.child(frame.head, "agent")
        goal = g.child(by, "pobj") if by is not None else None
        return g.trimmed(*g.noun_phrase(goal)) if goal is not None else None
    subject = g.subject(frame.head)
    if subject is None or (frame.name in _ADRIFT and any(low <= subject <= high for low, high in frame.content)):
        return _adrift(g, frame) if frame.name in _ADRIFT else None
    if _empty(g, subject, frame):
        return None
    first, last = g.noun_phrase(subject, before=frame.head)
    return _who(g, first, last, subject)


def _who(g: Grammar, first: int, last: int, core: int) -> Span | None:
    """The phrase, or the one before it where its core word is one of time."""
    if is_time(g.tokens[core : core + 1]):
        earlier = _before_time(g, first)
        return g.trimmed(*earlier) if earlier else None
    return g.trimmed(first, last)


def _before_time(g: Grammar, first: int) -> Range | None:
    """The noun phrase before an expression of time that the parser took for the subject: "Bell over the weekend denied"."""
    for i in range(first - 1, max(first - 1 - REACH, g.sentence_of(first).start - 1), -1):
        if g.tokens[i].pos in {"PROPN", "PRON", "NOUN"}:
            return g.neighbour(i + 1, i)
    return None


def _empty(g: Grammar, subject: int, frame: Frame) -> bool:
    """Whether the subject only fills its place: "it is clear that", "there are fears"."""
    token = g.tokens[subject]
    if token.dep == "expl":
        return True
    return token.text.lower() in _EXPLETIVE and (frame.family == "adjective" or token.dep == "nsubjpass")


def _adrift(g: Grammar, frame: Frame) -> Span | None:
    """The source where the parser found no subject: a name glued to the word before, or the noun phrase beside the cue."""
    glued = g.glued(frame.cue[0] - 1)
    if glued is not None:
        return glued
    beside = g.neighbour(*frame.cue)
    return _who(g, *beside, core=beside[1]) if beside else None
