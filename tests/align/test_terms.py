"""Words are compared by what they mean to a row: not by ending, synonym or spelling of a name."""

from __future__ import annotations

from dataclasses import replace

from daylight.align.terms import NOBODY, concept, counted_in, named, terms_of
from daylight.model import Annotated, Entity, Place, Span, Spelling
from tests.align.story import report


def at(where: Annotated, words: str) -> Span:
    start = where.report.text.index(words)
    return Span(start, start + len(words))


def test_endings_synonyms_and_opposites_are_one_concept() -> None:
    assert concept("bargain") == concept("bargaining")
    assert concept("long") == concept("lengthy")
    assert concept("likely") == concept("unlikely")
    assert concept("dam") != concept("bridge")


def test_a_name_counts_as_its_bearer_however_it_is_spelt() -> None:
    a, b = report("a", "a call with Lennart Vossberg"), report("b", "a call with Vosburg")
    spellings = tuple(
        Spelling(name, "variant", (Place(r.report.id, at(r, name)),))
        for r, name in ((a, "Lennart Vossberg"), (b, "Vosburg"))
    )
    names = named([Entity("e-1", "person", "Lennart Vossberg", spellings)])
    bags = [terms_of(r, [Span(0, len(r.report.text))], names[r.report.id]) for r in (a, b)]
    assert bags[0] == bags[1] == {"e-1", concept("call")}


def test_a_pointer_counts_as_its_bearer_and_by_its_words() -> None:
    a = report("a", "no quarrel with the minister")
    entity = Entity("e-1", "person", "Ilse Brandt", (), pointers=(Place("a", at(a, "the minister")),))
    whole = [Span(0, len(a.report.text))]
    assert terms_of(a, whole, named([entity])["a"]) == terms_of(a, whole, NOBODY) | {"e-1"}
    assert terms_of(a, whole, named([entity])["a"], frozenset({"e-1"})) == {concept("quarrel")}


def test_what_a_number_counts_is_found_whatever_the_number() -> None:
    bare = report("a", "340 jobs")
    tokens = (replace(bare.tokens[0], head=1), bare.tokens[1])
    assert counted_in(replace(bare, tokens=tokens), [Span(0, 8)]) == {concept("jobs")}
    assert counted_in(replace(bare, tokens=tokens), [Span(4, 8)]) == frozenset()


def test_nobody_counts_people() -> None:
    twelve, none = report("a", "Twelve people were missing."), report("b", "Nobody was missing.")
    tokens = (replace(t, pos="NUM", head=1) if t.text == "Twelve" else t for t in twelve.tokens)
    counted = counted_in(replace(twelve, tokens=tuple(tokens)), [Span(0, 26)])
    assert counted == counted_in(none, [Span(0, 18)]) != frozenset()
