"""Whose words they are: the source of a cue verb."""

from __future__ import annotations

from daylight.attribute.grammar import Grammar
from daylight.attribute.verbs import Frame
from daylight.model import Span

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
    if subject is None:
        return _adrift(g, frame) if frame.name in _ADRIFT else None
    if _empty(g, subject, frame):
        return None
    return g.trimmed(*g.noun_phrase(subject, before=frame.head))


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
    return g.trimmed(*beside) if beside else None
