"""Which of two candidates stays."""

from __future__ import annotations

from collections.abc import Callable

from daylight.attribute.candidate import Candidate
from daylight.attribute.grammar import Grammar
from daylight.attribute.rules.select import apart, outermost
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


def test_words_that_two_cues_claim_stay_with_the_one_that_has_no_others(annotated: Annotator) -> None:
    g = Grammar(annotated("Bell said it was. Orr asked why it was, and left again."))
    long, short = candidate(1, (0, 17), 0.9), candidate(5, (28, 38), 0.5)
    told = [(long, (Span(0, 17), Span(28, 45))), (short, (Span(28, 38),))]
    assert apart(g, told) == [(long, (Span(0, 17),)), (short, (Span(28, 38),))]


def test_of_two_that_tell_the_same_the_surer_stays(annotated: Annotator) -> None:
    g = Grammar(annotated("Bell said it was. Orr asked why it was, and left again."))
    sure, doubtful = candidate(1, (28, 45), 0.9), candidate(5, (28, 38), 0.5)
    assert apart(g, [(doubtful, doubtful.content), (sure, sure.content)]) == [(sure, sure.content)]
