"""What the printed words of a source tell where its speaker is not known."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from daylight.lexicon import load
from daylight.model import Annotated, Span
from daylight.words import fold


def describes_a_person(report: Annotated, source: Sequence[Span]) -> bool:
    """Whether a source is one definite person in words that are no name: "the front-runner", "the real estate mogul".

    Such words are chosen to vary and have nothing in common with the name that another report prints, so they are no sign of
    somebody else. Several people ("polls", "two officials"), somebody new ("a spokesman") and bodies ("the company") are.
    """
    inside = [i for span in source for i in report.tokens_in(span)]
    if not inside or fold(report.tokens[inside[0]].text) != "the":
        return False
    heads = [report.tokens[i] for i in inside if report.tokens[i].head not in inside or report.tokens[i].head == i]
    return any(head.tag == "NN" and fold(head.lemma) not in _bodies() for head in heads[-1:])


@cache
def _bodies() -> frozenset[str]:
    return frozenset(load("organizations")["bodies"].split())
