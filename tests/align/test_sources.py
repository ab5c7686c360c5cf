from __future__ import annotations

from dataclasses import replace

import pytest

from daylight.align.sources import describes_a_person, is_several_people
from daylight.model import Annotated, Span
from tests.align.story import report, said


def headed(source: str, tag: str) -> tuple[Annotated, Span]:
    """A report that begins with a source, its last word tagged and the head of the others."""
    where = report("a", f"{source} will rebuild the pier.")
    last = len(source.split()) - 1
    tokens = [replace(t, tag=tag if i == last else "", head=max(i, last)) for i, t in enumerate(where.tokens)]
    tokens[last] = replace(tokens[last], head=last + 1)
    return replace(where, tokens=tuple(tokens)), Span(0, len(source))


@pytest.mark.parametrize(
    ("source", "tag", "described"),
    [
        ("The harbour tycoon", "NN", True),
        ("the frontrunner", "NN", True),
        ("the lawsuit", "NN", False),
        ("the owners", "NNS", False),
        ("She", "PRP", True),
        ("They", "PRP", False),
        ("a lawyer", "NN", False),
        ("the company", "NN", False),
        ("Ilse Brandt", "NNP", False),
    ],
)
def test_one_definite_person_without_a_name_is_described(source: str, tag: str, *, described: bool) -> None:
    where, span = headed(source, tag)
    assert describes_a_person(where, [span]) == described


def test_a_source_that_is_not_printed_describes_nobody() -> None:
    where = report("a", "The pier will be rebuilt.")
    assert not describes_a_person(where, said(where, "The pier will be rebuilt", None).source)


@pytest.mark.parametrize(
    ("source", "lemma", "several"),
    [("Voters", "voter", True), ("two officials", "official", True), ("the polls", "poll", False)],
)
def test_several_people_are_told_from_things(source: str, lemma: str, *, several: bool) -> None:
    where, span = headed(source, "NNS")
    last = len(source.split()) - 1
    named = tuple(replace(t, lemma=lemma) if i == last else t for i, t in enumerate(where.tokens))
    assert is_several_people(replace(where, tokens=named), [span]) == several
