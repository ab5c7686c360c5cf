"""What the printed words of a source tell where its speaker is not known."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from daylight.lexicon import load
from daylight.model import Annotated, Span
from daylight.words import fold


def describes_a_person(report: Annotated, source: Sequence[Span]) -> bool:
    """Whether a source is one definite person in words that are no name: "the front-runner", "the real estate mogul", "she".

    Such words are chosen to vary and have nothing in common with the name that another report prints, so they are no sign of
    somebody else. Several people ("polls", "two officials"), somebody new ("a spokesman"), bodies ("the company") and papers
    ("the lawsuit") are.
    """
    inside = [i for span in source for i in report.tokens_in(span)]
    first = fold(report.tokens[inside[0]].text) if inside else ""
    if len(inside) == 1 and first in _listed("pronouns", "male") | _listed("pronouns", "female"):
        return True
    if first != "the":
        return False
    heads = [report.tokens[i] for i in inside if report.tokens[i].head not in inside or report.tokens[i].head == i]
    return any(head.tag == "NN" and _names_a_person(fold(head.lemma)) for head in heads[-1:])


def _names_a_person(noun: str) -> bool:
    """Whether a folded noun names one person by what he or she is or does."""
    if noun in _listed("titles", "offices") | _listed("roles", "people"):
        return True
    body_or_thing = _listed("roles", "suffix_exceptions") | _listed("organizations", "bodies")
    return noun not in body_or_thing and noun.endswith(tuple(load("roles")["person_suffixes"]))


@cache
def _listed(topic: str, name: str) -> frozenset[str]:
    return frozenset(fold(word) for word in load(topic)[name].split())
