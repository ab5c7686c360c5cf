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
    if is_he_or_she(report, source):
        return True
    inside = _tokens(report, source)
    if not inside or fold(report.tokens[inside[0]].text) != "the":
        return False
    return _head_is(report, inside, "NN")


def is_he_or_she(report: Annotated, source: Sequence[Span]) -> bool:
    """Whether a source is a pronoun of one person."""
    inside = _tokens(report, source)
    pronouns = _listed("pronouns", "male") | _listed("pronouns", "female")
    return len(inside) == 1 and fold(report.tokens[inside[0]].text) in pronouns


def is_several_people(report: Annotated, source: Sequence[Span]) -> bool:
    """Whether a source is several people without a name: "voters", "two officials"."""
    return _head_is(report, _tokens(report, source), "NNS")


def _tokens(report: Annotated, source: Sequence[Span]) -> list[int]:
    return [i for span in source for i in report.tokens_in(span)]


def _head_is(report: Annotated, inside: Sequence[int], tag: str) -> bool:
    """Whether the head of a phrase has a tag and names people."""
    heads = [report.tokens[i] for i in inside if report.tokens[i].head not in inside or report.tokens[i].head == i]
    return any(head.tag == tag and _names_a_person(fold(head.lemma)) for head in heads[-1:])


def _names_a_person(noun: str) -> bool:
    """Whether a folded noun names one person by what he or she is or does."""
    if noun in _listed("titles", "offices") | _listed("roles", "people"):
        return True
    body_or_thing = _listed("roles", "suffix_exceptions") | _listed("organizations", "bodies")
    return noun not in body_or_thing and noun.endswith(tuple(load("roles")["person_suffixes"]))


@cache
def _listed(topic: str, name: str) -> frozenset[str]:
    return frozenset(fold(word) for word in load(topic)[name].split())
