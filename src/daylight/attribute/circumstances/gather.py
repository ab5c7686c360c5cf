"""The circumstances of one attribution, each found by a module of its own."""

from __future__ import annotations

from dataclasses import dataclass

from daylight.attribute.candidate import Candidate
from daylight.attribute.circumstances.around import around
from daylight.attribute.circumstances.hedges import hedges
from daylight.attribute.circumstances.negation import is_negated
from daylight.attribute.circumstances.place import place
from daylight.attribute.circumstances.time import time
from daylight.attribute.circumstances.via import via
from daylight.attribute.grammar import Grammar
from daylight.model import Location, Moment, Span


@dataclass(frozen=True, slots=True)
class Circumstances:
    """The fields of an attribution that come from the words beside its cue."""

    negated: bool
    hedges: tuple[Span, ...]
    time: Moment | None
    place: Location | None
    via: tuple[Span, ...]


def circumstances(g: Grammar, candidate: Candidate, content: tuple[Span, ...]) -> Circumstances:
    """The circumstances of one attribution; nothing is taken from its content."""
    beside = around(g, candidate, content)
    return Circumstances(
        is_negated(g, candidate, beside),
        hedges(g, beside),
        time(g, beside),
        place(g, beside),
        via(g, candidate, beside, content),
    )
