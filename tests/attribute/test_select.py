"""Which of two candidates stays."""

from __future__ import annotations

from collections.abc import Callable

from daylight.attribute.candidate import Candidate
from daylight.attribute.grammar import Grammar
from daylight.attribute.select import outermost
from daylight.model import Annotated, Span

Annotator = Callable[..., Annotated]


def candidate(head: int, content: tuple[int, int], score: float) -> Candidate:
    return Candidate("verb", "say", "that", head, (head, head), None, (Span(*content),), score, "communication")


def test_a_doubtful_outer_cue_gives_way_to_a_sure_inner_one(annotated: Annotator) -> None:
    g = Grammar(annotated("Bell offers what Orr said was late."))
    outer, inner = candidate(1, (12, 34), 0.3), candidate(4, (21, 34), 0.9)
    assert outermost(g, [outer, inner]) == [inner]


def test_a_likely_outer_cue_stays_alone(annotated: Annotator) -> None:
    g = Grammar(annotated("Bell offers what Orr said was late."))
    outer, inner = candidate(1, (12, 34), 0.7), candidate(4, (21, 34), 0.9)
    assert outermost(g, [outer, inner]) == [outer]
