"""What must hold of the examples, whatever else Daylight finds in them: the first points of each README."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from daylight import Comparison, compare
from daylight.ingest import read_many
from daylight.model import STORY_ROLES, Difference, Report, Statement
from daylight.settings import DEFAULT
from tests.cli.conftest import EXAMPLES

EVENTS = ("grey-heron", "pellow-mill", "velmark-dam")


@cache
def compared(event: str) -> Comparison:
    reports, skipped = read_many([EXAMPLES / event], DEFAULT)
    assert not skipped
    return compare(reports)


def report(event: str, stem: str) -> Report:
    return next(r for r in compared(event).reports if Path(r.source.path or "").stem == stem)


def statement(event: str, stem: str, words: str) -> Statement:
    """The statement whose cell of one report holds the words."""
    comparison, text = compared(event), report(event, stem)
    for attribution in comparison.attributions:
        said = " ".join(text.slice(span) for span in attribution.content) if attribution.report == text.id else ""
        if words in said:
            return next(s for s in comparison.statements if attribution.id in s.attributions)
    raise AssertionError(f"{stem} has no attribution with {words!r}")


def told(event: str, statement: Statement) -> list[Difference]:
    return [d for d in compared(event).differences if d.about.id == statement.id]


def speaker(event: str, statement: Statement) -> str | None:
    return next((e.name for e in compared(event).entities if e.id == statement.speaker), None)


SAME = [
    ("velmark-dam", {"tarnhold-courier": "no water will leave Velmark", "valley-post": "no water will leave Velmark"}),
    ("velmark-dam", {"tarnhold-courier": "You do not show your cards", "osk-gazette": "You do not show your cards"}),
    ("grey-heron", {"northern-wire": "The alarm sounded at once", "harbour-gazette": "The alarm sounded at once"}),
    ("grey-heron", {"northern-wire": "three fatalities", "harbour-gazette": "three fatalities"}),
    ("pellow-mill", {"pellow-observer": "keep the chimney and the clock", "county-standard": "keep the chimney"}),
]


@pytest.mark.parametrize(("event", "cells"), SAME, ids=[next(iter(cells.values())) for _, cells in SAME])
def test_the_same_words_of_the_same_speaker_stand_in_one_row(event: str, cells: dict[str, str]) -> None:
    assert len({statement(event, stem, words).id for stem, words in cells.items()}) == 1


SPOKEN = [
    ("velmark-dam", "tarnhold-courier", "no water will leave Velmark", "Anton Dreyvald"),
    ("velmark-dam", "osk-gazette", "throw away a key", "Marit Solenska"),
    ("velmark-dam", "tarnhold-courier", "the treaty to be read aloud", "Zbyněk Hřebíčkov"),
    ("velmark-dam", "tarnhold-courier", "promised water in April", "Gideon Abernault"),
    ("grey-heron", "northern-wire", "three fatalities", "Ruth Valdane"),
    ("grey-heron", "northern-wire", "The alarm sounded at once", "Priya Hollenmark"),
    ("grey-heron", "coast-tribune", "I sent the men", "Joss Tremelling"),
    ("grey-heron", "island-echo", "I want to sleep", "Nils Tremelling"),
    ("pellow-mill", "pellow-observer", "The mill costs us", "William Thackery-Boyle"),
    ("pellow-mill", "pellow-observer", "keep the chimney and the clock", "Rosalind Teague"),
]


@pytest.mark.parametrize(("event", "stem", "words", "name"), SPOKEN, ids=[row[2] for row in SPOKEN])
def test_a_statement_has_its_speaker(event: str, stem: str, words: str, name: str) -> None:
    assert name in (speaker(event, statement(event, stem, words)) or "")


TOLD = [
    ("grey-heron", "northern-wire", "If rules were broken", "reworded-in-quotes"),
    ("velmark-dam", "tarnhold-courier", "the lake held 412", "number"),
    ("pellow-mill", "pellow-observer", "people would cross the road", "attribution"),
    ("pellow-mill", "pellow-observer", "keep the chimney and the clock", "trimmed"),
]


@pytest.mark.parametrize(("event", "stem", "words", "kind"), TOLD, ids=[row[2] for row in TOLD])
def test_a_difference_is_told(event: str, stem: str, words: str, kind: str) -> None:
    assert kind in {d.kind for d in told(event, statement(event, stem, words))}


def test_a_cut_before_its_condition_is_told() -> None:
    found = told("pellow-mill", statement("pellow-mill", "pellow-observer", "keep the chimney and the clock"))
    assert any(difference.cut_before_qualifier for difference in found)


def test_a_quotation_over_three_paragraphs_has_one_speaker() -> None:
    for words in ("planted on that", "taught to wait", "come to Brisk"):
        assert speaker("velmark-dam", statement("velmark-dam", "valley-post", words)) == "Gideon Abernault"


@pytest.mark.parametrize(("full", "garbled"), [("Dreyvald", "Drevold"), ("Solenska", "Solinska"), ("Abernault", "Abernalt")])
def test_garbled_spellings_belong_to_one_person(full: str, garbled: str) -> None:
    people = [e for e in compared("velmark-dam").entities if any(full in s.text for s in e.spellings)]
    (person,) = [e for e in people if e.kind == "person"]
    assert any(garbled in s.text and s.status == "garbled" for s in person.spellings)


@pytest.mark.parametrize(("one", "other"), [("Joss", "Nils"), ("Ruth Valdane", "Ruth Kessing")])
def test_two_people_with_like_names_stay_two(one: str, other: str) -> None:
    for entity in compared("grey-heron").entities:
        spellings = " ".join(s.text for s in entity.spellings)
        assert not (one in spellings and other in spellings)


def test_the_wire_copy_is_told_and_the_own_reports_are_not() -> None:
    copies = {frozenset(c.reports): c.verbatim + c.reworded for c in compared("grey-heron").copies}
    ids = {
        stem: report("grey-heron", stem).id for stem in ("northern-wire", "harbour-gazette", "coast-tribune", "island-echo")
    }
    assert copies[frozenset({ids["northern-wire"], ids["harbour-gazette"]})] > 0.7
    assert copies.get(frozenset({ids["coast-tribune"], ids["island-echo"]}), 0) < 0.5


FURNITURE = [
    ("velmark-dam", "globe24", "Anton Drevold waves", "caption"),
    ("velmark-dam", "globe24", "Click here to get", "promotion"),
    ("velmark-dam", "globe24", "combination of pictures", "caption"),
    ("grey-heron", "island-echo", "said a dock worker", "caption"),
    ("grey-heron", "island-echo", "six decks", "correction"),
    ("pellow-mill", "county-standard", "Pictured:", "caption"),
]


@pytest.mark.parametrize(("event", "stem", "words", "role"), FURNITURE, ids=[row[2] for row in FURNITURE])
def test_what_is_not_story_has_its_role(event: str, stem: str, words: str, role: str) -> None:
    text = report(event, stem)
    roles = [block.role for block in text.blocks if words in text.slice(block.span)]
    assert roles in ([role], []), "a web page's furniture may be left out"


@pytest.mark.parametrize("event", EVENTS)
def test_what_is_not_story_is_never_the_source_of_a_finding(event: str) -> None:
    story = {r.id: [b.span for b in r.blocks if b.role in STORY_ROLES] for r in compared(event).reports}
    for attribution in compared(event).attributions:
        assert all(any(span.overlaps(block) for block in story[attribution.report]) for span in attribution.content)


@pytest.mark.parametrize("event", EVENTS)
def test_metadata_is_read_from_a_header_or_the_page(event: str) -> None:
    for found in compared(event).reports:
        if Path(found.source.path or "").stem != "globe24":
            assert found.outlet
            assert found.published
            assert found.title
